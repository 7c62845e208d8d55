using YuGong.Text;

namespace YuGong.Content.Yaml;

/// <summary>What is good YAML and was not meant: a comment that swallowed words, and a sign that was taken for a letter.</summary>
internal sealed class Misread
{
    private readonly List<SourceSpan> comments = [];
    private readonly List<SyntaxTwin> twins = [];

    /// <summary>Whether a key or a list was not seen at all.</summary>
    public bool IsBroken => twins.Count > 0;

    public static Misread In(Node node, IEnumerable<SyntaxTwin> signs, int end)
    {
        var found = new Misread();
        found.Look(node, signs.ToLookup(t => t.Line), end);
        return found;
    }

    public void Report(Diagnostics diagnostics)
    {
        foreach (var comment in comments)
        {
            diagnostics.Report(ContentRules.SwallowedComment, comment, comment.File.Text.Substring(comment.Start, comment.Length));
        }

        twins.ForEach(t => t.Report(diagnostics));
    }

    private void Look(Node node, ILookup<int, SyntaxTwin> signs, int end)
    {
        switch (node)
        {
            case Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Look(item, signs, end);
                }

                break;
            case Mapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    twins.AddRange(signs[key.Span.Start]);
                    Look(value, signs, end);
                }

                break;
            case Scalar { Plain: true } scalar:
                twins.AddRange(signs[scalar.Span.Start]);
                LookBehind(scalar, end);
                break;
        }
    }

    /// <summary>
    /// A comment behind one word that people choose (<c>status: draft # 还没写完</c>) is a comment. Behind a sentence, or without a blank
    /// after its sign, it was meant to be read.
    /// </summary>
    private void LookBehind(Scalar scalar, int end)
    {
        var text = scalar.Span.File.Text;
        var at = scalar.Span.Start + scalar.Span.Length;
        var sign = at;
        while (sign < end && text[sign] == ' ')
        {
            sign++;
        }

        if (scalar.Text.Length == 0 || sign == at || sign >= end || text[sign] != '#')
        {
            return;
        }

        var line = text.IndexOf('\n', sign, end - sign);
        var stop = line < 0 ? end : line;
        var isMeant = sign + 1 < stop && text[sign + 1] is not (' ' or '#');
        if (isMeant || scalar.Text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            comments.Add(scalar.Span.File.Span(sign, stop - sign));
        }
    }
}
