using System.Text.Json;
using Xunit;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>The same findings for people in both languages, for programs and for code hosts.</summary>
public sealed class FormatsTests
{
    private static readonly Lazy<IReadOnlyList<Diagnostic>> Found = new(() =>
    {
        using var trial = new ExampleProject();
        foreach (var name in new[] { "YG138-not-in-the-vocabulary-in-a-list", "YG167-refers-to-what-is-not-published",
            "YG113-bad-folder-name", "YG250-half-width-mark-beside-han" })
        {
            foreach (var section in Catalogue.Read(name).Input)
            {
                trial.Lay(section);
            }
        }

        return trial.Check();
    });

    [Fact]
    public void I_can_read_findings_in_English() =>
        Golden.Matches(At("check.golden.en.txt"),
            FindingsPrinter.Text(Found.Value, Language.English) + FindingsPrinter.Summary(Found.Value).En + "\n");

    [Fact]
    public void I_can_colour_findings()
    {
        var coloured = FindingsPrinter.Text(Found.Value, Language.Chinese, color: true);
        Assert.Contains("\e[31merror\e[0m", coloured);
        Assert.Equal(FindingsPrinter.Text(Found.Value, Language.Chinese),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9]+m", "", System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_program_can_read_findings() => Golden.Matches(At("check.golden.json"), FindingsJson.Plain(Found.Value, Language.Chinese));

    [Fact]
    public void A_code_host_can_read_findings()
    {
        var sarif = FindingsJson.Sarif(Found.Value, Language.Chinese);
        Golden.Matches(At("check.golden.sarif"), sarif);
        using var parsed = JsonDocument.Parse(sarif);
        var root = parsed.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", root.GetProperty("$schema").GetString());
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("yugong", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        Assert.Equal(rules.Distinct(), rules);
        Assert.Equal(Found.Value.Count, run.GetProperty("results").GetArrayLength());
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Contains(result.GetProperty("ruleId").GetString(), rules);
            Assert.Matches("^(error|warning|note)$", result.GetProperty("level").GetString());
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            var uri = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute);
            Assert.False(uri.IsAbsoluteUri);
            Assert.Matches("^[!-~]+$", uri.OriginalString);
            var region = place.GetProperty("region");
            var (from, to) = ((Number(region, "startLine"), Number(region, "startColumn")),
                (Number(region, "endLine"), Number(region, "endColumn")));
            Assert.True(from.CompareTo((1, 1)) >= 0 && to.CompareTo(from) > 0, region.ToString());
        });
        var edit = Assert.Single(run.GetProperty("results").EnumerateArray(), r => r.TryGetProperty("fixes", out _)).GetProperty("fixes")[0]
            .GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal(("，", 1), (edit.GetProperty("insertedContent").GetProperty("text").GetString(),
            Number(edit.GetProperty("deletedRegion"), "endColumn") - Number(edit.GetProperty("deletedRegion"), "startColumn")));
    }

    [Fact]
    public void Any_number_of_threads_tells_the_same()
    {
        var several = new Diagnostics();
        Parallel.ForEach(Found.Value.Reverse(), d => several.Add([d]));
        Assert.Equal(FindingsPrinter.Text(Found.Value, Language.Chinese), FindingsPrinter.Text(several.Sorted(), Language.Chinese));
    }

    [Fact]
    public void A_long_line_of_rare_characters_is_cut_between_them()
    {
        var file = new SourceFile("input/x.md",
            string.Concat(Enumerable.Repeat("𬌗", 40)) + "?" + string.Concat(Enumerable.Repeat("𬌗", 60)) + "\u001b[2J\n");
        for (var at = 60; at < 100; at += 2)
        {
            var text = FindingsPrinter.Text([new(ContentRules.RawHtml, file.Span(at, 2), "?")], Language.Chinese);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        }

        Assert.DoesNotContain('\u001b',
            FindingsPrinter.Text([new(ContentRules.RawHtml, file.Span(file.Text.Length - 3, 2), "?")], Language.Chinese));
    }

    private static string At(string name) => Path.Combine(Catalogue.Folder, name);

    private static int Number(JsonElement region, string name) => region.GetProperty(name).GetInt32();
}
