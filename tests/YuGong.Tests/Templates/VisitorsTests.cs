using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Pages.Typography;
using YuGong.Tests.Support;

namespace YuGong.Tests.Templates;

/// <summary>What visitors expect of every page of the site's own theme.</summary>
public sealed partial class VisitorsTests
{
    private static readonly Lazy<IReadOnlyList<(string Template, string Html)>> Read = new(() =>
    {
        var engine = OurTheme.Engine(OurTheme.Theme);
        return [.. OurTheme.Pages.Select(p => (p.Page.Template,
            Encoding.UTF8.GetString(PageText.Settled(engine.Render(p.Page.Template, p.Model, p.Page.InLayout)).Span)))];
    });

    private static IEnumerable<string> Of(params string[] templates) =>
        Read.Value.Where(p => templates.Contains(p.Template)).Select(p => p.Html);

    [Fact]
    public void Every_page_can_be_passed_on_by_a_code_and_an_address() => Assert.All(
        Read.Value.Where(p => p.Html.Contains("class=\"foot\"", StringComparison.Ordinal)).Select(p => p.Html), html =>
        {
            Assert.Single(Count(html, "<symbol id=\"qr\""));
            Assert.Single(Count(html, "id=\"page-address\""));
            Assert.Contains("https://service.weibo.com/share/share.php?url=https%3A%2F%2F", html, StringComparison.Ordinal);
        });

    [Fact]
    public void People_objects_dialogues_and_the_call_show_the_code_above_the_footer() =>
        Assert.All(Of("person", "object", "dialogue", "call"), html => Assert.Contains("class=\"share\"", html, StringComparison.Ordinal));

    [Fact]
    public void No_number_of_a_record_is_invented() =>
        Assert.All(Read.Value, p => Assert.DoesNotContain("beian", p.Html, StringComparison.Ordinal));

    [Fact]
    public void The_search_lists_everybody_to_who_has_no_script()
    {
        var list = Assert.Single(Of("search")).Split("<noscript>")[1].Split("</noscript>")[0];
        Assert.Equal(OurTheme.Documents.Site.Stories.Count, Count(list, "href=\"/people/").Count);
    }

    [Fact]
    public void The_call_says_first_whether_it_is_open_and_gives_the_form_first()
    {
        var html = Assert.Single(Of("call"));
        Assert.Contains("<strong>第一批已截止</strong>，线索长期可报送", html, StringComparison.Ordinal);
        Assert.StartsWith("<a class=\"button\" href=\"/call/", Button().Match(html).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_blank_stands_between_Han_and_letters_or_digits_nor_before_a_mark() => Assert.All(Read.Value, p =>
    {
        var text = Verbatim().Replace(p.Html.Split("<body")[1], "\uFFFC");
        Assert.DoesNotMatch(Blank(), text);
    });

    private static List<int> Count(string html, string what) => [.. html.Split(what).Skip(1).Select(part => part.Length)];

    [GeneratedRegex("<a class=\"button\"[^>]*", RegexOptions.None, 1000)]
    private static partial Regex Button();

    [GeneratedRegex("<(script|svg|pre|code|style)\\b.*?</\\1>|<[^>]*>", RegexOptions.Singleline, 5000)]
    private static partial Regex Verbatim();

    [GeneratedRegex("[\u4e00-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u4e00-\u9fff]|[\u4e00-\u9fff]\\s+[，。、；：”》）]", RegexOptions.None, 5000)]
    private static partial Regex Blank();
}
