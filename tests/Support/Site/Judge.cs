using System.Diagnostics;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>
/// Programs that are not ours and say whether what we made is right. Where one is not installed the test is skipped by its name, and the
/// run counts it: <c>sh src/setup.sh tests</c> installs what can be had. <c>YUGONG_WITHOUT=java,nginx</c> (or <c>all</c>) hides them.
/// </summary>
internal static class Judge
{
    /// <summary>Where Debian keeps the programs of administrators, which are not on everybody's PATH.</summary>
    private static readonly string[] Places =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin", "/usr/bin"];

    private static readonly string[] Hidden = (Environment.GetEnvironmentVariable("YUGONG_WITHOUT") ?? "").Split(',');

    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments) => Tool.Start(Program(program), arguments);

    /// <summary>A script of ours for Node.js that calls packages of tests/judges.</summary>
    public static ProcessStartInfo Script(string name, params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(Directory.Exists(Package()) && !IsHidden("node"), "tests/judges/node_modules is not installed");
        return Start("node", [GitRepository.At("tests", "judges", name), .. arguments]);
    }

    /// <summary>Its full path.</summary>
    public static string Program(string name)
    {
        var found = Places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null && !IsHidden(name), $"{name} is not installed");
        return found!;
    }

    /// <summary>A file of a package that <c>npm ci</c> put into tests/judges.</summary>
    public static string Module(params ReadOnlySpan<string> parts) => Installed(Package(parts), parts[0]);

    /// <summary>A library of Debian's for Java.</summary>
    public static string Jar(string name) => Installed($"/usr/share/java/{name}.jar", name + ".jar");

    /// <summary>The desk's editor, which npm bundles.</summary>
    public static string Editor() => Installed(GitRepository.At("desk", "node_modules", ".bundle", "editor.js"), "the desk's editor");

    /// <summary>Something that was installed or compiled before.</summary>
    public static string Installed(string path, string name)
    {
        Assert.SkipUnless(File.Exists(path) && !IsHidden(name), $"{name} is not installed");
        return path;
    }

    private static string Package(params ReadOnlySpan<string> parts) =>
        GitRepository.At(["tests", "judges", "node_modules", .. parts]);

    private static bool IsHidden(string name) => Hidden.Contains(name) || Hidden is ["all"];
}
