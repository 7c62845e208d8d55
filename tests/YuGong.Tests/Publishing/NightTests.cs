using Xunit;
using YuGong.Content;
using YuGong.Publishing.Motifs.Night;
using YuGong.Tests.Templates;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

/// <summary>The lit mountain: as many lights as were counted, a lamp for everybody, and no name on another.</summary>
public sealed class NightTests
{
    private static readonly NightShape[] Shapes = [NightShape.Wide, NightShape.Tall, NightShape.Slope, NightShape.TallSlope];

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(550_000)]
    public void There_are_exactly_as_many_lights_as_were_counted(int count)
    {
        var mountain = SiteNight.Of(SiteOf(10))!.MountainIn(NightShape.Wide);
        var lights = mountain.Lights(count).ToList();
        Assert.Equal(count, lights.Count);
        Assert.All(lights, l => Assert.True(
            l.X >= 0 && l.X <= mountain.Shape.Width && l.Y > 0 && l.Y < mountain.Shape.Shore && l.Brightness > 0));
    }

    [Fact]
    public void A_night_is_painted_the_same_every_time()
    {
        byte[] Paint() => NightPainter.Paint(SiteNight.Of(SiteOf(10))!.MountainIn(NightShape.Tall), 20_000, [new(100, 300, 1)]);
        Assert.Equal(Fingerprint.Of(Paint()), Fingerprint.Of(Paint()));
    }

    [Fact]
    public void A_small_picture_is_as_bright_as_a_large_one()
    {
        double Brightness(double scale, int lights)
        {
            var shape = NightShape.Wide.Times(scale);
            var pixels = NightPainter.Paint(SiteNight.Of(SiteOf(10))!.MountainIn(shape), lights, []);
            return pixels.Average(p => (double)p);
        }

        var large = Brightness(0.5, 100_000);
        Assert.InRange(Brightness(0.25, 100_000), large * 0.85, large * 1.15);
        Assert.InRange(Brightness(0.5, 400_000), large * 0.85, large * 1.15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(300)]
    public void Everybody_has_a_lamp_in_the_picture_and_none_stands_on_another(int people)
    {
        var night = SiteNight.Of(SiteOf(people))!;
        foreach (var shape in Shapes)
        {
            var lamps = night.Lamps(shape);
            Assert.Equal(people, lamps.Select(l => l.Person.Id).Distinct().Count());
            Assert.All(lamps, l => Assert.True(l.X >= 0 && l.X <= shape.Width && l.Y > 0 && l.Y < shape.Shore));
            Assert.Equal(lamps.OrderBy(l => l.X), lamps);
            Assert.All(lamps.Zip(lamps.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X > 1));
            if (shape.HasRoomFor(people))
            {
                Assert.All(lamps.Zip(lamps.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= shape.NameWidth - 0.01));
            }
        }
    }

    /// <summary>Names are 15 px wide on pages from 768 px, 13 px on narrower ones (site.css).</summary>
    [Theory]
    [InlineData(768, 15, false)]
    [InlineData(360, 13, true)]
    public void Names_side_by_side_do_not_touch_on_the_narrowest_page(int page, int name, bool tall)
    {
        var shape = tall ? NightShape.Tall : NightShape.Wide;
        Assert.True(shape.NameWidth * page / shape.Width > name + 1);
    }

    [Fact]
    public void West_stands_left_of_east()
    {
        var site = SiteOf(10);
        var places = site.Taxonomies.Places;
        var east = SiteNight.Of(site)!.Lamps(NightShape.Wide)
            .Select(l => places.FirstOrDefault(p => p.IsNamedIn(l.Person))?.Longitude).OfType<double>().ToList();
        Assert.Equal(east.Order(), east);
        Assert.True(east.Count > 5);
    }

    [Fact]
    public void A_name_stands_above_the_lit_slopes()
    {
        var night = SiteNight.Of(SiteOf(10))!;
        var mountain = night.MountainIn(NightShape.Wide);
        Assert.All(night.Lamps(NightShape.Wide), l =>
            Assert.True(l.Y - l.Rise <= Enumerable.Range(3, 3).Min(layer => mountain.SkylineAt(layer, l.X))));
    }

    [Fact]
    public void A_site_that_counts_no_lights_has_no_night() => Assert.Null(SiteNight.Of(SiteOf(10) with { Lights = null }));

    [Fact]
    public void A_new_person_changes_what_posters_show_and_not_the_painted_mountain()
    {
        var (ten, eleven) = (SiteNight.Of(SiteOf(10))!, SiteNight.Of(SiteOf(11))!);
        Assert.NotEqual(ten.WithLamps, eleven.WithLamps);
        Assert.Equal(ten.KeyOf(NightShape.Wide), eleven.KeyOf(NightShape.Wide));
    }

    /// <summary>The stories of this repository, as often as needed.</summary>
    private static Site SiteOf(int people)
    {
        var stories = OurTheme.Site.Stories;
        return OurTheme.Site with
        {
            Stories = [.. Enumerable.Range(0, people).Select(i =>
                stories[i % stories.Count] with { Header = stories[i % stories.Count].Header with { Id = $"person-{i}" } })],
        };
    }
}
