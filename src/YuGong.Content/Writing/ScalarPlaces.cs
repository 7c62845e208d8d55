using YuGong.Content.Yaml;

namespace YuGong.Content.Writing;

/// <summary>
/// Where each character of a YAML or JSON value stands in the file: quotes are behind it, escapes and folded lines take several.
/// </summary>
internal readonly struct ScalarPlaces
{
    private readonly int first;
    private readonly int[]? starts;
    private readonly int[]? ends;

    private ScalarPlaces(int first, int[]? starts, int[]? ends) => (this.first, this.starts, this.ends) = (first, starts, ends);

    /// <summary>Null where the value cannot be found again in what is written.</summary>
    public static ScalarPlaces? Of(Scalar scalar)
    {
        var file = scalar.Span.File.Text;
        var written = file.AsSpan(scalar.Span.Start, scalar.Span.Length);
        if (written.SequenceEqual(scalar.Text))
        {
            return new(scalar.Span.Start, null, null);
        }

        if (written.Length == scalar.Text.Length + 2 && written[1..^1].SequenceEqual(scalar.Text))
        {
            return new(scalar.Span.Start + 1, null, null);
        }

        return Aligned(written, scalar.Text, scalar.Span.Start);
    }

    public int StartOf(int at) => starts is null ? first + at : starts[at];

    public int EndOf(int at) => ends is null ? first + at + 1 : ends[at];

    private static ScalarPlaces? Aligned(ReadOnlySpan<char> written, ReadOnlySpan<char> text, int offset)
    {
        var quote = written.Length > 0 && written[0] is '"' or '\'' ? written[0] : '\0';
        var at = quote != '\0' ? 1 : written.Length > 0 && written[0] is '|' or '>' ? written.IndexOf('\n') : 0;
        if (at < 0)
        {
            return null;
        }

        var (starts, ends) = (new int[text.Length], new int[text.Length]);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '\n' or '\t'))
            {
                at += SpaceIn(written[at..]); // folded away, or indentation
            }

            var length = LengthOf(written[at..], text[i], quote);
            if (length == 0)
            {
                return null;
            }

            (starts[i], ends[i]) = (offset + at, offset + at + length);
            at += length;
        }

        return new(0, starts, ends);
    }

    private static int SpaceIn(ReadOnlySpan<char> rest) => rest.Length - rest.TrimStart(" \t\r\n").Length;

    /// <summary>How much is written for this one character; 0 when it is another.</summary>
    private static int LengthOf(ReadOnlySpan<char> rest, char c, char quote)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        if (quote == '"' && rest[0] == '\\' && rest.Length > 1)
        {
            return rest[1] switch
            {
                'n' when c == '\n' => 2,
                't' when c == '\t' => 2,
                '"' or '\\' or '/' when c == rest[1] => 2,
                'u' when rest.Length > 5 && int.TryParse(rest[2..6], System.Globalization.NumberStyles.HexNumber, null, out var code)
                    && code == c => 6,
                _ => 0,
            };
        }

        if (quote == '\'' && c == '\'' && rest.StartsWith("''"))
        {
            return 2;
        }

        return rest[0] == c && c != '\n' ? 1 : c is ' ' or '\n' ? SpaceIn(rest) : 0;
    }
}
