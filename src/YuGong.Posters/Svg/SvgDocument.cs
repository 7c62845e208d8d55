using System.Xml.Linq;
using YuGong.Posters.Designs;
using YuGong.Text;

namespace YuGong.Posters.Svg;

/// <summary>A drawing as it was read: who has which id, what style everything has, and where findings go.</summary>
internal sealed class SvgDocument
{
    /// <summary>Deeper nesting is a mistake of a program, or an attack.</summary>
    private const int Deepest = 200;

    private static readonly XName XlinkHref = XNamespace.Get("http://www.w3.org/1999/xlink") + "href";

    private readonly Dictionary<string, XElement> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, Style> styles = [];
    private readonly HashSet<(Rule, int)> told = [];
    private readonly StyleSheets sheets;
    private readonly Diagnostics findings;

    public SvgDocument(DesignFile file, XElement root, Diagnostics findings)
    {
        (File, Root, this.findings) = (file, root, findings);
        IsTooDeep = !ReadIds();
        sheets = new(root, (where, offset, words) => findings.Report(PosterRules.NotDrawn, file.Span(where, offset, words), words));
        foreach (var instruction in root.Document?.Nodes().OfType<XProcessingInstruction>().Where(p => p.Target == "xml-stylesheet") ?? [])
        {
            Report(PosterRules.NotDrawn, instruction, "<?xml-stylesheet?>");
        }
    }

    public DesignFile File { get; }

    public XElement Root { get; }

    /// <summary>Reported already; nothing can be drawn.</summary>
    public bool IsTooDeep { get; }

    /// <summary>Something was found to be wrong.</summary>
    public bool HasFindings { get; private set; }

    /// <summary>One cause, one finding, however often it is met.</summary>
    public void Report(Rule rule, XObject where, params string[] details) => Report(rule, File.Span(where), details);

    public void Report(Rule rule, CssDeclaration said, params string[] details) =>
        Report(rule, File.Span(said.Where, said.Offset, said.Name), details);

    /// <summary>A value of a property that cannot be read.</summary>
    public void ReportValue(CssDeclaration said, string valid) => Report(PosterRules.BadAttribute, said, said.Name, said.Value, valid);

    public void ReportValue(XAttribute attribute, string valid) =>
        Report(PosterRules.BadAttribute, attribute, attribute.Name.LocalName, attribute.Value, valid);

    /// <summary>An element by <c>#id</c> or <c>url(#id)</c>; null, with a finding, when there is none.</summary>
    public XElement? Find(string reference, CssDeclaration said) => Find(IdOf(reference), details =>
        Report(PosterRules.NothingThere, said, details));

    /// <summary>What <c>href</c> says; null when it says nothing or, with a finding, names nothing.</summary>
    public XElement? Referred(XElement element) =>
        HrefOf(element) is { } href ? Find(IdOf(href.Value), details => Report(PosterRules.NothingThere, href, details)) : null;

    public static XAttribute? HrefOf(XElement element) => element.Attribute("href") ?? element.Attribute(XlinkHref);

    /// <summary>The style of an element within <paramref name="outer"/>, which is not always the element around it: use moves it.</summary>
    public Style StyleOf(XElement element, Style outer)
    {
        var own = new Dictionary<string, CssDeclaration>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.NamespaceName.Length == 0 && SvgNames.Attributes.Contains(attribute.Name.LocalName))
            {
                own[attribute.Name.LocalName] = new(attribute.Name.LocalName, attribute.Value.Trim(), false, attribute, 0);
            }
        }

        var chosen = sheets.For(element).ToList();
        var style = element.Attribute("style");
        var said = style is null ? [] : StyleSheets.Declarations(style.Value, style).ToList();
        foreach (var declaration in chosen.Concat(said).OrderBy(d => d.IsImportant))
        {
            foreach (var name in declaration.Name == "marker" ? ["marker-start", "marker-mid", "marker-end"] : (string[])[declaration.Name])
            {
                own[name] = declaration;
            }
        }

        return new(outer, own);
    }

    /// <summary>The style of an element where it stands in the file.</summary>
    public Style StyleOf(XElement element)
    {
        if (!styles.TryGetValue(element, out var style))
        {
            styles.Add(element, style = StyleOf(element, element.Parent is { } parent ? StyleOf(parent) : Style.None));
        }

        return style;
    }

    private static string? IdOf(string reference)
    {
        var words = reference.Trim();
        if (words.StartsWith("url(", StringComparison.OrdinalIgnoreCase) && words.EndsWith(')'))
        {
            words = words[4..^1].Trim().Trim('"', '\'');
        }

        return words.StartsWith('#') ? Uri.UnescapeDataString(words[1..]) : null;
    }

    private XElement? Find(string? id, Action<string[]> report)
    {
        if (id is not null && ids.TryGetValue(id, out var found))
        {
            return found;
        }

        report([id is null ? "" : "#" + id, id is not null && Suggestion.Nearest(id, ids.Keys) is { } near ? "#" + near : "#…"]);
        return null;
    }

    private void Report(Rule rule, SourceSpan span, string[] details)
    {
        HasFindings = true;
        if (told.Add((rule, span.Start)))
        {
            findings.Report(rule, span, details);
        }
    }

    /// <summary>False when it is nested too deep.</summary>
    private bool ReadIds()
    {
        var depths = new Dictionary<XElement, int> { [Root] = 0 };
        var boxes = new Dictionary<string, List<XElement>>(StringComparer.Ordinal);
        foreach (var element in Root.DescendantsAndSelf())
        {
            if (element.Parent is { } parent && element != Root && (depths[element] = depths[parent] + 1) > Deepest)
            {
                Report(PosterRules.NotDrawn, element, $"<{element.Name.LocalName}> × {Deepest}");
                return false;
            }

            if (element.Attribute("id") is { } id)
            {
                Enter(element, id, boxes);
            }
        }

        return true;
    }

    /// <summary>
    /// Boxes have names of their own: nothing refers to them, and one may stand for another where a field is empty. Still a reference
    /// finds one where nothing else has its name.
    /// </summary>
    private void Enter(XElement element, XAttribute id, Dictionary<string, List<XElement>> boxes)
    {
        if (!element.Attributes().Any(BoxReader.IsBox))
        {
            if (ids.TryGetValue(id.Value, out var other) && !other.Attributes().Any(BoxReader.IsBox))
            {
                Report(PosterRules.DuplicateId, id, id.Value, DesignFile.LineOf(other));
                return;
            }

            ids[id.Value] = element;
            return;
        }

        ids.TryAdd(id.Value, element);
        if (!boxes.TryGetValue(id.Value, out var named))
        {
            boxes.Add(id.Value, named = []);
        }

        if (named.Find(n => !Exclude(n, element)) is { } same)
        {
            Report(PosterRules.DuplicateId, id, id.Value, DesignFile.LineOf(same));
        }

        named.Add(element);
    }

    /// <summary>One is there when the other is not: <c>data-when="portrait"</c> and <c>data-when="!portrait"</c>.</summary>
    private static bool Exclude(XElement one, XElement other)
    {
        static List<string> Conditions(XElement element) =>
            [.. element.AncestorsAndSelf().Select(e => e.Attribute("data-when")?.Value).OfType<string>()];
        var others = Conditions(other);
        return Conditions(one).Exists(c => others.Contains(c.StartsWith('!') ? c[1..] : "!" + c));
    }
}
