using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>What others made and the program carries: docs/third-party.md is made from what is restored, and true.</summary>
public sealed class ThirdPartyTests
{
    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static readonly string[] OnlyForBuilding =
        ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Roslynator.Analyzers"];

    [Fact]
    public void The_list_of_what_the_program_carries_is_true()
    {
        var why = Reasons();
        var text = new StringBuilder(
            """
            # Made by others

            What the compiled program carries, from the lock files; a test writes this page. Licences are those that the packages name.
            Fonts, the viewer of pictures and the desk's editor (ProseMirror) come from npm and keep their licences beside them.
            The words that no line of large type is broken within (`lexicon.br`) are those of jieba (MIT).

            libvips (LGPL-3.0-or-later) and what it contains are files of their own beside the program and can be replaced by others; their
            notices lie in the package. The libraries whose licences ask for a notice with every copy are in
            [THIRD-PARTY-NOTICES.txt](../THIRD-PARTY-NOTICES.txt).

            | package | version | licence | room | for |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (name, version, room) in Locked())
        {
            text.Append($"| {name} | {version} | {LicenceOf(name, version)} | {room} | {why.GetValueOrDefault(name, "")} |\n");
        }

        Golden.Matches(Repository.At("docs", "third-party.md"), text.ToString());
    }

    /// <summary>Nothing has to be installed on any of these.</summary>
    [Theory]
    [InlineData("linux-x64", "libvips.so.42", "libHarfBuzzSharp.so", "libSkiaSharp.so")]
    [InlineData("linux-arm64", "libvips.so.42", "libHarfBuzzSharp.so", "libSkiaSharp.so")]
    [InlineData("win-x64", "libvips-42.dll", "libHarfBuzzSharp.dll", "libSkiaSharp.dll")]
    [InlineData("osx-arm64", "libvips.42.dylib", "libHarfBuzzSharp.dylib", "libSkiaSharp.dylib")]
    [InlineData("osx-x64", "libvips.42.dylib", "libHarfBuzzSharp.dylib", "libSkiaSharp.dylib")]
    public void Every_system_has_its_native_libraries_in_the_packages(string system, params string[] libraries)
    {
        var there = Locked().SelectMany(p => new[] { system, system.Split('-')[0] }
            .Select(rid => Path.Combine(Folder(p.Name, p.Version), "runtimes", rid, "native"))
            .Where(Directory.Exists).SelectMany(Directory.GetFiles).Select(file => Path.GetFileName(file))).ToHashSet();
        Assert.Empty(libraries.Except(there));
    }

    /// <summary>Every package of the rooms, with the room that asks for it or what brings it along.</summary>
    private static List<(string Name, string Version, string Room)> Locked()
    {
        var all = new SortedDictionary<string, (string Version, string Room)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.GetFiles(Repository.At("src"), "packages.lock.json", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).Order(StringComparer.Ordinal))
        {
            var room = Path.GetFileName(Path.GetDirectoryName(file)!)["YuGong.".Length..];
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var package in json.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject()))
            {
                var type = package.Value.GetProperty("type").GetString();
                if (type is "Project" or "CentralTransitive" || OnlyForBuilding.Contains(package.Name))
                {
                    continue;
                }

                var known = all.GetValueOrDefault(package.Name);
                all[package.Name] = (package.Value.GetProperty("resolved").GetString()!, type == "Direct" ? room : known.Room ?? "—");
            }
        }

        return [.. all.Select(p => (p.Key, p.Value.Version, p.Value.Room))];
    }

    /// <summary>Who pins a package says what it is for.</summary>
    private static Dictionary<string, string> Reasons() =>
        XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("For")!.Value, StringComparer.Ordinal);

    private static string LicenceOf(string name, string version)
    {
        var file = Path.Combine(Folder(name, version), name.ToLowerInvariant() + ".nuspec");
        var metadata = XDocument.Load(file).Root!.Elements().First();
        string? Of(string element) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == element)?.Value;
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value
            : Of("licenseUrl") is { } address && !address.Contains("aka.ms/deprecate") ? $"[text]({address})"
            : $"in the package: {licence?.Value}";
    }

    private static string Folder(string name, string version) =>
        Path.Combine(Packages, name.ToLowerInvariant(), version.ToLowerInvariant());
}
