using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Publishing.Motifs.Night;

namespace YuGong.Posters.Designs;

/// <summary>The night as marks: the painted picture, and over it as vectors the lamps that have a name.</summary>
internal sealed class LightsMotif(Design design, PosterSubject subject, PosterFonts fonts, PaintedNights nights)
{
    private static readonly Colour Heart = Colour.Parse("#FFF6DC")!.Value, Flame = Colour.Parse("#F6C56B")!.Value;

    /// <param name="check">Reports what the characters lack.</param>
    public IEnumerable<Mark> Marks(LightsBox box, Func<TextLayout, TextLayout> check)
    {
        var (shape, scale) = PaintedNights.ShapeOf(box, design.Page.Unit == Unit.Millimetre);
        var source = nights.Of(shape);
        yield return new PictureMark(box.Name, source, box.Box, new(0, 0, source.Width, source.Height), "");
        var lamps = nights.Night.Lamps(shape);
        foreach (var lamp in subject.Story is { } story
            ? lamps.Where(l => l.Person.Id == story.Id) : shape.HasRoomFor(lamps.Count) ? lamps : [])
        {
            foreach (var mark in Lamp(box, lamp, scale, subject.Story is not null, check))
            {
                yield return mark;
            }
        }
    }

    private IEnumerable<Mark> Lamp(LightsBox box, Lamp lamp, double scale, bool isAlone, Func<TextLayout, TextLayout> check)
    {
        var at = new Point(box.Box.X + (lamp.X / scale), box.Box.Y + (lamp.Y / scale));
        var rise = lamp.Rise / scale;
        if (isAlone)
        {
            yield return Halo(at, box.Size * 2.6, 0.75);
            yield return Halo(at, box.Size * 0.9, 0.95);
        }

        yield return new PathMark(
            new([new(OutlineStep.Move, new(at.X, at.Y - (box.Size * 0.45))), new(OutlineStep.Line, new(at.X, at.Y - rise))]), null,
            new(new Solid(Flame, 0.7), box.Size / 22, []));
        yield return new PathMark(Svg.Shapes.Rounded(Around(at, box.Size * 0.2), box.Size * 0.2), new Solid(Heart));
        var place = new Rect(at.X - (box.Size * 0.6), at.Y - rise - (box.Size * 6.2), box.Size * 1.2, box.Size * 6);
        var style = new TextStyle
        {
            Direction = WritingMode.Vertical, Align = Align.End, Place = Place.Center, Leading = 1, Tracking = 0.08, MostLines = 1,
        };
        var set = Typesetter.Fit(lamp.Person.Name, fonts.Stacks[box.Stack], style, new(box.Size * 0.36, box.Size), place.Width,
            place.Height);
        foreach (var run in check(set).In(place, box.Name, box.Fill))
        {
            yield return run;
        }
    }

    private static PathMark Halo(Point at, double radius, double opacity) => new(
        Svg.Shapes.Rounded(Around(at, radius), radius),
        new Gradient(at, at, [new(0, Heart, opacity), new(0.3, Flame, opacity * 0.45), new(1, Flame, 0)]) { Radii = (0, radius) });

    private static Rect Around(Point at, double radius) => new(at.X - radius, at.Y - radius, radius * 2, radius * 2);
}
