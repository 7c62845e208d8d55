using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Goldens;

/// <summary>
/// What people see in a terminal, one file a scene: <c>$ yugong …</c> is a command in the golden site, followed by what it says (its
/// errors first) and by how it ends; <c>~ file: old → new</c> is an edit before it. A new scene is a new file with only such lines.
/// </summary>
public sealed partial class TranscriptTests
{
    public static TheoryData<string> Scenes =>
        [.. Directory.GetFiles(GoldenSite.At("transcripts"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_goes_like_this(string scene)
    {
        using var site = new GoldenSite();
        var file = GoldenSite.At("transcripts", scene);
        var played = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        {
            if (Edit().Match(line) is { Success: true } edit)
            {
                played.Append(line).Append('\n');
                Change(Path.Combine(site.Root, edit.Groups["file"].Value), edit.Groups["old"].Value, edit.Groups["new"].Value);
            }
            else if (line.StartsWith("$ yugong ", StringComparison.Ordinal))
            {
                played.Append(line).Append('\n').Append(await SayAsync(site, line["$ yugong ".Length..].Split(' ')));
            }
        }

        Golden.Matches(file, played.ToString());
    }

    private static async Task<string> SayAsync(GoldenSite site, string[] arguments)
    {
        var start = Tool.Yugong(arguments);
        start.WorkingDirectory = site.Root;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        var said = await Tool.RunAsync(start);
        var words = (said.Err + said.Out).Replace(site.Root, "/srv/site", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd('\n');
        return $"{Duration().Replace(words, "0")}\n[{said.Code}]\n\n";
    }

    private static void Change(string file, string old, string text)
    {
        var before = File.ReadAllText(file);
        Assert.Contains(old, before);
        File.WriteAllText(file, before.Replace(old, text, StringComparison.Ordinal));
    }

    [GeneratedRegex("^~ (?<file>[^:]+): (?<old>.+) → (?<new>.+)$", RegexOptions.None, 1000)]
    private static partial Regex Edit();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?(?= (秒|m?s\b))", RegexOptions.None, 1000)]
    private static partial Regex Duration();
}
