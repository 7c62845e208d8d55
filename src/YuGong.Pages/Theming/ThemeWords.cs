using System.Globalization;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>Title and description of a page that is no entry's: what search engines, cards and the way above a page say.</summary>
public sealed record PageWords(string Title, string Description);

/// <summary>The words that pages are made of before a template writes its own: theme.json, <c>words</c> and <c>pages</c>.</summary>
/// <param name="Labels">By key; <c>{0}</c> and <c>{1}</c> stand for what is put in.</param>
/// <param name="Pages">By the template's name.</param>
public sealed record ThemeWords(IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, PageWords> Pages)
{
    public static ThemeWords None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, PageWords>());

    /// <summary>Every label with what it is for, and the templates whose pages need it; none where every theme does.</summary>
    internal static IReadOnlyList<(string Key, string Hint, string[] Templates)> Known { get; } =
    [
        ("home", "面包屑里的首页", []),
        ("born_year", "只知道生年:{0} 年生", ["person"]),
        ("died_year", "只知道卒年:{0} 年逝世", ["person"]),
        ("editors", "没有作者的稿子的作者", ["person"]),
        ("numerals", "零到十,十一个字", ["home", "hall", "room"]),
        ("numbered_page", "标题后面的第 {0} 页", ["people", "objects", "timeline"]),
        ("list_description", "{0} 是列表的标题,{1} 是前几个人的名字", ["people"]),
        ("direction", "按方向筛选", ["people", "home"]),
        ("trade", "按专业筛选", ["people", "home"]),
        ("era", "按年代筛选", ["people", "home"]),
        ("district", "按区县筛选", ["people", "home"]),
        ("all_people", "不分展厅的年表说的是谁", ["timeline"]),
        ("timeline_of", "一个展厅的年表的标题,{0} 是展厅", ["timeline"]),
        ("born", "出生", ["timeline"]),
        ("born_in", "生在 {0}", ["timeline"]),
        ("died", "逝世", ["timeline"]),
        ("died_in", "在 {0} 逝世", ["timeline"]),
        ("decade", "{0} 年代", ["timeline"]),
        ("poster_title", "一套海报的标题,{0} 是谁", ["poster"]),
        ("poster_description", "{0} 是谁,{1} 是几幅", ["poster"]),
        ("outlines", "转成曲线的 PDF", ["poster"]),
    ];

    /// <summary>Templates whose pages have a title of their own.</summary>
    internal static IReadOnlyList<string> Titled { get; } =
    [
        "people", "hall", "timeline", "map", "objects", "dialogues", "videos", "call", "search", "api", "posters", "404", "gone", "verify",
    ];

    /// <summary>A label; one that is missing was reported, and shows its key.</summary>
    public string this[string key] => Labels.GetValueOrDefault(key, key);

    public string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    public PageWords Of(string template) => Pages.GetValueOrDefault(template) ?? new(template, template);

    /// <summary>Reports what a theme with these templates should say and does not.</summary>
    internal void Check(Theme theme, Diagnostics diagnostics)
    {
        var missing = Known.Where(k => !Labels.ContainsKey(k.Key) && (k.Templates.Length == 0 || Array.Exists(k.Templates, theme.Has)))
            .Select(k => (Key: "words." + k.Key, k.Hint))
            .Concat(Titled.Where(t => theme.Has(t) && !Pages.ContainsKey(t)).Select(t => (Key: "pages." + t, Hint: "title 和 description")));
        foreach (var (key, hint) in missing)
        {
            diagnostics.Report(PageRules.MissingWord, new SourceFile($"themes/{theme.Settings.Name}/theme.json", "").Whole, key, hint);
        }
    }
}
