using System.Globalization;
using System.Xml;

namespace YuGong.Content;

/// <summary>The size of a drawing in its own units, from its first element.</summary>
public static class SvgSize
{
    /// <summary>Null when the file is no SVG, cannot be read, or says no size.</summary>
    public static (int Width, int Height)? Of(string path)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || !File.Exists(path) || !PlainFile.IsSafe(path))
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "svg" ? Said(reader) : null;
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (int Width, int Height)? Said(XmlReader svg)
    {
        if (Number(svg.GetAttribute("width")) is { } width && Number(svg.GetAttribute("height")) is { } height)
        {
            return (width, height);
        }

        var view = (svg.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return view.Length == 4 && Number(view[2]) is { } wide && Number(view[3]) is { } high ? (wide, high) : null;
    }

    private static int? Number(string? text) =>
        double.TryParse((text ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1_000_000 ? (int)Math.Round(n) : null;
}
