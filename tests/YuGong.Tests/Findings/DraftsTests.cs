using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>An unfinished entry never blocks a build: what is wrong in it is told, and is an error only from <c>ready</c> on.</summary>
public sealed partial class DraftsTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, Outcome>> Ran = new(RunAll);

    public static TheoryData<string> Examples => [.. Names];

    private static IEnumerable<string> Names => Catalogue.ExampleNames.Where(name => Catalogue.Read(name).Findings is { How: "" } said
        && ErrorInEntry().IsMatch(said.Text));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_same_mistake_in_a_draft_is_told_and_blocks_nothing(string name)
    {
        var ran = Ran.Value[name];
        Assert.Equal([], ran.Entries.Count == 0 ? [] : ran.Errors);
        Assert.All(ran.Entries, entry => Assert.Contains(ran.Told, place => place.StartsWith(entry, StringComparison.Ordinal)));
    }

    [Fact]
    public void Private_data_is_an_error_in_a_draft_too_whatever_else_is_wrong_with_it()
    {
        foreach (var broken in new[] { "title: [", "title: \u00b9\u00b9\u00b9" })
        {
            using var trial = new ExampleProject();
            var bytes = Encoding.Latin1.GetBytes($"---\nid: zhi-sou\nstatus: draft\n{broken}\n---\n13812345678\n");
            trial.Put("input/stories/zhi-sou/index.md", bytes);
            trial.Put("input/stories/zhi-sou/old/index.md", "13912345678");
            var errors = trial.Check().Where(d => d.Severity == Severity.Error).Select(d => $"{d.Rule.Code} {d.Span.File.Path}");
            Assert.Equal([broken[^1] == '[' ? "YG135 input/stories/zhi-sou/index.md" : "YG213 input/stories/zhi-sou/index.md",
                "YG213 input/stories/zhi-sou/old/index.md"], errors);
        }
    }

    [Theory]
    [InlineData("status: draft", false)]
    [InlineData("status: 'review' # 等档案馆回信", false)]
    [InlineData("status: ready", true)]
    [InlineData("status: darft", true)]
    [InlineData("status: draft\nstatus: published", true)]
    [InlineData("  status: draft", true)]
    public void Of_an_entry_that_cannot_be_read_the_line_with_the_status_counts(string line, bool blocks)
    {
        using var trial = new ExampleProject();
        trial.Put("input/stories/zhi-sou/index.md", $"---\nid: zhi-sou\n{line}\nname: \"智叟\n---\n正文。\n");
        Assert.Equal(blocks, trial.Check().Any(d => d.Severity == Severity.Error));
    }

    [Fact]
    public void A_story_that_names_a_draft_nobody_can_read_is_built_without_it()
    {
        using var trial = new ExampleProject();
        trial.Put("input/objects/ji-ben/index.md", "---\nid: ji-ben\nstatus: draft\ntitle: [\n---\n");
        var findings = new Diagnostics();
        var options = new RunOptions(trial.Project, ExampleProject.Today, Edition.Release) { Jobs = 1, WithFonts = false };
        Assert.False(DiskBuild.Run(options, new(), findings, CancellationToken.None).IsRefused);
        Assert.Equal(["YG122", "YG167", "YG167"], findings.Sorted().Select(d => d.Rule.Code).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(trial.At("output/people/yu-gong/index.html"));
        Assert.DoesNotContain("objects/ji-ben", page, StringComparison.Ordinal);
        Assert.False(File.Exists(trial.At("output/objects/ji-ben/index.html")));
    }

    private static ConcurrentDictionary<string, Outcome> RunAll()
    {
        var ran = new ConcurrentDictionary<string, Outcome>();
        Parallel.ForEach(Names, name => ran[name] = Run(Catalogue.Read(name)));
        return ran;
    }

    private static Outcome Run(Example example)
    {
        using var trial = new ExampleProject();
        foreach (var section in example.Input)
        {
            trial.Lay(section);
        }

        var entries = ErrorInEntry().Matches(example.Findings.Text).Select(m => m.Groups[1].Value).Distinct()
            .Where(e => SayDraft(trial.At($"{e}/index.md"))).ToList();
        var found = trial.Check();
        var errors = found.Where(d => d.Severity == Severity.Error && !d.Rule.IsSafeguard && d.Rule != PublishingRules.VanishedAddress);
        return new(
            entries, [.. errors.Select(d => $"{d.Rule.Code} {d.Span.File.Path} {d.Message(Language.Chinese)}")],
            [.. found.Select(d => d.Span.File.Path)]);
    }

    /// <summary>In bytes, as the file may be no UTF-8. What has no front matter says nothing.</summary>
    private static bool SayDraft(string path)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        var said = Status().IsMatch(text) ? Status().Replace(text, "status: draft") : Fence().Replace(text, "$0status: draft\n", 1);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(said));
        return said.Contains("status: draft", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "^(input/(?:stories|objects|dialogues|videos|pages)/[^/\n:]+)[^\n:]*:[0-9]+:[0-9]+: error ", RegexOptions.Multiline, 1000)]
    private static partial Regex ErrorInEntry();

    [GeneratedRegex("^status:[^\r\n]*", RegexOptions.Multiline, 1000)]
    private static partial Regex Status();

    [GeneratedRegex("^(\u00ef\u00bb\u00bf)?---\r?\n", RegexOptions.None, 1000)]
    private static partial Regex Fence();

    /// <param name="Entries">That are drafts now.</param>
    /// <param name="Errors">But for safeguards and for addresses that were published before.</param>
    /// <param name="Told">The file of every finding.</param>
    private sealed record Outcome(IReadOnlyList<string> Entries, IReadOnlyList<string> Errors, IReadOnlyList<string> Told);
}
