using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// The one answer to whether a command may write somewhere. No folder is an output that is, holds or lies in what people keep:
/// the content, the theme, git, our caches, the private register, somebody's home, the system; and none that holds
/// something already, unless a marker (<see cref="FolderKind"/>) says that we made it. Links, bind mounts, <c>..</c> and other
/// spellings change nothing: places are compared as the disk knows them.
/// </summary>
public sealed class OutputGuard
{
    /// <summary>What a project keeps, by the names that it always has.</summary>
    private static readonly string[] Kept =
        ["input", "themes", "leads", ".git", ".github", ".cache", ".dist", ".dist.new", ".desk", ".withdrawal"];

    /// <summary>What a project of ours may keep besides, where it is there and no output itself.</summary>
    private static readonly string[] Perhaps =
        ["src", "tests", "docs", "bench", "desk", "shared", "node_modules", ".vs", ".vscode", ".idea", ".config"];

    private readonly string project;
    private readonly List<(string Name, GuardedPlace Place)> kept = [];

    /// <param name="project">Full path; places are told relative to it.</param>
    /// <param name="others">Full paths of what this project keeps elsewhere, such as another content folder.</param>
    /// <param name="open">Names of the list above that this command may write into.</param>
    public OutputGuard(string project, IEnumerable<string> others, params string[] open)
    {
        this.project = project;
        var besides = Perhaps.Select(name => Path.Combine(project, name))
            .Where(path => Directory.Exists(path) && !FolderKind.Site.IsOurs(path));
        foreach (var path in Kept.Except(open).Select(name => Path.Combine(project, name)).Concat(besides).Concat(others))
        {
            kept.Add((NameOf(path), new(path)));
        }
    }

    /// <summary>Reports why a folder cannot be an output of this kind; true when it can.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="force">Whether what is not ours will be cleared: never a history of git.</param>
    public bool MayFill(string folder, FolderKind kind, Diagnostics findings, bool force = false)
    {
        if (WhyNever(folder) is { } place)
        {
            return Refuse(folder, place, findings);
        }

        if (force && Path.Exists(Path.Combine(folder, ".git")))
        {
            return Refuse(folder, $"{NameOf(folder)}/.git", findings);
        }

        var real = RealPath.Of(folder);
        if (kind == FolderKind.Site && FileStat.At(real) is { IsMount: true })
        {
            findings.Report(PublishingRules.MountPoint, PlaceOf(folder), NameOf(folder)); // it cannot be swapped
            return false;
        }

        if (kind.FirstForeign(real) is { } foreign)
        {
            findings.Report(PublishingRules.OutputNotOurs, PlaceOf(folder), NameOf(folder), foreign);
            return false;
        }

        return true;
    }

    /// <summary>Reports whether a folder meets what is kept, whatever is in it; true when it does not.</summary>
    public bool IsFree(string folder, Diagnostics findings) => WhyNever(folder) is not { } place || Refuse(folder, place, findings);

    /// <summary>Reports whether a file lies in what is kept, whether or not it is there; true when it does not.</summary>
    public bool MayReplace(string file, Diagnostics findings) =>
        Directory.Exists(file)
            ? Refuse(file, new Phrase($"{NameOf(file)}(文件夹)", $"{NameOf(file)} (a folder)"), findings)
            : WhyNever(file, isFile: true) is not { } place
            || Refuse(file, place, findings);

    /// <summary>Reports why a file cannot be written; true when it can: nothing is there, or the same bytes.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="bytes">Null where they are not known yet; then nothing may be there.</param>
    public bool MayWrite(string file, byte[]? bytes, Diagnostics findings)
    {
        if (!MayReplace(file, findings))
        {
            return false;
        }

        if (FileStat.At(file) is { } there
            && !(bytes is not null && there.Kind == FileType.File && there.Size == bytes.Length
            && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes)))
        {
            findings.Report(PublishingRules.FileThere, PlaceOf(file), NameOf(file));
            return false;
        }

        return true;
    }

    /// <summary>What the folder is, holds or lies in; null when it is nobody's.</summary>
    /// <param name="isFile">It holds nothing then, and what is the system's is a matter of permissions.</param>
    private Detail? WhyNever(string folder, bool isFile = false)
    {
        if (!isFile && File.Exists(folder))
        {
            return new Phrase($"{NameOf(folder)}(文件)", $"{NameOf(folder)} (a file)");
        }

        var place = new GuardedPlace(folder);
        if (!isFile && SystemFolders.Meets(place) is { } system)
        {
            return system;
        }

        if (!isFile && new GuardedPlace(project).IsWithin(place))
        {
            return new Phrase("项目自己", "the project itself");
        }

        if (NeverWithin(place.Path) is { } never)
        {
            return never;
        }

        foreach (var (name, keeps) in kept)
        {
            if (place.IsWithin(keeps) || (!isFile && keeps.IsWithin(place)))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>
    /// Git's own folders wherever they are, what a build keeps beside its output, and an output of ours that is not this one.
    /// </summary>
    private static string? NeverWithin(string path)
    {
        for (var at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            var name = Path.GetFileName(at);
            if (name.Equals(".git", StringComparison.OrdinalIgnoreCase)
                || (name.Length > 7 && name[0] == '.' && name.EndsWith(".build", StringComparison.OrdinalIgnoreCase)))
            {
                return name;
            }

            if (at != path && FolderKind.Site.IsMarked(at)) // or it would be published with the other, its spare tree too
            {
                return at;
            }
        }

        return null;
    }

    private bool Refuse(string path, Detail place, Diagnostics findings)
    {
        findings.Report(PublishingRules.NoOutputFolder, PlaceOf(path), NameOf(path), place);
        return false;
    }

    private string NameOf(string path) => Path.GetRelativePath(project, path).Replace('\\', '/');

    private SourceSpan PlaceOf(string path) => new SourceFile(NameOf(path), "").Whole;
}
