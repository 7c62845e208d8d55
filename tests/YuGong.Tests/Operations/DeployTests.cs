using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;
using YuGong.Cli;
using YuGong.Tests.Support;

namespace YuGong.Tests.Operations;

/// <summary>
/// What <c>deploy/</c> and docs/operations.md give people to copy: it is well-formed, and says what our program understands.
/// </summary>
public sealed partial class DeployTests
{
    /// <summary>Words of the scripts, not of the program.</summary>
    private static readonly string[] Scripts = ["test", "native"];

    private static string[] Files => [.. Directory.GetFiles(Repository.At("deploy"), "*", SearchOption.AllDirectories)];

    public static TheoryData<string> Texts =>
    [
        .. Files.Append(Repository.At("docs", "operations.md")).Append(Repository.At("docs", "en", "operations.md"))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Yaml => [.. Texts.Select(t => t.Data).Where(t => t.EndsWith(".yml") || t.EndsWith(".yaml"))];

    [Theory]
    [MemberData(nameof(Yaml))]
    public void Yaml_is_well_formed(string path)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(File.ReadAllText(Repository.At(path)));
        yaml.Load(reader);
        Assert.IsType<YamlMappingNode>(Assert.Single(yaml.Documents).RootNode);
    }

    /// <summary>Every command with its options, as the command line reads it.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Commands_are_understood(string path)
    {
        var wrong = Commands(path, File.ReadAllText(Repository.At(path))).Where(c => !Scripts.Contains(c[0]))
            .SelectMany(c => CommandTree.Root(c).Parse(c).Errors.Select(e => e.Message).Where(m => !IsOnlyNamed(m))
                .Select(m => $"{string.Join(' ', c)}: {m}"));
        Assert.Equal([], wrong);
    }

    [Fact]
    public void There_are_commands_to_be_understood() =>
        Assert.True(Texts.Sum(t => Commands(t.Data, File.ReadAllText(Repository.At(t.Data))).Count()) > 30);

    /// <summary>Files that lie in the repository, where people are told of them.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Files_that_are_named_are_there(string path)
    {
        var named = Deployed().Matches(File.ReadAllText(Repository.At(path))).Select(m => m.Value.TrimEnd('.', '/'));
        Assert.Equal([], named.Where(n => !Path.Exists(Repository.At(n))));
    }

    [Fact]
    public void A_servers_unit_says_where_it_may_write_and_how_long_it_needs_to_end()
    {
        foreach (var unit in Files.Where(f => f.EndsWith(".service", StringComparison.Ordinal)).Select(File.ReadAllLines))
        {
            Assert.Contains("NoNewPrivileges=yes", unit);
            Assert.Contains("ProtectSystem=strict", unit);
            Assert.Contains("Restart=on-failure", unit);
            Assert.Contains("PrivateTmp=yes", unit);
            var patience = int.Parse(unit.Single(l => l.StartsWith("TimeoutStopSec=", StringComparison.Ordinal)).Split('=')[1],
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(patience > Math.Max(DeskServer.Patience.TotalSeconds, SiteServer.Patience.TotalSeconds));
        }
    }

    /// <summary>In running text a command is named without what it is given.</summary>
    private static bool IsOnlyNamed(string error) => error.StartsWith("Required argument missing", StringComparison.Ordinal);

    private static IEnumerable<string[]> Commands(string path, string text) => path switch
    {
        "deploy/Containerfile" => Listed().Matches(text).Select(m => Words(m.Groups[1].Value.Replace(",", " ", StringComparison.Ordinal))),
        "deploy/compose.yaml" => Composed(text),
        _ => Called().Matches(text.Replace("\\\n", " ", StringComparison.Ordinal)).Select(m => Words(m.Groups[1].Value)),
    };

    private static IEnumerable<string[]> Composed(string text)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(text);
        yaml.Load(reader);
        return ((YamlMappingNode)yaml.Documents[0].RootNode["services"]).Children.Values.OfType<YamlMappingNode>()
            .Where(s => s.Children.ContainsKey("command"))
            .Select(s => ((YamlSequenceNode)s["command"]).Select(w => Filled(((YamlScalarNode)w).Value!)).ToArray());
    }

    private static string[] Words(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Filled(w.Trim('"', '\'', '`')))];

    /// <summary>A variable of compose stands for something.</summary>
    private static string Filled(string word) => word.StartsWith("${DESK_HOST", StringComparison.Ordinal) ? "desk.example.org" : word;

    [GeneratedRegex(@"(?:(?<=^|\s|`)\.[/\\]yugong(?:\.cmd)?|\.dist/yugong|(?<=^[#\s]*|`)yugong) +([a-z][^\n#;|&`>]*)",
        RegexOptions.Multiline, 1000)]
    private static partial Regex Called();

    [GeneratedRegex(@"^CMD \[(.*)\]", RegexOptions.Multiline, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?<![\w/.}])deploy/[A-Za-z0-9][A-Za-z0-9./_-]*", RegexOptions.None, 1000)]
    private static partial Regex Deployed();
}
