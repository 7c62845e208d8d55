using YuGong.Text;

namespace YuGong.Content;

/// <summary>Whole-site checks of what entries say of one another and of their files.</summary>
internal static class References
{
    private static readonly string[] PictureSuffixes =
        [".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".heic", ".heif", ".svg"];

    private static readonly Phrase WriteFirst = new("先写好那个条目,或去掉引用。", "Write that entry first, or take the reference out.");

    public static void Check(ReadEntries read, Diagnostics diagnostics)
    {
        var entries = read.All;
        var people = entries.OfType<Story>().ToDictionary(s => s.Id);
        var objects = entries.OfType<CollectionObject>().ToDictionary(o => o.Id);
        foreach (var entry in entries)
        {
            CheckCites(entry, diagnostics);
            CheckFiles(entry, read, diagnostics);
            switch (entry)
            {
                case Story story:
                    CheckStory(story, people, objects, read, diagnostics);
                    break;
                case CollectionObject made:
                    CheckObject(made, people, read, diagnostics);
                    break;
                case Dialogue dialogue:
                    Find(people, dialogue.Person, dialogue, "story", read, diagnostics);
                    break;
                case Video video:
                    foreach (var person in video.People)
                    {
                        Find(people, person, video, "story", read, diagnostics);
                    }

                    break;
                case NewsItem news:
                    foreach (var person in news.People)
                    {
                        Find(people, person, news, "story", read, diagnostics);
                    }

                    break;
            }
        }
    }

    /// <summary>Who is named outside of entries and is nobody.</summary>
    /// <param name="from">What names them.</param>
    public static void CheckPeople(string from, IReadOnlyList<Ref> named, ReadEntries read, Diagnostics diagnostics)
    {
        if (named.Count == 0)
        {
            return;
        }

        var people = read.All.OfType<Story>().Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var person in named
            .Where(p => !people.Contains(p.Id) && !read.Unread.Contains(EntryAddresses.Of(EntryKind.Story.Name, p.Id))))
        {
            diagnostics.Report(ContentRules.UnknownEntry, person.Span, from, EntryKind.Story.Words, person.Id,
                Suggestion.Nearest(person.Id, people) is { } near ? Suggestion.Question(near) : WriteFirst);
        }
    }

    private static void CheckStory(
        Story story, Dictionary<string, Story> people, Dictionary<string, CollectionObject> objects, ReadEntries read,
        Diagnostics diagnostics)
    {
        foreach (var relation in story.Related)
        {
            if (relation.Person.Id == story.Id)
            {
                diagnostics.Report(ContentRules.RelatedToItself, relation.Person.Span, story.Id);
            }
            else
            {
                Find(people, relation.Person, story, "story", read, diagnostics);
            }
        }

        foreach (var reference in story.Objects)
        {
            if (Find(objects, reference, story, "object", read, diagnostics) is { } made && made.People.All(p => p.Person.Id != story.Id)
                && MayBeJudged(made, story, read))
            {
                diagnostics.Report(ContentRules.OneSidedObject, reference.Span, story.Id, made.Id,
                    new Phrase($"在 objects/{made.Id} 的 people 里写上 {{ id: {story.Id}, role: … }}。",
                        $"Write {{ id: {story.Id}, role: … }} in people of objects/{made.Id}."));
            }
        }

        CheckDays(story, diagnostics);
    }

    /// <summary>What somebody did or was given lies within their life; honours may come after it.</summary>
    private static void CheckDays(Story story, Diagnostics diagnostics)
    {
        var deeds = story.Events.Select(e => (Claim: (Claim)e, e.Date, MayFollow: e.Posthumous))
            .Concat(story.Projects.Select(p => (Claim: (Claim)p, Date: p.Date!, MayFollow: false)))
            .Concat(story.Honours.Select(h => (Claim: (Claim)h, Date: h.Date!, MayFollow: true)));
        foreach (var (claim, date, mayFollow) in deeds.Where(d => d.Date is not null))
        {
            if (story.Birth is { } birth && date.Latest < birth.Date.Earliest)
            {
                diagnostics.Report(ContentRules.EventBeforeBirth, claim.Span, date.Words, birth.Date.Words);
            }
            else if (!mayFollow && story.Death is { } death && date.Earliest > death.Date.Latest
                && !(death.Date.Latest < story.Birth?.Date.Earliest))
            {
                diagnostics.Report(ContentRules.EventAfterDeath, claim.Span, date.Words, death.Date.Words);
            }
        }
    }

