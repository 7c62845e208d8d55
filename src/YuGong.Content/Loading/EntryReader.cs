using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>Reads entries from their folders, several at a time.</summary>
internal static class EntryReader
{
    public static IReadOnlyList<Entry> ReadAll(
        LoadRequest request, IReadOnlyList<FoundEntry> found, Settings settings, Taxonomies taxonomies, string? publicMail, Diagnostics diagnostics)
    {
        var read = new Entry?[found.Count];
        string[] allowedMail = publicMail is null ? [] : [publicMail];
        Parallel.For(0, found.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, i =>
            read[i] = Read(found[i], settings, new ReadContext(diagnostics, taxonomies, request.Today), allowedMail, diagnostics));
        return [.. read.Where(e => e is not null)!];
    }

    private static Entry? Read(FoundEntry found, Settings settings, ReadContext context, string[] allowedMail, Diagnostics diagnostics)
    {
        var file = TextFile.Read(Path.Combine(found.Folder.FullPath, "index.md"), $"{found.Folder.Path}/index.md", found.Index.Size, found.Kind, diagnostics);
        if (file is null)
        {
            return null;
        }

        foreach (var (start, length, kind) in PrivateData.Find(file.Text, allowedMail))
        {
            if (!InsideAddress(file.Text, start))
            {
                diagnostics.Report(ContentRules.PrivateValue, file.Span(start, length), kind, file.Text.Substring(start, length));
            }
        }

        if (FrontMatter.Find(file, diagnostics) is not { } matter
            || YamlText.ReadMapping(file, matter.Start, matter.Length, diagnostics) is not { } mapping)
        {
            return null;
        }

        var id = found.Folder.Path[(found.Folder.Path.LastIndexOf('/') + 1)..];
        var addressOf = settings.LinkRewriter(EntryAddresses.Of(found.Kind, id));
        var (schema, read) = Kind(found.Kind);
        var reader = new MapReader(mapping, schema, context);
        var frame = FrameKeys.Read(
            reader, found.Folder, found.Kind == "page" ? Status.Published : Status.Draft, sources => new Body(file, matter.BodyStart, sources, addressOf));
        return frame is null ? null : read(reader, frame);
    }

    private static (ISchema Schema, Func<MapReader, Frame, Entry?> Read) Kind(string kind) => kind switch
    {
        "story" => (EntrySchemas.Story, StorySchema.Read),
        "object" => (EntrySchemas.Object, ObjectSchema.Read),
        "dialogue" => (EntrySchemas.Dialogue, DialogueSchema.Read),
        "video" => (EntrySchemas.Video, VideoSchema.Read),
        _ => (EntrySchemas.Page, PageSchema.Read),
    };

    /// <summary>Numbers and at-signs in the address of a source are no private data.</summary>
    private static bool InsideAddress(string text, int at)
    {
        var start = text.LastIndexOfAny([' ', '\n', '"', '\'', '(', '<'], at) + 1;
        return text.AsSpan(start).StartsWith("http", StringComparison.OrdinalIgnoreCase);
    }
}
