using Xunit;

namespace YuGong.Tests.Preview;

/// <summary>The preview as an editor meets it: save, look, mend.</summary>
public sealed class EditingTests(OpenPreview open) : IClassFixture<OpenPreview>
{
    private const string Story = "input/stories/test-person/index.md";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saving_a_story_tells_the_open_page_to_load_it_again()
    {
        await using var events = open.Preview.EventsAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());
        var first = events.Current;
        Assert.Contains("/_preview/preview.js", await open.GetAsync("/people/test-person/"));

        open.Project.Edit(Story, "headline: 只为", "headline: 刚刚保存的");

        Assert.True(await events.MoveNextAsync());
        Assert.NotEqual(first, events.Current);
        Assert.Contains("刚刚保存的", await open.GetAsync("/people/test-person/"));
        Assert.Contains("刚刚保存的", (await open.GetAsync("/")).Replace("<wbr>", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_edit_shows_its_place_on_every_page_and_mending_it_clears_the_view()
    {
        var line = 1 + open.Project.Read(Story).Split('\n').ToList().IndexOf("direction: mentor");
        await using var events = open.Preview.EventsAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());
        Assert.DoesNotContain("YG138", await open.GetAsync("/hall/"));

        open.Project.Edit(Story, "direction: mentor", "direction: mentro");
        Assert.True(await events.MoveNextAsync());
        var broken = await open.GetAsync("/hall/");
        Assert.Contains($"{Story}:{line}:12", broken);
        Assert.Contains("YG138", broken);
        Assert.Contains("mentor", broken);

        open.Project.Edit(Story, "direction: mentro", "direction: mentor");
        Assert.True(await events.MoveNextAsync());
        Assert.DoesNotContain("YG138", await open.GetAsync("/hall/"));
    }

    [Fact]
    public async Task A_template_that_cannot_be_read_does_not_stop_the_server()
    {
        await using var events = open.Preview.EventsAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());
        var good = open.Project.Read("themes/yugong/templates/people.scriban");
        open.Project.Write("themes/yugong/templates/people.scriban", good + "{{ if total }}");
        Assert.True(await events.MoveNextAsync());
        Assert.Contains("YG306", await open.GetAsync("/hall/"));
        open.Project.Write("themes/yugong/templates/people.scriban", good);
        Assert.True(await events.MoveNextAsync());
        Assert.DoesNotContain("YG306", await open.GetAsync("/people/"));
    }
}
