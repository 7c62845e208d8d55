using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>What is restored is what was looked at: locked, from one registry, with no warning silenced.</summary>
public sealed partial class PackagesTests
{
    private static readonly string[] Folders = ["src", "tests", "bench"];

    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    public static TheoryData<string> Projects => [.. Folders
        .SelectMany(folder => Directory.GetFiles(Repository.At(folder), "*.csproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_its_packages_locked(string project)
    {
        var file = Repository.At(Path.GetDirectoryName(project)!, "packages.lock.json");
        Assert.True(File.Exists(file), $"{file} is missing; dotnet restore writes it.");
        Assert.Contains("\"contentHash\"", File.ReadAllText(file));
    }

    [Fact]
    public void Every_package_comes_from_one_source()
    {
        var mapping = XDocument.Load(Repository.At("nuget.config")).Root!.Element("packageSourceMapping")!.Elements("packageSource")
            .ToList();
        Assert.Equal("*", Assert.Single(mapping).Element("package")!.Attribute("pattern")!.Value);
    }

    [Fact]
    public void No_warning_of_the_restore_is_silenced()
    {
        foreach (var file in Shared.Select(name => Repository.At(name)).Concat(Projects.Select(p => Repository.At(p.Data))))
        {
            Assert.DoesNotMatch(RestoreWarning(), string.Concat(XDocument.Load(file).Descendants("NoWarn").Select(e => e.Value)));
        }
    }

    [GeneratedRegex("NU[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RestoreWarning();
}
