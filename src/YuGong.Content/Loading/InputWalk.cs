using System.IO.Enumeration;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// One walk through a folder. Links are followed to what stays inside the project; a link that does not is listed as refused. A folder that
/// cannot be listed is known by its name and hides no other.
/// </summary>
/// <param name="root">Full path.</param>
internal sealed class InputWalk(string root, string within)
{
    /// <summary>Links behind links: folders of links to each other would be listed in ever more ways.</summary>
    private const int MostLinks = 4;

    /// <summary>Packages of a theme: thousands of files that no site is made of.</summary>
    private const string Packages = "node_modules";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly List<InputFile> files = [];

    /// <summary>Real paths of the folders that a link may lead into; found when there is a link.</summary>
    private readonly Lazy<string[]> allowed = new(() => [RealPath.Of(within), RealPath.Of(root)]);

    public List<InputFile> Files()
    {
        Read("", [root]);
        return files;
    }

    /// <param name="folder">Relative, with <c>/</c>.</param>
    /// <param name="way">Full paths: where the walk began and where each link on the way led; what is listed lies below the last.</param>
    private void Read(string folder, IReadOnlyList<string> way)
    {
        try
        {
            var names = new FileSystemEnumerable<string>(
                Path.Join(root, folder), static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                    !entry.FileName.StartsWith('.') && !entry.FileName.SequenceEqual(Packages),
            };
            foreach (var name in names)
            {
                var path = folder.Length == 0 ? name : $"{folder}/{name}";
                if (FileStat.At(Path.Join(root, path)) is { } stat) // else it went between the listing and the look
                {
                    Add(path, stat, way);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Add(new(folder.Length == 0 ? "." : folder, InputFiles.Unlisted, default));
        }
    }

    private void Add(string path, FileStat stat, IReadOnlyList<string> way)
    {
        switch (stat.Kind)
        {
            case FileType.Folder:
                Read(path, way);
                break;
            case FileType.Link:
                Follow(path, stat, way);
                break;
            default:
                var link = way.Count > 1 ? LinkState.Followed : LinkState.None;
                files.Add(new(path, stat.Kind == FileType.File ? stat.Size : 0, stat.Version, link));
                break;
        }
    }

    private void Follow(string path, FileStat link, IReadOnlyList<string> way)
    {
        var target = RealPath.Of(Path.Join(root, path));
        if (Seen(target) is not { Kind: not FileType.Link } stat)
        {
            var isThere = new FileInfo(target).LinkTarget is not null;
            files.Add(new(path, 0, link.Version, isThere ? LinkState.Circular : LinkState.Dangling));
        }
        else if (!allowed.Value.Any(place => (target == place || InputFiles.IsIn(target, place)) && !HasHidden(target[place.Length..])))
        {
            files.Add(new(path, 0, link.Version, LinkState.Outside));
        }
        else if (stat.Kind != FileType.Folder)
        {
            files.Add(new(path, stat.Kind == FileType.File ? stat.Size : 0, link.Version.With(stat.Version), LinkState.Followed));
        }
        else if (way.Count > MostLinks || IsAbove(target, path, way))
        {
            files.Add(new(path, 0, link.Version, LinkState.Circular));
        }
        else
        {
            Read(path, [.. way, target]);
        }
    }

    /// <summary>Whether the walk came through the folder to the link, so that it would come to the link again.</summary>
    private bool IsAbove(string target, string path, IReadOnlyList<string> way)
    {
        var here = RealPath.Of(Path.GetDirectoryName(Path.Join(root, path))!);
        return here == target || InputFiles.IsIn(here, target)
            || way.Skip(1).Append(allowed.Value[1]).Any(place => place == target || InputFiles.IsIn(place, target));
    }

    private static FileStat? Seen(string path)
    {
        try
        {
            return FileStat.At(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HasHidden(string below) =>
        below.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Any(part => part.StartsWith('.'));
}
