using System.Globalization;
using AngleSharp.Dom;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>The blocks of one element; what stands between them becomes paragraphs.</summary>
/// <param name="pictureOf">As in <see cref="HtmlReader.Read"/>.</param>
internal sealed partial class HtmlBlocks(ManuscriptParts gathered, HtmlNotes notes, Func<string, string?>? pictureOf)
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "head", "meta", "link", "title", "template", "noscript", "base", "colgroup",
    };

    private static readonly HashSet<string> Blocky = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "center", "address", "form", "fieldset", "dl", "dt",
        "dd", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "blockquote", "figure", "figcaption", "hr", "pre", "body",
        "details", "summary",
    };

    private static readonly Phrase Foreign = new("网页里的影音或控件", "media or a control of a page"), Hidden = new("隐藏的文字", "hidden text"),
        Deleted = new("删去的文字", "text struck out"), Merged = new("合并的单元格,拆开了", "merged cells, now separate");

    private readonly ListFolding blocks = new();
    private readonly List<FigureBlock> figures = [];
    private readonly InlineRun run = new();

    public string? Title { get; private set; }

    public IReadOnlyList<Block> Read(INode parent)
    {
        ReadChildren(parent, new(false, false, false));
        EndParagraph();
        return blocks.Finish();
    }

    private readonly record struct Look(bool IsStrong, bool IsEmphasised, bool KeepsLines);

    private void ReadChildren(INode parent, Look look)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    Say(text.Data, look);
                    break;
                case IElement element:
                    ReadElement(element, look);
                    break;
            }
        }
    }

    private void ReadElement(IElement element, Look look)
    {
        var name = element.LocalName;
        if (Silent.Contains(name) || HtmlNotes.IsBody(element))
        {
            return;
        }

        if (element.IsHidden())
        {
            List(Hidden, element.TextContent);
            return;
        }

        if (Blocky.Contains(name))
        {
            EndParagraph();
            ReadBlock(element, name, look);
            EndParagraph();
            return;
        }

        ReadInline(element, name, look);
    }

    private void ReadBlock(IElement element, string name, Look look)
    {
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                ReadChildren(element, look);
                AddHeading(name[1] - '0');
                break;
            case "p" when element.ClassList.Contains("MsoTitle"):
                ReadChildren(element, look);
                AddHeading(0);
                break;
            case "p" when element.Style("mso-list") is { } list:
                ReadListParagraph(element, list, look);
                break;
            case "ul" or "ol":
                blocks.Add(ListOf(element, name == "ol"));
                break;
            case "table":
                ReadTable(element);
                break;
            case "blockquote":
                blocks.Add(new QuoteBlock(Inside(element)));
                break;
            case "figure":
                ReadFigure(element);
                break;
            case "hr":
                blocks.Add(new DividerBlock());
                break;
            default:
                ReadChildren(element, look with { KeepsLines = look.KeepsLines || name == "pre" });
                break;
        }
    }

    private void ReadInline(IElement element, string name, Look look)
    {
        switch (name)
        {
            case "br":
                run.Add(new BreakInline());
                break;
            case "img":
                Show(element, []);
                break;
            case "sup" when element.ClassList.Contains("cite"):
                foreach (var link in element.QuerySelectorAll("a"))
                {
                    if (int.TryParse(link.TextContent.Trim('[', ']'), out var number))
                    {
                        run.Add(new NoteInline(number));
                    }
                }

                break;
            case "a" when HtmlNotes.MentionedBy(element) is { } note:
                run.Add(new NoteInline(gathered.NoteOf(note)));
                break;
            case "a" when element.GetAttribute("href") is { Length: > 0 } address && !address.StartsWith('#'):
                ReadLink(element, address, look);
                break;
            case "span" when element.ClassList.Contains("figure"):
                Show(element.QuerySelector("img"), Caption(element.QuerySelector("small")));
                break;
            case "del" or "s" or "strike":
                List(Deleted, element.TextContent);
                break;
            case "rt" or "rp":
                break;
            case "iframe" or "video" or "audio" or "object" or "embed" or "svg" or "canvas" or "button" or "input" or "select"
                or "textarea" or "mpvoice" or "math":
            case var other when other.StartsWith("mp-", StringComparison.Ordinal) || other.StartsWith("v:", StringComparison.Ordinal):
                var said = element.GetAttribute("data-src") ?? element.GetAttribute("src") ?? element.TextContent;
                gathered.List(Foreign, $"{name} {string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
                break;
            default:
                var strong = element.IsBold() ?? (name is "b" or "strong" || look.IsStrong);
                ReadChildren(element, look with
                {
                    IsStrong = strong, IsEmphasised = element.IsItalic() ?? (name is "i" or "em" || look.IsEmphasised),
                });
                break;
        }
    }

    private void ReadLink(IElement element, string address, Look look)
    {
        var inner = new HtmlBlocks(gathered, notes, pictureOf);
        inner.ReadChildren(element, look);
        figures.AddRange(inner.figures);
        if (inner.run.Take() is { Count: > 0 } inside)
        {
            run.Add(new LinkInline(address, inside));
        }

        foreach (var block in inner.blocks.Finish())
        {
            EndParagraph();
            blocks.Add(block); // a card with a link around it
        }
    }

    /// <summary>
    /// Word's lists are paragraphs that say <c>mso-list: l0 level2 lfo1</c>, and write their sign into a span of its own.
    /// </summary>
    private void ReadListParagraph(IElement element, string list, Look look)
    {
        var sign = element.QuerySelectorAll("span").FirstOrDefault(s => s.Style("mso-list")?.ToLowerInvariant() == "ignore");
        var label = (sign?.TextContent ?? "").Trim().Trim('\u00A0').Trim();
        sign?.Remove();
        ReadChildren(element, look);
        if (run.Take() is not { Count: > 0 } inlines)
        {
            return;
        }

        var level = list.Split(' ').Where(w => w.StartsWith("level", StringComparison.Ordinal))
            .Select(w => int.TryParse(w["level".Length..], out var written) ? written : 0).FirstOrDefault();
        var isNumber = label.Length is > 1 and < 9 && label[..^1].All(char.IsAsciiDigit) && label[^1] is '.' or '、' or '．' or ')' or '）';
        var isBullet = label.Length <= 1 && !label.Any(char.IsLetterOrDigit) || label is "o" or "n" or "l" or "u";
        var number = isNumber ? int.Parse(label[..^1], CultureInfo.InvariantCulture) : (int?)null;
        level = Math.Clamp(level - 1, 0, 8);
        if (isBullet || (number is { } counted && blocks.WouldNumber(level, counted)))
        {
            blocks.AddItem(level, number, new ParagraphBlock(inlines));
        }
        else
        {
            blocks.Add(new ParagraphBlock([new TextInline(label), .. inlines]));
        }
    }

    private ListBlock ListOf(IElement element, bool isNumbered)
    {
        var items = new List<ListItem>();
        foreach (var child in element.Children)
        {
            var inside = child.LocalName is "ul" or "ol" ? [ListOf(child, child.LocalName == "ol")] : Inside(child);
            if (child.LocalName is "ul" or "ol" && items.Count > 0)
            {
                items[^1] = new([.. items[^1].Blocks, .. inside]); // how Word and old editors nest
            }
            else if (inside.Count > 0)
            {
                items.Add(new(inside));
            }
        }

        return new(isNumbered, items);
    }

    private void ReadFigure(IElement figure)
    {
        var caption = Caption(figure.QuerySelector("figcaption"));
        var pictures = figure.QuerySelectorAll("img").ToList();
        foreach (var picture in pictures)
        {
            Show(picture, caption);
        }

        if (pictures.Count == 0)
        {
            ReadChildren(figure, new(false, false, false));
        }
    }

    private void Show(IElement? picture, IReadOnlyList<Inline> caption)
    {
        var address = picture?.GetAttribute("data-src") ?? picture?.GetAttribute("src");
        if (address is null)
        {
            return;
        }

        var name = pictureOf is null ? gathered.PictureOf(Short(address), HtmlPictures.Unpack(address)) : pictureOf(address);
        if (name is not null)
        {
            figures.Add(new(name, picture!.GetAttribute("alt") ?? "", caption));
        }
        else if (pictureOf is not null)
        {
            gathered.List(new("取不到的图片", "a picture that cannot be had"), address);
        }
        else if (caption.Count > 0)
        {
            figures.Add(new("", "", caption)); // its words stay in the text
        }
    }

    private IReadOnlyList<Inline> Caption(IElement? caption)
    {
        if (caption is null)
        {
            return [];
        }

        var inner = new HtmlBlocks(gathered, notes, pictureOf);
        inner.ReadChildren(caption, new(false, false, false));
        var own = inner.run.Take();
        return own.Count > 0 ? own : [.. inner.blocks.Finish().OfType<ParagraphBlock>().SelectMany(p => p.Inlines)];
    }

    private IReadOnlyList<Block> Inside(INode parent)
    {
        var inner = new HtmlBlocks(gathered, notes, pictureOf);
        var blocksInside = inner.Read(parent);
        Title ??= inner.Title;
        return blocksInside;
    }

    private void AddHeading(int level)
    {
        if (run.Take() is not { Count: > 0 } inlines)
        {
            return;
        }

        if (level == 0 && Title is null)
        {
            Title = PlainText.Of(inlines).Replace('\n', ' ');
        }
        else
        {
            // Headings are strong as they are.
            var plain = inlines.Select(i => i is TextInline text ? text with { IsStrong = false } : i);
            blocks.Add(new HeadingBlock(Math.Max(1, level), [.. plain]));
        }
    }

    private void EndParagraph()
    {
        if (run.Take() is { Count: > 0 } inlines)
        {
            blocks.Add(new ParagraphBlock(inlines));
        }

        foreach (var figure in figures)
        {
            blocks.Add(figure.Picture.Length > 0 ? figure : new ParagraphBlock(figure.Caption));
        }

        figures.Clear();
    }

    private void Say(string text, Look look)
    {
        if (look.KeepsLines)
        {
            foreach (var (line, index) in text.Split('\n').Select((line, i) => (line, i)))
            {
                if (index > 0)
                {
                    run.Add(new BreakInline());
                }

                run.Add(new TextInline(line, look.IsStrong, look.IsEmphasised));
            }

            return;
        }

        run.Add(new TextInline(HtmlBlanks.Fold(text), look.IsStrong, look.IsEmphasised));
    }

    private void List(Phrase what, string text)
    {
        if (text.Trim().Length > 0)
        {
            gathered.List(what, HtmlBlanks.Fold(text));
        }
    }

    /// <summary>An address that carries the picture itself is no name for it.</summary>
    private static string Short(string address) => address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        ? $"data:{Fingerprint.Of(address)}" : address;
}
