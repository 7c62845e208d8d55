using YuGong.Content;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Where a project keeps things. All paths are full.</summary>
public sealed record ProjectFolder(string Root, string Input, string InputName, string Themes, string Settings, string Output, string Cache)
{
    public string Ledger => Path.Combine(Input, "urls.txt");

    /// <summary>The short codes on printed posters.</summary>
    public string Codes => Path.Combine(Input, "codes.txt");

    /// <summary>What was typed at the desk and is not saved.</summary>
    public string Unsaved => Path.Combine(Root, ".desk", "unsaved");

    /// <summary>What readers remarked on drafts at the desk.</summary>
    public string Remarks => Path.Combine(Root, ".desk", "remarks");

    /// <summary>Links by which drafts are shown outside.</summary>
    public string Shared => Path.Combine(Root, ".desk", "shared.json");

    public static ProjectFolder At(string root, string? input = null, string? output = null)
    {
        var full = Path.GetFullPath(root);
        return new(
            full, Folder(full, input ?? "input"), (input ?? "input").Replace('\\', '/').TrimEnd('/'),
            ThemesOf(full), Path.Combine(full, "statiq.json"), Folder(full, output ?? "output"),
            Path.Combine(full, ".cache"));

        static string Folder(string root, string name) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, name)));
    }

    /// <summary>A project without themes of its own uses those that came with the program.</summary>
    private static string ThemesOf(string root)
    {
        var own = Path.Combine(root, "themes");
        return FileStat.At(own) is not null ? own : ToolFolder.Themes ?? own;
    }

    /// <summary>What the content is read with, where nothing is known of an earlier run.</summary>
    public LoadRequest Reading(Edition edition, DateOnly today, int jobs = 1) =>
        new(Input, InputName, Settings, today, edition, new HashSet<Fingerprint>(), jobs) { Themes = Themes };

    /// <summary>The content as it lies on the disk; null when there is nothing to load.</summary>
    public Site? Load(Edition edition, DateOnly today, Diagnostics findings, int jobs = 1) =>
        SiteLoader.Load(Reading(edition, today, jobs), InputFiles.Scan(Input, Root), findings)?.Site;
}
