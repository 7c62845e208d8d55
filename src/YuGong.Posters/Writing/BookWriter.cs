using YuGong.Imaging.Pdf;
using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>
/// Book → PDF: a page for each, with its boxes, tagged, with bookmarks, labels and links; or spreads for a screen, two pages side by side.
/// Equal books give equal bytes.
/// </summary>
/// <param name="outlines">Of the book's fonts.</param>
/// <param name="date">Of the content, not of the clock.</param>
public sealed class BookWriter(GlyphOutlines outlines, DateOnly date)
{
    private const double Points = 72 / 25.4;

    /// <summary>Dots for each millimetre of a page: 300 dpi for print; screens want half of it.</summary>
    private const double Printed = 300 / 25.4, Seen = 150 / 25.4;

    private const string Creator = "YuGongSite";

    /// <summary>ISO 19005-2, which allows what is transparent.</summary>
    private const int Archive = 2;

    /// <param name="subject">What the file says of itself.</param>
    /// <param name="inks">For print in four inks; null for sRGB.</param>
    public byte[] Pages(BookScene book, string subject, CmykInks? inks = null)
    {
        var boxes = book.Pages.Select(p => BoxOf(p.Scene.Page)).ToList();
        using var canvas = new PdfCanvas(boxes[0], About(book, subject), book.Language) 
        {
            PdfPart = Archive, Inks = inks, IsRightToLeft = book.IsRightToLeft,
        };
        foreach (var element in book.Elements)
        {
            canvas.Element(element.Role, element.Alternative, element.Parent);
        }

        for (var i = 0; i < book.Pages.Count; i++)
        {
            if (i > 0)
            {
                canvas.TurnPage(boxes[i]);
            }

            Draw(canvas, book.Pages[i].Scene);
        }

        Navigate(canvas.Navigation, book);
        return canvas.Finish();
    }

    /// <summary>
    /// The trimmed pages two by two, the first alone on the right as it is in the hand; where pages are turned to the right, on the left.
    /// Not for printing.
    /// </summary>
    public byte[] Spreads(BookScene book, string subject)
    {
        var page = book.Pages[0].Scene.Page;
        var (width, height) = (page.Width * Points, page.Height * Points);
        using var canvas = new PdfCanvas(new(width * 2, height, 0, 0), About(book, subject));
        for (var i = 0; i < book.Pages.Count; i++)
        {
            var isRecto = i % 2 == 0;
            if (!isRecto)
            {
                canvas.TurnPage(new(width * 2, height, 0, 0));
            }

            canvas.Save();
            canvas.Transform(Points, 0, 0, Points, isRecto != book.IsRightToLeft ? width : 0, 0);
            canvas.Rectangle(0, 0, page.Width, page.Height);
            canvas.Clip();
            new SceneDrawing(canvas, outlines, new(Seen), canvas).Draw(book.Pages[i].Scene);
            canvas.Restore();
        }

        foreach (var mark in book.Bookmarks)
        {
            canvas.Navigation.Bookmark(mark.Level, mark.Title, (mark.Page + 1) / 2, (page.Height - mark.Down) * Points);
        }

        return canvas.Finish();
    }

    private void Draw(PdfCanvas canvas, Scene scene)
    {
        var bleed = scene.Page.Bleed;
        canvas.Transform(Points, 0, 0, Points, bleed * Points, bleed * Points);
        var drawing = new SceneDrawing(canvas, outlines, new(Printed), canvas);
        foreach (var layer in scene.Layers)
        {
            if (layer.Element is { } element)
            {
                canvas.Tag(element, () => drawing.Draw(layer.Marks));
            }
            else
            {
                drawing.Draw(layer.Marks);
            }
        }
    }

    private static void Navigate(PdfNavigation navigation, BookScene book)
    {
        double Up(int page, double down) => (book.Pages[page].Scene.Page.Height - down + book.Pages[page].Scene.Page.Bleed) * Points;
        foreach (var mark in book.Bookmarks)
        {
            navigation.Bookmark(mark.Level, mark.Title, mark.Page, Up(mark.Page, mark.Down));
        }

        for (var i = 0; i < book.Pages.Count; i++)
        {
            var (label, before) = (book.Pages[i].Label, i == 0 ? default : book.Pages[i - 1].Label);
            var follows = i > 0 && label.Number > 1 && label with { Number = label.Number - 1 } == before;
            if (!follows)
            {
                var numbers = label.Number == 0 ? PageNumbers.None : label.IsRoman ? PageNumbers.Roman : PageNumbers.Arabic;
                navigation.Label(i, label.Words, numbers, Math.Max(1, label.Number));
            }
        }

        foreach (var link in book.Links)
        {
            var bleed = book.Pages[link.On].Scene.Page.Bleed;
            navigation.Link(link.On,
                [
                    (link.Place.X + bleed) * Points, Up(link.On, link.Place.Bottom), (link.Place.Right + bleed) * Points,
                    Up(link.On, link.Place.Y),
                ],
                link.To, Up(link.To, link.Down));
        }
    }

    private PdfMetadata About(BookScene book, string subject) => new(book.Title, book.Author, subject, book.Title, Creator, date);

    private static PdfPage BoxOf(PageBox page) =>
        new(page.Full.Width * Points, page.Full.Height * Points, 0, page.Bleed * Points);
}