    private static void CheckObject(CollectionObject made, Dictionary<string, Story> people, ReadEntries read, Diagnostics diagnostics)
    {
        foreach (var part in made.People)
        {
            if (Find(people, part.Person, made, "story", read, diagnostics) is { } story && story.Objects.All(o => o.Id != made.Id)
                && MayBeJudged(story, made, read))
            {
                diagnostics.Report(ContentRules.OneSidedObject, part.Person.Span, made.Id, story.Id,
                    new Phrase($"在 stories/{story.Id} 的 objects 里写上 {made.Id}。", $"Write {made.Id} in objects of stories/{story.Id}."));
            }
        }
    }

    /// <summary>What an entry lacks is no mistake of another one while it was read in part, or while work on it alone goes on.</summary>
    private static bool MayBeJudged(Entry other, Entry from, ReadEntries read) =>
        !read.Doubtful.Contains(EntryAddresses.Of(other)) && (!read.IsUnfinished(other) || read.IsUnfinished(from));

    private static T? Find<T>(Dictionary<string, T> known, Ref reference, Entry from, string kind, ReadEntries read,
        Diagnostics diagnostics)
        where T : Entry
    {
        if (known.TryGetValue(reference.Id, out var found))
        {
            return found;
        }

        if (read.Unread.Contains(EntryAddresses.Of(kind, reference.Id)))
        {
            return null;
        }

        var hint = Suggestion.Nearest(reference.Id, known.Keys) is { } near ? Suggestion.Question(near)
            : WriteFirst;
        diagnostics.Report(ContentRules.UnknownEntry, reference.Span, from.Id, EntryKind.Find(kind)!.Words, reference.Id, hint);
        return null;
    }

    private static void CheckCites(Entry entry, Diagnostics diagnostics)
    {
        var sources = entry.Header.Sources;
        foreach (var cite in entry.Claims.SelectMany(c => c.Cites))
        {
            if (entry.Header.SourceOf(cite) is null)
            {
                ReportUnknownSource(entry, cite, diagnostics);
            }
        }
    }

    private static Phrase Known(Phrase ids) => new($"sources 里有:{ids.Zh}。", $"In sources there are: {ids.En}.");

    internal static void ReportUnknownSource(Entry entry, Ref cite, Diagnostics diagnostics)
    {
        var ids = entry.Header.Sources.Select(s => s.Id.Id);
        var hint = Suggestion.Nearest(cite.Id, ids) is { } near && near.Length > 2
            ? Suggestion.Question(near) : Known(Phrase.List(ids));
        diagnostics.Report(ContentRules.UnknownSource, cite.Span, cite.Id, hint);
    }

    private static void CheckFiles(Entry entry, ReadEntries read, Diagnostics diagnostics)
    {
        var complete = true;
        foreach (var picture in entry.Pictures)
        {
            complete &= CheckPicture(entry, picture.File, diagnostics);
        }

        foreach (var file in entry.OtherFiles)
        {
            complete &= CheckPresent(entry, file, diagnostics);
        }

        if (!complete || entry.Header.Folder.Files.Count == 0 || read.Doubtful.Contains(EntryAddresses.Of(entry)))
        {
            return; // a file under another name than the one looked for is not told twice
        }

        var used = entry.Pictures.Select(p => p.File.Id).Concat(entry.OtherFiles.Select(f => f.Id))
            .Concat(entry.Header.Body.Pictures.Select(p => p.Id)).ToHashSet();
        foreach (var name in entry.Header.Folder.Files.Where(f => !used.Contains(f)))
        {
            diagnostics.Report(ContentRules.UnusedFile, new SourceFile($"{entry.Header.Folder.Path}/{name}", "").Whole, name);
        }
    }

    /// <returns>Whether it is there.</returns>
    internal static bool CheckPicture(Entry entry, Ref file, Diagnostics diagnostics)
    {
        var there = CheckPresent(entry, file, diagnostics);
        if (there && !PictureSuffixes.Contains(Path.GetExtension(file.Id), StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Report(ContentRules.NotAPicture, file.Span, file.Id);
        }

        return there;
    }

    private static bool IsLink(string path)
    {
        try
        {
            return FileStat.At(path)?.Kind == FileType.Link;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static bool CheckPresent(Entry entry, Ref file, Diagnostics diagnostics)
    {
        var there = entry.Header.Folder.Files;
        if (there.Contains(file.Id, StringComparer.Ordinal))
        {
            return true;
        }

        if (IsLink(entry.Header.Folder.At(file.Id)))
        {
            return false; // one that is not followed, as was told
        }

        var near = there.FirstOrDefault(f => f.Equals(file.Id, StringComparison.OrdinalIgnoreCase)) ?? Suggestion.Nearest(file.Id, there);
        diagnostics.Report(ContentRules.MissingPicture, file.Span, file.Id, near is null
            ? new("把文件放到条目的文件夹里。", "Put the file into the entry's folder.")
            : new Phrase($"是不是 {near}?(大小写也要一样)", $"Is it {near}? (Capitals count.)"));
        return false;
    }
}
