using YuGong.Posters.Scenes;

namespace YuGong.Books;

/// <summary>
/// Puts sheets together: which is a left page and which a right one – of vertical text the other way round –, their numbers, running heads,
/// bookmarks and links.
/// </summary>
internal sealed class BookBinding(BookRequest request, PageDrawings draw, Structure structure)
{
    private readonly List<BookPage> pages = [];
    private readonly List<Bookmark> bookmarks = [];
    private readonly List<(int On, Rect Place, int Number)> links = [];

    /// <param name="covers">The front cover and its inside.</param>
    /// <param name="front">Numbered by themselves, in small Roman numbers.</param>
    /// <param name="endpaper">The inside of the back cover.</param>
    /// <param name="back">Its outside.</param>
    public BookScene Bind(
        IReadOnlyList<Sheet> covers, IReadOnlyList<Sheet> front, IReadOnlyList<Sheet> body, Sheet endpaper, Sheet back)
    {
        for (var i = 0; i < covers.Count; i++)
        {
            Add(covers[i], new(i == 0 ? Labels.Cover : ""));
        }

        for (var i = 0; i < front.Count; i++)
        {
            Add(front[i], new("", i + 1, IsRoman: true));
        }

        var first = pages.Count;
        for (var i = 0; i < body.Count; i++)
        {
            Add(body[i], new("", i + 1));
        }

        // The back cover is a left page, and its inside a right one.
        if (pages.Count % 2 == 1)
        {
            Add(Sheet.Blank, new(""));
        }

        Add(endpaper, new(""));
        Add(back, new(Labels.Back));
        return new()
        {
            Title = request.Title, Author = string.Join("、", request.Site.Site.Settings.Organizers), Language = "zh-Hans", Pages = pages,
            IsRightToLeft = request.Page.IsVertical,
            Elements = structure.Elements, Bookmarks = bookmarks,
            Links = [.. links.Select(l => new PageLink(l.On, l.Place, first + l.Number - 1, 0))],
        };
    }

    /// <summary>The book's title on left pages, the chapter on right ones, none where something opens.</summary>
    private string? HeadOf(Sheet sheet, bool recto, string chapter) => sheet.Marks.Count > 0 ? null : recto ? chapter : request.Title;

    private void Add(Sheet sheet, PageLabel label)
    {
        var (recto, number) = (pages.Count % 2 == 0, pages.Count);
        List<Layer> layers = [.. sheet.Draw(recto)];
        if (sheet.Running is { } running)
        {
            layers.Add(Sheet.Layer(-1, [.. draw.Furniture(recto, HeadOf(sheet, recto, running), label.ToString())]));
        }

        var fonts = layers.SelectMany(l => l.Marks).OfType<GlyphRun>().Select(r => r.Font).Distinct().ToList();
        var name = new SceneName(request.Book.Id, "book", request.Page.Name);
        pages.Add(new(new(name, request.Title, "", false, request.Page.Box, fonts, layers), label) { Kind = sheet.Kind });
        bookmarks.AddRange(sheet.Marks.Select(m => new Bookmark(m.Level, m.Title, number, m.Down)));
        links.AddRange(sheet.Links(recto).Select(l => (number, l.Place, l.Number)));
    }
}
