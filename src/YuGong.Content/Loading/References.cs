using YuGong.Text;

namespace YuGong.Content;

/// <summary>Whole-site checks of what entries say of one another and of their files.</summary>
internal static class References
{
    private static readonly string[] PictureSuffixes = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg"];

    public static void Check(IReadOnlyList<Entry> entries, Taxonomies taxonomies, Diagnostics diagnostics)
    {
        _ = taxonomies;
        var people = entries.OfType<Story>().ToDictionary(s => s.Id);
        var objects = entries.OfType<CollectionObject>().ToDictionary(o => o.Id);
        foreach (var entry in entries)
        {
            CheckCites(entry, diagnostics);
            CheckFiles(entry, diagnostics);
            switch (entry)
            {
                case Story story:
                    CheckStory(story, people, objects, diagnostics);
                    break;
                case CollectionObject made:
                    CheckObject(made, people, diagnostics);
                    break;
                case Dialogue dialogue:
                    Find(people, dialogue.Person, dialogue, "人物", diagnostics);
                    break;
                case Video video:
                    foreach (var person in video.People)
                    {
                        Find(people, person, video, "人物", diagnostics);
                    }

                    break;
            }
        }
    }

    private static void CheckStory(
        Story story, Dictionary<string, Story> people, Dictionary<string, CollectionObject> objects, Diagnostics diagnostics)
    {
        foreach (var relation in story.Related)
        {
            if (relation.Person.Id == story.Id)
            {
                diagnostics.Report(ContentRules.RelatedToItself, relation.Person.Span, story.Id);
            }
            else
            {
                Find(people, relation.Person, story, "人物", diagnostics);
            }
        }

        foreach (var reference in story.Objects)
        {
            if (Find(objects, reference, story, "老物件", diagnostics) is { } made && made.People.All(p => p.Person.Id != story.Id))
            {
                diagnostics.Report(ContentRules.OneSidedObject, reference.Span, story.Id, made.Id, $"在 objects/{made.Id} 的 people 里写上 {{ id: {story.Id}, role: … }}。");
            }
        }

        foreach (var happening in story.Events)
        {
            if (story.Birth is { } birth && happening.Date.Latest < birth.Date.Earliest)
            {
                diagnostics.Report(ContentRules.EventBeforeBirth, happening.Span, happening.Date.Chinese, birth.Date.Chinese);
            }
        }
    }

    private static void CheckObject(CollectionObject made, Dictionary<string, Story> people, Diagnostics diagnostics)
    {
        foreach (var part in made.People)
        {
            if (Find(people, part.Person, made, "人物", diagnostics) is { } story && story.Objects.All(o => o.Id != made.Id))
            {
                diagnostics.Report(ContentRules.OneSidedObject, part.Person.Span, made.Id, story.Id, $"在 stories/{story.Id} 的 objects 里写上 {made.Id}。");
            }
        }
    }

    private static T? Find<T>(Dictionary<string, T> known, Ref reference, Entry from, string what, Diagnostics diagnostics)
        where T : Entry
    {
        if (known.TryGetValue(reference.Id, out var found))
        {
            return found;
        }

        var hint = Suggestion.Nearest(reference.Id, known.Keys) is { } near ? $"是不是想写 {near}?" : "先写好那个条目,或去掉引用。";
        diagnostics.Report(ContentRules.UnknownEntry, reference.Span, from.Id, what, reference.Id, hint);
        return null;
    }

    private static void CheckCites(Entry entry, Diagnostics diagnostics)
    {
        var sources = entry.Frame.Sources;
        foreach (var cite in entry.Claims.SelectMany(c => c.Cites))
        {
            if (!sources.Any(s => s.Id.Id == cite.Id))
            {
                ReportUnknownSource(entry, cite, diagnostics);
            }
        }
    }

    internal static void ReportUnknownSource(Entry entry, Ref cite, Diagnostics diagnostics)
    {
        var ids = entry.Frame.Sources.Select(s => s.Id.Id);
        var hint = Suggestion.Nearest(cite.Id, ids) is { } near && near.Length > 2 ? $"是不是想写 {near}?" : $"sources 里有:{string.Join("、", ids)}。";
        diagnostics.Report(ContentRules.UnknownSource, cite.Span, cite.Id, hint);
    }

    private static void CheckFiles(Entry entry, Diagnostics diagnostics)
    {
        foreach (var picture in entry.Pictures)
        {
            CheckPicture(entry, picture.File, diagnostics);
        }

        foreach (var file in entry.OtherFiles)
        {
            CheckPresent(entry, file, diagnostics);
        }

        if (entry.Frame.Folder.Files.Count == 0)
        {
            return;
        }

        var used = entry.Pictures.Select(p => p.File.Id).Concat(entry.OtherFiles.Select(f => f.Id)).Concat(entry.Frame.Body.Pictures.Select(p => p.Id)).ToHashSet();
        foreach (var name in entry.Frame.Folder.Files.Where(f => !used.Contains(f)))
        {
            diagnostics.Report(ContentRules.UnusedFile, new SourceFile($"{entry.Frame.Folder.Path}/{name}", "").Whole, name);
        }
    }

    internal static void CheckPicture(Entry entry, Ref file, Diagnostics diagnostics)
    {
        if (CheckPresent(entry, file, diagnostics) && !PictureSuffixes.Contains(Path.GetExtension(file.Id), StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Report(ContentRules.NotAPicture, file.Span, file.Id);
        }
    }

    private static bool CheckPresent(Entry entry, Ref file, Diagnostics diagnostics)
    {
        var there = entry.Frame.Folder.Files;
        if (there.Contains(file.Id, StringComparer.Ordinal))
        {
            return true;
        }

        var near = there.FirstOrDefault(f => f.Equals(file.Id, StringComparison.OrdinalIgnoreCase)) ?? Suggestion.Nearest(file.Id, there);
        diagnostics.Report(ContentRules.MissingPicture, file.Span, file.Id, near is null ? "把文件放到条目的文件夹里。" : $"是不是 {near}?(大小写也要一样)");
        return false;
    }
}
