using System.Text;
using System.Xml.Linq;
using YuGong.Posters.Fonts;

namespace YuGong.Books.Epub;

/// <summary>
/// The fonts that an EPUB carries, cut to the characters that it sets in them: 楷体, the brush of titles, and that of running text, which
/// is asked only for characters that the reader's own font lacks; they chose theirs for their eyes.
/// </summary>
internal sealed class EpubFonts
{
    private static readonly HashSet<XName> Kai = [.. new[] { "em", "blockquote", "figcaption" }.Select(Xhtml.Name)];

    private readonly List<(string Name, byte[] File)> files = [];

    /// <param name="contents">Of all pages.</param>
    /// <param name="titles">As the contents name them.</param>
    public EpubFonts(IEnumerable<XElement> contents, IEnumerable<string> titles, BookDesign design)
    {
        var (all, kai, brush) = (new SortedSet<Rune>(string.Concat(titles).EnumerateRunes()), new SortedSet<Rune>(), new SortedSet<Rune>());
        foreach (var text in contents.SelectMany(c => c.DescendantNodes().OfType<XText>()))
        {
            var runes = text.Value.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)).ToList();
            all.UnionWith(runes);
            kai.UnionWith(text.Ancestors().Any(IsKai) ? runes : []);
            brush.UnionWith(text.Ancestors().Any(a => IsOfClass(a, "brush")) ? runes : []);
        }

        Cut("kai", design.Kai, kai);
        Cut("brush", design.Brush, brush);
        Cut("text", design.Text, all);
    }

    public IReadOnlyList<(string Name, byte[] Bytes)> Files => [.. files.Select(f => (PathOf(f.Name), f.File))];

    public static IEnumerable<PosterFont> Of(BookDesign design) => [design.Text.Fonts[0], design.Kai.Fonts[0], design.Brush.Fonts[0]];

    /// <summary>What a style sheet needs to call them <c>book-kai</c>, <c>book-brush</c> and <c>book-text</c>.</summary>
    public string Rules() => string.Concat(
        files.Select(f => $"@font-face {{ font-family: \"book-{f.Name}\"; src: url(\"{PathOf(f.Name)}\"); }}\n"));

    private static string PathOf(string name) => $"fonts/{name}.ttf";

    private static bool IsKai(XElement element) => Kai.Contains(element.Name) || IsOfClass(element, "kai");

    private static bool IsOfClass(XElement element, string name) => element.Attribute("class")?.Value.Split(' ').Contains(name) == true;

    /// <summary>A character that the first font of a stack lacks is left to the reader's own.</summary>
    private void Cut(string name, FontStack stack, IEnumerable<Rune> characters)
    {
        var font = stack.Fonts[0];
        var kept = string.Concat(characters.Where(font.File.Has));
        if (kept.Length > 0)
        {
            files.Add((name, font.File.Subset(kept, [])));
        }
    }
}
