using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Preview;

/// <summary>A running preview of a small project, for the tests of one class.</summary>
public sealed class OpenPreview : IAsyncLifetime
{
    private RunningPreview? preview;

    public Project Project { get; } = CompleteContent.Small(Project.OfRealSite());

    internal RunningPreview Preview => preview ?? throw new InvalidOperationException("It has not started.");

    public async ValueTask InitializeAsync() => preview = await RunningPreview.StartAsync(Project, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (preview is not null)
        {
            await preview.DisposeAsync();
        }

        Project.Dispose();
    }

    public Task<HttpResponseMessage> AskAsync(string path) =>
        Preview.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<string> GetAsync(string path) =>
        Preview.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
