namespace YuGong.Imaging.Pdf;

/// <summary>
/// The structure of a tagged page (ISO 32000-1 14.7, 14.8): a document, and its elements in the order in which they are drawn.
/// </summary>
internal sealed class PdfStructure(PdfFile file)
{
    private readonly List<(string Element, string? Alternative)> elements = [];

    /// <summary>The number by which the page's content names the element.</summary>
    public int Add(string element, string? alternative)
    {
        elements.Add((element, alternative));
        return elements.Count - 1;
    }

    /// <summary>The object of the tree's root.</summary>
    /// <param name="page">The page that the elements are on; its own key in the tree of parents is 0.</param>
    public int Write(int page)
    {
        var (root, document) = (file.Reserve(), file.Reserve());
        var kids = elements.Select((element, number) => file.Add(
            $"<< /Type /StructElem /S /{element.Element} /P {document} 0 R /Pg {page} 0 R /K {number}"
            + (element.Alternative is { } words ? $" /Alt {PdfFile.Text(words)}" : "") + " >>")).ToList();
        var list = string.Join(' ', kids.Select(kid => $"{kid} 0 R"));
        var parents = file.Add($"<< /Nums [0 [{list}]] >>");
        file.Set(document, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{list}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey 1 >>");
        return root;
    }
}
