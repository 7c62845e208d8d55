using YuGong.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>One story of the site made hard in one way each. All are samples: nothing in them is said of anybody.</summary>
internal static class HardCases
{
    public static Site Site(string pictures)
    {
        var request = new LoadRequest(Repository.At("input"), "input", Repository.At("statiq.json"), new(2026, 11, 22), Edition.Release,
            new HashSet<Fingerprint>(), 1);
        var site = SiteLoader.Load(request, InputFiles.Scan(Repository.At("input")), new())!.Site;
        var plain = site.Stories[0] with { Quotations = [], Portrait = null };
        Story Sample(string id, Story story) =>
            story with { Header = story.Header with { Id = id, Sample = true, Folder = new($"input/stories/{id}", pictures, []) } };
        Story Named(string id, string name) => Sample(id, plain with { Name = name });
        Story Saying(string id, int length) =>
            Sample(id, plain with { Quotations = [new(Words(length), null, Direct: true, "版式示例", plain.Header.Place, [])] });
        Story Shown(string id, string file) =>
            Sample(id, plain with { Portrait = new(new(file, plain.Header.Place), "版式示例", "示例", null, null, null, AiUse.None) });
        return site with
        {
            Stories =
            [
                Named("name-1", "甲"), Named("name-2", "甲乙"), Named("name-4", "甲乙丙丁"), Named("name-8", "甲乙丙丁戊己庚辛"),
                Named("name-12", "甲乙丙丁戊己庚辛壬癸子丑"),
                Named("name-dot", "甲乙丙·丁戊己·庚辛"), Named("name-latin", "Jia Yi-Bing, Jr."), Named("name-rare", "𬭎䶮㛃"),
                Sample("headline-2", plain with { Headline = "甲乙" }), Sample("headline-24", plain with { Headline = Words(24) }),
                Sample("summary-140", plain with { About = Words(140) }),
                Saying("quote-8", 8), Saying("quote-60", 60), Saying("quote-120", 120),
                Shown("portrait-200px", "small.png"), Shown("portrait-60mp", "large.png"), Shown("portrait-wide", "wide.png"),
                Sample("no-object", plain with { Objects = [] }), Sample("no-dates", plain with { Birth = null, Death = null }),
            ],
        };
    }

    /// <summary>Words about nothing, with the marks and numbers that real ones have.</summary>
    private static string Words(int length)
    {
        const string Round = "这一句只用来试版式，没有人说过它；字数是算好的，标点、数字35和ABC都有，";
        var words = string.Concat(Enumerable.Repeat(Round, (length / Round.Length) + 1))[..(length - 1)];
        return words.TrimEnd('，', '；', '、').PadRight(length - 1, '字') + "。";
    }
}
