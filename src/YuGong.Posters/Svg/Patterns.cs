using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Patterns (SVG 2, 14.3) as tiles.</summary>
internal sealed class Patterns(SvgDocument document, SvgReader reader)
{
    /// <summary>Null where nothing is painted.</summary>
    /// <param name="bounds">Of what is painted, in its own units.</param>
    public Paint? Read(XElement pattern, Frame frame, Rect bounds)
    {
        var chain = Inheritance.Of(pattern, document, "pattern");
        var holder = chain.FirstOrDefault(p => p.Elements().Any(e => e.Name.Namespace == DesignFile.Svg));
        if (holder is null || UseChain.Holds(frame.Uses, pattern))
        {
            return null;
        }

        var isWhole = Inheritance.Attribute(chain, "patternUnits")?.Value != "userSpaceOnUse";
        var isContentWhole = Inheritance.Attribute(chain, "patternContentUnits")?.Value == "objectBoundingBox";
        if ((isWhole || isContentWhole) && (bounds.Width <= 0 || bounds.Height <= 0))
        {
            return null;
        }

        var view = isWhole ? new Viewport(1, 1) : frame.View;
        var cell = new Rect(At(chain, "x", view.Width), At(chain, "y", view.Height), At(chain, "width", view.Width),
            At(chain, "height", view.Height));
        if (cell.Width <= 0 || cell.Height <= 0)
        {
            return null;
        }

        cell = isWhole
            ? new(bounds.X + (cell.X * bounds.Width), bounds.Y + (cell.Y * bounds.Height), cell.Width * bounds.Width,
                cell.Height * bounds.Height)
            : cell;
        var content = ViewBox.Read(Inheritance.Attribute(chain, "viewBox")?.Value) is { } box
            ? ViewBox.Fit(box, cell, Inheritance.Attribute(chain, "preserveAspectRatio")?.Value, out _)
            : Matrix.Translation(cell.X, cell.Y).After(isContentWhole ? Matrix.Scale(bounds.Width, bounds.Height) : Matrix.Identity);
        var inner = new Frame(content, document.StyleOf(holder), frame.View)
        {
            Uses = new(pattern, frame.Uses), Depth = frame.Depth + 1,
        };
        var marks = reader.Marks(holder, inner);
        return marks.Count == 0 ? null
            : new Tile(cell, marks, frame.Place.After(Inheritance.Transform(chain, "patternTransform", document, frame)));
    }

    private double At(IReadOnlyList<XElement> chain, string name, double whole)
    {
        var attribute = Inheritance.Attribute(chain, name);
        if (Lengths.Read(attribute?.Value ?? "0", whole, Style.None) is { } length)
        {
            return length;
        }

        document.ReportValue(attribute!, "10");
        return 0;
    }
}
