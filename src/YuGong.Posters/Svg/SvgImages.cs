using System.Text;
using System.Xml.Linq;
using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Svg;

/// <summary>Pictures that a drawing embeds or links to.</summary>
/// <param name="page">Whose picture must be sharp enough; null where nobody asks.</param>
internal sealed class SvgImages(SvgDocument document, SvgAssets assets, PageBox? page)
{
    /// <summary>Larger files are no logos.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    public IReadOnlyList<DesignElement> Read(XElement image, Frame frame, Rect box)
    {
        if (SvgDocument.HrefOf(image) is not { } href || href.Value.Trim().Length == 0 || frame.Style["visibility"] != "visible")
        {
            return [];
        }

        var (bytes, name, full) = Bytes(href);
        if (bytes is null)
        {
            return [];
        }

        assets.Contents.Add(Fingerprint.Of(bytes));
        try
        {
            return ImageHeader.KindOf(bytes) == PictureKind.Svg && page is not null
                ? Drawing(image, href, bytes, name, frame, box)
                : Picture(image, new(name, full, Fingerprint.Of(bytes), 0, 0) { Bytes = bytes }, frame, box);
        }
        catch (InvalidDataException)
        {
            document.Report(PosterRules.PictureUnreadable, href, name);
            return [];
        }
    }

    private (byte[]? Bytes, string Name, string Full) Bytes(XAttribute href)
    {
        var words = href.Value.Trim();
        if (words.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            var data = DataOf(words);
            var name = words[..Math.Min(words.Length, 24)] + "…";
            if (data is null)
            {
                document.Report(PosterRules.PictureUnreadable, href, name);
            }

            return (data, name, "");
        }

        var full = assets.Find(words);
        if (full is null || new FileInfo(full).Length > MostBytes)
        {
            var shown = words.Length > 60 ? "…" + words[^60..] : words;
            document.Report(PosterRules.LinkedPicture, href, shown, assets.Nearest(words) ?? "logo.png");
            return default;
        }

        return (PlainFile.Bytes(full), assets.NameOf(full), full);
    }

    /// <summary><c>data:image/png;base64,…</c></summary>
    private static byte[]? DataOf(string words)
    {
        var comma = words.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return null;
        }

        try
        {
            var body = Uri.UnescapeDataString(words[(comma + 1)..]);
            return words[..comma].Contains(";base64", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(string.Concat(body.Where(c => !char.IsWhiteSpace(c)))) : Encoding.UTF8.GetBytes(body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private IReadOnlyList<DesignElement> Picture(XElement image, PictureSource source, Frame frame, Rect box)
    {
        var (width, height) = Pictures.Size(source.Bytes!);
        source = source with { Width = width, Height = height };
        if (Placed(image, new(0, 0, width, height), frame, box) is not var (fit, place, overflows))
        {
            return [];
        }

        // The mark stands upright; what turns, mirrors or bends it is the group around it.
        var (start, end) = (fit.Of(0, 0), fit.Of(width, height));
        var local = new Rect(start.X, start.Y, end.X - start.X, end.Y - start.Y);
        var scale = frame.Place.Size;
        var upright = frame.Place.KeepsUpright;
        var (origin, size) = upright ? (frame.Place.Of(local.X, local.Y), scale) : (new Point(local.X * scale, local.Y * scale), scale);
        var alt = image.Attribute("aria-label")?.Value ?? image.Element(DesignFile.Svg + "title")?.Value ?? "";
        Mark mark = new PictureMark(document.File.File.Path, source, new(origin.X, origin.Y, local.Width * size, local.Height * size),
            new(0, 0, width, height), alt);
        CheckResolution(image, source, frame.Place, local);
        mark = upright ? mark : new Group([mark], Move: frame.Place.After(Matrix.Scale(1 / scale, 1 / scale)));
        return [Mark(image, overflows ? new Group([mark], Clip: Outline.Of(place).Moved(frame.Place)) : mark)];
    }

    private IReadOnlyList<DesignElement> Drawing(XElement image, XAttribute href, byte[] bytes, string name, Frame frame, Rect box)
    {
        var own = new Diagnostics();
        var file = new DesignFile(new(name, Encoding.UTF8.GetString(bytes)));
        if (file.Read(own) is not { } root || SizeOf(root) is not { } view)
        {
            document.Report(PosterRules.PictureUnreadable, href, name);
            return [];
        }

        if (Placed(image, view, frame, box) is not var (fit, place, overflows))
        {
            return [];
        }

        var drawing = new SvgDocument(file, root, own);
        var inner = new Frame(frame.Place.After(fit), drawing.StyleOf(root), new(view.Width, view.Height)) { IsApart = true };
        var marks = new SvgReader(drawing, SvgAssets.None, null, null).Marks(root, inner);
        if (own.Sorted() is [var first, ..])
        {
            document.Report(PosterRules.NotDrawn, href, $"{name}: {string.Join(' ', first.Details)}");
            return [];
        }

        return marks.Count == 0 ? [] : [Mark(image, new Group(marks, Clip: overflows ? Outline.Of(place).Moved(frame.Place) : null))];
    }

    private static Rect? SizeOf(XElement root) => ViewBox.Read(root.Attribute("viewBox")?.Value)
        ?? (Lengths.Read(root.Attribute("width")?.Value ?? "", 0, Style.None) is > 0 and var width
            && Lengths.Read(root.Attribute("height")?.Value ?? "", 0, Style.None) is > 0 and var height ? new(0, 0, width, height) : null);

    /// <summary>How the picture's own units come into the box; a side that nobody gives follows the other.</summary>
    private static (Matrix Fit, Rect Place, bool Overflows)? Placed(XElement image, Rect own, Frame frame, Rect box)
    {
        bool Says(string name) => frame.Style.Find(name) is not (null or { Value: "auto" });
        var (width, height) = (Says("width"), Says("height")) switch
        {
            (true, true) => (box.Width, box.Height),
            (true, false) => (box.Width, box.Width * own.Height / own.Width),
            (false, true) => (box.Height * own.Width / own.Height, box.Height),
            _ => (own.Width, own.Height),
        };
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var place = new Rect(box.X, box.Y, width, height);
        var fit = ViewBox.Fit(own, place, image.Attribute("preserveAspectRatio")?.Value, out var overflows);
        return (fit, place, overflows);
    }

    private void CheckResolution(XElement image, PictureSource source, Matrix place, Rect local)
    {
        if (page is null)
        {
            return;
        }

        var (wide, high) = (local.Width * Math.Sqrt((place.A * place.A) + (place.B * place.B)),
            local.Height * Math.Sqrt((place.C * place.C) + (place.D * place.D)));
        var isPrinted = page.Unit == Unit.Millimetre;
        var density = Math.Min(source.Width / wide, source.Height / high);
        var (enough, per) = isPrinted ? (200 / 25.4, 25.4) : (1, 1.0);
        if (density < enough * 0.995)
        {
            var unit = isPrinted ? "mm" : "px";
            document.Report(PressRules.LowResolution, image, document.File.File.Path, source.Name,
                isPrinted ? $"{density * per:0} dpi" : $"{density * 100:0} %", $"{wide * enough:0} × {high * enough:0}",
                $"{SceneText.Number(Math.Round(wide * density / enough))} × "
                + $"{SceneText.Number(Math.Round(high * density / enough))} {unit}");
        }
    }

    private StaticMark Mark(XElement image, Mark mark) => new() { Span = document.File.Span(image), When = null, Mark = mark };
}
