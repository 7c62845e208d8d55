using AngleSharp.Html.Parser;
using YuGong.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>Chinese paragraphs to break: all of the site's own, and hard ones with digits, Latin, brackets, quotes and dashes.</summary>
internal static class Paragraphs
{
    private static readonly Lazy<IReadOnlyList<string>> Found = new(Find);

    public static IReadOnlyList<string> All => Found.Value;

    /// <summary>About type itself; they tell of nobody and nothing.</summary>
    private static readonly string[] Hard =
    [
        "字号从8pt到72pt不等，行距取1.5—1.75倍；标题（含副标题）不超过24字，正文（不含注）每行34～40字。",
        "“引号”里面还有‘单引号’，外面是《书名号》《另一个书名号》，再加上〈篇名〉、【方头括号】与〔六角括号〕。",
        "破折号——占两字——不能拆开；省略号……也占两字……不能拆开。",
        "冒号：分号；问号？叹号！顿号、逗号，句号。间隔号·连接号～斜线／都有自己的规矩。",
        "版本号2.10.3、日期2026-11-22、时间23:59:59、比例16:9、网址https://example.org/q/a7k/与邮箱name@example.org混在一起。",
        "温度25℃、湿度60%、千分率3‰、角度45°、价格￥1,234.56与US$99.90，以及±0.5mm的公差。",
        "ISO 216规定A3为297×420 mm，A2为420×594 mm；“出血”是3 mm，“安全区”是5 mm以上。",
        "（括号在段首）的段落，括号（在段中），以及括号在段尾的段落（就像这样）。",
        "“段首是引号的段落，要顶格看起来才齐。”——这是排版的老规矩。",
        "AAAA BBBB CCCC DDDD中文EEEE FFFF，GGGG（HHHH）IIII、JJJJ。KKKK！LLLL？",
        "一二三四五六七八九十，一二三四五六七八九十。一二三四五六七八九十、一二三四五六七八九十；一二三四五六七八九十：一二三四五六七八九十！",
        "连着的标点：他说：“好。”（笑）“那么，《甲》、《乙》、《丙》呢？”——“都在。”……",
        "Unicode 16.0的UAX #14与W3C的CLREQ（Requirements for Chinese Text Layout）在“——”和“……”上说法相近，在“·”上不同。",
        "约翰·冯·诺依曼式的译名带间隔号，换行时间隔号不能落在行首。",
        "第1、2、3条和第（4）、（5）、（6）条，第①条、第②条；图1-1，表2–3，见第10～12页。",
        "C#、C++、F#、.NET 10、TCP/IP、A/B、km/h、24/7、and/or，遇到行末时怎么办？",
        "𬭎䶮㛃这几个生僻字是四字节或扩展区的字，排版时也只占一个字的位置。",
        "“‘“三层引号，开头和结尾都挨在一起”’”，挤压之后只留半个字的空。",
    ];

    private static List<string> Find()
    {
        var request = new LoadRequest(Repository.At("input"), "input", Repository.At("statiq.json"), new(2026, 11, 22), Edition.Preview,
            new HashSet<Fingerprint>(), 1);
        var site = SiteLoader.Load(request, InputFiles.Scan(Repository.At("input")), new())!.Site;
        var parser = new HtmlParser();
        var bodies = site.Entries.SelectMany(e => parser.ParseDocument(e.Header.Body.Html).QuerySelectorAll("p").Select(p =>
        {
            foreach (var cite in p.QuerySelectorAll("sup"))
            {
                cite.Remove();
            }

            return p.TextContent;
        }));
        var others = site.Entries.Select(e => e.Summary).Concat(site.Taxonomies.Directions.Select(d => d.Text))
            .Concat(site.Call?.Background ?? []).Concat(site.Call?.Notes ?? []);
        return [.. bodies.Concat(others).Concat(Hard)
            .Select(t => string.Join(' ', t.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(t => t.Length > 20).Distinct()];
    }
}
