using System.Xml.Linq;
using YuGong.Posters.Designs;

namespace YuGong.Posters.Svg;

/// <summary>The style elements of a drawing: which declarations they have for an element, the weakest first.</summary>
internal sealed class StyleSheets
{
    /// <summary>At-rules without any part in a picture that stands still and holds no text.</summary>
    private static readonly HashSet<string> Silent = ["charset", "namespace", "font-face", "keyframes", "-webkit-keyframes", "page"];

    private readonly List<CssRule> rules = [];
    private readonly Action<XObject, int, string> report;

    /// <param name="report">What cannot be obeyed: the style element, the offset in its text, and the words.</param>
    public StyleSheets(XElement root, Action<XObject, int, string> report)
    {
        this.report = report;
        foreach (var sheet in root.DescendantsAndSelf(DesignFile.Svg + "style")
            .Where(s => s.Attribute("type")?.Value is null or "" or "text/css"))
        {
            var media = sheet.Attribute("media")?.Value ?? "";
            if (IsForScreens(media))
            {
                Read(new(sheet.Value), sheet, 0);
            }
            else
            {
                report(sheet, 0, $"<style media=\"{media}\">");
            }
        }
    }

    public IEnumerable<CssDeclaration> For(XElement element)
    {
        List<(int Weight, CssRule Rule)>? chosen = null;
        foreach (var rule in rules)
        {
            var weight = -1;
            foreach (var selector in rule.Selectors)
            {
                weight = selector.Weight > weight && selector.Chooses(element) ? selector.Weight : weight;
            }

            if (weight >= 0)
            {
                (chosen ??= []).Add((weight, rule));
            }
        }

        return chosen is null ? [] : chosen.OrderBy(c => c.Weight).SelectMany(c => c.Rule.Declarations);
    }

    /// <summary><c>fill:red; stroke : none !important</c></summary>
    /// <param name="from">Where the words stand in the text of <paramref name="where"/>.</param>
    public static IEnumerable<CssDeclaration> Declarations(string words, XObject where, int from = 0)
    {
        var text = new CssText(words);
        while (!text.IsAtEnd)
        {
            var offset = from + text.Offset;
            var (declaration, _) = text.Until([';']);
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            var (name, value) = (declaration[..colon].TrimEnd(), declaration[(colon + 1)..].Trim());
            var mark = value.LastIndexOf('!');
            var important = mark >= 0 && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase);
            yield return new(name.StartsWith("--", StringComparison.Ordinal) ? name : name.ToLowerInvariant(),
                important ? value[..mark].TrimEnd() : value, important, where, offset);
        }
    }

    private void Read(CssText text, XElement sheet, int from)
    {
        while (!text.IsAtEnd)
        {
            var offset = from + text.Offset;
            var (head, end) = text.Until(['{', ';']);
            var inside = from + text.Offset;
            var block = end == '{' ? text.Until(['}']).Words : "";
            if (head.StartsWith('@'))
            {
                At(head, block, sheet, offset, inside);
                continue;
            }

            var selectors = CssText.Split(head, ',').Select(CssSelector.Parse).ToList();
            if (selectors.Contains(null) || block.Contains('{', StringComparison.Ordinal))
            {
                report(sheet, offset, head);
            }

            rules.Add(new([.. selectors.OfType<CssSelector>()], [.. Declarations(block, sheet, inside)]));
        }
    }

    private void At(string head, string block, XElement sheet, int offset, int inside)
    {
        var words = head[1..].Split([' ', '\t', '\n', '(', '"'], 2);
        if (words[0] == "media" && IsForScreens(words.Length > 1 ? words[1] : ""))
        {
            Read(new(block), sheet, inside);
        }
        else if (!Silent.Contains(words[0].ToLowerInvariant()))
        {
            report(sheet, offset, head);
        }
    }

    private static bool IsForScreens(string media) => media.Trim() is "" or "all" or "screen";
}
