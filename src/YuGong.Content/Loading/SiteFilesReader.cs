using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// Reads what concerns the whole site: <c>statiq.json</c>, <c>site.yaml</c>, <c>taxonomies/</c>, <c>call.yaml</c>, <c>texts.yaml</c>,
/// <c>map.yaml</c>, <c>lights.yaml</c>.
/// </summary>
internal sealed class SiteFilesReader(LoadRequest request, Diagnostics diagnostics)
{
    private const string TextsFile = "texts.yaml", SiteFile = "site.yaml";

    private readonly List<(SourceFile File, Node Node, IShape Shape)> readable = [];

    /// <summary>The settings, with what the content says of the site's name, navigation and records.</summary>
    public Settings Settings(IReadOnlyList<InputFile> files)
    {
        var settings = Settings();
        if (files.FirstOrDefault(f => f.Path == SiteFile) is not { } found
            || Read(Open(found), SiteKeys.Schema, Content.Taxonomies.Empty) is not { } said)
        {
            return settings;
        }

        Featured = said.Featured;
        return said.Over(settings);
    }

    /// <summary>Who comes first on the home page; known once the settings are read.</summary>
    public IReadOnlyList<Ref> Featured { get; private set; } = [];

    /// <summary>JSON is YAML written in brackets, so one reader gives places in both.</summary>
    public Settings Settings()
    {
        var info = new FileInfo(request.SettingsFile);
        if (!info.Exists)
        {
            diagnostics.Report(ContentRules.NoInput, new SourceFile(info.Name, "").Whole, info.Name);
            return Content.Settings.Default;
        }

        var file = TextFile.Read(info.FullName, info.Name, info.Length, new Phrase("设置", "settings"), diagnostics);
        return Read(file, SiteSchemas.SettingsSchema, Content.Taxonomies.Empty) ?? Content.Settings.Default;
    }

    /// <summary>Null for a site that calls for nothing.</summary>
    public Call? Call(IReadOnlyList<InputFile> files) =>
        files.FirstOrDefault(f => f.Path == "call.yaml") is { } found
            ? Read(Open(found), SiteSchemas.CallSchema, Content.Taxonomies.Empty) : null;

    public SiteTexts Texts(IReadOnlyList<InputFile> files)
    {
        if (files.FirstOrDefault(f => f.Path == TextsFile) is { } found)
        {
            return Read(Open(found), SiteSchemas.TextsSchema, Content.Taxonomies.Empty) ?? SiteTexts.None;
        }

        // A site without any entry has nothing to call by a name.
        if (files.Any(f => f.Path.EndsWith("/index.md", StringComparison.Ordinal)))
        {
            var place = $"{request.InputName}/{TextsFile}";
            diagnostics.Report(ContentRules.NoTexts, new SourceFile(place, "").Whole, place);
        }

        return SiteTexts.None;
    }

    /// <summary>Null for a site without maps.</summary>
    public SketchMap? Map(IReadOnlyList<InputFile> files) =>
        files.FirstOrDefault(f => f.Path == "map.yaml") is { } found
            ? Read(Open(found), MapKeys.Schema, Content.Taxonomies.Empty) : null;

    /// <summary>Null for a site whose home page stays day.</summary>
    public Lights? Lights(IReadOnlyList<InputFile> files) =>
        files.FirstOrDefault(f => f.Path == "lights.yaml") is { } found
            ? Read(Open(found), LightsKeys.Schema, Content.Taxonomies.Empty) : null;

    /// <summary>Files of vocabularies that the site declares, read or not.</summary>
    public HashSet<string> DeclaredFiles { get; } = [];

    /// <summary>Vocabularies that are there but could not be read whole.</summary>
    public HashSet<string> DoubtfulVocabularies { get; } = [];

