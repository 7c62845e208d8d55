using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>The site's words belong to the site: what readers are told stands in input/ or in the theme.</summary>
public sealed partial class WordsTests
{
    /// <summary>This site's own: its name, its city, its organisers, its numbers of halls.</summary>
    private static readonly string[] Campaign =
        ["渝工", "重庆", "光明", "星光榜", "数字纪念馆", "五个方向", "五个展厅", "匠心实干", "五十五万", "长江", "嘉陵"];

    public static TheoryData<string> Rooms => ["Documents", "Pages", "Api", "Media", "Publishing", "Posters", "Build"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_that_speaks_to_readers_knows_the_campaign(string room)
    {
        var said =
            from file in Directory.GetFiles(Repository.At("src", "YuGong." + room), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            let code = Comment().Replace(line, "")
            where Campaign.Any(word => code.Contains(word, StringComparison.Ordinal))
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.Empty(said);
    }

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();
}
