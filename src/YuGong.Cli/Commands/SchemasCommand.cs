using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using YuGong.Build;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Documents.Contract;
using YuGong.Pages;
using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong schemas</c>: JSON Schemas of everything that people write by hand, for editor programs with completion.</summary>
internal static class SchemasCommand
{
    public static Command Create()
    {
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var command = new Command("schemas", Terminal.Words(
            "把内容模型和词表写成 input/.schemas/ 里的 JSON Schema:编辑器据此补全前置数据、词表和设置。",
            "Write the content model and the vocabularies as JSON Schemas into input/.schemas/: editors complete front matter, "
            + "vocabularies and settings by them.")) { root, input };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var folder = Path.Combine(project.Input, ".schemas");
            Directory.CreateDirectory(folder);
            foreach (var (name, json) in Of(project))
            {
                File.WriteAllText(Path.Combine(folder, name + ".json"), json, new UTF8Encoding(false));
            }

            var editor = Path.Combine(project.Root, ".vscode", "settings.json");
            var isNew = !File.Exists(editor);
            if (isNew)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(editor)!);
                File.WriteAllText(editor, ForEditors(project), new UTF8Encoding(false));
            }

            var (zh, en) = isNew ? (" 和 .vscode/settings.json", " and .vscode/settings.json") : ("", "");
            Terminal.Say(new($"写好了 {project.InputName}/.schemas/{zh}。词表改了以后再运行一次。",
                $"Wrote {project.InputName}/.schemas/{en}. Run this again when a vocabulary changes."));
            return 0;
        });
        return command;
    }

    public static IReadOnlyList<SiteFile> Files { get; } = [.. SiteFileTable.All, ThemeFiles.Settings, FontListFile.Settings];

    public static IEnumerable<(string Name, string Json)> Of(ProjectFolder project) =>
        EditorSchemas.OfEntries(WordsOf(project)).Concat(Files.Select(f => (f.Name, EditorSchemas.Of(f))));

    /// <summary>The vocabularies alone; of a site that cannot be read none.</summary>
    public static Taxonomies WordsOf(ProjectFolder project)
    {
        var request = project.Reading(Edition.Release, Clock.Today(project));
        var files = InputFiles.Scan(project.Input, project.Root)
            .Where(f => f.Path.StartsWith("taxonomies/", StringComparison.Ordinal)).ToList();
        return SiteLoader.Load(request, files, new())?.Site.Taxonomies ?? Taxonomies.Empty;
    }

    /// <summary>Which file has which schema, as VS Code and its YAML extension read it.</summary>
    public static string ForEditors(ProjectFolder project)
    {
        string SchemaOf(SiteFile file) => $"./{project.InputName}/.schemas/{file.Name}.json";
        string PlaceOf(SiteFile file) => file.Path.Replace("input/", project.InputName + "/", StringComparison.Ordinal);
        var (json, yaml) = (new JsonArray(), new JsonObject());
        foreach (var file in Files)
        {
            if (file.Path.EndsWith(".json", StringComparison.Ordinal))
            {
                json.Add(new JsonObject { ["fileMatch"] = new JsonArray("/" + PlaceOf(file)), ["url"] = SchemaOf(file) });
            }
            else
            {
                yaml[SchemaOf(file)] = PlaceOf(file);
            }
        }

        return Schemas.Text(new JsonObject { ["json.schemas"] = json, ["yaml.schemas"] = yaml });
    }
}
