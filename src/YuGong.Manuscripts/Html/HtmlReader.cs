using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace YuGong.Manuscripts;

/// <summary>
/// A manuscript out of HTML: what Word, WPS and WeChat put on the clipboard, and what a site's own bodies are. Nothing is fetched, no
/// script runs, and no style sheet is asked.
/// </summary>
public static class HtmlReader
{
    /// <summary>Characters; a book has a million.</summary>
    private const int Longest = 4_000_000;

    /// <param name="pictureOf">
    /// The file's name for the address of a picture; null where it is not known, and then pictures are those that the text itself carries.
    /// </param>
    /// <param name="sources">Notes that are there without it, and that its citations name by number: its own footnotes come behind.</param>
    /// <exception cref="ReadingException">It is too much, or nested too deep.</exception>
    public static Manuscript Read(string html, Func<string, string?>? pictureOf = null, int sources = 0)
    {
        if (html.Length > Longest)
        {
            throw new ReadingException(new($"超过 {Longest / 10_000} 万字",
                $"More than {Longest / 1_000_000} million characters"), tooMuch: true);
        }

        var document = new HtmlParser().ParseDocument(html);
        var body = document.Body ?? throw new ReadingException(OfficePackage.NoBody);
        RefuseDepth(body);
        var gathered = new ManuscriptParts(sources);
        var notes = HtmlNotes.In(body);
        var reading = new HtmlBlocks(gathered, notes, pictureOf);
        var blocks = reading.Read(body);
        List<string> said = [.. gathered.NoteKeys.Select(notes.TextOf)];
        foreach (var (key, text) in notes.Unmentioned(gathered.NoteKeys))
        {
            gathered.List(new("没有出处的脚注", "a note that nothing refers to"), $"{key} {text}");
        }

        return new() { Title = reading.Title, Blocks = blocks, Notes = said, Pictures = gathered.Pictures, Unread = gathered.Unread };
    }

    /// <summary>Readers go down by calling themselves, and a stack ends.</summary>
    private static void RefuseDepth(INode root)
    {
        var (at, depth) = (root, 0);
        while (true)
        {
            if (at.FirstChild is { } child)
            {
                (at, depth) = (child, depth + 1);
                if (depth > ReadingBudget.Deepest)
                {
                    throw new ReadingException(new($"内容套了超过 {ReadingBudget.Deepest} 层",
                        $"The content is nested more than {ReadingBudget.Deepest} deep"), tooMuch: true);
                }

                continue;
            }

            while (at != root && at.NextSibling is null)
            {
                (at, depth) = (at.Parent!, depth - 1);
            }

            if (at == root)
            {
                return;
            }

            at = at.NextSibling!;
        }
    }
}