    public Taxonomies Taxonomies(IReadOnlyList<InputFile> files)
    {
        return new(
            Terms("directions", SiteSchemas.DirectionSchema), Plain("traits"), Plain("trades"), Plain("districts"), Plain("eras", "years"),
            Plain("clusters", "tier"), Plain("fields"),
            Terms("batches", SiteSchemas.BatchSchema)) 
        {
            Places = Terms("places", PlaceKeys.Schema), Names = Terms("names", NameKeys.Schema), Declared = [.. Declared(files)],
        };

        IReadOnlyList<Term> Plain(string name, string? note = null) => Terms(name, SiteSchemas.TermSchema(note));

        IReadOnlyList<T> Terms<T>(string name, Schema<T> schema)
            where T : Term
        {
            if (files.FirstOrDefault(f => f.Path == SiteFileTable.PathOf(name)) is not { } found)
            {
                return [];
            }

            var file = Open(found);
            var node = file is null ? null : YamlReader.Read(file, 0, file.Text.Length, diagnostics);
            if (node is Mapping { Entries.Count: 0 })
            {
                return []; // nothing but comments so far
            }

            if (node is not null)
            {
                readable.Add((file!, node, Shapes.ListOf(schema)));
            }

            var context = new ReadContext(diagnostics, Content.Taxonomies.Empty, request.Today) { Field = name };
            IReadOnlyList<T>? terms = null;
            if (node is null || !Shapes.ListOf(schema).TryRead(node, context, out terms) || !context.Clean)
            {
                DoubtfulVocabularies.Add(name);
                return terms ?? [];
            }

            var ids = ((Sequence)node).Items.OfType<Mapping>().Select(m => m.Find("id")?.Value).OfType<Scalar>();
            foreach (var twin in ids.GroupBy(id => id.Text).SelectMany(same => same.Skip(1)))
            {
                diagnostics.Report(ContentRules.DuplicateInList, twin.Span, name, twin.Text);
            }

            return terms!;
        }
    }

    /// <summary>
    /// What says of itself whose it is. A list under an unknown name is a vocabulary of ours, mistyped: <see cref="EntryFolders"/> says so.
    /// </summary>
    private IEnumerable<Vocabulary> Declared(IReadOnlyList<InputFile> files)
    {
        foreach (var found in files)
        {
            if (SiteFileTable.OwnVocabulary(found.Path) is not { } id || Open(found) is not { } file
                || YamlReader.Read(file, 0, file.Text.Length, new()) is not Mapping { Entries.Count: > 0 })
            {
                continue;
            }

            DeclaredFiles.Add(found.Path);
            if (!Slug.IsValid(id) || VocabularyKeys.IsTaken(id))
            {
                diagnostics.Report(CollectionRules.VocabularyName, file.Whole, id);
            }
            else if (Read(file, VocabularyKeys.Schema, Content.Taxonomies.Empty) is { } vocabulary)
            {
                yield return vocabulary with { Id = id };
            }
        }
    }

    private SourceFile? Open(InputFile found) =>
        request.Unsaved.Of(found.Path) is { } bytes
            ? TextFile.Decode(bytes, $"{request.InputName}/{found.Path}", new Phrase("词表", "vocabulary"), diagnostics)
        : found.IsRefused ? null
        : TextFile.Read(Path.Combine(request.InputFolder, found.Path), $"{request.InputName}/{found.Path}", found.Size,
            new Phrase("词表", "vocabulary"), diagnostics);

    /// <summary>What was read, as readers will read it; not again where an earlier load had nothing to say of the same words.</summary>
    /// <returns>For the next load: the words that nothing is to be said of; null where there is something.</returns>
    public Fingerprint? ReadAsCopy(CopyReader copy, Fingerprint variants)
    {
        var words = readable.Aggregate(copy.Settings.With(variants), (sum, read) => sum.With(Fingerprint.Of(read.File.Text)));
        if (request.CleanBodies.Contains(words))
        {
            return words;
        }

        var told = new Diagnostics();
        foreach (var (file, node, shape) in readable)
        {
            copy.ReadSiteFile(file, node, shape, told);
        }

        diagnostics.Add(told);
        return told.Count == 0 ? words : null;
    }

    private T? Read<T>(SourceFile? file, Schema<T> schema, Taxonomies taxonomies)
        where T : class
    {
        if (file is null || YamlReader.ReadMapping(file, 0, file.Text.Length, diagnostics) is not { } mapping)
        {
            return null;
        }

        readable.Add((file, mapping, schema));
        schema.TryRead(mapping, new(diagnostics, taxonomies, request.Today), out var value);
        return value;
    }
}
