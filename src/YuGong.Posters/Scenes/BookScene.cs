using System.Globalization;
using System.Text;

namespace YuGong.Posters.Scenes;

/// <summary>A book, typeset: its pages as scenes, what is read in which order, and what readers find their way by.</summary>
public sealed record BookScene
{
    public required string Title { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Author { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Pages are turned to the right, and its spine is on the right of the first.</summary>
    public bool IsRightToLeft { get; init; }

    public required IReadOnlyList<BookPage> Pages { get; init; }

    /// <summary>In reading order; layers of the pages name them by number.</summary>
    public required IReadOnlyList<BookElement> Elements { get; init; }

    public required IReadOnlyList<Bookmark> Bookmarks { get; init; }

    public required IReadOnlyList<PageLink> Links { get; init; }

    /// <summary>The book as text: tests compare it, people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"book “{Title}” {Author} {Language}, {Pages.Count} pages\n");
        foreach (var mark in Bookmarks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{new string(' ', mark.Level * 2)}{mark.Title} → {Pages[mark.Page].Label}\n");
        }

        foreach (var (page, number) in Pages.Select((p, i) => (p, i + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"page {number} “{page.Label}”\n");
            foreach (var layer in page.Scene.Layers)
            {
                var role = layer.Element is { } element ? $"{Elements[element].Role} {element}" : "–";
                foreach (var run in layer.Marks.OfType<GlyphRun>())
                {
                    text.Append(CultureInfo.InvariantCulture, $"  {role} {run.Font.Key} {SceneText.Number(run.Size)} ")
                        .Append(CultureInfo.InvariantCulture,
                            $"@{SceneText.Number(run.Clusters[0].X)},{SceneText.Number(run.Clusters[0].Y)} “{run.Text}”\n");
                }

                if (layer.Marks.Count(m => m is not GlyphRun) is > 0 and var others)
                {
                    text.Append(CultureInfo.InvariantCulture, $"  {role} {others} marks\n");
                }
            }
        }

        return text.ToString();
    }
}

/// <param name="Label">As readers say it: 封面, iv, 12.</param>
public sealed record BookPage(Scene Scene, PageLabel Label)
{
    /// <summary>What it is in the book, in a word: 目录, 正文.</summary>
    public string Kind { get; init; } = "";
}

/// <param name="Words">Before the number, or alone.</param>
/// <param name="Number">0 for none.</param>
public readonly record struct PageLabel(string Words, int Number = 0, bool IsRoman = false)
{
    public override string ToString() =>
        Words + (Number == 0 ? "" : IsRoman ? Roman(Number) : Number.ToString(CultureInfo.InvariantCulture));

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, letters) in ((int, string)[])[(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
            (4, "iv"), (1, "i")])
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}

/// <param name="Role">A standard structure type of PDF: Sect, H2, P, L, LI, Table, Figure …</param>
/// <param name="Parent">Of an element before it; null for the book.</param>
/// <param name="Alternative">What a figure shows, in words.</param>
public sealed record BookElement(string Role, int? Parent, string? Alternative);

/// <param name="Level">1 is the highest.</param>
/// <param name="Page">Counted from 0.</param>
/// <param name="Down">From the upper edge of the trimmed page, mm.</param>
public sealed record Bookmark(int Level, string Title, int Page, double Down);

/// <summary>A place that leads to a page.</summary>
/// <param name="On">The page that it is on, counted from 0.</param>
public sealed record PageLink(int On, Rect Place, int To, double Down);
