using System.Globalization;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>
/// What every reader of WordprocessingML (ISO/IEC 29500-1, 17) asks for. Elements are told by their local names, so that transitional
/// and strict documents are read alike.
/// </summary>
public static class WordMarkup
{
    /// <summary>The first child of this name.</summary>
    public static XElement? Child(this XElement? parent, string name) => parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>An attribute by its local name.</summary>
    public static string? Said(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    /// <summary>The attribute <c>val</c>.</summary>
    public static string? Value(XElement? element) => element.Said("val");

    /// <summary>A switch is on where it stands, unless it says otherwise (17.17.4).</summary>
    public static bool IsOn(XElement? element) => element is not null && Value(element) is null or "1" or "true" or "on";

    public static int? Number(XElement? properties, string name) =>
        int.TryParse(Value(properties.Child(name)), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 1000 ? number : null;

    /// <summary>Rows and cells may be wrapped in content controls or change marks; deleted ones are gone.</summary>
    public static IEnumerable<XElement> Inside(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                if (!IsDeleted(child))
                {
                    yield return child;
                }
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "AlternateContent" or "Choice")
            {
                foreach (var found in Inside(child, name))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>Whether a content control shows what is to be written there, and nothing was.</summary>
    public static bool IsPlaceholder(XElement control) => IsOn(control.Child("sdtPr").Child("showingPlcHdr"));

    /// <summary>Wingdings ticks and boxes stand in the private area; a name of ours tells them from other symbols.</summary>
    /// <param name="hex">The attribute <c>char</c> of <c>w:sym</c>.</param>
    public static string Symbol(string hex) => hex.ToUpperInvariant() switch
    {
        "F0FE" or "00FE" or "F052" => "☑",
        "F0A8" or "00A8" or "F06F" or "F0A3" => "□",
        "F0FC" or "00FC" => "√",
        _ when int.TryParse(hex, NumberStyles.HexNumber, null, out var code) && code is < 0xE000 and > 0x1F =>
            char.ConvertFromUtf32(code is >= 0xD800 ? 0x20 : code),
        _ => "",
    };

    private static bool IsDeleted(XElement part) =>
        part.Elements().FirstOrDefault(e => e.Name.LocalName is "trPr" or "tcPr")?.Elements()
            .Any(e => e.Name.LocalName is "del" or "cellDel") == true;
}
