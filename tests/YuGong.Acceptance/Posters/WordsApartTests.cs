using Xunit;
using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>Where names stand all over a poster they stand on no other words.</summary>
public sealed class WordsApartTests
{
    /// <summary>Of the smaller type: what the boxes of two runs may share without their strokes touching.</summary>
    private const double Slack = 0.2;

    private static readonly string[] WithNames = ["lights", "night", "wall"];

    [Fact]
    public void No_words_stand_on_other_words()
    {
        var found = new Diagnostics();
        var designs = DesignFolder.Read(Repository.At("themes", "yugong"), "themes/yugong", Type.Fonts, found)
            .Where(d => WithNames.Contains(d.Name)).ToList();
        var request = new LoadRequest(Repository.At("input"), "input", Repository.At("statiq.json"), new(2026, 11, 28), Edition.Release,
            new HashSet<Fingerprint>(), 1);
        var site = SiteLoader.Load(request, InputFiles.Scan(Repository.At("input")), found)!.Site;
        var touching =
            from order in PosterJobs.Plan(site, designs, Type.Fonts, _ => "https://yugong.example.org/q/ab/", found)
            let runs = order.Compose(found)!.Marks.OfType<GlyphRun>().ToList()
            from one in runs
            from other in runs
            where string.CompareOrdinal(one.Box, other.Box) < 0 && Touch(one, other)
            select $"{order.Name}: {one.Box} “{one.Text}” on {other.Box} “{other.Text}”";
        Assert.Empty(touching.Distinct());
    }

    private static bool Touch(GlyphRun one, GlyphRun other)
    {
        var slack = Slack * Math.Min(one.Size, other.Size);
        var (a, b) = (one.Ink, other.Ink);
        return Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X) > slack && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y) > slack;
    }
}
