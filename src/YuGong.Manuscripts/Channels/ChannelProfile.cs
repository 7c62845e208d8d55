using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// A place that takes articles, and what it takes: limits, and how each element is written there. What is null is not limited, or the
/// place does not publish it.
/// </summary>
public sealed record ChannelProfile
{
    private const string Ink = "#22272b", Quiet = "#6b6459", Line = "#d8d2c4", Accent = "#a3352b";

    /// <summary>As in <c>--for</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people call it.</summary>
    public required Phrase Label { get; init; }

    /// <summary>Characters.</summary>
    public int? LongestTitle { get; init; }

    /// <summary>Characters.</summary>
    public int? LongestSummary { get; init; }

    /// <summary>Characters of HTML.</summary>
    public int? LongestBody { get; init; }

    /// <summary>Bytes of one picture.</summary>
    public required int LargestPicture { get; init; }

    /// <summary>Of a picture's longer side, px.</summary>
    public required int PictureSide { get; init; }

    /// <summary>File name and pixels.</summary>
    public IReadOnlyList<(string Name, int Width, int Height)> Covers { get; init; } = [];

    /// <summary>Whether links stay; where they do not, their words do.</summary>
    public bool KeepsLinks { get; init; }

    /// <summary>By element (or by the part that one plays): the tag, and the style it carries; empty for none.</summary>
    public required IReadOnlyDictionary<string, (string Tag, string Style)> Elements { get; init; }

    /// <summary>公众号图文:段落要自带样式,class、id、脚本、表单、外面的字体和链接都会被去掉。</summary>
    public static ChannelProfile Wechat { get; } = new()
    {
        Name = "wechat", Label = new("微信公众号", "WeChat"), LongestTitle = 64, LongestSummary = 120, LongestBody = 20_000,
        LargestPicture = 2_000_000, PictureSide = 1080, Covers = [("cover-900x383.jpg", 900, 383), ("cover-500x500.jpg", 500, 500)],
        Elements = Styled(),
    };

    /// <summary>微博头条文章:长文编辑器收段落、小标题、引用、列表和图片,链接留下文字。</summary>
    public static ChannelProfile Weibo { get; } = new()
    {
        Name = "weibo", Label = new("微博头条文章", "Weibo headline article"), LargestPicture = 5_000_000, PictureSide = 1600,
        Elements = Bare("div"),
    };

    /// <summary>A newsroom's own system: the meaning of each element and nothing of its looks, which are that system's business.</summary>
    public static ChannelProfile Cms { get; } = new()
    {
        Name = "cms", Label = new("媒体的发稿系统", "a newsroom's CMS"), LargestPicture = 5_000_000, PictureSide = 2400, KeepsLinks = true,
        Elements = Bare("article"),
    };

    public static IReadOnlyList<ChannelProfile> All { get; } = [Wechat, Weibo, Cms];

    public static ChannelProfile? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    private static Dictionary<string, (string, string)> Styled() => new(StringComparer.Ordinal)
    {
        ["all"] = ("section", $"font-size:16px;line-height:1.8;color:{Ink};text-align:justify;padding:0 8px"),
        ["byline"] = ("p", $"margin:0 0 16px;font-size:14px;color:{Quiet}"),
        ["lead"] = ("section", $"margin:0 0 24px;padding:12px 14px;border-left:3px solid {Accent};background-color:#f6f2ea;font-size:15px"),
        ["h2"] = ("h2", $"margin:32px 0 16px;font-size:19px;line-height:1.5;font-weight:bold;color:{Accent};text-align:left"),
        ["h3"] = ("h3", "margin:24px 0 12px;font-size:17px;line-height:1.5;font-weight:bold;text-align:left"),
        ["p"] = ("p", "margin:0 0 16px"),
        ["quote"] = ("blockquote", $"margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid {Line};color:{Quiet}"),
        ["ul"] = ("ul", "margin:0 0 16px;padding:0 0 0 24px"), ["ol"] = ("ol", "margin:0 0 16px;padding:0 0 0 24px"),
        ["li"] = ("li", "margin:0 0 6px"),
        ["table"] = ("table", "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:14px;line-height:1.6"),
        ["th"] = ("th", $"padding:6px 8px;border:1px solid {Line};background-color:#f6f2ea;text-align:left"),
        ["td"] = ("td", $"padding:6px 8px;border:1px solid {Line};text-align:left"),
        ["figure"] = ("section", "margin:24px 0;text-align:center"),
        ["img"] = ("img", "max-width:100%;height:auto"),
        ["caption"] = ("p", $"margin:8px 0 0;font-size:13px;line-height:1.6;color:{Quiet};text-align:center"),
        ["sup"] = ("sup", $"font-size:11px;color:{Quiet}"), ["strong"] = ("strong", ""), ["em"] = ("em", ""),
        ["hr"] = ("hr", $"margin:24px 0;border:0;border-top:1px solid {Line}"),
        ["foot"] = ("section",
            $"margin:32px 0 0;padding:16px 0 0;border-top:1px solid {Line};font-size:13px;line-height:1.7;color:{Quiet}"),
        ["foot-head"] = ("p", "margin:0 0 8px;font-weight:bold"),
        ["foot-line"] = ("p", "margin:0 0 6px;text-align:left;overflow-wrap:anywhere"),
    };

    private static Dictionary<string, (string, string)> Bare(string all) => new(StringComparer.Ordinal)
    {
        ["all"] = (all, ""), ["byline"] = ("p", ""), ["lead"] = ("p", ""), ["h2"] = ("h2", ""), ["h3"] = ("h3", ""), ["p"] = ("p", ""),
        ["quote"] = ("blockquote", ""), ["ul"] = ("ul", ""), ["ol"] = ("ol", ""), ["li"] = ("li", ""), ["table"] = ("table", ""),
        ["th"] = ("th", ""), ["td"] = ("td", ""), ["figure"] = ("figure", ""), ["img"] = ("img", ""), ["caption"] = ("figcaption", ""),
        ["sup"] = ("sup", ""), ["strong"] = ("strong", ""), ["em"] = ("em", ""), ["hr"] = ("hr", ""), ["foot"] = ("section", ""),
        ["foot-head"] = ("h2", ""), ["foot-line"] = ("p", ""),
    };
}
