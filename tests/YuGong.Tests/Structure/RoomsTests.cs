using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>The house is built as docs/architecture.md (and the design it came from) says.</summary>
public sealed partial class RoomsTests
{
    /// <summary>Who may know whom. Rooms that do not exist yet stand here too, so that their first arrow is right.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Text"] = [],
        ["Content"] = ["Text"],
        ["Publishing"] = ["Content", "Text"],
        ["Imaging"] = [],
        ["Documents"] = ["Content", "Text"],
        ["Pages"] = ["Imaging", "Publishing", "Documents", "Content", "Text"],
        ["Api"] = ["Publishing", "Documents", "Content", "Text"],
        ["Media"] = ["Imaging", "Publishing", "Content", "Text"],
        ["Posters"] = ["Imaging", "Publishing", "Content", "Text"],
        ["Manuscripts"] = ["Text"],
        ["Books"] = ["Posters", "Publishing", "Manuscripts", "Documents", "Content", "Text"],
        ["Leads"] = ["Text", "Content", "Manuscripts"],
        ["Deploy"] = ["Text"],
        ["Build"] =
        [
            "Deploy", "Text", "Content", "Documents", "Publishing", "Imaging", "Pages", "Api", "Media", "Posters", "Leads", "Manuscripts",
            "Books",
        ],
        ["Desk"] = ["Imaging", "Publishing", "Content", "Text"],
        ["Cli"] =
        [
            "Text", "Content", "Documents", "Publishing", "Imaging", "Pages", "Api", "Media", "Posters", "Manuscripts", "Leads", "Build",
            "Desk", "Deploy", "Books",
        ],
    };

    private static readonly Dictionary<string, string> RoomOf = new()
    {
        ["ADRaffy.ENSNormalize"] = "Text",
        ["Markdig"] = "Content",
        ["Cronos"] = "Content",
        ["DiffPlex"] = "Desk",
        ["YamlDotNet"] = "Content",
        ["PdfPig"] = "Publishing",
        ["Scriban.Signed"] = "Pages",
        ["AngleSharp"] = "Manuscripts",
        ["CsvHelper"] = "Leads",
        ["DocumentFormat.OpenXml"] = "Leads",
        ["Microsoft.Data.Sqlite"] = "Leads",
        ["MimeKit"] = "Leads",
        ["QRCoder"] = "Publishing",
        ["NetVips"] = "Imaging",
        ["NetVips.Native.linux-x64"] = "Imaging",
        ["NetVips.Native.linux-arm64"] = "Imaging",
        ["NetVips.Native.win-x64"] = "Imaging",
        ["NetVips.Native.osx-x64"] = "Imaging",
        ["NetVips.Native.osx-arm64"] = "Imaging",
        ["HarfBuzzSharp.NativeAssets.Linux"] = "Imaging",
        ["HarfBuzzSharp.NativeAssets.Win32"] = "Imaging",
        ["HarfBuzzSharp.NativeAssets.macOS"] = "Imaging",
        ["SkiaSharp"] = "Imaging",
        ["SkiaSharp.NativeAssets.Linux.NoDependencies"] = "Imaging",
        ["ZXing.Net"] = "Imaging",
        ["MailKit"] = "Cli",
        ["System.CommandLine"] = "Cli",
        ["AWSSDK.S3"] = "Deploy",
    };

    /// <summary>A folder without a project is what a room that moved out left behind (bin, obj).</summary>
    private static readonly string[] Rooms =
    [
        .. Directory.GetDirectories(Repository.At("src"), "YuGong.*")
            .Where(d => File.Exists(Path.Combine(d, Path.GetFileName(d) + ".csproj")))
            .Select(d => Path.GetFileName(d)["YuGong.".Length..]).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> ExistingRooms => [.. Rooms];

    [Theory]
    [MemberData(nameof(ExistingRooms))]
    public void A_room_knows_whom_it_may_know(string room)
    {
        Assert.Contains(room, MayKnow.Keys);
        var known = References(room, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)["YuGong.".Length..])
            .Order(StringComparer.Ordinal);
        Assert.Equal(MayKnow[room].Where(Rooms.Contains).Order(StringComparer.Ordinal), known);
    }

    [Theory]
    [MemberData(nameof(ExistingRooms))]
    public void An_outside_package_stays_in_its_room(string room) =>
        Assert.Equal(RoomOf.Where(p => p.Value == room).Select(p => p.Key).Order(StringComparer.Ordinal),
            References(room, "PackageReference").Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_command_line_has_a_console_and_a_clock()
    {
        foreach (var (path, text) in Sources().Where(s => !s.Path.StartsWith("src/YuGong.Cli/", StringComparison.Ordinal)))
        {
            Assert.False(Console().IsMatch(text), path);
        }
    }

    /// <summary>What joins the rooms serves a command, a server and a test alike: it speaks to nobody itself.</summary>
    [Fact]
    public void The_run_knows_no_console_no_web_server_and_no_desk()
    {
        Assert.Empty(References("Build", "FrameworkReference"));
        Assert.DoesNotContain(References("Build", "ProjectReference"), path => path.Contains("YuGong.Desk") || path.Contains("YuGong.Cli"));
        var sources = Sources().Where(s => s.Path.StartsWith("src/YuGong.Build/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, s => Assert.DoesNotMatch(@"\bConsole\b|Microsoft\.AspNetCore|YuGong\.(Cli|Desk)\b", s.Text));
    }

    [Fact]
    public void No_file_is_too_long()
    {
        var long400 = Sources().Select(s => (s.Path, Lines: s.Text.Count(c => c == '\n'))).Where(s => s.Lines > 400);
        Assert.Equal([], long400.Select(s => $"{s.Path}: {s.Lines} lines"));
    }

    /// <summary>HTML, SQL and XML of raw strings are written as they are.</summary>
    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var found = new List<string>();
        foreach (var (path, text) in SourcesIn("src").Concat(SourcesIn("tests")).Concat(SourcesIn("bench")))
        {
            var (number, isRaw) = (0, false);
            foreach (var line in text.Split('\n'))
            {
                number++;
                var marks = RawMark().Count(line);
                if (line.Length > 140 && !isRaw && marks == 0)
                {
                    found.Add($"{path}:{number}");
                }

                isRaw ^= marks % 2 == 1;
            }
        }

        Assert.Equal([], found);
    }

    [Fact]
    public void Files_that_say_what_is_right_are_named_alike()
    {
        var folder = Repository.At("tests", "YuGong.Tests", "Findings");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f))
            .Where(f => !f.EndsWith(".cs", StringComparison.Ordinal));
        Assert.All(files,
            name => Assert.Matches(@"^(YG[1-8]\d\d-[a-z0-9]+(-[a-z0-9]+)*\.txt|base\.txt|[a-z]+\.golden\.(en\.txt|txt|json|sarif))$",
            name));
        Assert.All(
            Directory.GetFiles(Repository.At("docs", "diagnostics")).Select(f => Path.GetFileName(f)),
            name => Assert.Matches(@"^(YG[1-8]\d\d|README)\.md$", name));
    }

    private static IEnumerable<string> References(string room, string kind) =>
        XDocument.Load(Repository.At("src", $"YuGong.{room}", $"YuGong.{room}.csproj")).Descendants(kind)
            .Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));

    private static IEnumerable<(string Path, string Text)> Sources() => SourcesIn("src");

    private static IEnumerable<(string Path, string Text)> SourcesIn(string place) =>
        Directory.GetFiles(Repository.At(place), "*.cs", SearchOption.AllDirectories)
            .Select(full => (Path: Path.GetRelativePath(Repository.Root, full).Replace('\\', '/'), Full: full))
            .Where(s => !s.Path.Contains("/obj/", StringComparison.Ordinal) && !s.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(s => s.Path, StringComparer.Ordinal)
            .Select(s => (s.Path, File.ReadAllText(s.Full)));

    [GeneratedRegex(@"\bConsole\.|\bDateTime\.(Now|UtcNow|Today)\b", RegexOptions.None, 1000)]
    private static partial Regex Console();

    [GeneratedRegex("\"{3,}", RegexOptions.None, 1000)]
    private static partial Regex RawMark();
}
