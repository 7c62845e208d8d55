using YuGong.Posters.Scenes;

namespace YuGong.Posters.Flow;

/// <summary>A page of a flow, not yet at its place: left and right pages have their type areas elsewhere.</summary>
public sealed class FlowPage
{
    private readonly PageDesign design;
    private readonly IReadOnlyList<FlowItem> head;
    private readonly IReadOnlyList<FlowItem> text;
    private readonly IReadOnlyList<FlowItem> foot;
    private readonly IReadOnlyList<FlowItem> notes;

    internal FlowPage(
        PageDesign design, IReadOnlyList<FlowItem> head, IReadOnlyList<FlowItem> text, IReadOnlyList<FlowItem> foot,
        IReadOnlyList<FlowItem> notes) =>
        (this.design, this.head, this.text, this.foot, this.notes) = (design, head, text, foot, notes);

    /// <summary>From the top to the bottom.</summary>
    public IReadOnlyList<FlowLine> Lines => [.. head.Concat(text).Concat(foot).SelectMany(i => i.Lines)];

    /// <summary>Without those of figures that went elsewhere.</summary>
    public IReadOnlyList<FlowLine> TextLines => [.. text.SelectMany(i => i.Lines)];

    /// <summary>Of the notes at its foot.</summary>
    public IReadOnlyList<FlowLine> NoteLines => [.. notes.SelectMany(i => i.Lines)];

    /// <summary>Blocks that begin here and have a name, and how far down the page, mm from the beginning of the type area.</summary>
    public IEnumerable<(string Mark, double Down)> Marks
    {
        get
        {
            foreach (var (item, top) in Placed())
            {
                if (item.Mark is { } mark)
                {
                    yield return (mark, top * design.Grid / PageDesign.Line);
                }
            }
        }
    }

    /// <summary>Blank below the last line, in lines.</summary>
    public double Blank => (design.Quarters - Used) / (double)PageDesign.Line;

    /// <summary>From the top of the type area to the end of the last line, mm.</summary>
    public double Filled => Used * design.Grid / PageDesign.Line;

    private int Used => head.Concat(text).Concat(foot).Concat(notes).Sum(i => i.Height);

    /// <summary>What is on it, in reading order.</summary>
    public IReadOnlyList<FlowMark> In(Rect area) =>
        [.. Placed().SelectMany(p => p.Item.Draw(design.Past(design.Begin(area), p.Top * design.Grid / PageDesign.Line)))];

    /// <summary>Figures and notes at the foot stand on the last line of the grid.</summary>
    private IEnumerable<(FlowItem Item, int Top)> Placed()
    {
        var top = 0;
        foreach (var item in head.Concat(text))
        {
            yield return (item, top);
            top += item.Height;
        }

        top = Math.Max(top, design.Quarters - foot.Concat(notes).Sum(i => i.Height));
        foreach (var item in foot.Concat(notes))
        {
            yield return (item, top);
            top += item.Height;
        }
    }
}
