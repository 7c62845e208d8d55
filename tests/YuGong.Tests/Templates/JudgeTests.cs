using System.Text;
using Xunit;
using YuGong.Pages.Templating;
using YuGong.Tests.Support;

namespace YuGong.Tests.Templates;

/// <summary>Whatever a theme may write means what it means in Scriban itself.</summary>
public sealed class JudgeTests
{
    public static TheoryData<string> Constructs =>
        [.. File.ReadAllLines(Repository.At("tests", "YuGong.Tests", "Templates", "constructs.txt")).Where(l => !l.StartsWith('#'))];

    private static readonly (string, string)[] Partials =
    [
        ("partials/two", "[{{ $a }}|{{ $b }}]\n"),
        ("partials/outer", "<{{ include 'two' a: $card.title b: 7 }}{{ site.title }}{{ meta.canonical }}>"),
        ("partials/listed", "{{ for one in $facts }}{{ for.index }}{{ else }}无{{ end }}"),
    ];

    [Theory]
    [MemberData(nameof(Constructs))]
    public void A_construct_means_what_it_means_in_Scriban(string template)
    {
        var theme = OurTheme.With([("person", template.Replace('⏎', '\n')), .. Partials]);
        var right = new ScribanJudge(theme).Render("person", OurTheme.Person, inLayout: false);
        Assert.Equal(right, Encoding.UTF8.GetString(OurTheme.Engine(theme).Render("person", OurTheme.Person, inLayout: false).Span));
    }

    [Fact]
    public void Every_page_of_the_site_is_what_Scriban_itself_makes_of_it()
    {
        var engine = OurTheme.Engine(OurTheme.Theme);
        var judge = new ScribanJudge(OurTheme.Theme);
        Assert.All(OurTheme.Pages, p => Assert.Equal(
            judge.Render(p.Page.Template, p.Model, p.Page.InLayout),
            Encoding.UTF8.GetString(engine.Render(p.Page.Template, p.Model, p.Page.InLayout).Span)));
    }

    /// <summary>In Scriban a variable hides a function of its name.</summary>
    [Fact]
    public void Nothing_that_a_page_has_is_called_like_a_function()
    {
        var schema = new TemplateSchema(OurTheme.Theme.Settings.Pages);
        var names = schema.Templates.SelectMany(t => schema.PageOf(t)!.Members.Keys).Concat(schema.Everywhere.Keys);
        Assert.Empty(names.Intersect(TemplateFunctions.All.Keys));
    }
}
