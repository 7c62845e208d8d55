namespace YuGong.Text;

/// <summary>A text and the path people know it by (relative to the project, with <c>/</c>).</summary>
public sealed class SourceFile
{
    private readonly Lazy<string>? later;
    private readonly string? text;
    private int[]? lineStarts;

    public SourceFile(string path, string text) => (Path, this.text) = (path, text);

    /// <param name="path">As people know it.</param>
    /// <param name="later">Reads the text when somebody asks for it, and at most once.</param>
    public SourceFile(string path, Func<string> later) => (Path, this.later) = (path, new(later));

    public string Path { get; }

    public string Text => text ?? later!.Value;

    /// <summary>The whole file as a place, for findings that concern no single word of it.</summary>
    public SourceSpan Whole => new(this, 0, 0);

    public SourceSpan Span(int start, int length)
    {
        var from = Math.Clamp(start, 0, Text.Length);
        return new(this, from, Math.Clamp(length, 0, Text.Length - from));
    }

    /// <summary>Line and column of an offset, both counted from 1; the column counts UTF-16 units as editors do.</summary>
    public LinePosition At(int offset)
    {
        var starts = lineStarts ??= FindLines(Text);
        var line = Array.BinarySearch(starts, Math.Clamp(offset, 0, Text.Length));
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The text of a line (counted from 1) without its line break; not a copy, since a line may be a whole file.</summary>
    public ReadOnlySpan<char> Line(int number)
    {
        var starts = lineStarts ??= FindLines(Text);
        var start = starts[number - 1];
        var end = number < starts.Length ? starts[number] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}

/// <summary>A place in a text: UTF-16 offset and length.</summary>
public readonly record struct SourceSpan(SourceFile File, int Start, int Length);

/// <summary>Line and column, both counted from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);
