using System.Text.RegularExpressions;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>The keys of a page in theme.json.</summary>
internal static partial class PageKeys
{
    public const string Withdrawn = "withdrawn", Moved = "moved", PosterSet = "poster_set";

    /// <summary>What pages are about, each with its name.</summary>
    private static readonly Shape<string> Sources = Shapes.Choice(
        ("person", "人物", "person"), ("object", "老物件", "object"), ("dialogue", "访谈", "dialogue"), ("video", "影片", "video"),
        ("news", "动态", "news"),
        ("page", "普通页面", "page"), (PosterSet, "一套海报", PosterSet), (Moved, "搬走的地址", Moved), (Withdrawn, "撤下的地址", Withdrawn));

    private static readonly Key<string> Template = Text("template", "模板", "templates/ 里的名字", required: true),
        Title = Text("title", "标题", "浏览器标签、卡片、面包屑", required: true),
        Description = Text("description", "描述", "搜索引擎和卡片", required: true),
        Path = Text("path", "地址", "/ 开头,/ 结尾;多页的里面有 {id}"),
        Filter = Text("filter", "筛选的名字", "写了,整张列表旁边就有这种筛选"),
        Parent = Text("parent", "上一级", "上一级页面的模板"),
        Section = Text("section", "导航", "导航里标出的页面的模板"),
        Canonical = Text("canonical", "权威页", "它只是哪个模板的页面的另一种样子"),
        Schema = Text("schema", "schema.org 类型", "例如 SearchResultsPage");

    private static readonly Key<string> Each = new("each", "每个一页", "person、object……", Sources);

    private static readonly Key<string> List = new("list", "列表", "people、objects……", Names(PageLists.Known.Keys));

    private static readonly Key<string> By = new(
        "by", "分组", "direction、trade……", Names(PageLists.Known.Values.SelectMany(l => l.Groupings).Select(g => g.Name).Distinct()));

    private static readonly Key<string> When = new("when", "有才出", "call、places、posters、certificates", Names(PagePlanner.Conditions));

    private static readonly Key<int?> PageSize = new("page_size", "每页条数", "例如 48", Shapes.Number),
        First = new("first", "前几条", "例如 8", Shapes.Number);

    private static readonly Key<bool> Empty = new("empty", "空组也出", "true", Shapes.Flag),
        Featured = new("featured", "推荐的在前", "true:input/site.yaml 推荐的人物排在最前;列表是 people 才能写", Shapes.Flag),
        NoIndex = new("noindex", "不让搜索引擎收录", "true", Shapes.Flag),
        Bare = new("bare", "不套 layout", "true", Shapes.Flag);

    public static Schema<PageDeclaration> Page { get; } = new(
        "pages",
        [
            Template, Title, Description, Path, Each, List, By, Filter, Empty, PageSize, First, Featured, Parent, Section, Canonical, When,
            Schema, NoIndex, Bare,
        ],
        Read);

    private static PageDeclaration? Read(MapReader m)
    {
        if ((m.Get(Template), m.Get(Title), m.Get(Description)) is not ({ } template, { } title, { } description))
        {
            return null;
        }

        var page = new PageDeclaration
        {
            Template = template, Title = title, Description = description, Path = m.Get(Path), Each = m.Get(Each), List = m.Get(List),
            By = m.Get(By), Filter = m.Get(Filter), Empty = m.Get(Empty), PageSize = m.Get(PageSize), First = m.Get(First),
            Featured = m.Get(Featured), Parent = m.Get(Parent), Section = m.Get(Section), Canonical = m.Get(Canonical),
            When = m.Get(When), Schema = m.Get(Schema), NoIndex = m.Get(NoIndex), Bare = m.Get(Bare),
        };
        return Fits(m, page) ? page : null;
    }

