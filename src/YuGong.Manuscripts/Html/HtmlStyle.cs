using AngleSharp.Dom;

namespace YuGong.Manuscripts;

/// <summary>What an element's own <c>style</c> says; style sheets are not read.</summary>
internal static class HtmlStyle
{
    /// <summary>Declarations in their order; names in lower case.</summary>
    public static IEnumerable<(string Name, string Value)> Declarations(string? style)
    {
        foreach (var declaration in (style ?? "").Split(';'))
        {
            if (declaration.Split(':', 2) is [var name, var value] && name.Trim() is { Length: > 0 } trimmed)
            {
                yield return (trimmed.ToLowerInvariant(), value.Trim());
            }
        }
    }

    public static string? Style(this IElement element, string name) =>
        Declarations(element.GetAttribute("style")).LastOrDefault(d => d.Name == name).Value;

    public static bool IsHidden(this IElement element) =>
        element.HasAttribute("hidden") || element.Style("display") == "none" || element.Style("visibility") == "hidden"
        || element.Style("mso-hide") == "all";

    /// <summary>Null where it does not say.</summary>
    public static bool? IsBold(this IElement element) => element.Style("font-weight") switch
    {
        null => null,
        "bold" or "bolder" => true,
        var weight => int.TryParse(weight, out var number) && number >= 600,
    };

    public static bool? IsItalic(this IElement element) =>
        element.Style("font-style") is { } style ? style is "italic" or "oblique" : null;
}
