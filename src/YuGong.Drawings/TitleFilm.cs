using YuGong.Drawings.Drafting;
using YuGong.Imaging;

namespace YuGong.Drawings;

/// <summary>What a title film is made of.</summary>
/// <param name="Skylines">From the farthest ridge to the nearest: heights from 0 (bottom) to 1 (top), left to right.</param>
/// <param name="Title">Set in a column, one character after another.</param>
/// <param name="Brush">The face of the title.</param>
public sealed record TitleFilmParts(IReadOnlyList<IReadOnlyList<double>> Skylines, string Title, HarfBuzzFont Brush);

/// <summary>
/// A short silent film: ridges rise out of the mist from far to near, then the title is written. Frames are pixels in memory; whoever has
/// an encoder writes the file. The same parts always give the same frames.
/// </summary>
/// <param name="width">Pixels; the height is 9/16 of it.</param>
/// <param name="frames">Of the whole film, whatever its rate.</param>
public sealed class TitleFilm(TitleFilmParts parts, int width, int frames)
{
    private static readonly (byte R, byte G, byte B)[] Tones = [(0xC9, 0xD3, 0xCF), (0x9F, 0xB3, 0xAE), (0x6F, 0x8D, 0x8A), (0x3F, 0x64, 0x66), (0x1C, 0x3D, 0x42), (0x0D, 0x24, 0x29)];

    public int Width => width;

    public int Height => width * 9 / 16 / 2 * 2;

    /// <summary>RGB, three bytes a pixel, row by row from the top left.</summary>
    public byte[] Frame(int number)
    {
        var pixels = new byte[Width * Height * 3];
        var time = number / (double)frames;
        Sky(pixels);
        for (var layer = 0; layer < parts.Skylines.Count; layer++)
        {
            Ridge(pixels, layer, Ease((time - (layer * .055)) / .34), time);
        }

        Title(pixels, time);
        return pixels;
    }

