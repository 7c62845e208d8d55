using YuGong.Content;
using YuGong.Imaging.Drawing;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>
/// A design in one shape: an SVG file of the theme, read. What the press fills in are boxes; everything else is drawn as it is.
/// </summary>
/// <param name="Name">The folder: <c>peak</c>.</param>
/// <param name="Shape">The file: <c>a3</c>.</param>
/// <param name="Scope">What people must have agreed to: posters leave the site, a share image goes with its page.</param>
/// <param name="About">Whom it is about: a story, or the whole site.</param>
public sealed record Design(string Name, string Shape, SourceFile File, Subject About, ConsentScope Scope, Scenes.PageBox Page,
    IReadOnlyList<DesignLayer> Layers)
{
    /// <summary>The contents of the pictures that it embeds or links to.</summary>
    public IReadOnlyList<Fingerprint> Pictures { get; init; } = [];

    /// <summary>As the file calls itself: 峰 · a3.</summary>
    public string Title { get; init; } = "";

    /// <summary>A field that must have something to say, or there is no such poster; null for none.</summary>
    public string? When { get; init; }

    /// <summary>Whether it shows the night of the site: of a site that counts no lights there is none.</summary>
    public bool IsOfLights => Layers.SelectMany(l => l.Elements).Any(HasLights);

    private static bool HasLights(DesignElement element) =>
        element is LightsBox || (element is ElementGroup group && group.Elements.Any(HasLights));
}

public enum Subject
{
    Story,
    Site,
    Certificate,
}

public sealed record DesignLayer(string Id, string Name, IReadOnlyList<DesignElement> Elements);

public abstract record DesignElement
{
    public required SourceSpan Span { get; init; }

    /// <summary>A field that must (or, with <c>!</c> before it, must not) have something to say.</summary>
    public required string? When { get; init; }
}

/// <summary>Drawn as it is.</summary>
public sealed record StaticMark : DesignElement
{
    public required Mark Mark { get; init; }
}

/// <summary>Elements drawn together; clip and mask are in page units.</summary>
public sealed record ElementGroup : DesignElement
{
    public required IReadOnlyList<DesignElement> Elements { get; init; }

    public double Opacity { get; init; } = 1;

    public Outline? Clip { get; init; }

    /// <summary>From the units of the elements, which are the page's in size, to the page.</summary>
    public Matrix? Move { get; init; }

    public Mask? Mask { get; init; }

    public Blend Blend { get; init; }

    public bool IsIsolated { get; init; }

    /// <summary>Its elements might as well stand alone.</summary>
    public bool IsPlain => Opacity == 1 && Clip is null && Move is null && Mask is null && Blend == Blend.Normal && !IsIsolated;

    /// <summary>What is clipped is drawn by itself first, as in a browser; that is seen only where something mixes.</summary>
    public Group Around(IReadOnlyList<Mark> marks) => new(marks, Opacity, Clip, Move)
    {
        Mask = Mask, Blend = Blend, IsIsolated = (IsIsolated || Clip is not null) && Mixes(marks),
    };

    private static bool Mixes(IReadOnlyList<Mark> marks) =>
        marks.Any(m => m is Group g && (g.Blend != Blend.Normal || (!g.IsApart && Mixes(g.Marks))));
}

public sealed record TextBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    /// <summary>Text with fields in braces: <c>{name} · {years}</c>.</summary>
    public required string Words { get; init; }

    /// <summary>A stack of the theme's fonts.</summary>
    public required string Stack { get; init; }

    public required SizeRange Sizes { get; init; }

    public required TextStyle Style { get; init; }

    public required Paint Fill { get; init; }
}

public enum Fit
{
    Cover,
    Contain,
}

public sealed record PictureBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    /// <summary>portrait, object, or work: the part of the object's drawing that cards
    /// show, without words, callouts and dimensions.</summary>
    public required string What { get; init; }

    public required Fit Fit { get; init; }

    /// <summary>What must stay visible, 0 to 1; null for the picture's own point.</summary>
    public required Point? Focus { get; init; }

    public required double Corner { get; init; }

    /// <summary>The part of a drawing to show alone, by its id.</summary>
    public required string? Part { get; init; }
}

/// <summary>The subject's own mountain.</summary>
public sealed record RidgesBox : DesignElement
{
    public required Rect Box { get; init; }

    /// <summary>From the farthest ridge to the nearest.</summary>
    public required IReadOnlyList<Colour> Tones { get; init; }

    public required Colour MistColour { get; init; }

    /// <summary>What the foot of each ridge fades into, and how far (0 to 1).</summary>
    public required double Mist { get; init; }

    /// <summary>The part of the mountain that is shown, 0 to 1 from the left.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>A fine line along each skyline.</summary>
    public required Stroke? Line { get; init; }
}

/// <summary>A seal with the worn edge of a stone and one to four characters.</summary>
public sealed record SealBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    public required string Words { get; init; }

    public required string Stack { get; init; }

    public required Paint Ground { get; init; }

    public required Paint Fill { get; init; }
}

/// <summary>A drawing sheet with contour lines, from the subject's id; it depicts nothing.</summary>
public sealed record SheetBox : DesignElement
{
    public required Rect Box { get; init; }

    public required Paint Line { get; init; }

    public required bool Dimension { get; init; }
}

/// <summary>The QR code with its quiet zone.</summary>
public sealed record CodeBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    public required Paint Fill { get; init; }

    public required Paint? Ground { get; init; }
}

/// <summary>All published names as a wall, engraved in columns.</summary>
public sealed record NamesBox : DesignElement
{
    public required string Name { get; init; }

    public required Rect Box { get; init; }

    public required string Stack { get; init; }

    public required SizeRange Sizes { get; init; }

    public required Paint Fill { get; init; }
}
