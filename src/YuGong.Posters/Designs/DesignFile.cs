using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The SVG text of a design with the places of its elements and attributes.</summary>
internal sealed class DesignFile(SourceFile file)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Characters that entities may become: Illustrator names its namespaces so, an attack blows itself up so.</summary>
    private const int MostFromEntities = 1_000_000;

    private readonly int[] lines = [0, .. Breaks(file.Text)];

    public SourceFile File { get; } = file;

    /// <summary>Null, with a finding, when the file is no XML. Of the document type only its own entities are read.</summary>
    public XElement? Read(Diagnostics diagnostics)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(File.Text),
                new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = MostFromEntities });
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

    /// <summary>Words in an attribute, or in what an element holds.</summary>
    /// <param name="offset">Where they stand in its text, as near as that is known: entities are longer in the file.</param>
    public SourceSpan Span(XObject thing, int offset, string words)
    {
        var start = Span(thing);
        if (thing is XAttribute { Name.LocalName: not "style" })
        {
            return start;
        }

        var text = File.Text;
        var open = thing is XAttribute ? text.AsSpan(start.Start).IndexOfAny('"', '\'') : text.AsSpan(start.Start).IndexOf('>');
        var from = Math.Max(0, start.Start + open + 1 + offset);
        var found = open < 0 || from >= text.Length ? -1 : text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 || found - from > text.Length / 2 + 200 ? start : File.Span(found, words.Length);
    }

    /// <summary>The line of a thing, counted from 1.</summary>
    public static string LineOf(XObject thing) => ((IXmlLineInfo)thing).LineNumber.ToString(CultureInfo.InvariantCulture);

    private SourceSpan Place(int line, int column, int length) => line < 1 || line > lines.Length
        ? File.Whole : File.Span(lines[line - 1] + Math.Max(0, column - 1), length);

    private static IEnumerable<int> Breaks(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            yield return at + 1;
        }
    }
}
