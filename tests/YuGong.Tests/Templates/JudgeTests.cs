using System.Text;
using Xunit;
using YuGong.Pages.Views;

namespace YuGong.Tests.Templates;

/// <summary>Whatever a theme may write means what it means in Scriban itself.</summary>
public sealed class JudgeTests
{
    /// <summary>Each is the whole <c>person</c> template.</summary>
    public static TheoryData<string> Constructs =>
    [
        "", "只有字", "{{ card.name }}", "{{card.name}}", "a {{- card.name -}} b", "a\n{{~ card.name ~}}\nb", "{{ 'a<b\"&' }}{{ \"c'd\" }}",
        "{{ card.name; card.latin_name }}", "{{ card.name\ncard.latin_name }}", "{{ # 说明\n }}a{{ ## 说明 ## card.name }}",
        "{{ 1 }}{{ 2.5 }}{{ true }}{{ false }}{{ null }}", "{{ position }}/{{ route_length }}", "{{ (card.name) }}", "{{ pinyin }}", "{{ body.html }}",
        "{{ if pinyin }}有{{ else }}无{{ end }}", "{{ if !pinyin }}无{{ else if card.years }}年{{ else }}有{{ end }}",
        "{{ if position && route_length }}a{{ end }}{{ if !position || !route_length }}b{{ end }}{{ if (position || pinyin) && !meta.ribbon }}c{{ end }}",
        "{{ if card.name == '税西恒' }}a{{ else }}b{{ end }}{{ if card.name != \"税西恒\" }}c{{ end }}",
        "{{ if position == 1 }}a{{ end }}{{ if position > 1 }}b{{ end }}{{ if position <= 3 }}c{{ end }}{{ if 2 < 3 }}d{{ end }}{{ if 3 >= 3 }}e{{ end }}",
        "{{ if true }}a{{ end }}{{ if false }}b{{ end }}{{ if null }}c{{ end }}{{ if '' }}d{{ end }}{{ if 0 }}e{{ end }}{{ if 'x' }}f{{ end }}{{ if 2 }}g{{ end }}",
        "{{ if true == true }}a{{ end }}{{ if meta.no_index == false }}b{{ end }}{{ if pinyin == null }}c{{ end }}{{ if pinyin != null }}d{{ end }}",
        "{{ card.name == '税西恒' }}{{ !pinyin }}{{ 1 < 2 && 2 < 3 }}",
        "{{ if site.preview }}a{{ end }}{{ if site.mail }}b{{ end }}{{ if other_names }}c{{ else }}d{{ end }}{{ if card }}e{{ end }}{{ if meta.json_ld }}f{{ end }}",
        "{{ for fact in facts }}{{ fact.label }}：{{ fact.value }}{{ for cite in fact.cites }}[{{ cite.number }}]{{ end }}\n{{ end }}",
        "{{ for fact in facts }}{{ for.index }}{{ if for.first }}首{{ end }}{{ if !for.last }}、{{ else }}。{{ end }}{{ end }}",
        "{{ for fact in facts }}{{ for cite in fact.cites }}{{ for.index }}{{ end }}{{ for.index }}{{ if for.last }}末{{ end }}{{ end }}",
        "{{ for name in other_names }}{{ name }}{{ else }}没有{{ end }}", "{{ for name in site.organizers }}{{ name }}{{ else }}没有{{ end }}",
        "{{ for card in same_hall }}{{ card.name }}{{ end }}{{ card.name }}", "{{ for json in site.organizers }}{{ json }}{{ end }}",
        "{{ facts.size }}{{ other_names.size }}{{ if facts.size > 2 }}多{{ end }}{{ facts.size | number }}",
        "{{ if card.portrait }}{{ card.portrait.src }}{{ end }}{{ card.portrait?.src }}{{ card?.name }}", "{{ card.direction.peak_svg }}",
        "{{ if previous }}{{ previous.name }}{{ end }}{{ if previous && next }}{{ previous.url }}{{ next.url }}{{ end }}",
        "{{ if !about.verification }}无{{ else }}{{ about.verification.checker }}{{ end }}",
        "{{ card.headline | unbroken }}{{ unbroken card.headline }}{{ unbroken '税西恒在渝中区“说”了<话>' }}{{ (card.summary | unbroken) }}",
        "{{ site.organizers | join ' × ' }}{{ join site.organizers '<' }}{{ other_names | join '、' }}",
        "{{ 1234567 | number }}{{ number 0.5 }}{{ position | number }}", "{{ card.name | json }}{{ pinyin | json }}{{ json 'a\"<b' }}{{ position | json }}{{ json true }}",
        "{{ asset 'site.css' }}", "<a href=\"{{ asset 'site.css' }}\">", "{{ 'site.css' | asset }}", "{{ site.organizers | join '、' | unbroken }}",
        "{{ include 'term' term: era }}{{ include \"term\" term: era }}",
        "{{ for trade in card.trades }}{{ include 'term' term: trade }}{{ if !for.last }}、{{ end }}{{ end }}",
        "{{ for object in objects }}{{ include 'object-card' object: object }}{{ end }}{{ include 'card' card: card }}",
        "{{ include 'two' a: card.name b: position }}{{ include 'two' b: 1 a: 'x' }}", "{{ include 'outer' card: card }}{{ include 'two' a: 'y' b: 2 }}",
        "{{ include 'listed' facts: facts }}{{ include 'listed' facts: card.trades }}",
        "{%{ {{ 原样 }} }%}{{ card.name }}", "{{ for fact in facts }}{{ if fact.cites }}{{ fact.cites.size }}{{ end }}{{ end ~}}\n\n完",
        "{{\n  if card.years\n    card.years\n  end\n}}", "{{ for fact in facts\n fact.label\n end }}",
    ];

    private static readonly (string, string)[] Partials =
    [
        ("partials/two", "[{{ $a }}|{{ $b }}]\n"), ("partials/outer", "<{{ include 'two' a: $card.name b: 7 }}{{ site.title }}{{ meta.path }}>"),
        ("partials/listed", "{{ for one in $facts }}{{ for.index }}{{ else }}无{{ end }}"),
    ];

    [Theory]
    [MemberData(nameof(Constructs))]
    public void A_construct_means_what_it_means_in_Scriban(string template)
    {
        var theme = OurTheme.With([("person", template), .. Partials]);
        Assert.Equal(new ScribanJudge(theme).Render("person", OurTheme.Person, inLayout: false), Ours(theme, "person", OurTheme.Person, inLayout: false));
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

    private static string Ours(YuGong.Pages.Theme theme, string template, PageModel model, bool inLayout) =>
        Encoding.UTF8.GetString(OurTheme.Engine(theme).Render(template, model, inLayout).Span);
}
