using Xunit;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

public sealed class DesignTests
{
    private const string Small =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="60mm" height="90mm" viewBox="0 0 60 90" data-bleed="3" data-safe="5">
          <defs><linearGradient id="paper" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#F5EFE2"/><stop offset="100%" stop-color="#EBE4D4"/></linearGradient></defs>
          <g id="ground" inkscape:label="纸"><rect x="-3" y="-3" width="66" height="96" fill="url(#paper)"/></g>
          <g id="lines" inkscape:label="线" fill="none" stroke="#14171A" stroke-width=".2" transform="translate(5 5)">
            <path d="M0 0h20a5 5 0 0 1 5 5" stroke-dasharray="1 .5"/>
            <circle cx="40" cy="10" r="4" data-when="!portrait"/>
            <circle cx="40" cy="10" r="5" data-when="portrait"/>
          </g>
          <g id="words" inkscape:label="字">
            <rect id="headline" x="30" y="20" width="24" height="60" data-text="{headline}" data-direction="vertical" data-size="4..9" data-balance="yes" data-lines="2"/>
            <rect id="name" x="6" y="60" width="20" height="6" data-text="{name} · {years}" data-font="text" data-size="2..3" data-align="center"/>
            <rect id="quote" x="6" y="70" width="20" height="6" data-text="{quote}" data-size="2..3"/>
            <rect id="seal" x="6" y="40" width="12" height="12" data-seal="{surname}"/>
            <rect id="code" x="40" y="5" width="14" height="14" data-code="address"/>
          </g>
        </svg>
        """;

    private static readonly string[] Stacks = ["brush", "serif", "text", "kai"];

    [Fact]
    public void A_design_and_a_story_make_this_scene()
    {
        var found = new Diagnostics();
        var design = DesignReader.Read(new("themes/yugong/posters/small/card.svg", Small), Stacks, found)!;
        var scene = Assert.Single(PosterJobs.Plan(Site(), [design], Type.Fonts, _ => "https://yugong.example.org/q/ab/", found))
            .Compose(found)!;
        Assert.Equal([], found.Sorted().Select(d => d.Message(Language.English)));
        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Posters", "Scene.golden.txt"), SceneText.Of(scene));
    }

    [Fact]
    public void Equal_orders_have_equal_keys_and_a_changed_word_another()
    {
        var design = DesignReader.Read(new("themes/yugong/posters/small/card.svg", Small), Stacks, new())!;
        Fingerprint Key(YuGong.Content.Site site) => PosterJobs.Plan(site, [design], Type.Fonts, _ => "x", new())[0].Key;
        var (site, other) = (Site(), Site());
        Assert.Equal(Key(site), Key(other));
        Assert.NotEqual(Key(site), Key(site with { Stories = [site.Stories[0] with { Headline = "另一句话" }] }));
    }

    [Fact]
    public void A_sample_carries_the_ribbon_and_nobody_else_does()
    {
        var design = DesignReader.Read(new("themes/yugong/posters/small/card.svg", Small), Stacks, new())!;
        Scene Of(YuGong.Content.Site site) => PosterJobs.Plan(site, [design], Type.Fonts, _ => "x", new())[0].Compose(new())!;
        var site = Site();
        var sample = site with { Stories = [site.Stories[0] with { Header = site.Stories[0].Header with { Sample = true } }] };
        Assert.DoesNotContain(Of(site).Marks.OfType<GlyphRun>(), r => r.Box == "ribbon");
        Assert.Contains(Of(sample).Marks.OfType<GlyphRun>(), r => r.Box == "ribbon" && r.Text == "示例");
    }

    [Theory]
    [InlineData("M10 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", 10, 5, 10, 10)]
    [InlineData("M0 0q5 10 10 0t10 0", 0, -6.667, 20, 13.333)]
    [InlineData("m1,1 2-2.5.5.5V4H0z", 0, -1.5, 3.5, 5.5)]
    public void Path_data_is_read_as_SVG_has_it(string data, double x, double y, double width, double height)
    {
        var bounds = PathData.Read(data)!.Bounds;
        Assert.Equal([x, y, width, height], ((double[])[bounds.X, bounds.Y, bounds.Width, bounds.Height]).Select(v => Math.Round(v, 3)));
    }

    [Fact]
    public void What_is_no_path_is_none() => Assert.All(["", "10 10", "M10", "M0 0X"], d => Assert.Null(PathData.Read(d)));

    private static YuGong.Content.Site Site()
    {
        using var trial = new Findings.ExampleProject();
        return trial.Load(YuGong.Content.Edition.Release);
    }
}
