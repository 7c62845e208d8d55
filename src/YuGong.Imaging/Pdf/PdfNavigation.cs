using System.Globalization;

namespace YuGong.Imaging.Pdf;

/// <summary>How pages are numbered in a reader's window (ISO 32000-1 12.4.2).</summary>
public enum PageNumbers
{
    /// <summary>The words alone.</summary>
    None,
    Arabic,

    /// <summary>i, ii, iii.</summary>
    Roman,
}

/// <summary>
/// What readers find their way by: bookmarks (ISO 32000-1 12.3.3), the labels of pages, and links within the file. Heights are points from
/// the lower edge of a page.
/// </summary>
public sealed class PdfNavigation
{
    private readonly PdfFile file;
    private readonly List<Mark> marks = [];
    private readonly List<(int Page, string Label)> labels = [];
    private readonly List<(int On, double[] Place, int To, double Up)> links = [];

    internal PdfNavigation(PdfFile file) => this.file = file;

    /// <param name="level">1 for the highest; none is more than one deeper than the one before.</param>
    public void Bookmark(int level, string title, int page, double up) => marks.Add(new(level, title, page, up));

    /// <summary>The pages from this one on are labelled so, until another is.</summary>
    /// <param name="first">The number of this page.</param>
    public void Label(int page, string words, PageNumbers numbers = PageNumbers.None, int first = 1)
    {
        var style = numbers switch { PageNumbers.Arabic => " /S /D", PageNumbers.Roman => " /S /r", _ => "" };
        var start = numbers == PageNumbers.None || first == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" /St {first}");
        labels.Add((page, $"<< {(words.Length > 0 ? $"/P {PdfFile.Text(words)}" : "")}{style}{start} >>"));
    }

    /// <summary>A place on one page that leads to another.</summary>
    /// <param name="place">Left, lower, right, upper.</param>
    public void Link(int on, double[] place, int to, double up) => links.Add((on, place, to, up));

    internal string Links(int page, IReadOnlyList<int> leaves)
    {
        var own = links.Where(l => l.On == page).Select(l => file.Add(
            $"<< /Type /Annot /Subtype /Link /Rect [{PdfFile.Numbers(l.Place)}] /Border [0 0 0] /F 4 "
                + $"{Place(leaves, l.To, l.Up)} >>")).ToList();
        return own.Count == 0 ? "" : $" /Annots [{string.Join(' ', own.Select(o => $"{o} 0 R"))}]";
    }

    internal string Catalog(IReadOnlyList<int> leaves)
    {
        var said = labels.Count == 0 ? ""
            : $" /PageLabels << /Nums [{string.Join(' ', labels.Select(l => $"{l.Page} {l.Label}"))}] >>";
        return marks.Count == 0 ? said : $" /Outlines {Outlines(leaves)} 0 R /PageMode /UseOutlines{said}";
    }

    private int Outlines(IReadOnlyList<int> leaves)
    {
        var root = file.Reserve();
        var objects = marks.Select(_ => file.Reserve()).ToList();
        var tree = new Dictionary<int, List<int>> { [-1] = [] };
        var (path, parents) = (new Stack<int>(), new int[marks.Count]);
        for (var i = 0; i < marks.Count; i++)
        {
            while (path.Count > 0 && marks[path.Peek()].Level >= marks[i].Level)
            {
                path.Pop();
            }

            parents[i] = path.Count == 0 ? -1 : path.Peek();
            tree[parents[i]].Add(i);
            tree[i] = [];
            path.Push(i);
        }

        for (var i = 0; i < marks.Count; i++)
        {
            var (siblings, kids) = (tree[parents[i]], tree[i]);
            var place = siblings.IndexOf(i);
            file.Set(objects[i], $"<< /Title {PdfFile.Text(marks[i].Title)} /Parent {(parents[i] < 0 ? root : objects[parents[i]])} 0 R"
                + (place > 0 ? $" /Prev {objects[siblings[place - 1]]} 0 R" : "")
                + (place + 1 < siblings.Count ? $" /Next {objects[siblings[place + 1]]} 0 R" : "")
                + (kids.Count > 0 ? $" /First {objects[kids[0]]} 0 R /Last {objects[kids[^1]]} 0 R /Count {-kids.Count}" : "")
                + $" {Place(leaves, marks[i].Page, marks[i].Up)} >>");
        }

        var top = tree[-1];
        file.Set(root, $"<< /Type /Outlines /First {objects[top[0]]} 0 R /Last {objects[top[^1]]} 0 R /Count {top.Count} >>");
        return root;
    }

    private static string Place(IReadOnlyList<int> leaves, int page, double up) =>
        $"/Dest [{leaves[page]} 0 R /XYZ null {PdfFile.Number(up)} null]";

    private sealed record Mark(int Level, string Title, int Page, double Up);
}
