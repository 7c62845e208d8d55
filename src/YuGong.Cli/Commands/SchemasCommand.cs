using System.CommandLine;
using System.Text;
using YuGong.Api;
using YuGong.Build;
using YuGong.Content;
using YuGong.Documents.Contract;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong schemas</c>: JSON Schemas of the front matter, for editors with completion.</summary>
internal static class SchemasCommand
{
    public static Command Create()
    {
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var command = new Command("schemas", "把内容模型和词表写成 input/.schemas/ 里的 JSON Schema,编辑器据此补全前置数据。") { root, input };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var folder = Path.Combine(project.Input, ".schemas");
            Directory.CreateDirectory(folder);
            foreach (var (name, json) in Of(project))
            {
                File.WriteAllText(Path.Combine(folder, name + ".json"), json, new UTF8Encoding(false));
            }

            Console.WriteLine($"写好了 {project.InputName}/.schemas/。词表改了以后再运行一次。");
            return 0;
        });
        return command;
    }

    public static IEnumerable<(string Name, string Json)> Of(ProjectFolder project)
    {
        var request = project.Reading(Edition.Release, Clock.Today(project));
        var files = InputFiles.Scan(project.Input).Where(f => f.Path.StartsWith("taxonomies/", StringComparison.Ordinal)).ToList();
        return FrontMatterSchemas.All(SiteLoader.Load(request, files, new())?.Site.Taxonomies ?? Taxonomies.Empty);
    }
}
