using System.Net;
using Xunit;
using YuGong.Build.Live;
using YuGong.Cli;
using YuGong.Tests.DeskFront;
using YuGong.Tests.Preview;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Faults;

/// <summary>Preview, desk and serve outlive everything that happens to the folders they are made of, and show what it is.</summary>
public sealed class ServersGoOnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("input")]
    [InlineData("themes")]
    [InlineData("themes/yugong")]
    public async Task A_preview_whose_folder_is_taken_away_says_so_and_heals_when_it_is_back(string folder)
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        await using var preview = await RunningPreview.StartAsync(project, Cancel);
        await using var events = preview.EventsAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());

        Directory.Move(project.At(folder), project.At("away"));
        await UntilAsync(preview, "/hall/", page => page.Contains("preview-findings") && page.Contains("open>"));
        Directory.Move(project.At("away"), project.At(folder));
        await UntilAsync(preview, "/people/test-person/", page => !page.Contains("open>"));

        // It is the new folder that is watched.
        project.Edit("input/stories/test-person/index.md", "headline: 只为", "headline: 又一次保存的");
        await UntilAsync(preview, "/people/test-person/", page => page.Contains("又一次保存的"));
    }

    [Fact]
    public async Task A_preview_that_never_had_a_site_shows_why_on_every_address()
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        var good = project.Read("themes/yugong/theme.json");
        project.Write("themes/yugong/theme.json", "{");
        await using var preview = await RunningPreview.StartAsync(project, Cancel);
        var answer = await preview.Client.GetAsync(new Uri("/anything/", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("themes/yugong/theme.json:", page);
        Assert.Contains("/_preview/preview.js", page);
        project.Write("themes/yugong/theme.json", good);
        await UntilAsync(preview, "/hall/", healed => !healed.Contains("现在做不出来"));
    }

    [Fact]
    public void A_rebuild_that_throws_is_a_finding_and_the_last_site_stays()
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        var site = new PreviewSite(Clean.Options(project, YuGong.Content.Edition.Preview));
        site.Rebuild();
        var page = site.Get("people/test-person/index.html");
        Assert.NotNull(page);
        site.Changed += (_, _) => throw new InvalidOperationException("a listener of ours");
        project.Delete("input/stories/test-person/portrait.png");
        Directory.CreateSymbolicLink(project.At("input/stories/test-person/portrait.png"),
            project.At("input/stories/test-person/portrait.png"));
        site.Rebuild();
        Assert.Contains(site.Now.Findings, f => f.Severity == YuGong.Text.Severity.Error);
    }

    [Fact]
    public async Task A_desk_whose_folder_is_taken_away_goes_on_and_heals()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var client = new HttpClient { BaseAddress = desk.Address };
        foreach (var folder in (string[])["input", "themes/yugong"])
        {
            Directory.Move(desk.Project.At(folder), desk.Project.At("away"));
            await Task.WhenAll(((string[])["/desk/", "/desk/site/hall/", "/desk/write/stories/test-person/",
                "/desk/entry/stories/test-person/"]).Select(async address =>
            {
                var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
                Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(Cancel));
            }));
            Directory.Move(desk.Project.At("away"), desk.Project.At(folder));
        }

        desk.Project.Edit("input/stories/test-person/index.md", "headline: 只为", "headline: 编辑台还在的");
        var page = "";
        while (!page.Contains("编辑台还在的"))
        {
            page = await client.GetStringAsync(new Uri("/desk/site/people/test-person/", UriKind.Relative), Cancel);
            await Task.Delay(100, Cancel);
        }
    }

    [Fact]
    public async Task A_site_that_is_taken_away_while_it_is_served_comes_back_with_it()
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        var output = project.At("output");
        Directory.CreateDirectory(output);
        await File.WriteAllTextAsync(Path.Combine(output, "index.html"), "<p>一</p>", Cancel);
        await File.WriteAllBytesAsync(Path.Combine(output, "large.bin"), new byte[2 * 1024 * 1024], Cancel);
        await using var server = new SiteServer(output, "", YuGong.Api.SearchTables.None);
        await server.StartAsync(IPAddress.Loopback, 0, Cancel);
        using var client = new HttpClient { BaseAddress = new(server.Address!) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/large.bin", UriKind.Relative), Cancel)).StatusCode);

        Directory.Move(output, output + "-away");
        var gone = await client.GetAsync(new Uri("/large.bin", UriKind.Relative), Cancel);
        Assert.Contains(gone.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable]);
        Directory.Move(output + "-away", output);
        while ((await client.GetAsync(new Uri("/large.bin", UriKind.Relative), Cancel)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(100, Cancel);
        }
    }

    /// <summary>Asks until a page says it; the test's own patience ends it.</summary>
    private static async Task UntilAsync(RunningPreview preview, string address, Func<string, bool> says)
    {
        while (true)
        {
            using var answer = await preview.Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            if (says(await answer.Content.ReadAsStringAsync(Cancel)))
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }
    }
}
