using System.Xml.Linq;

namespace YuGong.Manuscripts;

internal enum ParagraphKind
{
    Text,
    Title,
    Heading,
    Caption,
    Quote,
    Contents,
}

/// <param name="Level">Of a heading, counted from 1.</param>
/// <param name="Numbering">The <c>w:numPr</c> that holds, the paragraph's own or its style's.</param>
internal sealed record ParagraphRole(ParagraphKind Kind, int Level, XElement? Numbering);

/// <summary>
/// What a paragraph is by its style (ISO/IEC 29500-1, 17.7). Ids differ from program to program – WPS calls the first heading
/// <c>2</c> – so a style is known by its name, or by the level of outline that it says.
/// </summary>
internal sealed class WordStyles
{
    /// <summary>Styles may be based on others, and by mistake on themselves.</summary>
    private const int LongestChain = 12;

    private static readonly Dictionary<string, ParagraphKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = ParagraphKind.Title, ["标题"] = ParagraphKind.Title, ["caption"] = ParagraphKind.Caption,
        ["题注"] = ParagraphKind.Caption, ["图注"] = ParagraphKind.Caption, ["quote"] = ParagraphKind.Quote,
        ["intense quote"] = ParagraphKind.Quote, ["引用"] = ParagraphKind.Quote, ["明显引用"] = ParagraphKind.Quote,
        ["block text"] = ParagraphKind.Quote, ["toc heading"] = ParagraphKind.Contents,
    };

    private static readonly string[] Headings = ["heading", "标题"], Contents = ["toc", "目录"];

    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly string? usual;

    public WordStyles(XElement? part)
    {
        foreach (var style in part?.Elements().Where(e => e.Name.LocalName == "style") ?? [])
        {
            if (style.Said("styleId") is { } id)
            {
                styles.TryAdd(id, style);
                usual ??= style.Said("type") == "paragraph" && style.Said("default") is "1" or "true" ? id : null;
            }
        }
    }

    /// <param name="properties">The paragraph's <c>w:pPr</c>; null where it has none.</param>
    public ParagraphRole RoleOf(XElement? properties)
    {
        var chain = Chain(WordMarkup.Value(properties.Child("pStyle")) ?? usual).ToList();
        var numbering = chain.Select(style => style.Child("pPr").Child("numPr")).Prepend(properties.Child("numPr"))
            .FirstOrDefault(n => n is not null);
        var outline = chain.Select(style => style.Child("pPr")).Prepend(properties)
            .Select(p => WordMarkup.Number(p, "outlineLvl")).FirstOrDefault(level => level is not null);
        foreach (var name in chain.Select(style => (WordMarkup.Value(style.Child("name")) ?? "").Trim()))
        {
            if (LevelIn(name, Headings) is { } level)
            {
                return new(ParagraphKind.Heading, level, numbering);
            }

            if (LevelIn(name, Contents) is not null)
            {
                return new(ParagraphKind.Contents, 0, numbering);
            }

            if (Kinds.TryGetValue(name, out var kind))
            {
                return new(kind, 0, numbering);
            }
        }

        const int Body = 9; // 17.3.1.20: the level of what is in no outline
        return outline is { } set and < Body ? new(ParagraphKind.Heading, set + 1, numbering) : new(ParagraphKind.Text, 0, numbering);
    }

    /// <summary>Whether a character style makes what it is set on strong.</summary>
    public bool IsStrong(string? style) => Chain(style).Any(s => WordMarkup.IsOn(s.Child("rPr").Child("b")));

    /// <summary>Whether a character style is that of the numbers of notes.</summary>
    public bool IsNoteMark(string? style) =>
        Chain(style).Any(s => WordMarkup.Value(s.Child("name")) is "footnote reference" or "endnote reference");

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var at = 0; at < LongestChain && id is not null && styles.TryGetValue(id, out var style); at++)
        {
            yield return style;
            id = WordMarkup.Value(style.Child("basedOn"));
        }
    }

    /// <summary><c>heading 2</c>, <c>标题2</c>: the number behind one of these words.</summary>
    private static int? LevelIn(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(word.Length).Trim(), out var level) && level is >= 1 and <= 9)
            {
                return level;
            }
        }

        return null;
    }
}
