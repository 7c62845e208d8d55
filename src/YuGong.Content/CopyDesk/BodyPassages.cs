using System.Buffers;
using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>
/// Cuts a Markdown body into passages: paragraphs, headings, items. It reads far less than the parser does, in one go and without a tree:
/// markup goes, code and addresses become <see cref="HanText.Opaque"/>, quoted blocks and what ends in <c>{.sic}</c> are left out. Where
/// it takes something for text that is none, the worst is a warning too many.
/// </summary>
internal sealed class BodyPassages
{
    private const string Sic = "{.sic}";

    /// <summary>No link, no code is longer; so much is looked ahead.</summary>
    private const int Longest = 4096;

    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`<[]!*_&{|［【\n\r");

    /// <summary>Of the passage that is read now; the next one has the same.</summary>
    private char[] words = new char[1024];
    private int[] starts = new int[1024];
    private int count;

    [ThreadStatic]
    private static BodyPassages? thisThreads;

    public delegate void Reader(in Passage passage);

    public static void Read(SourceFile file, int start, Reader read) => (thisThreads ??= new()).ReadAll(file, start, read);

    /// <summary>Words between two times of WebVTT; its tags are left out as Markdown's are.</summary>
    public static void ReadCue(SourceFile file, int start, int end, Reader read) =>
        (thisThreads ??= new()).ReadBlock(file, start, end, PassageKind.Cue, read);

    private void ReadAll(SourceFile file, int start, Reader read)
    {
        var text = file.Text.AsSpan();
        var (blockStart, blockEnd, kind, fence) = (-1, 0, PassageKind.Paragraph, '\0');
        for (var line = start; line < text.Length;)
        {
            var length = text[line..].IndexOf('\n');
            var end = length < 0 ? text.Length : line + length;
            var row = text[line..end].TrimEnd("\r \t");
            var indent = row.Length - row.TrimStart(" \t").Length;
            var bare = row[indent..];
            var startsBlock = StartOf(bare, out var mark, out var lineKind);
            if (fence != '\0' || IsFence(bare))
            {
                Flush();
                fence = fence == '\0' ? bare[0] : bare.TrimStart(fence).IsEmpty && bare.Length > 2 ? '\0' : fence;
            }
            else if (bare.IsEmpty || IsRule(bare) || bare[0] == '>' || (blockStart < 0 && indent > 3))
            {
                Flush();
            }
            else
            {
                if (startsBlock || lineKind == PassageKind.Line)
                {
                    Flush();
                }

                if (blockStart < 0)
                {
                    (blockStart, kind) = (line + indent + mark, lineKind);
                }

                blockEnd = line + row.Length;
                if (lineKind == PassageKind.Line && bare[0] is '#' or '|')
                {
                    Flush();
                }
            }

            line = end + 1;
        }

        Flush();

        void Flush()
        {
            if (blockStart >= 0 && blockEnd > blockStart)
            {
                ReadBlock(file, blockStart, blockEnd, kind, read);
            }

            blockStart = -1;
        }
    }

    private static bool IsFence(ReadOnlySpan<char> row) => row.StartsWith("```") || row.StartsWith("~~~");

    /// <summary>A thematic break, an underline of a heading, a line between the rows of a table.</summary>
    private static bool IsRule(ReadOnlySpan<char> row) => row.TrimStart("-=*_|: \t").IsEmpty;

    /// <summary>Whether a new block begins here, and how much of the line is its mark.</summary>
    private static bool StartOf(ReadOnlySpan<char> row, out int mark, out PassageKind kind)
    {
        (mark, kind) = (0, PassageKind.Paragraph);
        if (row.IsEmpty)
        {
            return false;
        }

        var number = row.IndexOfAnyExceptInRange('0', '9');
        var end = row[0] == '#' ? row.IndexOfAnyExcept('#')
            : row[0] is '-' or '*' or '+' ? 1
            : number is > 0 and < 10 && row[number] is '.' or ')' ? number + 1
            : row.StartsWith("[^") && row.IndexOf("]:") is > 0 and var note ? note + 2 : -1;
        if (row[0] == '|')
        {
            kind = PassageKind.Line;
            return true;
        }

        if (end < 0 || end >= row.Length || (row[end] is not (' ' or '\t') && row[0] != '['))
        {
            return false;
        }

        mark = row.Length - row[end..].TrimStart(" \t").Length;
        kind = PassageKind.Line;
        return true;
    }

    private void ReadBlock(SourceFile file, int start, int end, PassageKind kind, Reader read)
    {
        var block = file.Text.AsSpan(start, end - start);
        if (block.IsEmpty || block.EndsWith(Sic))
        {
            return;
        }

        if (block.IndexOfAny(Markup) < 0)
        {
            read(new Passage(file, start, block.Length, kind));
            return;
        }

        count = 0;
        Strip(block, start);
        read(new Passage(file, words.AsMemory(0, count), starts.AsMemory(0, count), kind));
    }

