using Xunit;
using YuGong.Tests.Sites;

[assembly: AssemblyFixture(typeof(BuiltSites))]

namespace YuGong.Tests.Sites;

/// <summary>The sites that tests look at, each built once and when it is first asked for.</summary>
public sealed class BuiltSites : IDisposable
{
    private readonly List<Project> projects = [];
    private readonly Lazy<Task<(BuiltSite Site, Answer Said)>> release;
    private readonly Lazy<Task<(BuiltSite Site, Answer Said)>> fuller;
    private readonly Lazy<BuiltSite> preview;
    private readonly Lazy<BuiltSite> fullerPreview;

    public BuiltSites()
    {
        release = new(() => BuildAsync(RealProject.Value));
        fuller = new(() => BuildAsync(FullerProject.Value));
        preview = new(() => new(RealProject.Value.PublishPreview()));
        fullerPreview = new(() => new(FullerProject.Value.PublishPreview()));
        RealProject = new(() => Keep(Project.OfRealSite()));
        FullerProject = new(() => Keep(Fuller.Extend(Project.OfRealSite())));
    }

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

    public void Dispose()
    {
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
