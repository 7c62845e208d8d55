using System.Collections.Frozen;

namespace YuGong.Posters.Svg;

/// <summary>What an element's properties are: what is said of it, what it inherits, and what holds where nobody says anything.</summary>
internal sealed class Style(Style? outer, IReadOnlyDictionary<string, CssDeclaration> own)
{
    private const int DeepestVariable = 8;

    /// <summary>Properties that are handed on, with what holds at first (SVG 2, property index).</summary>
    private static readonly FrozenDictionary<string, string> Inherited = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fill"] = "black", ["fill-opacity"] = "1", ["fill-rule"] = "nonzero", ["stroke"] = "none", ["stroke-opacity"] = "1",
        ["stroke-width"] = "1", ["stroke-linecap"] = "butt", ["stroke-linejoin"] = "miter", ["stroke-miterlimit"] = "4",
        ["stroke-dasharray"] = "none", ["stroke-dashoffset"] = "0", ["paint-order"] = "normal", ["clip-rule"] = "nonzero",
        ["color"] = "black", ["visibility"] = "visible", ["marker-start"] = "none", ["marker-mid"] = "none", ["marker-end"] = "none",
        ["font-size"] = "16px", ["image-rendering"] = "auto",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Initial = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["opacity"] = "1", ["display"] = "inline", ["stop-color"] = "black", ["stop-opacity"] = "1", ["clip-path"] = "none",
        ["mask"] = "none", ["mask-type"] = "luminance", ["mix-blend-mode"] = "normal", ["isolation"] = "auto",
        ["vector-effect"] = "none", ["transform-origin"] = "0 0", ["transform-box"] = "view-box",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where nothing is said: the element around the outermost.</summary>
    public static Style None { get; } = new(null, FrozenDictionary<string, CssDeclaration>.Empty);

    public Style? Outer => outer;

    /// <summary>What is said of the element itself.</summary>
    public IEnumerable<CssDeclaration> Own => own.Values;

    /// <summary>The value of a property; empty where there is none.</summary>
    public string this[string property] => Said(property) is { } said
        ? Resolved(said.Value) : Inherited.GetValueOrDefault(property) ?? Initial.GetValueOrDefault(property) ?? "";

    /// <summary>Who says it; null where nobody does.</summary>
    public CssDeclaration? Said(string property)
    {
        var (style, mayInherit) = (this, Inherited.ContainsKey(property) || property.StartsWith("--", StringComparison.Ordinal));
        while (style is not null)
        {
            var said = style.Find(property);
            if (said is null || said.Value is "inherit" || (said.Value is "unset" or "revert" && mayInherit))
            {
                style = mayInherit || said is not null ? style.Outer : null;
                continue;
            }

            return said.Value is "initial" or "unset" or "revert" ? null : said;
        }

        return null;
    }

    /// <summary>Only what is said of the element itself.</summary>
    public CssDeclaration? Find(string property) => own.GetValueOrDefault(property);

    /// <summary>Values of custom properties in the place of <c>var(--name)</c> or <c>var(--name, otherwise)</c>.</summary>
    public string Resolved(string value, int deep = 0)
    {
        var start = value.IndexOf("var(", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || deep > DeepestVariable)
        {
            return value;
        }

        var rest = new CssText(value[(start + 4)..]);
        var (inside, _) = rest.Until([')']);
        var words = inside.Split(',', 2);
        var known = Said(words[0].Trim())?.Value ?? (words.Length > 1 ? words[1].Trim() : "");
        var after = value[(start + 4)..];
        return Resolved($"{value[..start]}{known}{after[Math.Min(after.Length, after.IndexOf(inside, StringComparison.Ordinal)
            + inside.Length + 1)..]}", deep + 1);
    }
}
