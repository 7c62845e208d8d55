using YuGong.Imaging.Vips;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>
/// All pages of a book in one picture, two by two as they lie in the hand: what only the eye sees – blank, weight, rhythm – is seen at
/// once.
/// </summary>
/// <param name="outlines">Of the book's fonts.</param>
public sealed class ContactPicture(GlyphOutlines outlines)
{
    /// <summary>Pixels: a page, the blank between spreads, the spine; and how many spreads are side by side.</summary>
    private const int PageWidth = 200, Gap = 14, Spine = 1, Across = 5;

    private const double Screen = 96;

    private const byte Ground = 0x8C;

    /// <returns>A JPEG: 2,091 px wide, of 100 pages some 3,000 px high.</returns>
    public byte[] Draw(BookScene book)
    {
        var page = book.Pages[0].Scene.Page;
        var (spread, height) = ((2 * PageWidth) + Spine + Gap, (int)Math.Round(PageWidth * page.Height / page.Width));
        var rows = ((book.Pages.Count / 2) + Across) / Across;
        using var sheet = new Raster(Gap + (Across * spread), Gap + (rows * (height + Gap)), 3, Screen);
        sheet.Pixels.Fill(Ground);
        var painter = new ScenePainter(outlines);
        for (var i = 0; i < book.Pages.Count; i++)
        {
            // The first page stands alone in the right half of its spread; where pages are turned to the right, in the left.
            var (number, isRight) = ((i + 1) / 2, (i % 2 == 0) != book.IsRightToLeft);
            var left = Gap + (number % Across * spread) + (isRight ? PageWidth + Spine : 0);
            using var drawn = painter.Paint(book.Pages[i].Scene, PageWidth);
            Put(drawn, sheet, left, Gap + (number / Across * (height + Gap)));
        }

        return sheet.Jpeg();
    }

    private static void Put(Raster from, Raster to, int left, int top)
    {
        var row = from.Width * from.Bands;
        for (var y = 0; y < from.Height; y++)
        {
            from.Pixels.Slice(y * row, row).CopyTo(to.Pixels[((((top + y) * to.Width) + left) * to.Bands)..]);
        }
    }
}
