using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Tests.Findings;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Api;

/// <summary>The files about the whole site are checked, described and completed by one table.</summary>
public sealed class SettingsTests
{
    /// <summary>With a slip of the finger in a key, and the line it is on.</summary>
    public static TheoryData<string, string, string, int> Slips => new()
    {
        { "statiq.json", "{\n  \"Hosst\": \"a.example\",\n  \"Host\": \"a.example\",\n  \"YuGong\": { \"Title\": \"站\" }\n}\n", "Host", 2 },
        { "input/call.yaml", "titel: 通知\n", "title", 1 },
        { "input/texts.yaml", "person: 人物\nobjekt: 物件\n", "object", 2 },
        { "input/map.yaml", "north: 北\nsheeets: []\n", "sheets", 2 },
        { "input/taxonomies/directions.yaml", "- id: builder\n  name: 建设者\n  shorts: 建\n", "short", 3 },
        { "input/taxonomies/eras.yaml", "- { id: a, name: 甲, yeers: 1900 }\n", "years", 1 },
        { "input/taxonomies/places.yaml", "- { id: a, name: 甲, att: [29, 106] }\n", "at", 1 },
        { "themes/yugong/theme.json", "{ \"name\": \"yugong\",\n  \"pagess\": [] }\n", "pages", 2 },
    };

    [Fact]
    public void The_reference_says_every_key() => Golden.Matches(Repository.At("docs", "settings.md"), SettingsPage.Write());

    [Fact]
    public void Editor_programs_are_told_which_file_has_which_schema() =>
        Golden.Matches(Repository.At(".vscode", "settings.json"), SchemasCommand.ForEditors(ProjectFolder.At(Repository.Root)));

    [Fact]
    public void Every_file_about_the_whole_site_is_in_the_table()
    {
        var known = SchemasCommand.Files.Select(f => f.Path.Replace("*", "yugong", StringComparison.Ordinal)).ToHashSet();
        string[] folders =
            [Repository.Root, Repository.At("input"), Repository.At("input", "taxonomies"), Repository.At("themes", "yugong")];
        var there = folders.SelectMany(f => Directory.GetFiles(f)).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => f == "statiq.json" || Path.GetFileName(f) == "theme.json" || Path.GetExtension(f) == ".yaml");
        Assert.Equal([], there.Except(known));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_in_a_key_is_told_with_its_line_and_the_key_that_was_meant(string path, string text, string meant, int line)
    {
        using var project = new ExampleProject();
        project.Put(path, text);
        var told = project.Check().First(d => d.Rule == ContentRules.UnknownKey);
        Assert.Equal((path, line, $"是不是想写 {meant}?"),
            (told.Span.File.Path, told.Span.File.At(told.Span.Start).Line, told.Hint(Language.Chinese)));
    }

    [Fact]
    public void The_key_by_which_editor_programs_find_a_schema_is_no_mistake()
    {
        using var project = new ExampleProject();
        foreach (var path in new[] { "statiq.json", "themes/yugong/theme.json" })
        {
            project.Put(path, File.ReadAllText(project.At(path)).Insert(1, "\n  \"$schema\": \"./input/.schemas/statiq.json\","));
        }

        Assert.Equal([], project.Check());
    }
}