    private void Strip(ReadOnlySpan<char> block, int offset)
    {
        for (var at = 0; at < block.Length;)
        {
            var (length, isOpaque) = MarkupAt(block, at);
            if (length > 1 && isOpaque && block[at] == ']')
            {
                AddTitle(block.Slice(at, length), offset + at);
            }

            if (length == 0)
            {
                var plain = block[(at + 1)..].IndexOfAny(Markup);
                var end = plain < 0 ? block.Length : at + 1 + plain;
                Add(block[at..end], offset + at);
                at = end;
                continue;
            }

            if (isOpaque)
            {
                Add([HanText.Opaque], offset + at);
            }

            at += length;
        }
    }

    /// <summary>What stands below a picture: <c>](plan.svg "编辑部绘")</c>.</summary>
    private void AddTitle(ReadOnlySpan<char> target, int offset)
    {
        var (from, to) = (target.IndexOf('"'), target.LastIndexOf('"'));
        if (from >= 0 && from < to)
        {
            Add([HanText.Opaque], offset);
            Add(target[(from + 1)..to], offset + from + 1);
        }
    }

    private void Add(ReadOnlySpan<char> plain, int at)
    {
        if (count + plain.Length > words.Length)
        {
            var length = Math.Max(words.Length * 2, count + plain.Length);
            Array.Resize(ref words, length);
            Array.Resize(ref starts, length);
        }

        plain.CopyTo(words.AsSpan(count));
        for (var i = 0; i < plain.Length; i++)
        {
            starts[count + i] = at + i;
        }

        count += plain.Length;
    }

    /// <summary>How much of the text here is markup, and whether something stands for it; nothing where it is text.</summary>
    private static (int Length, bool IsOpaque) MarkupAt(ReadOnlySpan<char> block, int at)
    {
        var rest = block.Slice(at, Math.Min(Longest, block.Length - at));
        switch (rest[0])
        {
            case '\\' when rest.Length > 1:
                return (2, true);
            case '`':
                return (Code(rest), true);
            case '<' when rest.IndexOf('>') is > 0 and var end:
                return (end + 1, true);
            case '|':
                return (1, true);
            case '!' when rest.StartsWith("!["):
                return (2, true);
            case '[' or '［' or '【' when Citation(rest) is > 0 and var length:
                return (length, false);
            case '[' when SicSpan(rest) is > 0 and var length:
                return (length, true);
            case '[' when LinkEnd(rest) > 0:
                return (1, false);
            case ']' when Target(rest) is > 0 and var length:
                return (length, IsPicture(block, at));
            case '*':
                var before = HanText.At(block, at - 1);
                return (char.IsAsciiDigit(before) && char.IsAsciiDigit(HanText.At(block, at + 1)) ? 0 : 1, false);
            case '_':
                var isInWord = char.IsAsciiLetterOrDigit(HanText.At(block, at - 1)) && char.IsAsciiLetterOrDigit(HanText.At(block, at + 1));
                return (isInWord ? 0 : 1, false);
            case '&' when rest.IndexOf(';') is > 1 and < 10 and var end && !HanText.HasHan(rest[..end]):
                return (end + 1, true);
            case '{' when rest.StartsWith(Sic):
                return (Sic.Length, false);
            case '\n':
                return (rest.Length - rest.TrimStart(" \t\r\n").Length, false);
            case '\r':
                return (1, false);
            default:
                return (0, false);
        }
    }

    /// <summary>A span of code up to as many backticks; the whole rest when it never ends.</summary>
    private static int Code(ReadOnlySpan<char> rest)
    {
        var ticks = rest.IndexOfAnyExcept('`');
        if (ticks < 0)
        {
            return rest.Length;
        }

        var end = rest[ticks..].IndexOf(rest[..ticks]);
        return end < 0 ? ticks : ticks + end + ticks;
    }

    /// <summary><c>[@s1]</c>, <c>[^1]</c>, also with full-width brackets, and a blank that sets off the next sentence.</summary>
    private static int Citation(ReadOnlySpan<char> rest) =>
        rest.Length > 2 && rest[1] is '@' or '^' or '＠' && rest.IndexOfAny("]］】") is > 0 and var end
            ? end + 1 + (HanText.At(rest, end + 1) == ' ' ? 1 : 0) : 0;

    /// <summary><c>[原文]{.sic}</c>.</summary>
    private static int SicSpan(ReadOnlySpan<char> rest) =>
        rest.IndexOf("]" + Sic) is > 0 and var end && !rest[1..end].Contains(']') ? end + 1 + Sic.Length : 0;

    /// <summary>Where the words of a link end; 0 when no address follows them.</summary>
    private static int LinkEnd(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        return end > 0 && HanText.At(rest, end + 1) is '(' or '[' ? end : 0;
    }

    /// <summary><c>](address "title")</c>.</summary>
    private static int Target(ReadOnlySpan<char> rest)
    {
        var close = HanText.At(rest, 1) switch { '(' => ')', '[' => ']', _ => '\0' };
        if (close == '\0')
        {
            return 0;
        }

        var depth = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            depth += rest[i] == rest[1] ? 1 : 0;
            depth -= rest[i] == close ? 1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsPicture(ReadOnlySpan<char> block, int at)
    {
        var from = Math.Max(0, at - Longest);
        var open = block[from..at].LastIndexOf('[');
        return open > 0 && block[from + open - 1] == '!';
    }
}
