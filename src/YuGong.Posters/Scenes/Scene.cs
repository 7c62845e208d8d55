using YuGong.Text;

namespace YuGong.Posters.Scenes;

/// <summary>
/// A poster, typeset: marks at fixed places, ready to be copied out. Everything is measured in the page's unit from the top left
/// corner of the trimmed page; y grows downwards. A scene holds no model and no font file: equal scenes with equal fonts and pictures
/// are equal posters.
/// </summary>
/// <param name="Title">For the metadata of files and the name of windows.</param>
/// <param name="Author">Who answers for it, for the metadata of files.</param>
/// <param name="Sample">Made from a sample: it carries the ribbon (a box called <c>ribbon</c>) and must never be published.</param>
/// <param name="Fonts">Every font that a glyph run uses, once, in the order of first use.</param>
/// <param name="Layers">From the back to the front.</param>
public sealed record Scene(
    SceneName Name, string Title, string Author, bool Sample, PageBox Page, IReadOnlyList<Font> Fonts, IReadOnlyList<Layer> Layers)
{
    /// <summary>Stable and fit for a file name: <c>shui-xiheng-peak-a3</c>.</summary>
    public string Id => Name.ToString();

    /// <summary>What the scene's bytes depend on: its dump, which names fonts and pictures by their content.</summary>
    public Fingerprint Key => Fingerprint.Of(SceneText.Of(this));

    /// <summary>All marks, groups opened, from the back to the front.</summary>
    public IEnumerable<Mark> Marks => Layers.SelectMany(l => Open(l.Marks));

    private static IEnumerable<Mark> Open(IEnumerable<Mark> marks) =>
        marks.SelectMany(m => m is Group group ? Open(group.Marks) : [m]);
}

/// <param name="Subject">The story's id, or the site's for posters about all.</param>
/// <param name="Design">peak, voice, drawing, wall, card …</param>
/// <param name="Shape">a2, a3, a3-wide, 3x4, 9x16, square, 16x9, wechat, og …</param>
public sealed record SceneName(string Subject, string Design, string Shape)
{
    public override string ToString() => $"{Subject}-{Design}-{Shape}";
}

public enum Unit
{
    Millimetre,
    Pixel,
}

/// <summary>A page as it is after trimming.</summary>
/// <param name="Bleed">How far the ground reaches beyond the trimmed page on every side; 0 on screens.</param>
/// <param name="Safe">Text keeps this far from the trimmed edge.</param>
public sealed record PageBox(Unit Unit, double Width, double Height, double Bleed, double Safe)
{
    public Rect Trim => new(0, 0, Width, Height);

    public Rect Full => new(-Bleed, -Bleed, Width + (2 * Bleed), Height + (2 * Bleed));

    public Rect SafeArea => new(Safe, Safe, Width - (2 * Safe), Height - (2 * Safe));
}

/// <summary>A font as scenes name it. Writers ask the theme's fonts for its bytes by <paramref name="Key"/>.</summary>
/// <param name="Key">As in the theme's <c>posters/fonts.json</c>: <c>serif-bold</c>.</param>
/// <param name="Family">What a designer's program calls it, for live text.</param>
/// <param name="Weight">100 to 900.</param>
/// <param name="Content">Of the font file's tables.</param>
public sealed record Font(string Key, string Family, int Weight, Fingerprint Content);

/// <summary>A named layer, as designers see it in their program.</summary>
/// <param name="Id">Lower case, fit for an XML id.</param>
public sealed record Layer(string Id, string Name, IReadOnlyList<Mark> Marks)
{
    /// <summary>Of a page of a book: the element that it draws, by number; null for decoration.</summary>
    public int? Element { get; init; }
}
