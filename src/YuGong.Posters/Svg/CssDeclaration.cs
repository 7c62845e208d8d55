using System.Xml.Linq;

namespace YuGong.Posters.Svg;

/// <summary>What somebody says of a property.</summary>
/// <param name="Name">Lower case, unless it begins with <c>--</c>.</param>
/// <param name="Where">The attribute, or the style element, that says it.</param>
/// <param name="Offset">Of the declaration in the text of <paramref name="Where"/>; 0 in an attribute of its own.</param>
internal sealed record CssDeclaration(string Name, string Value, bool IsImportant, XObject Where, int Offset);

/// <summary>Declarations for what its selectors choose.</summary>
internal sealed record CssRule(IReadOnlyList<CssSelector> Selectors, IReadOnlyList<CssDeclaration> Declarations);
