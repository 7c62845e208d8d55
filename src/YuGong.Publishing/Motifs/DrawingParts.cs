using System.Xml.Linq;

namespace YuGong.Publishing.Motifs;

/// <summary>The parts of a drawing that have a name, for whoever shows less than all of it.</summary>
public static class DrawingParts
{
    /// <summary>The group that shows the thing itself; where a drawing has none, all of it counts.</summary>
    public const string View = "view";

    private static readonly string[] Details = ["callout", "callouts", "dimension", "dimensions"];

    /// <summary>
    /// Whether an element tells of the thing and does not show it: words, numbered callouts, dimensions – by its kind, its id or one of its
    /// classes.
    /// </summary>
    public static bool IsDetail(XElement element) =>
        element.Name.LocalName is "text" or "title" or "desc" or "metadata"
        || ((string?)element.Attribute("class") ?? "").Split(' ').Append((string?)element.Attribute("id")).Any(Details.Contains);
}
