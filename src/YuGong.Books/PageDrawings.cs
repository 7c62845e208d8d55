using YuGong.Posters.Flow;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Publishing.Motifs;

namespace YuGong.Books;

/// <summary>What is drawn on pages beside the running text: grounds, mountains, large words, running heads and page numbers.</summary>
internal sealed class PageDrawings(BookDesign design, PageDesign page, ICollection<string> missing)
{
    private const int RidgeSteps = 220;

    /// <summary>From the type area to the running head and to the page number, lines.</summary>
    private const double HeadLift = 1.9, FolioDrop = 1.5;

    public Mark Ground(Solid paint) => new PathMark(Outline.Of(page.Box.Full), paint);

    /// <summary>A mountain at the foot of the page, over the bleed.</summary>
    /// <param name="height">Of the highest it could be, mm.</param>
    public IEnumerable<Mark> Mountain(string id, double height)
    {
        var (full, tones) = (page.Box.Full, design.Inks.Ridges);
        for (var layer = 0; layer < tones.Count; layer++)
        {
            var line = Ridges.Skyline(id, layer, tones.Count, RidgeSteps);
            var step = full.Width / RidgeSteps;
            List<Segment> outline =
            [
                .. line.Select((h, i) => new Segment(i == 0 ? OutlineStep.Move : OutlineStep.Line,
                    new(full.X + (i * step), full.Bottom - (h * height)))),
                new(OutlineStep.Line, new(full.Right, full.Bottom)), new(OutlineStep.Line, new(full.X, full.Bottom)),
                new(OutlineStep.Close, default),
            ];
            yield return new PathMark(new(outline), tones[layer]);
        }
    }

    /// <summary>Words in columns, as large as the place allows.</summary>
    public IEnumerable<Mark> Column(string words, FontStack stack, SizeRange sizes, Rect place, Solid fill, double tracking = 0) =>
        Set(Typesetter.Fit(words, stack, new()
        {
            Direction = WritingMode.Vertical, Leading = 1.7, Tracking = tracking,
        }, sizes, place.Width, place.Height), place, fill);

    public IEnumerable<Mark> Line(string words, FontStack stack, double size, Rect place, Solid fill, Align align = Align.Start,
        int most = 1) =>
        Set(Typesetter.Fit(words, stack, new()
        {
            Align = align, Leading = 1.6, MostLines = most, Balanced = most > 1, Place = Place.Center,
        }, new(size * 0.6, size), place.Width, place.Height), place, fill);

    /// <summary>书眉和页码, both at the fore edge.</summary>
    /// <param name="head">Null where a chapter opens: what stands below it says what it is.</param>
    public IEnumerable<Mark> Furniture(bool recto, string? head, string number)
    {
        var (area, align) = (page.Area(recto), recto != page.IsVertical ? Align.End : Align.Start);
        var grid = page.Grid;
        var top = new Rect(area.X, area.Y - (HeadLift * grid), area.Width, grid);
        var foot = new Rect(area.X, area.Bottom + (FolioDrop * grid), area.Width, grid);
        return
        [
            .. head is null ? [] : Line(head, design.Kai, page.Em * 0.82, top, design.Inks.Quiet, align),
            .. Line(number, design.Text, page.Em * 0.92, foot, design.Inks.Quiet, align),
        ];
    }

    private IEnumerable<Mark> Set(TextLayout set, Rect place, Solid fill)
    {
        foreach (var character in set.Missing)
        {
            missing.Add(character);
        }

        return set.In(place, "page", fill);
    }
}
