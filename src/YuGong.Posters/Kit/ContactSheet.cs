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
/// All of a subject's posters on one A3 sheet, a block for each design, small and to the same height, with their names and sizes.
/// </summary>
internal sealed class ContactSheet(RenderContext means)
{
    private const double Width = 420, Height = 297, Margin = 15, Head = 16, Caption = 7.5, Gap = 5, Between = 10;

    private static readonly Colour Ink = Colour.Parse("#14171A")!.Value, Ground = Colour.Parse("#FFFFFF")!.Value,
        Hair = Colour.Parse("#9FB3AE")!.Value;

    public byte[] Make(string title, string author, IReadOnlyList<RenderedPoster> posters, DateOnly date)
    {
        var page = new PageBox(Unit.Millimetre, Width, Height, 0, 10);
        var photos = new Dictionary<PictureMark, Photo>();
        List<Mark> marks = [new PathMark(Outline.Of(page.Trim), new Solid(Ground)),
            .. Words(title, new(Margin, Margin, Width - (2 * Margin), Head), 6)];
        List<List<RenderedPoster>> designs = [.. posters.GroupBy(p => p.Order.Name.Design).Select(d => d.ToList())];
        var grid = Grids(designs).MaxBy(g => g.High)!;
        foreach (var (design, number) in designs.Select((d, i) => (d, i)))
        {
            var x = Margin + (number % grid.Columns * (grid.Width + Between));
            var y = Margin + Head + (number / grid.Columns * grid.Height);
            foreach (var line in Lines(design, grid.Lines))
            {
                marks.AddRange(Row(line, x, y, grid.High, photos));
                y += grid.High + Caption;
            }
        }

        var scene = new Scene(new("kit", "contact", "sheet"), title, author, false, page, [], [new("sheet", "一览", marks)]);
        scene = scene with { Fonts = [.. scene.Marks.OfType<GlyphRun>().Select(r => r.Font).Distinct()] };
        var options = new PdfOptions(date, title, CropMarks: false, LiveText: true);
        return PdfWriter.Write(scene, options, means.Outlines, new ScenePictures(1, photos));
    }

    /// <summary>How the sheet is divided.</summary>
    /// <param name="Columns">Blocks side by side.</param>
    /// <param name="Lines">Of posters within each block.</param>
    /// <param name="Width">Of a block, mm.</param>
    /// <param name="Height">Of a block with what is below it, mm.</param>
    /// <param name="High">Of each poster, mm.</param>
    private sealed record Grid(int Columns, int Lines, double Width, double Height, double High);

    /// <summary>Every way to divide the sheet; the one with the highest posters leaves the least of it empty.</summary>
    private static IEnumerable<Grid> Grids(List<List<RenderedPoster>> designs)
    {
        for (var columns = 1; columns <= Math.Clamp(designs.Count, 1, 3); columns++)
        {
            var rows = Math.Max(1, (designs.Count + columns - 1) / columns);
            var width = (Width - (2 * Margin) - ((columns - 1) * Between)) / columns;
            var height = (Height - (2 * Margin) - Head) / rows;
            for (var lines = 1; lines <= 4; lines++)
            {
                var high = designs.SelectMany(d => Lines(d, lines)).Select(line => (width - ((line.Count - 1) * Gap)) / line.Sum(Ratio))
                    .Append(((height - Gap) / lines) - Caption).Min();
                yield return new(columns, lines, width, height, high);
            }
        }
    }

    /// <summary>The posters in lines of about one length, in each the upright ones first.</summary>
    private static IEnumerable<List<RenderedPoster>> Lines(IReadOnlyList<RenderedPoster> posters, int count)
    {
        var lines = Enumerable.Range(0, Math.Min(count, posters.Count)).Select(_ => new List<RenderedPoster>()).ToList();
        foreach (var poster in posters.OrderByDescending(Ratio))
        {
            lines.MinBy(line => line.Sum(Ratio))!.Insert(0, poster);
        }

        return lines;
    }

    private static double Ratio(RenderedPoster poster) => poster.Order.Page.Width / poster.Order.Page.Height;

    private List<Mark> Row(
        IReadOnlyList<RenderedPoster> posters, double left, double top, double high, Dictionary<PictureMark, Photo> photos)
    {
        var (x, marks) = (left, new List<Mark>());
        foreach (var poster in posters)
        {
            var box = new Rect(x, top, high * Ratio(poster), high);
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
                new(x, top + high + 1, Math.Max(box.Width, 18), Caption - 1), 2.4));
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
