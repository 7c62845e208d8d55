using YuGong.Text;

namespace YuGong.Content;

/// <summary>Whether a symbolic link stands at a place or above it, and why it is not followed.</summary>
public enum LinkState
{
    None,

    /// <summary>It stays inside the project: what it leads to is listed in its place.</summary>
    Followed,

    /// <summary>It leads out of the project, or into a folder whose name begins with a dot, which is nobody's content.</summary>
    Outside,

    /// <summary>It leads to nothing.</summary>
    Dangling,

    /// <summary>It leads to a folder that it lies in itself, or through too many other links.</summary>
    Circular,
}

/// <summary>A file as the folder lists it. <paramref name="Path"/> is relative to the folder, with <c>/</c>.</summary>
/// <param name="Size">In bytes; <see cref="InputFiles.Unlisted"/> for a folder that could not be listed.</param>
/// <param name="Version">Equal only while nobody wrote, replaced or touched it (<see cref="FileStat.Version"/>).</param>
/// <param name="Link">Nothing is read of a link that is refused, and nothing listed below it.</param>
public sealed record InputFile(string Path, long Size, Fingerprint Version, LinkState Link = LinkState.None)
{
    public bool IsRefused => Link > LinkState.Followed;
}

/// <summary>Everything under a folder, sorted; one scan, no file is opened, and nothing is thrown.</summary>
public static class InputFiles
{
    /// <summary>The size of a folder that could not be listed: what is in it is not known.</summary>
    public const long Unlisted = -1;

    /// <param name="within">Links are followed to what lies in the folder itself or in this one: the project.</param>
    public static IReadOnlyList<InputFile> Scan(string folder, string? within = null)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        var files = new InputWalk(root, within ?? root).Files();
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>Why a folder that is, or lies behind, a link is not read; none for one that may be.</summary>
    /// <param name="folder">Full path.</param>
    public static LinkState RefusalOf(string folder, string within) =>
        FileStat.VersionAt(folder) == default && new FileInfo(folder).LinkTarget is not null ? LinkState.Dangling
        : IsIn(folder, within) && !IsIn(RealPath.Of(folder), RealPath.Of(within)) ? LinkState.Outside
        : LinkState.None;

    /// <summary>Says that a link is not followed, and why.</summary>
    /// <param name="path">As people know it: <c>themes/yugong</c>.</param>
    public static void Report(LinkState why, string path, Diagnostics diagnostics) =>
        diagnostics.Report(ContentRules.LinkOutside, new SourceFile(path, "").Whole, why switch
        {
            LinkState.Outside => new Phrase("指到项目外面(或名字以点开头的文件夹里)",
                "it leads out of the project (or into a folder whose name begins with a dot)"),
            LinkState.Dangling => new("指的东西不存在", "what it leads to does not exist"),
            _ => new("绕回了自己", "it leads back to itself"),
        });

    /// <summary>A fingerprint of names and versions: equal means that nothing was touched.</summary>
    public static Fingerprint Stamp(IReadOnlyList<InputFile> files)
    {
        var names = new System.Text.StringBuilder();
        foreach (var file in files)
        {
            names.Append(file.Path).Append('|').Append(file.Size).Append('|').Append(file.Version.Value).Append('\n');
        }

        return Fingerprint.Of(names.ToString());
    }

    internal static bool IsIn(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal)
            && (path[folder.Length] == Path.DirectorySeparatorChar || Path.EndsInDirectorySeparator(folder));
}
