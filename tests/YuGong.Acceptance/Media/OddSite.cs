using Xunit;
using YuGong.Tests.Media;
using YuGong.Tests.Sites;

[assembly: AssemblyFixture(typeof(OddSite))]

namespace YuGong.Tests.Media;

/// <summary>The site of odd pictures, built once, by the command itself, when a test first asks for it.</summary>
public sealed class OddSite : IDisposable
{
    private readonly Lazy<(Project Project, BuiltSite Site)> built = new(() =>
    {
        var project = OddPictures.Extend(Project.OfRealSite());
        var said = Task.Run(() => project.BuildAsync("--jobs", "2")).GetAwaiter().GetResult();
        Assert.True(said.Code == 0, said.Out + said.Err);
        return (project, new(project.Output));
    });

    public BuiltSite Site => built.Value.Site;

    /// <summary>A file of the input.</summary>
    public byte[] Original(string path) => File.ReadAllBytes(built.Value.Project.At(path));

    public void Dispose()
    {
        if (built.IsValueCreated)
        {
            built.Value.Project.Dispose();
        }
    }
}
