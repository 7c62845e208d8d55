using System.Collections.Concurrent;
using YuGong.Content.CopyDesk;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Checks Markdown bodies: links, anchors, citations, pictures, headings, length. A body that was found clean before,
/// in the same file, with the same files beside it and the same addresses to link to, is not parsed again.
/// </summary>
internal static class BodyCheck
{
    public static IReadOnlySet<Fingerprint> Check(ReadEntries read, EntryAddresses addresses, NameCheck names, LoadRequest request,
         Diagnostics diagnostics)
    {
        var entries = read.All;
        var universe = Fingerprint.Of(string.Join('\n', addresses.All.Order(StringComparer.Ordinal))).With(names.Fingerprint);
        var clean = new ConcurrentDictionary<Fingerprint, bool>();
        Parallel.For(0, entries.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, i =>
        {
            var entry = entries[i];
            var key = KeyOf(entry, universe);
            if (request.CleanBodies.Contains(key))
            {
                clean[key] = true;
                return;
            }

            var found = new Diagnostics();
            var looksElsewhere = Noting(entry, () =>
            {
                names.Read(entry, found);
                return CheckOne(entry, addresses, read, found);
            });
            diagnostics.Add(found.Sorted());
            if (found.Count == 0 && !looksElsewhere)
            {
                clean[key] = true;
            }
        });
        return clean.Keys.ToHashSet();
    }

    private static bool Noting(Entry entry, Func<bool> check)
    {
        try
        {
            return check();
        }
        catch (Exception e) when (Whereabouts.Note(e, entry.Header.Body.File.Path))
        {
            throw;
        }
    }

    private static Fingerprint KeyOf(Entry entry, Fingerprint universe)
    {
        var folder = entry.Header.Folder;
        var place = folder.Files.Count == 0 ? folder.Path : $"{folder.Path}\n{string.Join('\n', folder.Files)}";
        return entry.Header.Body.BodyDigest.WholeFile.With(Fingerprint.Of(place)).With(universe);
    }

    /// <returns>Whether the verdict depends on another entry's headings.</returns>
    private static bool CheckOne(Entry entry, EntryAddresses addresses, ReadEntries read, Diagnostics diagnostics)
    {
        var body = entry.Header.Body;
        if (body.IsEmpty)
        {
            if (entry is not Dialogue)
            {
                diagnostics.Report(ContentRules.EmptyBody,
                    body.File.Span(body.File.Text.LastIndexOf("---", body.Start, StringComparison.Ordinal), 3));
            }

            return false;
        }

        diagnostics.Add(body.Findings);
        CheckCitations(entry, read.Doubtful.Contains(EntryAddresses.Of(entry)), diagnostics);
        foreach (var picture in body.Pictures)
        {
            References.CheckPicture(entry, picture, diagnostics);
        }

        // What is still open belongs to the story; pages only set it apart.
        if (entry is Story story && body.Han + story.OpenQuestions.Sum(q => q.Count(HanText.IsHan)) is var count and (< 600 or > 1200))
        {
            diagnostics.Report(ContentRules.BodyLength,
                body.File.Span(body.File.Text.Length - body.File.Text.AsSpan(body.Start).TrimStart().Length, 0), count.ToString(),
                "600–1200");
        }

        var looksElsewhere = false;
        foreach (var link in body.Links)
        {
            looksElsewhere |= CheckLink(entry, link, addresses, read, diagnostics);
        }

        return looksElsewhere;
    }

    private static void CheckCitations(Entry entry, bool doubtful, Diagnostics diagnostics)
    {
        var cited = entry.Claims.SelectMany(c => c.Cites).Concat(entry.Header.Body.Cites).Select(c => c.Id).ToHashSet();
        foreach (var cite in entry.Header.Body.Cites)
        {
            if (entry.Header.SourceOf(cite) is null)
            {
                References.ReportUnknownSource(entry, cite, diagnostics);
            }
        }

        foreach (var source in entry.Header.Sources.Where(s => !doubtful && !cited.Contains(s.Id.Id)))
        {
            diagnostics.Report(ContentRules.UnusedSource, source.Id.Span, source.Id.Id);
        }
    }

    private static bool CheckLink(Entry entry, Link link, EntryAddresses addresses, ReadEntries read, Diagnostics diagnostics)
    {
        var target = link.Target;
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (target, null) : (target[..hash], target[(hash + 1)..]);
        if (path.Length > 0 && path[0] != '/')
        {
            diagnostics.Report(ContentRules.BadLink, link.Span, target);
            return false;
        }

        var owner = entry;
        if (path.Length > 0 && !addresses.TryFind(path, out owner!))
        {
            var near = Suggestion.Nearest(path, addresses.All);
            diagnostics.Report(ContentRules.BrokenLink, link.Span, path, near is null
                ? new Phrase("检查地址;站内地址以 / 开头和结尾。", "Check the address; addresses of this site begin and end with /.")
                : Suggestion.Question(near));
            return false;
        }

        if (anchor is null || owner is null || anchor.StartsWith("source-", StringComparison.Ordinal))
        {
            return false;
        }

        var headings = owner.Header.Body.Headings;
        var wanted = Uri.UnescapeDataString(anchor);
        var mayCome = read.IsUnfinished(owner) && !read.IsUnfinished(entry); // and is no link before then (YG167)
        if (!mayCome && !headings.Any(h => h.Anchor == wanted))
        {
            diagnostics.Report(ContentRules.BrokenAnchor, link.Span, path.Length == 0 ? new Phrase("本页", "this page") : path, wanted,
                Headings(Phrase.List(headings.Select(h => "#" + h.Anchor))));
        }

        return path.Length > 0;
    }

    private static Phrase Headings(Phrase list) => list.Zh.Length == 0
        ? new("那一页没有小标题。", "That page has no headings.") : new($"那一页有:{list.Zh}。", $"That page has: {list.En}.");
}
