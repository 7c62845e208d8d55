using System.Xml;
using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The SVG text of a design with the places of its elements and attributes.</summary>
internal sealed class DesignFile(SourceFile file)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public SourceFile File { get; } = file;

    /// <summary>Null, with a finding, when the file is no XML.</summary>
    public XElement? Read(Diagnostics diagnostics)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(File.Text),
                new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException mistake)
        {
            diagnostics.Report(PosterRules.NotSvg, Place(mistake.LineNumber, mistake.LinePosition, 1), mistake.Message);
            return null;
        }
    }

    /// <summary>An element's name, or an attribute's.</summary>
    public SourceSpan Span(XObject thing)
    {
        var at = (IXmlLineInfo)thing;
        var name = thing switch { XElement e => e.Name.LocalName, XAttribute a => a.Name.LocalName, _ => "" };
        return Place(at.LineNumber, at.LinePosition, name.Length);
    }

    private SourceSpan Place(int line, int column, int length)
    {
        var start = 0;
        for (var i = 1; i < line && start >= 0; i++)
        {
            start = File.Text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return File.Whole;
            }
        }

        return File.Span(start + Math.Max(0, column - 1), length);
    }
}
