using System.Text;
using Xunit;
using YuGong.Publishing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Templates;

/// <summary>What theme authors are told, and what no template can do.</summary>
public sealed class MistakesTests
{
    private const string LineBreak = "⏎";

    private static readonly (string Name, string Text)[] Partials =
    [
        ("partials/misspelt", "{{ $card.title }}{{ $crad.title }}{{ $card.titel }}"),
        ("partials/selfish", "{{ include 'mirror' card: $card }}"), ("partials/mirror", "{{ include 'selfish' card: $card }}"),
        ("partials/left-open", "{{ if site.preview }}"),
    ];

    private static string Told => Repository.At("tests", "YuGong.Tests", "Templates", "mistakes.txt");

    [Fact]
    public void Every_mistake_in_a_template_is_told_with_its_place()
    {
        var told = new StringBuilder();
        foreach (var line in File.ReadAllLines(Told).Where(l => !l.StartsWith("  ", StringComparison.Ordinal)))
        {
            told.Append(line).Append('\n');
            if (!line.StartsWith('#'))
            {
                Tell(line.Replace(LineBreak, "\n", StringComparison.Ordinal), told);
            }
        }

        Golden.Matches(Told, told.ToString());
        Assert.DoesNotContain("}}\n{{", told.ToString(), StringComparison.Ordinal); // something is said of each
    }

    [Fact]
    public void Nothing_is_wrong_with_the_theme() => Assert.Equal([], Check().Select(Sentence));

    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    public void Blocks_within_blocks_are_a_finding_and_not_the_end_of_the_program(int deep)
    {
        var template = Repeated("{{ if document.pinyin }}", deep) + Repeated("{{ end }}", deep);
        Assert.Equal(deep > 100, Check(("person", template)).Any());
        var nested = "{{ " + new string('(', deep) + "document.position" + new string(')', deep) + " }}";
        Assert.Equal(deep > 100, Check(("person", nested)).Any());
    }

    [Fact]
    public void Spoiled_templates_are_findings_or_pages_and_never_an_exception()
    {
        string[] shards =
        [
            "{{", "}}", "{", "}", "'", "\"", "end", "for x in ", "if ", "|", ".", "?.", "$", "#", "%", "(", "[", "=", "\u2028", "\0",
            "else", "~", ":",
        ];
        var random = new Random(20);
        var whole = OurTheme.Theme.Templates["person"].File.Text;
        for (var i = 0; i < 300; i++)
        {
            var text = whole;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                text = text[..at] + shards[random.Next(shards.Length)] + text[Math.Min(text.Length, at + random.Next(4))..];
            }

            var engine = OurTheme.Engine(OurTheme.With(("person", text)));
            var findings = new Diagnostics();
            engine.Check(findings);
            if (!findings.HasErrors)
            {
                engine.Render("person", OurTheme.Person, inLayout: true);
            }
        }
    }

    [Fact]
    public void Loops_that_multiply_beyond_any_page_are_stopped()
    {
        const int Deep = 20; // five directions: 5²⁰ turns
        var template = Repeated("{{ for d in site.directions }}", Deep) + Repeated("{{ end }}", Deep);
        var engine = OurTheme.Engine(OurTheme.With(("person", template)));
        var stopped = Assert.Throws<CannotRenderException>(() => engine.Render("person", OurTheme.Person, inLayout: false));
        Assert.Equal("YG311 模板里不能有 for × 10,000,000。", $"{stopped.Finding.Rule.Code} {stopped.Finding.Message(Language.Chinese)}");
    }

    [Fact]
    public void A_template_with_a_mistake_is_never_rendered()
    {
        var engine = OurTheme.Engine(OurTheme.With(("person", "{{ include 'broken' }}"), ("partials/broken", "{{ nosuch }}")));
        var refused = Assert.Throws<CannotRenderException>(() => engine.Render("person", OurTheme.Person, inLayout: false));
        Assert.Equal("YG303", refused.Finding.Rule.Code);
        Assert.Equal("partials/broken.scriban", refused.Finding.Span.File.Path);
    }

    [Fact]
    public void Without_a_layout_a_page_is_a_whole_document()
    {
        var templates = OurTheme.With(("person", "<!DOCTYPE html><title>{{ document.title }}</title>")).Templates;
        var bare = OurTheme.Theme with { Templates = templates.Where(t => t.Key != "layout").ToDictionary() };
        var page = Encoding.UTF8.GetString(OurTheme.Engine(bare).Render("person", OurTheme.Person, inLayout: true).Span);
        Assert.Matches("^<!DOCTYPE html><title>[^<]+</title>$", page);
    }

    [Fact]
    public void Many_threads_render_the_same_templates_at_once()
    {
        var want = OurTheme.Pages.Select(p => OurTheme.Engine(OurTheme.Theme).Render(p.Page.Template, p.Model, p.Page.InLayout)).ToArray();
        var engine = OurTheme.Engine(OurTheme.Theme); // compiles while it renders
        Parallel.For(0, 1000, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            var (page, model) = OurTheme.Pages[i * 7 % want.Length];
            Assert.True(engine.Render(page.Template, model, page.InLayout).Span.SequenceEqual(want[i * 7 % want.Length].Span));
        });
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void Tell(string template, StringBuilder told)
    {
        bool IsIncluded(string name) => template.Contains($"'{Path.GetFileName(name)}'", StringComparison.Ordinal);
        var included = Partials.Where(p => p.Name == "partials/mirror" || IsIncluded(p.Name));
        foreach (var finding in Check([("person", template), .. included]))
        {
            told.Append("  ").Append(Sentence(finding)).Append('\n');
        }
    }

    private static IReadOnlyList<Diagnostic> Check(params IEnumerable<(string, string)> changed)
    {
        var findings = new Diagnostics();
        OurTheme.Engine(OurTheme.With(changed)).Check(findings);
        return findings.Sorted();
    }

    private static string Sentence(Diagnostic finding)
    {
        var (file, start, length) = finding.Span;
        var (line, column) = file.At(start);
        var place = $"{Path.GetFileNameWithoutExtension(file.Path)}:{line}:{column}";
        var words = file.Text.Substring(start, length).Replace("\n", LineBreak, StringComparison.Ordinal);
        var hint = finding.Hint(Language.Chinese).Split('、', 4); // lists of names grow with the views
        var first = string.Join('、', hint.Take(3)) + (hint.Length > 3 ? "…" : "");
        return $"{place} «{words}» {finding.Rule.Code} {finding.Message(Language.Chinese)} {first}";
    }
}
