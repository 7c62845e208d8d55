using Xunit;
using YuGong.Tests.Hosting;
using YuGong.Tests.Sites;

[assembly: AssemblyFixture(typeof(HostedSites))]

namespace YuGong.Tests.Hosting;

/// <summary>A small site with an old address, somebody withdrawn and packed copies, at the root of its host and below a path.</summary>
public sealed class HostedSites : IDisposable
{
    private readonly Lazy<Task<Project>> root = new(() => BuildAsync(""));
    private readonly Lazy<Task<Project>> below = new(() => BuildAsync("/yugong"));

    /// <param name="linkRoot">Empty or <c>/yugong</c>.</param>
    public Task<Project> At(string linkRoot) => linkRoot.Length == 0 ? root.Value : below.Value;

    public void Dispose()
    {
        foreach (var project in new[] { root, below }.Where(p => p.IsValueCreated && p.Value.IsCompletedSuccessfully))
        {
            project.Value.Result.Dispose();
        }
    }

    private static async Task<Project> BuildAsync(string linkRoot)
    {
        var project = CompleteContent.Small(Project.OfRealSite());
        project.Edit("statiq.json", "\"LinkRoot\": \"\"", $"\"LinkRoot\": \"{linkRoot}\"");
        project.Write("input/withdrawn.txt", "2026-01-02 /people/somebody-withdrawn/\n");
        var said = await project.BuildAsync("--compress", "--no-posters");
        Assert.True(said.Code == 0, said.Out + said.Err);

        // Texts that nobody packed: the server packs them itself.
        foreach (var text in (string[])["sitemap.xml", "about/index.html", "feeds/builder.atom.xml"])
        {
            File.Delete(Path.Combine(project.Output, text + ".br"));
            File.Delete(Path.Combine(project.Output, text + ".gz"));
        }

        // What a theme or an editor may bring.
        project.Write("output/notes.md", "# 说明\n");
        project.Write("output/site.webmanifest", "{}");
        project.Write("output/assets/photo.avif", "picture");
        project.Write("output/captions.vtt", "WEBVTT\n");
        RealServer.Open(project.Root);
        var hosting = await project.RunAsync("hosting", "--site-folder", project.Output, "--date", $"{Project.Today:yyyy-MM-dd}");
        Assert.True(hosting.Code == 0, hosting.Out + hosting.Err);
        return project;
    }
}
