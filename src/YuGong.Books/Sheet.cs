using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;

namespace YuGong.Books;

/// <summary>A page on its way into the book: what is on it is drawn once it is known whether it is a left or a right one.</summary>
/// <param name="Draw">Its layers; true for a right page, of vertical text for a left one.</param>
internal sealed record Sheet(Func<bool, IReadOnlyList<Layer>> Draw)
{
    /// <summary>
    /// What the running head of a right page says, but where something opens that bookmarks name; null for a page without head and number.
    /// </summary>
    public string? Running { get; init; }

    /// <summary>Bookmarks that lead here: their level, and how far down, mm.</summary>
    public IReadOnlyList<(int Level, string Title, double Down)> Marks { get; init; } = [];

    /// <summary>What it is in the book, in a word: a name of <see cref="Labels"/>.</summary>
    public string Kind { get; init; } = Labels.Story;

    /// <summary>Its words, for the index.</summary>
    public string Text { get; init; } = "";

    /// <summary>Places that lead to pages of the body: by the number of the page there.</summary>
    public Func<bool, IReadOnlyList<(Rect Place, int Number)>> Links { get; init; } = _ => [];

    public static Sheet Blank { get; } = new(_ => []) { Kind = Labels.BlankPage };

    /// <summary>A page of running text.</summary>
    public static Sheet Of(FlowPage page, PageDesign design, string running) => new(recto => Layers(page.In(design.Area(recto))))
    {
        Running = running, Text = string.Concat(page.Lines.Select(l => l.Text)),
    };

    /// <summary>Neighbours of one element are one layer.</summary>
    public static IReadOnlyList<Layer> Layers(IEnumerable<FlowMark> marks)
    {
        var layers = new List<Layer>();
        var (open, some) = (int.MinValue, new List<Mark>());
        foreach (var (element, mark) in marks)
        {
            if (element != open && some.Count > 0)
            {
                layers.Add(Layer(open, some));
                some = [];
            }

            open = element;
            some.Add(mark);
        }

        if (some.Count > 0)
        {
            layers.Add(Layer(open, some));
        }

        return layers;
    }

    public static Layer Layer(int element, IReadOnlyList<Mark> marks) => element < 0 ? new("ground", "", marks)
        : new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{element}"), "", marks) { Element = element };
}
