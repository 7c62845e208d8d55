using Xunit;
using YuGong.Tests.Browser;
using YuGong.Tests.Sites;

[assembly: AssemblyFixture(typeof(BuiltSites))]

namespace YuGong.Tests.Sites;

/// <summary>The sites that tests look at, each built once and when it is first asked for.</summary>
public sealed class BuiltSites : IAsyncDisposable
{
    private readonly List<Project> projects = [];
    private readonly Lazy<Task<(BuiltSite Site, Answer Said)>> release;
    private readonly Lazy<Task<(BuiltSite Site, Answer Said)>> fuller;
    private readonly Lazy<BuiltSite> preview;
    private readonly Lazy<BuiltSite> fullerPreview;

    public BuiltSites()
    {
        Browser = new(this);
        var real = RealProject = new(() => Keep(Project.OfRealSite()));
        var full = FullerProject = new(() => Keep(CompleteContent.Extend(Project.OfRealSite())));
        release = new(() => BuildAsync(real.Value));
        fuller = new(() => BuildAsync(full.Value));
        preview = new(() => new(real.Value.PublishPreview()));
        fullerPreview = new(() => new(full.Value.PublishPreview()));
    }

    /// <summary>The browser that looks at them; it starts when a page is opened.</summary>
    public Chromium Browser { get; }

    public Lazy<Project> RealProject { get; }

    public Lazy<Project> FullerProject { get; }

    /// <summary>What the public gets.</summary>
    public async Task<BuiltSite> ReleaseAsync() => (await release.Value).Site;

    /// <summary>What the build of the release said.</summary>
    public async Task<Answer> ReleaseSaidAsync() => (await release.Value).Said;

    /// <summary>The release of the input with everything that it does not have yet.</summary>
    public async Task<BuiltSite> FullerAsync() => (await fuller.Value).Site;

    public async Task<Answer> FullerSaidAsync() => (await fuller.Value).Said;

    public Task<BuiltSite> ByNameAsync(string name) => name switch
    {
        "release" => ReleaseAsync(),
        "fuller" => FullerAsync(),
        "preview" => Task.FromResult(preview.Value),
        "fuller-preview" => Task.FromResult(fullerPreview.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        foreach (var project in projects)
        {
            project.Dispose();
        }
    }

    private static async Task<(BuiltSite Site, Answer Said)> BuildAsync(Project project)
    {
        var said = await project.BuildAsync("--jobs", "4");
        Assert.True(said.Code == 0, said.Out + said.Err);
        return (new(project.Output), said);
    }

    private Project Keep(Project project)
    {
        lock (projects)
        {
            projects.Add(project);
        }

        return project;
    }
}
