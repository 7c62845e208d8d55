using System.Numerics;
using System.Text;
using YuGong.Imaging.Drawing;

namespace YuGong.Imaging.Pdf;

/// <content>What is drawn in a stream of its own: groups, their masks, tiles (ISO 32000-1 8.7.3, 11.6.5, 11.6.6).</content>
public sealed partial class PdfCanvas
{
    public override void BeginGroup(double opacity, Blend blend = Blend.Normal) => Begin(new() { Opacity = opacity, Blend = blend });

    public override void EndGroup()
    {
        var group = inner.Peek();
        var form = Form(End());
        Opacity(group.Opacity);
        isTransparent |= group.Opacity < 1 || group.Mask is not null || group.Blend != Blend.Normal;
        if (group.Mask is null && group.Blend == Blend.Normal)
        {
            // A form of its own even when it is not faded: what is mixed within it mixes with nothing else.
            isTransparent = true;
            Write($"/{resources.Form(form)} Do\n");
            return;
        }

        var mask = group.Mask is { } name ? $"/{name} gs " : "";
        Write($"q {mask}/{resources.Blend(group.Blend)} gs /{resources.Form(form)} Do Q\n");
    }

    public override void BeginMask(bool byBrightness)
    {
        Begin(new() { ByBrightness = byBrightness, WasGrey = isGrey });
        isGrey |= byBrightness;
    }

    public override void EndMask()
    {
        var mask = inner.Peek();
        var form = Form(End());
        isGrey = mask.WasGrey;
        inner.Peek().Mask = resources.Mask(form, mask.ByBrightness);
    }

    public override void BeginTile(double x, double y, double width, double height, Matrix3x2 place) =>
        Begin(new() { Cell = (x, y, width, height), TilePlace = place });

    public override void EndTile()
    {
        var tile = inner.Peek();
        var drawn = Encoding.Latin1.GetBytes(End());
        var (x, y, width, height) = tile.Cell;
        ink = new(0, 0, 0, 1)
        {
            Tile = place =>
            {
                var to = tile.TilePlace * place;
                return file.AddStream($"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 "
                    + $"/BBox [{PdfFile.Numbers(x, y, x + width, y + height)}] "
                    + $"/XStep {PdfFile.Number(width)} /YStep {PdfFile.Number(height)} /Resources {resources.Number} 0 R "
                    + $"/Matrix [{PdfFile.Numbers(to.M11, to.M12, to.M21, to.M22, to.M31, to.M32)}]", drawn);
            },
        };
    }

    private void Begin(Inner stream)
    {
        stream.Outside = content;
        stream.State = state;
        inner.Push(stream);
        content = new();
        state = new();
    }

    /// <summary>What was drawn; what goes on is the stream around it.</summary>
    private string End()
    {
        var stream = inner.Pop();
        var drawn = content.ToString();
        (content, state) = (stream.Outside, stream.State);
        return drawn;
    }

    private int Form(string drawn) =>
        file.AddStream($"/Type /XObject /Subtype /Form /BBox [{Everything()}] /Resources {resources.Number} 0 R "
            + $"/Group << /S /Transparency /CS /{Colours.Space} /I true >>", Encoding.Latin1.GetBytes(drawn));

    private ColourStop Seen(ColourStop colour)
    {
        if (!isGrey)
        {
            return colour;
        }

        // The weights of luminanceToAlpha (Filter Effects 1, 9.6).
        var grey = (0.2125 * colour.Red) + (0.7154 * colour.Green) + (0.0721 * colour.Blue);
        return new(colour.Offset, grey, grey, grey, colour.Opacity);
    }

    /// <summary>A stream within another.</summary>
    private sealed class Inner
    {
        public StringBuilder Outside { get; set; } = new();

        public State State { get; set; }

        /// <summary>Where it stands in the stream around it.</summary>
        public Matrix3x2 Place => TilePlace * State.Place;

        public double Opacity { get; init; } = 1;

        public Blend Blend { get; init; }

        /// <summary>The state that masks it.</summary>
        public string? Mask { get; set; }

        public bool ByBrightness { get; init; }

        public bool WasGrey { get; init; }

        public (double X, double Y, double Width, double Height) Cell { get; init; }

        public Matrix3x2 TilePlace { get; init; } = Matrix3x2.Identity;
    }
}