    /// <summary>Whether the keys say one thing together; each mistake is reported where it stands.</summary>
    private static bool Fits(MapReader m, PageDeclaration page)
    {
        var isMany = page.By is not null || page.Each is not null;
        var hasOwn = page.Each is not null;
        IEnumerable<(bool Wrong, IKey Where, Phrase What)> mistakes =
        [
            (page.Each is not null && page.List is not null, List, new("each 和 list 只写一个", "write either each or list")),
            (page.By is not null && page.List is null, By, new("有 by 就要有 list", "by needs list")),
            (page is { By: { } by, List: { } list } && !GroupsOf(list).Contains(by), By,
                new($"{page.List} 可以按这些分组:{string.Join("、", GroupsOf(page.List))}",
                    $"{page.List} can be grouped by: {string.Join(", ", GroupsOf(page.List))}")),
            (page.Featured && page is not { List: "people", By: null }, Featured, new("只有整张 people 列表能写 featured",
                "only a whole list of people can have featured")),
            (page.Path is null && !hasOwn, Template, new("要有 path", "path is needed")),
            (page.Path is { } path && !IsAddress(path), Path, new("path 以 / 开头,以 / 或 .html 结尾,只用小写字母、数字、- 和 {id}",
                "path begins with /, ends with / or .html, and has only small letters, digits, - and {id}")),
            (page.Path is { } one && isMany && page.Each != Withdrawn && !one.Contains("{id}", StringComparison.Ordinal), Path,
                new("页面不止一页,path 里要有 {id}", "there is more than one page: path needs {id}")),
            (page.Path is { } own && own.Contains($"{{{PageLists.OfVocabulary}}}", StringComparison.Ordinal)
                != (page.By == PageLists.OfVocabulary), Path, new("by 是 vocabulary 的,path 里要有 {vocabulary};别的没有",
                "path has {vocabulary} where by is vocabulary, and nowhere else")),
            (page.Path is { } single && !isMany && single.Contains("{id}", StringComparison.Ordinal), Path, new("只有一页,path 里没有 {id}",
                "there is one page: no {id} in path")),
            (page.PageSize is < 1 or > 1000, PageSize, new($"page_size 不能是 {page.PageSize},要在 1 到 1000 之间",
                $"page_size cannot be {page.PageSize}; it is from 1 to 1000")),
            (page.First is < 1 or > 10000, First, new($"first 不能是 {page.First},要在 1 到 10000 之间",
                $"first cannot be {page.First}; it is from 1 to 10000")),
        ];
        foreach (var (wrong, where, what) in mistakes)
        {
            if (wrong)
            {
                m.Context.Report(PageRules.ThemeFile, m.SpanOf(where), what);
                return false;
            }
        }

        return KnowsWords(m, Title, page, page.Title) && KnowsWords(m, Description, page, page.Description);
    }

    private static IEnumerable<string> GroupsOf(string? list) =>
        list is null ? [] : PageLists.Known[list].Groupings.Select(g => g.Name);

    private static bool IsAddress(string path) => Address().IsMatch(path);

    private static bool KnowsWords(MapReader m, Key<string> key, PageDeclaration page, string text)
    {
        var known = PageWords.Of(page);
        if (PageWords.In(text).FirstOrDefault(w => !known.Contains(w)) is not { } stranger)
        {
            return true;
        }

        var all = Phrase.List(known.Select(w => $"{{{w}}}"));
        m.Context.Report(PageRules.ThemeFile, m.SpanOf(key),
            new Phrase($"不认识 {{{stranger}}};这里可以写 {all.Zh}", $"{{{stranger}}} is not known; here there may be {all.En}"));
        return false;
    }

    [GeneratedRegex(@"^/(([a-z0-9-]+|\{id\}|\{vocabulary\})/)*([a-z0-9-]+\.html)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    private static Key<string> Text(string name, string label, string hint, bool required = false) =>
        new(name, label, hint, Shapes.Words, required);

    private static Shape<string> Names(IEnumerable<string> words) => Shapes.Choice([.. words.Select(w => (w, w, w))]);
}
