using Xunit;
using YuGong.Content;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What is said of somebody never cuts their name, or that of who belongs to them.</summary>
public sealed class SiteTermsTests
{
    [Fact]
    public void No_name_is_cut_in_what_is_said_of_somebody()
    {
        var request = new LoadRequest(Repository.At("input"), "input", Repository.At("statiq.json"), new(2026, 11, 28), Edition.Release,
            new HashSet<Fingerprint>(), 1);
        var site = SiteLoader.Load(request, InputFiles.Scan(Repository.At("input")), new())!.Site;
        foreach (var story in site.Stories)
        {
            var breaker = SiteTerms.Breaker(site, story);
            var related = story.Related.Select(r => site.Stories.First(s => s.Id == r.Person.Id).Name);
            Assert.All(related.Append(story.Name), name => Assert.Equal([name], breaker.Phrases(name)));
            Assert.Equal(story.About.Split(story.Name).Length, 1 + breaker.Phrases(story.About).Sum(p => p.Split(story.Name).Length - 1));
        }
    }
}
