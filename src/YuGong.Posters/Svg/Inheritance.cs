using System.Xml.Linq;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Gradients and patterns take from others by <c>href</c> what they do not say themselves.</summary>
internal static class Inheritance
{
    private const int Longest = 32;

    /// <summary>The element and those it takes from, nearest first; each once.</summary>
    public static IReadOnlyList<XElement> Of(XElement element, SvgDocument document, params string[] kinds)
    {
        var chain = new List<XElement>();
        for (var next = element; next is not null && chain.Count < Longest && !chain.Contains(next)
            && kinds.Contains(next.Name.LocalName); next = document.Referred(next))
        {
            chain.Add(next);
        }

        return chain;
    }

    public static XAttribute? Attribute(IReadOnlyList<XElement> chain, string name) =>
        chain.Select(e => e.Attribute(name)).FirstOrDefault(a => a is not null);

    public static Matrix Transform(IReadOnlyList<XElement> chain, string name, SvgDocument document, Frame frame)
    {
        var attribute = Attribute(chain, name);
        var matrix = Transforms.Read(attribute?.Value, new(0, 0, frame.View.Width, frame.View.Height), frame.Style);
        if (matrix is null)
        {
            document.ReportValue(attribute!, "translate(10 20) rotate(30)");
        }

        return matrix ?? Matrix.Identity;
    }
}
