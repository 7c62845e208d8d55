using System.Reflection;
using YuGong.Api;
using YuGong.Books;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Manuscripts;
using YuGong.Media;
using YuGong.Pages;
using YuGong.Posters;
using YuGong.Publishing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>Every rule of every room, and the examples by name.</summary>
internal static class Catalogue
{
    private static readonly (string Room, int Hundred)[] Numbers =
    [
        ("内容", 1), ("发布", 2), ("页面和主题", 3), ("接口和搜索", 4), ("海报、图片和藏品", 5), ("线索", 6), ("编辑台", 7), ("稿件和书", 8),
    ];

    /// <summary>By code. A rule is declared once, in the room that can break it, and nowhere listed.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        .. new[]
            {
                typeof(ContentRules), typeof(PublishingRules), typeof(PageRules), typeof(ApiRules), typeof(PosterRules),
                typeof(PictureRules),
                typeof(LeadsRules), typeof(DeskRules), typeof(ManuscriptRules), typeof(BookRules),
            }
            .SelectMany(t => t.Assembly.GetTypes()).Where(t => t.IsAbstract && t.IsSealed).SelectMany(DeclaredIn).Distinct()
            .OrderBy(r => r.Code, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<(string Room, int Hundred, IReadOnlyList<Rule> Rules)> Rooms { get; } =
        [.. Numbers.Select(n => (n.Room, n.Hundred, (IReadOnlyList<Rule>)[.. Rules.Where(r => r.Code[2] == '0' + n.Hundred)]))];

    public static string Folder { get; } = Repository.At("tests", "YuGong.Tests", "Findings");

    public static IReadOnlyList<string> ExampleNames { get; } =
        [.. Directory.GetFiles(Folder, "YG*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>The name of a rule's first example: its code and its English title. Further ones say more behind it.</summary>
    public static string NameOf(Rule rule)
    {
        var words = new string([.. rule.Title.En.ToLowerInvariant().Replace("'", "").Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]);
        return $"{rule.Code}-{string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries))}";
    }

    public static Example Read(string name) => Example.Parse(name, File.ReadAllText(Path.Combine(Folder, name + ".txt")));

    private static IEnumerable<Rule> DeclaredIn(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        return type.GetFields(Any).Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!);
    }
}
