using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Where an element is drawn.</summary>
/// <param name="Place">From its user units to the page's.</param>
/// <param name="Style">Of the element itself, once it is being drawn; of the one around it before.</param>
internal sealed record Frame(Matrix Place, Style Style, Viewport View)
{
    /// <summary>What is being used, so that nothing uses itself.</summary>
    public UseChain? Uses { get; init; }

    /// <summary>It is part of a mask, a tile or a marker, where the press fills in nothing.</summary>
    public bool IsApart { get; init; }

    /// <summary>What <c>context-fill</c> and <c>context-stroke</c> stand for.</summary>
    public (Paint? Fill, Paint? Stroke) Context { get; init; }

    public int Depth { get; init; }

    public Frame Moved(Matrix by) => this with { Place = Place.After(by) };
}

internal sealed record UseChain(XElement Used, UseChain? Outer)
{
    public static bool Holds(UseChain? chain, XElement element)
    {
        while (chain is not null && chain.Used != element)
        {
            chain = chain.Outer;
        }

        return chain is not null;
    }
}
