using Xunit;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Tests.Sites;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.DeskFront;

/// <summary>The poster beside a form, with the real designs.</summary>
public sealed class CardTests
{
    [Fact]
    public void The_card_says_what_the_form_says_and_the_desk_may_close_while_its_press_warms()
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        Project.CopyFolder(GitRepository.At("themes", "yugong", "posters"), project.At("themes/yugong/posters"));
        var folder = ProjectFolder.At(project.Root);
        using var site = new DraftRenderer(new(folder, Project.Today, Edition.Preview) { Jobs = 2 });
        site.Rebuild();
        var card = new DraftCard(folder);
        card.Warm(site.Site!);
        var story = site.Site!.Stories.First(s => s.Agreement?.Scope.Contains(ConsentScope.Poster) == true);
        var (one, other) = (card.Draw(site.Site, story, new())!.Value,
            card.Draw(site.Site, story with { Headline = "刚刚打进来的主题句" }, new())!.Value);
        Assert.True(one.Span.StartsWith("RIFF"u8));
        Assert.True(other.Span.StartsWith("RIFF"u8));
        Assert.False(one.Span.SequenceEqual(other.Span));
        Assert.Null(card.Draw(site.Site, story with { Agreement = null }, new()));
        card.Dispose();
        card.Warm(site.Site);
        Assert.Null(card.Draw(site.Site, story, new()));
    }
}
