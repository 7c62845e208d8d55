using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>The output as the last publication left it.</summary>
public static class PublishedTree
{
    /// <summary>
    /// The paths of the files that the last publication put there, in no order, by the record beside the output or by the marker in it.
    /// </summary>
    public static IEnumerable<string> Owned(string output)
    {
        var real = RealPath.Of(output);
        return new BuildFolder(real).Recorded()?.Files.Keys ?? Marked(real);
    }

    /// <summary>
    /// Whether every file that was published still stands as it was written. With unchanged inputs there is then nothing
    /// to do; foreign files do not matter. Takes no lock: a build at work makes it false or is about to.
    /// </summary>
    public static bool IsWhole(string output, int jobs)
    {
        output = RealPath.Of(output);
        if (new BuildFolder(output).Recorded() is not { } manifest || Tree.Look(output, jobs) is not { } tree
            || manifest.Tree != tree.Self.Identity || !tree.IsMarked)
        {
            return false;
        }

        foreach (var (path, entry) in manifest.Files)
        {
            if (!tree.Files.TryGetValue(path, out var standing) || !entry.Describes(standing))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Marked(string output)
    {
        try
        {
            var tree = FolderKind.Site.IsMarked(output) ? Tree.Look(output, 1) : null;
            var record = new TreeRecord(null, tree);
            return tree?.Files.Keys.Where(path => record.Find(path) is not null) ?? [];
        }
        catch (Exception e) when (DiskFailure.RuleFor(e) is not null)
        {
            return []; // the publication will say why
        }
    }
}
