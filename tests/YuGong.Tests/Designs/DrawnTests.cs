using Xunit;
using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Tests.Designs;

/// <summary>What becomes of masks, clips, modes, pictures and boxes; how they look is compared in the acceptance tests.</summary>
public sealed class DrawnTests
{
    /// <summary>Two pixels, the second of them half clear.</summary>
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNYYKDwH4gbAA/kA2A5X4vKAAAAAElFTkSuQmCC";

    [Fact]
    public void Groups_are_clipped_masked_faded_and_mixed_as_one()
    {
        var group = Assert.IsType<Group>(Assert.Single(Drawn.Marks(
            """
            <defs><clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>
            <mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="80" height="80"><circle r="40"/></mask></defs>
            <g clip-path="url(#c)" mask="url(#m)" opacity="50%" style="mix-blend-mode:color-burn"><rect width="90" height="90"/></g>
            """)));
        Assert.NotNull(group.Clip);
        var inner = Assert.IsType<Group>(Assert.Single(group.Marks));
        Assert.Equal((0.5, Blend.ColorBurn, false), (inner.Opacity, inner.Blend, inner.Mask!.ByBrightness));
        Assert.Single(inner.Mask.Marks);
    }

    [Fact]
    public void Paint_on_paint_fades_as_one_and_a_single_paint_by_itself()
    {
        var marks = Drawn.Marks(
            "<rect width=\"9\" height=\"9\" stroke=\"red\" opacity=\".5\"/><rect width=\"9\" height=\"9\" opacity=\".5\"/>");
        Assert.Equal(0.5, Assert.IsType<Group>(marks[0]).Opacity);
        Assert.Equal(0.5, Assert.IsType<Solid>(Assert.IsType<PathMark>(marks[1]).Fill).Opacity);
    }

    [Fact]
    public void Lengths_have_the_units_of_CSS()
    {
        var mark = Assert.Single(Drawn.Marks("<rect x=\"25%\" y=\"10mm\" width=\"1in\" height=\"72pt\"/>"));
        var extent = Assert.IsType<PathMark>(mark).Outline.Extent;
        Assert.Equal([100, 37.795, 96, 96], ((double[])[extent.X, extent.Y, extent.Width, extent.Height]).Select(v => Math.Round(v, 3)));
    }

    [Fact]
    public void A_box_that_is_turned_is_filled_and_then_turned()
    {
        var (design, findings) = Drawn.Read(Drawn.Svg(
            "<rect id=\"a\" transform=\"rotate(90 200 200) scale(2)\" x=\"50\" y=\"80\" width=\"100\" height=\"20\" "
            + "data-text=\"{name}\" data-size=\"8\"/>"));
        Assert.Equal([], findings);
        var group = Assert.IsType<ElementGroup>(Assert.Single(design!.Layers[0].Elements));
        var box = Assert.IsType<TextBox>(Assert.Single(group.Elements)).Box;
        Assert.Equal((200, 40), (Math.Round(box.Width, 6), Math.Round(box.Height, 6)));
        Assert.Equal(1, group.Move!.Value.Size, 6);
    }

    [Fact]
    public void A_logo_keeps_its_clear_parts_and_says_when_it_is_too_small_for_its_place()
    {
        var (design, findings) = Drawn.Read(Drawn.Svg($"<image href=\"data:image/png;base64,{Png}\" width=\"40\" height=\"20\"/>"));
        Assert.Equal(["YG524"], findings.Select(f => f.Rule.Code));
        Assert.Equal("5 %", findings[0].Details[2]);
        var picture = Assert.IsType<PictureMark>(Assert.Single(Drawn.Marks(design!.Layers[0].Elements[0])));
        Assert.Equal(new Rect(0, 0, 40, 20), picture.Place);
        var photo = Pictures.LoadExactly(picture.Source.Bytes!, new(0, 0, 2, 1), 2, 1);
        Assert.True(photo.IsClear && photo.Png is not null);
        Assert.Equal([255, 128], [photo.Pixels[3], photo.Pixels[7]]);
    }

    [Fact]
    public void A_picture_beside_the_design_is_found_and_is_part_of_what_it_is_made_of()
    {
        var folder = Directory.CreateTempSubdirectory("yugong-design-").FullName;
        var file = Path.Combine(folder, "logo.png");
        const string Logo = "<image href=\"logo.png\" width=\"2\" height=\"1\"/>";
        File.WriteAllBytes(file, Convert.FromBase64String(Png));
        var (design, findings) = Drawn.Read(Drawn.Svg(Logo), folder);
        Assert.Equal([], findings);
        Assert.Equal([Fingerprint.Of(Convert.FromBase64String(Png))], design!.Pictures);

        File.Move(file, Path.Combine(folder, "logo-1.png"));
        var missing = Assert.Single(Drawn.Read(Drawn.Svg(Logo), folder).Findings);
        Assert.Equal(("YG517", "logo-1.png"), (missing.Rule.Code, missing.Details[1]));
        Directory.Delete(folder, recursive: true);
    }
}
