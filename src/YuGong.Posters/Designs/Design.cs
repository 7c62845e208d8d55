using YuGong.Content;
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
    IReadOnlyList<DesignLayer> Layers);

public enum Subject
{
    Story,
    Site,
    Certificate,
}

public sealed record DesignLayer(string Id, string Name, IReadOnlyList<DesignElement> Elements);

/// <param name="When">A field that must (or, with <c>!</c> before it, must not) have something to say.</param>
public abstract record DesignElement(SourceSpan Span, string? When);

/// <summary>Drawn as it is.</summary>
public sealed record StaticPath(SourceSpan Span, string? When, PathMark Mark) : DesignElement(Span, When);

public sealed record ElementGroup(SourceSpan Span, string? When, double Opacity, IReadOnlyList<DesignElement> Elements)
    : DesignElement(Span, When);

/// <param name="Words">Text with fields in braces: <c>{name} · {years}</c>.</param>
/// <param name="Stack">A stack of the theme's fonts.</param>
public sealed record TextBox(
    SourceSpan Span, string? When, string Name, Rect Box, string Words, string Stack, SizeRange Sizes, TextStyle Style, Paint Fill)
        : DesignElement(Span, When);

public enum Fit
{
    Cover,
    Contain,
}

/// <param name="What">portrait or object.</param>
/// <param name="Focus">What must stay visible, 0 to 1; null for the picture's own point.</param>
/// <param name="Part">The part of a drawing to show alone, by its id.</param>
public sealed record PictureBox(SourceSpan Span, string? When, string Name, Rect Box, string What, Fit Fit, Point? Focus, double Corner,
    string? Part) : DesignElement(Span, When);

/// <summary>The subject's own mountain.</summary>
/// <param name="Tones">From the farthest ridge to the nearest.</param>
/// <param name="Mist">What the foot of each ridge fades into, and how far (0 to 1).</param>
/// <param name="From">The part of the mountain that is shown, 0 to 1 from the left.</param>
/// <param name="Line">A fine line along each skyline.</param>
public sealed record RidgesBox(
    SourceSpan Span, string? When, Rect Box, IReadOnlyList<Colour> Tones, Colour MistColour, double Mist, double From, double To,
    Stroke? Line) : DesignElement(Span, When);

/// <summary>A seal with the worn edge of a stone and one to four characters.</summary>
public sealed record SealBox(SourceSpan Span, string? When, string Name, Rect Box, string Words, string Stack, Paint Ground, Paint Fill)
    : DesignElement(Span, When);

/// <summary>A drawing sheet with contour lines, from the subject's id; it depicts nothing.</summary>
public sealed record SheetBox(SourceSpan Span, string? When, Rect Box, Paint Line, bool Dimension) : DesignElement(Span, When);

/// <summary>The QR code with its quiet zone.</summary>
public sealed record CodeBox(SourceSpan Span, string? When, string Name, Rect Box, Paint Fill, Paint? Ground) : DesignElement(Span, When);

/// <summary>All published names as a wall, engraved in columns.</summary>
public sealed record NamesBox(SourceSpan Span, string? When, string Name, Rect Box, string Stack, SizeRange Sizes, Paint Fill)
    : DesignElement(Span, When);
