using YuGong.Drawings.Drafting;
using YuGong.Drawings.Subjects;
using YuGong.Imaging;

namespace YuGong.Drawings;

/// <summary>
/// A line drawing of our own: what a document says of an object, drawn to no scale but with its numbers right. Nothing is drawn that would
/// pass for a survey or a photograph; every sheet says so in its title block.
/// </summary>
public sealed class Drawing
{
    private readonly SheetTitle title;
    private readonly IReadOnlyList<string> notes;
    private readonly Action<Pen> view;

    internal Drawing(string objectId, SheetTitle title, IReadOnlyList<string> notes, Action<Pen> view) =>
        (ObjectId, this.title, this.notes, this.view) = (objectId, title, notes, view);

    /// <summary>The collection's object that it shows.</summary>
    public string ObjectId { get; }

    /// <summary>The file beside the object's <c>index.md</c>.</summary>
    public const string FileName = "drawing.svg";

    public static IReadOnlyList<Drawing> All { get; } =
    [
        GreatHallDome.Drawing, PressureFreeVessel.Drawing, PassingLoop.Drawing, WaterTower.Drawing, TurbineGenerator.Drawing,
        RailwayLocation.Drawing, Gall.Drawing, Transport.Drawing, Insulator.Drawing, ShortwaveStation.Drawing,
    ];

    /// <summary>The sheet as SVG, 1600 × 1200 units. Words are outlines of <paramref name="font"/>; nothing else is needed to show it.</summary>
    public string Draw(HarfBuzzFont font) => Sheet.Draw(title, notes, new(font), view);
}
