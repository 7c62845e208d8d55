using YuGong.Api;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Leads;
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
    public static IReadOnlyList<(string Room, int Hundred, IReadOnlyList<Rule> Rules)> Rooms { get; } =
    [
        ("内容", 1, ContentRules.All), ("发布", 2, PublishingRules.All), ("页面和主题", 3, PageRules.All), ("接口和搜索", 4, ApiRules.All), ("海报、图片和藏品", 5, [.. PosterRules.All, .. PressRules.All, .. PictureRules.All, .. CollectionRules.All]), ("线索", 6, LeadsRules.All), ("编辑台", 7, [.. DeskRules.All, .. AccountRules.All]),
    ];

    public static IReadOnlyList<Rule> Rules { get; } = [.. Rooms.SelectMany(r => r.Rules).OrderBy(r => r.Code, StringComparer.Ordinal)];

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
}
