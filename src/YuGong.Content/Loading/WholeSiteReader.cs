using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>Reads what concerns the whole site: <c>statiq.json</c>, <c>taxonomies/</c>, <c>call.yaml</c>.</summary>
internal sealed class WholeSiteReader(LoadRequest request, Diagnostics diagnostics)
{
    /// <summary>JSON is YAML written in brackets, so one reader gives places in both.</summary>
    public Settings Settings()
    {
        var info = new FileInfo(request.SettingsFile);
        if (!info.Exists)
        {
            diagnostics.Report(ContentRules.NoInput, new SourceFile(info.Name, "").Whole, info.Name);
            return Content.Settings.Default;
        }

        var file = TextFile.Read(info.FullName, info.Name, info.Length, "设置", diagnostics);
        return Read(file, SiteSchemas.SettingsSchema, Content.Taxonomies.Empty) ?? Content.Settings.Default;
    }

    public Call? Call(IReadOnlyList<InputFile> files) =>
        files.FirstOrDefault(f => f.Path == "call.yaml") is { } found ? Read(Open(found), SiteSchemas.CallSchema, Content.Taxonomies.Empty) : null;

    public Taxonomies Taxonomies(IReadOnlyList<InputFile> files)
    {
        return new(
            Terms("directions", SiteSchemas.DirectionSchema), Plain("traits"), Plain("trades"), Plain("districts"), Plain("eras", "years"),
            Plain("clusters", "tier"), Plain("fields"), Terms("batches", SiteSchemas.BatchSchema));

        IReadOnlyList<Term> Plain(string name, string? note = null) => Terms(name, SiteSchemas.TermSchema(note));

        IReadOnlyList<T> Terms<T>(string name, Schema<T> schema)
            where T : Term
        {
            if (files.FirstOrDefault(f => f.Path == $"taxonomies/{name}.yaml") is not { } found || Open(found) is not { } file)
            {
                return [];
            }

            var context = new ReadContext(diagnostics, Content.Taxonomies.Empty, request.Today) { Field = name };
            var node = YamlText.Read(file, 0, file.Text.Length, diagnostics);
            if (node is null || !Shapes.ListOf(schema).TryRead(node, context, out var terms))
            {
                return [];
            }

            foreach (var twin in terms!.GroupBy(t => t.Id).Where(g => g.Count() > 1))
            {
                diagnostics.Report(ContentRules.DuplicateInList, file.Whole, name, twin.Key);
            }

            return terms!;
        }
    }

    private SourceFile? Open(InputFile found) => found.IsLink && EntryFolders.LeadsOutside(request, found) ? null
        : TextFile.Read(Path.Combine(request.InputFolder, found.Path), $"{request.InputName}/{found.Path}", found.Size, "词表", diagnostics);

    private T? Read<T>(SourceFile? file, Schema<T> schema, Taxonomies taxonomies)
        where T : class
    {
        if (file is null || YamlText.ReadMapping(file, 0, file.Text.Length, diagnostics) is not { } mapping)
        {
            return null;
        }

        schema.TryRead(mapping, new ReadContext(diagnostics, taxonomies, request.Today), out var value);
        return value;
    }
}