    private static double Ease(double t) => t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - (2 * t));

    private void Sky(byte[] pixels)
    {
        for (var y = 0; y < Height; y++)
        {
            var t = y / (double)Height;
            for (var x = 0; x < Width; x++)
            {
                Blend(pixels, x, y, ((byte)(0xF5 - (22 * t)), (byte)(0xEF - (13 * t)), (byte)(0xE2 - (9 * t))), 1);
            }
        }
    }

    /// <summary>The nearer a ridge, the farther it drifts; its foot fades into mist.</summary>
    private void Ridge(byte[] pixels, int layer, double risen, double time)
    {
        if (risen <= 0)
        {
            return;
        }

        var line = parts.Skylines[layer];
        var tone = Tones[Math.Min(layer, Tones.Length - 1)];
        var drift = (1 - time) * layer * .012;
        for (var x = 0; x < Width; x++)
        {
            var at = ((x / (double)Width * .86) + .05 + drift) * (line.Count - 1);
            var i = Math.Clamp((int)at, 0, line.Count - 2);
            var height = (line[i] + ((line[i + 1] - line[i]) * (at - i))) * .56 * (.7 + (.3 * risen));
            var top = Height * (1 - height);
            for (var y = Math.Max(0, (int)top); y < Height; y++)
            {
                var edge = Math.Clamp(y + 1 - top, 0, 1);
                var mist = 1 - (.5 * Math.Clamp((y - top) / (Height * .55), 0, 1) * (layer < parts.Skylines.Count - 1 ? 1 : 0));
                Blend(pixels, x, y, tone, edge * risen * mist);
            }
        }
    }

    private void Title(byte[] pixels, double time)
    {
        var size = Height * .135;
        var x = Width * .79;
        for (var i = 0; i < parts.Title.Length; i++)
        {
            var shown = Ease((time - .5 - (i * .085)) / .1);
            if (shown > 0)
            {
                Letter(pixels, parts.Title[i].ToString(), new(x, (Height * .055) + (size * (i + .86))), size, shown);
            }
        }

        var seal = Ease((time - .87) / .06);
        if (seal > 0)
        {
            var side = size * .26;
            Fill(pixels, [[new(x - side, Height * .075), new(x - (side * .25), Height * .075), new(x - (side * .25), (Height * .075) + (side * .75)), new(x - side, (Height * .075) + (side * .75))]], (0xB3, 0x26, 0x1E), seal);
        }
    }

    private void Letter(byte[] pixels, string letter, Spot at, double size, double opacity)
    {
        var em = size / parts.Brush.UnitsPerEm;
        var outlines = new List<List<Spot>>();
        foreach (var glyph in parts.Brush.Shape(letter, 0, letter.Length, new(Vertical: false, Han: true, "zh-Hans", [])))
        {
            foreach (var s in parts.Brush.OutlineOf(glyph.Id))
            {
                Spot Place(double px, double py) => new(at.X + (px * em), at.Y - (py * em));
                if (s.Kind == GlyphStepKind.Move)
                {
                    outlines.Add([Place(s.X, s.Y)]);
                }
                else if (s.Kind != GlyphStepKind.Close)
                {
                    var from = outlines[^1][^1];
                    for (var k = 1; k <= 6; k++)
                    {
                        var t = k / 6.0;
                        outlines[^1].Add(s.Kind switch
                        {
                            GlyphStepKind.Line => Spot.Between(from, Place(s.X, s.Y), t),
                            GlyphStepKind.Quadratic => Spot.Between(Spot.Between(from, Place(s.X1, s.Y1), t), Spot.Between(Place(s.X1, s.Y1), Place(s.X, s.Y), t), t),
                            _ => Spot.Between(
                                Spot.Between(Spot.Between(from, Place(s.X1, s.Y1), t), Spot.Between(Place(s.X1, s.Y1), Place(s.X2, s.Y2), t), t),
                                Spot.Between(Spot.Between(Place(s.X1, s.Y1), Place(s.X2, s.Y2), t), Spot.Between(Place(s.X2, s.Y2), Place(s.X, s.Y), t), t), t),
                        });
                    }
                }
            }
        }

        Fill(pixels, outlines, (0x14, 0x17, 0x1A), opacity);
    }

    /// <summary>Outlines by the non-zero rule, four lines to a pixel.</summary>
    private void Fill(byte[] pixels, IReadOnlyList<IReadOnlyList<Spot>> outlines, (byte R, byte G, byte B) colour, double opacity)
    {
        const int Lines = 4;
        var cover = new double[Width];
        var all = outlines.SelectMany(o => o).ToList();
        for (var y = Math.Max(0, (int)all.Min(s => s.Y)); y <= Math.Min(Height - 1, (int)all.Max(s => s.Y)); y++)
        {
            Array.Clear(cover);
            for (var line = 0; line < Lines; line++)
            {
                Cover(outlines, y + ((line + .5) / Lines), cover, 1.0 / Lines);
            }

            for (var x = 0; x < Width; x++)
            {
                if (cover[x] > 0)
                {
                    Blend(pixels, x, y, colour, Math.Min(1, cover[x]) * opacity);
                }
            }
        }
    }

    private void Cover(IReadOnlyList<IReadOnlyList<Spot>> outlines, double y, double[] cover, double share)
    {
        var cuts = new List<(double X, int Way)>();
        foreach (var outline in outlines)
        {
            for (var i = 0; i < outline.Count; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
                if (a.Y > y != b.Y > y)
                {
                    cuts.Add((a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)), b.Y > a.Y ? 1 : -1));
                }
            }
        }

        var winding = 0;
        var ordered = cuts.OrderBy(c => c.X).ToList();
        for (var i = 0; i + 1 < ordered.Count; i++)
        {
            winding += ordered[i].Way;
            if (winding == 0)
            {
                continue;
            }

            for (var x = Math.Max(0, (int)ordered[i].X); x <= Math.Min(Width - 1, (int)ordered[i + 1].X); x++)
            {
                cover[x] += Math.Max(0, Math.Min(x + 1, ordered[i + 1].X) - Math.Max(x, ordered[i].X)) * share;
            }
        }
    }

    private void Blend(byte[] pixels, int x, int y, (byte R, byte G, byte B) colour, double opacity)
    {
        var at = ((y * Width) + x) * 3;
        pixels[at] = (byte)(pixels[at] + ((colour.R - pixels[at]) * opacity));
        pixels[at + 1] = (byte)(pixels[at + 1] + ((colour.G - pixels[at + 1]) * opacity));
        pixels[at + 2] = (byte)(pixels[at + 2] + ((colour.B - pixels[at + 2]) * opacity));
    }
}
