using YuGong.Content.Markdown;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Writing;

/// <summary>
/// A text with its fixes in it. Everything else stays as it is: an edit that would make another file of it (YAML that says otherwise or
/// nothing at all, a body with other links) is left out.
/// </summary>
/// <param name="Before">As it was.</param>
/// <param name="Edits">Those that were made: places of the text before, in order.</param>
public sealed record FixedText(string Path, string Before, IReadOnlyList<TextEdit> Edits)
{
    public string Text { get; } = With(Before, Edits);

    /// <param name="file">Its suffix says what is in it.</param>
    public static FixedText Of(SourceFile file, IEnumerable<Fix> fixes)
    {
        var (path, text) = (file.Path, file.Text);
        var all = WithoutOverlaps(fixes);
        if (all.Count == 0 || IsKept(path, text, all))
        {
            return new(path, text, [.. all.SelectMany(f => f).OrderBy(e => e.Start)]);
        }

        var kept = new List<IReadOnlyList<TextEdit>>();
        foreach (var fix in all)
        {
            kept.Add(fix);
            if (!IsKept(path, text, kept))
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        return new(path, text, [.. kept.SelectMany(f => f).OrderBy(e => e.Start)]);
    }

    /// <summary>The first of those that want the same place; a second run sees what is left.</summary>
    private static List<IReadOnlyList<TextEdit>> WithoutOverlaps(IEnumerable<Fix> fixes)
    {
        var taken = new List<TextEdit>();
        var kept = new List<IReadOnlyList<TextEdit>>();
        foreach (var fix in fixes.OrderBy(f => f.Edits[0].Start))
        {
            if (!fix.Edits.Any(e => taken.Any(t => e.Start < t.End && t.Start < e.End) || taken.Contains(e)))
            {
                taken.AddRange(fix.Edits);
                kept.Add(fix.Edits);
            }
        }

        return kept;
    }

    private static string With(string text, IReadOnlyList<TextEdit> edits)
    {
        var made = new System.Text.StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var edit in edits)
        {
            made.Append(text, at, edit.Start - at).Append(edit.Replacement);
            at = edit.End;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsKept(string path, string text, List<IReadOnlyList<TextEdit>> fixes)
    {
        List<TextEdit> edits = [.. fixes.SelectMany(f => f).OrderBy(e => e.Start)];
        var (before, after) = (new SourceFile(path, text), new SourceFile(path, With(text, edits)));
        return System.IO.Path.GetExtension(path) switch
        {
            ".md" => IsSameEntry(before, after, edits),
            ".yaml" or ".json" => IsSame(Read(before, 0, text.Length), Read(after, 0, after.Text.Length), edits),
            _ => true,
        };
    }

    /// <summary>What is broken already is not made worse by a mended character.</summary>
    private static bool IsSameEntry(SourceFile before, SourceFile after, List<TextEdit> edits)
    {
        if (FrontMatter.Find(before, new()) is not { } old)
        {
            return true;
        }

        return FrontMatter.Find(after, new()) is { } now
            && IsSame(Read(before, old.Start, old.Length), Read(after, now.Start, now.Length), edits)
            && (edits[^1].End <= old.BodyStart || IsSameBody(before, old.BodyStart, after, now.BodyStart));
    }

    private static bool IsSameBody(SourceFile before, int from, SourceFile after, int to)
    {
        var nothing = new BodyContext([], [], a => a);
        var (old, now) = (MarkdownText.Parse(before, from, nothing), MarkdownText.Parse(after, to, nothing));
        return old.Links.Select(l => l.Target).SequenceEqual(now.Links.Select(l => l.Target))
            && old.Pictures.Select(p => p.Id).SequenceEqual(now.Pictures.Select(p => p.Id))
            && old.Cites.Select(c => c.Id).SequenceEqual(now.Cites.Select(c => c.Id))
            && old.Headings.Select(h => h.Level).SequenceEqual(now.Headings.Select(h => h.Level))
            && now.Findings.Count <= old.Findings.Count;
    }

    private static Node? Read(SourceFile file, int start, int length) => YamlReader.Read(file, start, length, new());

    private static bool IsSame(Node? before, Node? after, List<TextEdit> edits) => (before, after) switch
    {
        (null, _) => true,
        (Scalar old, Scalar now) => old.Plain == now.Plain && now.Text == Edited(old, edits),
        (Sequence old, Sequence now) => old.Items.Count == now.Items.Count
            && old.Items.Zip(now.Items).All(pair => IsSame(pair.First, pair.Second, edits)),
        (Mapping old, Mapping now) => old.Entries.Count == now.Entries.Count && old.Entries.Zip(now.Entries).All(pair =>
            pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value, edits)),
        _ => false,
    };

    /// <summary>What the value must say afterwards; null when an edit stands across its border or within an escape.</summary>
    private static string? Edited(Scalar old, List<TextEdit> edits)
    {
        var (from, to) = (old.Span.Start, old.Span.Start + old.Span.Length);
        var own = edits.Where(e => e.Start < to && e.End > from).ToList();
        if (own.Count == 0)
        {
            return old.Text;
        }

        if (ScalarPlaces.Of(old) is not { } places)
        {
            return null;
        }

        var within = new List<TextEdit>();
        foreach (var edit in own)
        {
            var start = IndexOf(i => places.StartOf(i) == edit.Start);
            var end = edit.Length == 0 ? start - 1 : IndexOf(i => places.EndOf(i) == edit.End);
            if (start < 0 || end < start - 1)
            {
                return null;
            }

            within.Add(new(start, end - start + 1, edit.Replacement));
        }

        return With(old.Text, within);

        int IndexOf(Func<int, bool> holds) => Enumerable.Range(0, old.Text.Length).FirstOrDefault(holds, -1);
    }
}
