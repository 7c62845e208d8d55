using System.Reflection;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>What can be wrong with a theme.</summary>
public static class PageRules
{
    public static readonly Rule NoTheme = Error(301,
        new("没有这个主题", "No such theme"),
        new("themes/ 里没有主题 {0}。", "There is no theme {0} in themes/."),
        new("{1}", "{1}"),
        new("主题决定网站的样子。", "The theme is what the site looks like."));

    public static readonly Rule ThemeFile = Error(302,
        new("theme.json 读不懂", "theme.json cannot be read"),
        new("theme.json:{0}", "theme.json: {0}"),
        new("照 docs/themes.md 写。", "Write it as docs/themes.md says."),
        new("主题要说明字体、列表和分页。", "A theme names its fonts, lists and page size."));

    public static readonly Rule UnknownName = Error(303,
        new("模板里没有这个名字", "Unknown name in a template"),
        new("{0} 里没有 {1}。", "{0} has no {1}."),
        new("{2}", "{2}"),
        new("写错的名字会让页面悄悄少一块。", "A wrong name silently leaves a hole in the page."));

    public static readonly Rule UnknownPartial = Error(304,
        new("没有这个部件", "Unknown partial"),
        new("没有部件 {0}。", "There is no partial {0}."),
        new("{1}", "{1}"),
        new("部件在 templates/partials/ 里。", "Partials live in templates/partials/."));

    public static readonly Rule UnknownHelper = Error(305,
        new("没有这个助手", "Unknown helper"),
        new("没有助手 {0}。", "There is no helper {0}."),
        new("可以用:asset、eq、join、json、number、unbroken 和 if、unless、each、with。", "There are asset, eq, join, json, number, unbroken and if, unless, each, with."),
        new("模板只做版面,不算东西。", "Templates compose; they do not compute."));

    public static readonly Rule TemplateSyntax = Error(306,
        new("模板写法有误", "Template syntax"),
        new("模板读不懂:{0}", "The template cannot be read: {0}"),
        new("检查括号和 {{{{/…}}}}。", "Check braces and {{{{/…}}}}."),
        new("一个没有关上的块会吞掉半个页面。", "A block left open swallows half a page."));

    public static readonly Rule UnknownAsset = Error(307,
        new("没有这个资产文件", "Unknown asset"),
        new("主题的 assets/ 里没有 {0}。", "The theme's assets/ has no {0}."),
        new("{1}", "{1}"),
        new("少一个样式表,页面就没有样子。", "Without its style sheet a page has no shape."));

    public static readonly Rule FontTools = Warning(308,
        new("没有字体工具", "No font tools"),
        new("找不到 {0},网页字体没有生成,页面用系统字体。", "{0} was not found; no web fonts were made and pages use system fonts."),
        new("安装 Debian 软件包 {1}。", "Install the Debian package {1}."),
        new("标题字体要裁成用到的字,才不会有几兆字节。", "Heading fonts are cut to the characters in use, or they weigh megabytes."));

    public static readonly Rule FontMissing = Warning(309,
        new("没有字体文件", "Font file missing"),
        new("找不到字体 {0}。", "The font {0} was not found."),
        new("在 {1} 运行 npm ci --ignore-scripts;./yugong 会自动做。", "Run npm ci --ignore-scripts in {1}; ./yugong does it by itself."),
        new("字体来自 npm 包,不放进仓库。", "Fonts come from npm packages, not from the repository."));

    public static readonly Rule LeavesTheSite = Error(310,
        new("请求了外面的地址", "Request to another host"),
        new("主题文件向外面的地址 {0} 请求资源。", "A theme file requests {0} from another host."),
        new("把文件放进主题的 assets/。", "Put the file into the theme's assets/."),
        new("外面的字体和脚本会拖慢页面,也会泄露读者的行踪。", "Foreign fonts and scripts slow pages and give readers away."));

    public static IReadOnlyList<Rule> All =>
    [
        .. typeof(PageRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!),
    ];

    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) => new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) => new($"YG{number}", Severity.Warning, title, message, hint, why);
}
