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
        new("主题要说明字体和有哪些页面。", "A theme names its fonts and its pages."));

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

    public static readonly Rule UnknownFunction = Error(305,
        new("没有这个函数", "Unknown function"),
        new("没有函数 {0}。", "There is no function {0}."),
        new("{1}", "{1}"),
        new(
            "模板只做版面,不算东西:有哪些函数,见 docs/themes.md。",
            "Templates compose; they do not compute: docs/themes.md has the functions."));

    public static readonly Rule TemplateSyntax = Error(306,
        new("模板写法有误", "Template syntax"),
        new("{0} 没有和它成对的 {1}。", "{0} has no matching {1}."),
        new(
            "每个 {{{{ 要有 }}}},每个 if 和 for 要有 end;原样印出的花括号和 {{{{、}}}} 之间留一个空格。",
            "Each {{{{ needs its }}}}, each if and for its end; leave a space between {{{{ or }}}} and a brace that is to be printed."),
        new("一个没有关上的块会吞掉半个页面。", "A block left open swallows half a page."));

    public static readonly Rule UnknownAsset = Error(307,
        new("没有这个资产文件", "Unknown asset"),
        new("主题的 assets/ 里没有 {0}。", "The theme's assets/ has no {0}."),
        new("{1}", "{1}"),
        new("少一个样式表,页面就没有样子。", "Without its style sheet a page has no shape."));

    public static readonly Rule FontDamaged = Error(308,
        new("字体文件坏了", "Damaged font file"),
        new("字体 {0} 裁不了({1})。", "The font {0} cannot be cut ({1})."),
        new(
            "删掉 {2}/node_modules,在 {2} 运行 npm ci --ignore-scripts;还是这样,就换一个 TTF 或 OTF 文件。",
            "Delete {2}/node_modules and run npm ci --ignore-scripts in {2}; if that does not help, use another TTF or OTF file."),
        new("标题字体要裁成用到的字,才不会有几兆字节。", "Heading fonts are cut to the characters in use, or they weigh megabytes."));

    public static readonly Rule FontMissing = Warning(309,
        new("没有字体文件", "Font file missing"),
        new("找不到字体 {0}。", "The font {0} was not found."),
        new($"在 {{1}} 运行 npm ci --ignore-scripts;{CommandName.Value} 会自动做。",
            $"Run npm ci --ignore-scripts in {{1}}; {CommandName.Value} does it by itself."),
        new("字体来自 npm 包,不放进仓库。", "Fonts come from npm packages, not from the repository."));

    public static readonly Rule LeavesTheSite = Error(310,
        new("请求了外面的地址", "Request to another host"),
        new("主题文件向外面的地址 {0} 请求资源。", "A theme file requests {0} from another host."),
        new("把文件放进主题的 assets/。", "Put the file into the theme's assets/."),
        new("外面的字体和脚本会拖慢页面,也会泄露读者的行踪。", "Foreign fonts and scripts slow pages and give readers away."));

    public static readonly Rule NotForThemes = Error(311,
        new("模板里不能这样写", "Not for templates"),
        new("模板里不能有 {0}。", "Templates have no {0}."),
        new(
            "模板只有 if、for、值、函数和 include;别的放进内容里。",
            "Templates have if, for, values, functions and include; the rest belongs into the content."),
        new("只会排版的模板可以在构建之前查完,也不会停不下来。", "Templates that only compose can be checked before a build, and they always end."));

    public static readonly Rule WrongKind = Error(312,
        new("不是这里要的东西", "Wrong kind of value"),
        new("{0} 是 {1},这里要 {2}。", "{0} is {1}; {2} is wanted here."),
        new("列表用 for 或 join,记录写出它的成员,如 document.title。", "Lists go with for or join; of a record name a member, as in document.title."),
        new("印出一张列表或一条记录,读者看到的是程序的名字。", "A list or a record in print shows readers the names of a program."));

    public static readonly Rule MayBeAbsent = Error(313,
        new("可能没有的东西", "May be absent"),
        new("{0} 可能没有。", "{0} may be absent."),
        new("先问有没有:if {0} … end。", "Ask first: if {0} … end."),
        new("今天的条目都有,明天的条目可能没有,那一页就缺一块。", "Today's entries have it; tomorrow's may not, and its page has a hole."));

    public static readonly Rule IncludesItself = Error(314,
        new("部件包含了自己", "A partial includes itself"),
        new("部件 {0} 直接或间接地包含了自己。", "The partial {0} includes itself, directly or through others."),
        new("把重复的部分写成 for。", "Say what repeats as a for."),
        new("这样的页面永远写不完。", "Such a page would never end."));

    public static readonly Rule UnreadableTemplate = Error(315,
        new("模板读不懂", "Unreadable template"),
        new("模板读不懂:{0}", "The template cannot be read: {0}"),
        new("照 docs/themes.md 写。", "Write it as docs/themes.md says."),
        new("后面的话是模板语言 Scriban 自己说的。", "What follows is said by Scriban, the template language."));

    public static readonly Rule NotGiven = Error(316,
        new("部件要的没有给", "Not given to a partial"),
        new("部件 {0} 要 {1},这里没有给。", "The partial {0} reads {1}, which it is not given here."),
        new("{2}", "{2}"),
        new("部件只看得见给它的东西、site 和 meta。", "A partial sees what it is given, site and meta, and nothing else."));

    public static readonly Rule WrongCall = Error(317,
        new("函数不是这样写的", "Wrong call of a function"),
        new("{0} 不是这样写的。", "{0} is not written like this."),
        new("写成 {1}。", "Write {1}."),
        new(
            "资产和部件的名字要写在模板里,发布之前才能查有没有。",
            "Names of assets and partials stand in the template, so that they can be checked before anything is published."));

    public static readonly Rule MissingWord = Error(318,
        new("theme.json 缺一个词", "theme.json lacks a word"),
        new("theme.json 里没有 {0}({1})。", "theme.json has no {0} ({1})."),
        new("写上它;有哪些、各用在哪里,见 docs/themes.md。", "Write it; docs/themes.md has them all with their use."),
        new("给读者看的词归主题,程序里没有替它说的话。", "Words for readers are the theme's; the program has none of its own."));

    public static readonly Rule UnusedTemplate = Error(319,
        new("没有页面用这个模板", "No page asks for this template"),
        new("没有页面用模板 {0}。", "No page asks for the template {0}."),
        new("{1}", "{1}"),
        new("有哪些页面、用哪个模板,由 theme.json 的 pages 说。", "Which pages there are, and by which template, theme.json says under pages."));

    public static readonly Rule NoTemplate = Error(320,
        new("没有这个模板", "No such template"),
        new("theme.json 的一页要模板 {0},templates/ 里没有。", "A page of theme.json wants the template {0}, which templates/ does not have."),
        new("{1}", "{1}"),
        new("没有模板的页面不会出现,也没有人会发觉。", "A page without its template does not appear, and nobody notices."));

    public static readonly Rule UnmadePages = Warning(321,
        new("主题没有做的页面", "Pages that the theme does not make"),
        new("主题 {0} 没有做 {1} 个地址的页面:{2}。", "The theme {0} makes no pages for {1} address(es): {2}."),
        new("要它们,在 theme.json 的 pages 里写上;不要,就这样:正文和导航里不会有通到那里的链接。",
            "If they are wanted, declare them under pages in theme.json; if not, all is well: no text and no menu links there."),
        new("小主题也建得成网站;少了哪些页面说一次,印出去的旧地址由人决定。",
            "A small theme makes a site too; what it leaves out is said once, and old addresses are for people to decide on."));

    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Warning, title, message, hint, why);
}
