using System.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// An article as newsrooms want it: a .docx (ISO/IEC 29500 transitional) with real styles of headings, sources as footnotes, pictures in
/// their places and listed at the end.
/// </summary>
public static class WordWriter
{
    public static byte[] Write(Article article)
    {
        var text = new WordTextWriter(article);
        var document = text.Document();
        return WordPackage.Write(document, article.Title, article.Language,
        [
            new("rId1", "styles", "styles.xml", "styles+xml", Encoding.UTF8.GetBytes(WordStyleSheet.Styles)),
            new("rId2", "settings", "settings.xml", "settings+xml", Encoding.UTF8.GetBytes(WordStyleSheet.Settings)),
            new("rId3", "footnotes", "footnotes.xml", "footnotes+xml", ZipBytes.Xml(text.Footnotes())),
            new("rId4", "numbering", "numbering.xml", "numbering+xml", Encoding.UTF8.GetBytes(WordStyleSheet.Numbering)),
            .. text.Review is { } review
                ? [new WordPart(WordReview.HeaderId, "header", "header1.xml", "header+xml", ZipBytes.Xml(review.Header()))]
                : Array.Empty<WordPart>(),
            .. text.Shown.Select(p => new WordPart(WordTextWriter.IdOf(p), "image", $"media/{p.Name}", null, p.Bytes)),
        ],
        text.Links.Select((address, i) => (WordTextWriter.IdOfLink(i), address)));
    }
}
