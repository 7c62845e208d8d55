using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Build.Takedown;

/// <summary>Takes references out of an entry's file and leaves everything else as its editors wrote it.</summary>
public static partial class ReferenceRemoval
{
    /// <param name="offsets">Where the ids of the items stand that go.</param>
    /// <param name="addresses">Addresses whose links in the body become plain words.</param>
    public static string Without(string text, IEnumerable<int> offsets, IReadOnlyList<string> addresses)
    {
        foreach (var offset in offsets.OrderDescending())
        {
            text = WithoutItem(text, offset);
        }

        foreach (var address in addresses)
        {
            var link = $@"\[(?<words>[^\]]*)\]\({Regex.Escape(address)}[^)]*\)";
            text = Regex.Replace(text, link, "${words}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
        }

        return EmptyList().Replace(text, "");
    }

    private static string WithoutItem(string text, int offset)
    {
        var lineStart = text.LastIndexOf('\n', offset) + 1;
        var lineEnd = text.IndexOf('\n', offset) is var end && end < 0 ? text.Length : end;
        var indent = Indent(text, lineStart);
        if (text[lineStart + indent] == '-')
        {
            // An item of its own lines: up to the next line that stands no deeper.
            var next = lineEnd + 1;
            while (next < text.Length && text[next] != '\n' && Indent(text, next) > indent)
            {
                next = text.IndexOf('\n', next) is var stop && stop < 0 ? text.Length : stop + 1;
            }

            return WithoutKeyOf(text[..lineStart] + text[Math.Min(next, text.Length)..], lineStart);
        }

        // One of several in brackets: the mapping around it, if any, and one comma.
        var (from, to) = (offset, offset);
        while (to < text.Length && text[to] is not (',' or ']' or '}' or '\n'))
        {
            to++;
        }

        var open = text.LastIndexOf('{', offset);
        if (open > text.LastIndexOf('[', offset) && open > text.LastIndexOf('}', offset) && open >= lineStart)
        {
            (from, to) = (open, text.IndexOf('}', offset) + 1);
        }

        while (from > lineStart && text[from - 1] is ' ' or '"' or '\'')
        {
            from--;
        }

        if (to < text.Length && text[to] == ',')
        {
            to++;
            to += to < text.Length && text[to] == ' ' && text[from - 1] == '[' ? 1 : 0;
        }
        else if (text[from - 1] == ',')
        {
            from--;
        }

        return text[..from] + text[to..];
    }

    /// <summary>A key whose last item went, <c>related:</c> alone on its line, goes too.</summary>
    private static string WithoutKeyOf(string text, int at)
    {
        var before = text.LastIndexOf('\n', Math.Max(0, at - 2)) + 1;
        var line = text[before..at].TrimEnd();
        var follows = at < text.Length && (text[at] is ' ' or '-') && !text.AsSpan(at).StartsWith("---");
        return line.EndsWith(':') && !follows ? text[..before] + text[at..] : text;
    }

    private static int Indent(string text, int at)
    {
        var indent = 0;
        while (at + indent < text.Length && text[at + indent] == ' ')
        {
            indent++;
        }

        return indent;
    }

    [GeneratedRegex(@"^[a-z_]+: *\[ *\] *\n", RegexOptions.Multiline, 1000)]
    private static partial Regex EmptyList();
}
