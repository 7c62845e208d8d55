using YuGong.Imaging;
using YuGong.Imaging.Vips;
using YuGong.Posters.Fonts;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Posters.Kit;

/// <summary>
/// All of a subject's posters on one A3 sheet, a row for each design, small and to the same height, with their names and sizes.
/// </summary>
internal sealed class ContactSheet(RenderContext means)
{
    private const double Width = 420, Height = 297, Margin = 15, Head = 16, Caption = 9, Gap = 5;

    private static readonly Colour Ink = Colour.Parse("#14171A")!.Value, Ground = Colour.Parse("#FFFFFF")!.Value,
        Hair = Colour.Parse("#9FB3AE")!.Value;

    public byte[] Make(string title, string author, IReadOnlyList<RenderedPoster> posters, DateOnly date)
    {
        var page = new PageBox(Unit.Millimetre, Width, Height, 0, 10);
        var photos = new Dictionary<PictureMark, Photo>();
        List<Mark> marks = [new PathMark(Outline.Of(page.Trim), new Solid(Ground)),
            .. Words(title, new(Margin, Margin, Width - (2 * Margin), Head), 6)];
        var designs = posters.GroupBy(p => p.Order.Name.Design).ToList();
        var row = (Height - (2 * Margin) - Head) / Math.Max(1, designs.Count);
        foreach (var (design, number) in designs.Select((d, i) => (d.ToList(), i)))
        {
            marks.AddRange(Row(design, new(Margin, Margin + Head + (number * row), Width - (2 * Margin), row - Gap), photos));
        }

        var scene = new Scene(new("kit", "contact", "sheet"), title, author, false, page, [], [new("sheet", "一览", marks)]);
        scene = scene with { Fonts = [.. scene.Marks.OfType<GlyphRun>().Select(r => r.Font).Distinct()] };
        var options = new PdfOptions(date, title, CropMarks: false, LiveText: true);
        return PdfWriter.Write(scene, options, means.Outlines, new ScenePictures(1, photos));
    }

    /// <summary>As high as the row lets them be and as wide as the sheet.</summary>
    private List<Mark> Row(IReadOnlyList<RenderedPoster> posters, Rect place, Dictionary<PictureMark, Photo> photos)
    {
        double Ratio(RenderedPoster p) => p.Order.Page.Width / p.Order.Page.Height;
        var high = Math.Min(place.Height - Caption, (place.Width - ((posters.Count - 1) * Gap)) / posters.Sum(Ratio));
        var (x, marks) = (place.X, new List<Mark>());
        foreach (var poster in posters)
        {
            var box = new Rect(x, place.Y, high * Ratio(poster), high);
            if (poster.File(PosterFormat.Preview) is { } file && means.Store.Get(file.Stored) is { } bytes)
            {
                var photo = Pictures.Unpack(bytes.ToArray());
                var mark = new PictureMark("preview", new(file.Name, "", Fingerprint.Of(file.Sha256), photo.Width, photo.Height), box,
                    new(0, 0, photo.Width, photo.Height), file.Name);
                photos[mark] = photo;
                marks.Add(mark);
                marks.Add(new PathMark(Outline.Of(box), null, new(new Solid(Hair), 0.1, [])));
            }

            marks.AddRange(Words($"{poster.Order.Label}\n{SizeOf(poster.Order.Page)}",
                new(x, place.Y + high + 1, Math.Max(box.Width, 18), Caption - 1), 2.4));
            x += box.Width + Gap;
        }

        return marks;
    }

    private IEnumerable<Mark> Words(string text, Rect box, double size) =>
        Typesetter.Fit(text, means.Fonts.Stacks["text"], new() { Leading = 1.35 }, new(size / 2, size), box.Width, box.Height)
            .In(box, "caption", new Solid(Ink));

    private static string SizeOf(PageBox page) =>
        $"{SceneText.Number(page.Width)}×{SceneText.Number(page.Height)} {(page.Unit == Unit.Millimetre ? "mm" : "px")}";
}
