using System.Collections.Frozen;

namespace YuGong.Posters.Svg;

/// <summary>Names of SVG and CSS by what the press does with them.</summary>
internal static class SvgNames
{
    /// <summary>Elements that draw nothing where they stand; what they hold is drawn by those that ask for it.</summary>
    public static FrozenSet<string> Silent { get; } = Set(
        "defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "pattern", "clipPath", "mask", "marker", "symbol",
        "filter", "view", "font", "font-face", "color-profile", "solidColor", "stop");

    /// <summary>Attributes that are properties as well (SVG 2, 6.6), as far as something is made of them.</summary>
    public static FrozenSet<string> Attributes { get; } = Set(
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "paint-order", "clip-rule", "clip-path", "mask", "mask-type",
        "opacity", "display", "visibility", "color", "overflow", "marker-start", "marker-mid", "marker-end", "vector-effect",
        "transform-origin", "stop-color", "stop-opacity", "filter", "image-rendering", "color-interpolation", "font-size", "clip",
        "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d");

    /// <summary>Properties that browsers obey and the press does not.</summary>
    public static FrozenSet<string> Undrawn { get; } = Set(
        "filter", "-webkit-filter", "backdrop-filter", "-webkit-backdrop-filter", "animation", "animation-name", "translate", "rotate",
        "scale", "offset", "offset-path", "perspective", "zoom", "clip", "mask-image", "-webkit-mask", "-webkit-mask-image", "mask-border",
        "mask-border-source", "all");

    /// <summary>Values that ask for nothing.</summary>
    public static FrozenSet<string> Nothing { get; } = Set("none", "auto", "normal", "initial", "unset", "revert", "inherit", "");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
