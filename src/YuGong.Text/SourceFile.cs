using YuGong.Text.Intake;

namespace YuGong.Text;

/// <summary>A text and the path people know it by (relative to the project, with <c>/</c>).</summary>
public sealed class SourceFile
{
    private readonly Lazy<SourceFile>? later;
    private readonly string? text;
    private readonly OriginalText? original;
    private int[]? lineStarts;

    public SourceFile(string path, string text) => (Path, this.text) = (path, text);

    /// <param name="path">As people know it.</param>
    /// <param name="taken">Of the file; places are told in the file, not in what was taken from it.</param>
    public SourceFile(string path, TakenText taken) => (Path, text, original) = (path, taken.Text, taken.Original);

    /// <param name="path">As people know it.</param>
    /// <param name="later">Reads the file when somebody asks for its text, and at most once.</param>
    public SourceFile(string path, Func<SourceFile> later) => (Path, this.later) = (path, new(later));

    public string Path { get; }

    /// <summary>As it was taken in: lines end in LF, nothing in it is invisible.</summary>
    public string Text => text ?? later!.Value.Text;

    /// <summary>As the file has it.</summary>
    public string Original => later is null ? original?.Text ?? text! : later.Value.Original;

    /// <summary>The whole file as a place, for findings that concern no single word of it.</summary>
    public SourceSpan Whole => new(this, 0, 0);

    public SourceSpan Span(int start, int length)
    {
        var from = Math.Clamp(start, 0, Text.Length);
        return new(this, from, Math.Clamp(length, 0, Text.Length - from));
    }

    /// <summary>The file's own offset of an offset in <see cref="Text"/>.</summary>
    public int OriginalOffset(int offset) =>
        later is not null ? later.Value.OriginalOffset(offset) : original?.OffsetOf(offset) ?? offset;

    /// <summary>Where in <see cref="Text"/> a place is that was found in this text or in the file as it stands.</summary>
    public int OffsetIn(SourceSpan found) =>
        later is not null ? later.Value.OffsetIn(found)
        : original is null || found.File.Original != original.Text || found.File.Text == Text ? found.Start
        : original.TakenOf(found.Start);

    /// <summary>
    /// Line and column in the file of an offset, both counted from 1; the column counts UTF-16 units as editors do.
    /// </summary>
    public LinePosition At(int offset)
    {
        var starts = lineStarts ??= FindLines(Original);
        var place = OriginalOffset(offset);
        var line = Array.BinarySearch(starts, Math.Clamp(place, 0, Original.Length));
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new(line + 1, place - starts[line] + 1);
    }

    /// <summary>The file's line (counted from 1) without its line break; not a copy, since a line may be a whole file.</summary>
    public ReadOnlySpan<char> Line(int number)
    {
        var starts = lineStarts ??= FindLines(Original);
        var start = starts[number - 1];
        var end = number < starts.Length ? starts[number] : Original.Length;
        return Original.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0 && i < text.Length;)
        {
            // CRLF, CR and LF end a line alike.
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\n', '\r');
            i = next < 0 ? -1 : i + next;
        }

        return [.. starts];
    }
}

/// <summary>A place in a text: UTF-16 offset and length.</summary>
public readonly record struct SourceSpan(SourceFile File, int Start, int Length);

/// <summary>Line and column, both counted from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);
