using YuGong.Build;
using YuGong.Deploy;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>What a build of the release left in the output: that, and nothing that others put there, goes online.</summary>
internal static class BuiltRelease
{
    private const string Robots = "robots.txt", KeepOut = "Disallow: /\n";

    /// <exception cref="DeployException">There is none, or it is a preview with samples and drafts.</exception>
    public static LocalSite Read(ProjectFolder project, CancellationToken cancel)
    {
        var folder = project.Output;
        var owned = PublishedTree.Owned(folder).ToList();
        if (owned.Count == 0)
        {
            throw new DeployException(new($"{folder} 里没有建好的网站。", $"There is no built site in {folder}."));
        }

        // The one mark that a preview has under any theme.
        var robots = Path.Combine(folder, Robots);
        return owned.Contains(Robots) && (File.ReadAllText(robots) + "\n").Contains(KeepOut, StringComparison.Ordinal)
            ? throw new DeployException(new(
                $"{folder} 里是预览版(有示例和草稿),不能上线。用 build 再建一次。",
                $"{folder} holds a preview, with samples and drafts, which never goes online. Build it again with build."))
            : LocalSite.Read(folder, owned, Environment.ProcessorCount, cancel);
    }
}
