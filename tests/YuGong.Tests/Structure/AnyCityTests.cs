using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>What belongs to one city or campaign stands in <c>input/</c> and <c>statiq.json</c>, not in the program or the theme.</summary>
public sealed partial class AnyCityTests
{
    /// <summary>A list of words that passwords are made of, with the names of all provinces.</summary>
    private const string Words = "common-words.txt";

    [Theory]
    [InlineData("src")]
    [InlineData("themes")]
    public void No_city_is_named_outside_of_the_content(string folder)
    {
        var named =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
            where !Elsewhere().IsMatch(path) && Path.GetFileName(path) != Words
            from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
            where City().IsMatch(line.Text)
            select $"{path}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(named);
    }

    [GeneratedRegex("渝|重庆|光明|嘉陵|长江|33618|“416”|[Cc]hongqing", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex City();

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();
}
