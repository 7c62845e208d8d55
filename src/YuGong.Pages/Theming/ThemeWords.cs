using System.Globalization;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>The words that pages are made of before a template writes its own: theme.json, <c>words</c> and <c>designs</c>.</summary>
/// <param name="Labels">By key; <c>{0}</c> stands for what is put in.</param>
/// <param name="Designs">What people call the designs of posters; one that is not named keeps the name of its folder.</param>
public sealed record ThemeWords(IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Designs)
{
    public static ThemeWords None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Every label with what it is for, and whether pages like these need it.</summary>
    internal static IReadOnlyList<(string Key, string Hint, Func<IReadOnlyList<PageDeclaration>, bool> Needed)> Known { get; } =
    [
        ("home", "面包屑里的首页", _ => true),
        ("born_year", "只知道生年:{0} 年生", AboutPeople),
        ("died_year", "只知道卒年:{0} 年逝世", AboutPeople),
        ("editors", "没有作者的稿子的作者", AboutPeople),
        ("numerals", "函数 numeral 的数字:零到十,十一个字", _ => false),
        ("numbered_page", "标题后面的第 {0} 页", pages => pages.Any(p => p.PageSize is not null)),
        ("outlines", "转成曲线的 PDF", pages => pages.Any(p => p.Each == PageKeys.PosterSet)),
    ];

    /// <summary>A label; one that is missing was reported, and shows its key.</summary>
    public string this[string key] => Labels.GetValueOrDefault(key, key);

    public string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>Reports what a theme with these pages should say and does not.</summary>
    internal void Check(ThemeSettings settings, Diagnostics diagnostics)
    {
        foreach (var (key, hint, _) in Known.Where(k => !Labels.ContainsKey(k.Key) && k.Needed(settings.Pages)))
        {
            diagnostics.Report(PageRules.MissingWord, settings.Place, "words." + key, hint);
        }
    }

    private static bool AboutPeople(IReadOnlyList<PageDeclaration> pages) => pages.Any(p => p.Each == "person");
}
