using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>One reading of one file: what its rules find is reported here, unless it is as in the original.</summary>
/// <param name="sic">Words of this file that stand as they are.</param>
/// <param name="isPublished">Whether the entry's claims stand in the ledger already.</param>
internal sealed class CopyPass(CopySettings settings, Lazy<HanVariants> variants, IReadOnlyList<string> sic, Func<bool> isPublished,
    Diagnostics diagnostics)
{
    /// <summary>Characters that an excerpt shows on each side of the place, and of the place itself at most.</summary>
    private const int Around = 4, Most = 40;

    /// <summary>How far is looked around a place: no quotation and no address is longer.</summary>
    private const int Far = 600;

    public HanVariants Variants => variants.Value;

    /// <summary>A finding with what to write instead; silent where the words are somebody else's.</summary>
    /// <param name="edits">Places of the passage. Nothing for what only people can mend.</param>
    /// <param name="isSafe">Whether there is one right answer.</param>
    public void Report(Rule rule, in Passage passage, int start, int length, IReadOnlyList<TextEdit> edits, bool isSafe = true,
        int around = Around)
    {
        if ((settings.Severities.TryGetValue(rule.Code, out var severity) && severity is null)
            || IsSic(passage.Text, start, length) || IsInAddress(passage.Text, start))
        {
            return;
        }

        var made = edits.Select(passage.Edit).ToList();
        var fix = made.Count == 0 || made.Contains(null) ? null
            : new Fix([.. made.Select(e => e!.Value)]) { IsSafe = isSafe && !(passage.IsClaim && isPublished()) };
        diagnostics.Add([new(rule, passage.SpanOf(start, length), Excerpt(passage.Text, start, length, [], around),
            Excerpt(passage.Text, start, length, edits, around)) { Fix = fix, Here = severity }]);
    }

    public void Report(Rule rule, in Passage passage, int start, int length, string replacement, bool isSafe = true) =>
        Report(rule, passage, start, length, [new(start, length, replacement)], isSafe);

    /// <summary>Within “ ” or 《 》: the words of a document or of somebody.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> text, int at)
    {
        var depth = 0;
        foreach (var c in text[Math.Max(0, at - Far)..at])
        {
            depth = c is '“' or '《' or '「' ? depth + 1 : c is '”' or '》' or '」' ? Math.Max(0, depth - 1) : depth;
        }

        return depth > 0;
    }

    private bool IsSic(ReadOnlySpan<char> text, int start, int length) => Holds(sic, text, start, length)
        || Holds(settings.Sic, text, start, length);

    private static bool Holds(IReadOnlyList<string> words, ReadOnlySpan<char> text, int start, int length)
    {
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word); at >= 0 && at <= start;)
            {
                if (at + word.Length >= start + length)
                {
                    return true;
                }

                var next = text[(at + 1)..].IndexOf(word);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return false;
    }

    /// <summary>A web address, a mail address, a path.</summary>
    private static bool IsInAddress(ReadOnlySpan<char> text, int at)
    {
        var (from, to) = (at, at);
        while (from > Math.Max(0, at - Far) && text[from - 1] is > ' ' and < '\x7F')
        {
            from--;
        }

        while (to < Math.Min(text.Length, at + Far) && text[to] is > ' ' and < '\x7F')
        {
            to++;
        }

        var run = text[from..to];
        return run.Contains('@') || run.Contains("//", StringComparison.Ordinal)
            || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (run.Contains('/') && run.IndexOfAnyInRange('a', 'z') >= 0);
    }

    /// <summary>A few characters around the place, as they are or as they will be.</summary>
    private static string Excerpt(ReadOnlySpan<char> text, int start, int length, IReadOnlyList<TextEdit> edits, int around)
    {
        var from = Math.Max(0, start - around);
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        var to = Math.Min(text.Length, Math.Min(start + length, start + Most) + around);
        to += to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        var made = new System.Text.StringBuilder();
        var at = from;
        foreach (var edit in edits.Where(e => e.Start >= at && e.Start <= to))
        {
            made.Append(text[at..edit.Start]).Append(edit.Replacement);
            at = edit.End;
        }

        return made.Append(text[Math.Min(at, to)..to]).Replace(HanText.Opaque.ToString(), "").ToString().Trim();
    }
}
