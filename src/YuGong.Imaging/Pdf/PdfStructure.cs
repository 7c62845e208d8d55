using System.Globalization;

namespace YuGong.Imaging.Pdf;

/// <summary>
/// The structure of a tagged file (ISO 32000-1 14.7, 14.8): a document, and its elements in reading order. What an element has drawn may
/// stand on several pages.
/// </summary>
internal sealed class PdfStructure(PdfFile file)
{
    /// <summary>The parent of elements that are in no other.</summary>
    public const int Document = -1;

    private readonly List<Element> elements = [];

    /// <summary>For each page the elements of what is drawn on it, by the numbers that its content says.</summary>
    private readonly List<List<int>> drawn = [[]];

    /// <summary>Adds an element; its number.</summary>
    /// <param name="parent">An element that is there already, or <see cref="Document"/>.</param>
    public int Add(string role, string? alternative, int parent = Document)
    {
        elements.Add(new(role, alternative, parent));
        return elements.Count - 1;
    }

    /// <summary>Notes that something of an element is drawn on the page; the number by which the content says it.</summary>
    public int Draw(int element)
    {
        drawn[^1].Add(element);
        elements[element].Drawn.Add((drawn.Count - 1, drawn[^1].Count - 1));
        return drawn[^1].Count - 1;
    }

    public string RoleOf(int element) => elements[element].Role;

    public void TurnPage() => drawn.Add([]);

    /// <summary>The object of the tree's root.</summary>
    /// <param name="pages">Their objects; the key of a page in the tree of parents is its place here.</param>
    public int Write(IReadOnlyList<int> pages)
    {
        var (root, document) = (file.Reserve(), file.Reserve());
        var kids = elements.Select((element, number) => (element.Parent, number)).Where(e => IsUsed(e.number))
            .ToLookup(e => e.Parent, e => e.number);
        var objects = elements.Select((_, number) => IsUsed(number) ? file.Reserve() : 0).ToList();
        for (var i = 0; i < elements.Count; i++)
        {
            if (objects[i] > 0)
            {
                var element = elements[i];
                var parent = element.Parent == Document ? document : objects[element.Parent];
                file.Set(objects[i], $"<< /Type /StructElem /S /{element.Role} /P {parent} 0 R{Kids(element, [.. kids[i]], pages, objects)}"
                    + (element.Alternative is { } words ? $" /Alt {PdfFile.Text(words)}" : "") + " >>");
            }
        }

        var parents = file.Add($"<< /Nums [{string.Join(' ', drawn.Select((on, page) => $"{page} [{References(on, objects)}]"))}] >>");
        file.Set(document, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{References(kids[Document], objects)}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree {parents} 0 R "
            + $"/ParentTreeNextKey {drawn.Count} >>");
        return root;
    }

    /// <summary>An element that draws nothing, nor any in it, is not there.</summary>
    private bool IsUsed(int number)
    {
        if (elements[number].IsUsed is { } known)
        {
            return known;
        }

        for (var i = elements.Count - 1; i >= 0; i--)
        {
            var own = elements[i];
            own.IsUsed = own.IsUsed == true || own.Drawn.Count > 0;
            if (own.IsUsed == true && own.Parent != Document)
            {
                elements[own.Parent].IsUsed = true; // parents come before their elements
            }
        }

        return elements[number].IsUsed!.Value;
    }

    private static string Kids(Element element, IReadOnlyList<int> inner, IReadOnlyList<int> pages, IReadOnlyList<int> objects)
    {
        if (element.Drawn is [var (page, number)] && inner.Count == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $" /Pg {pages[page]} 0 R /K {number}");
        }

        var marks = element.Drawn.Select(d => $"<< /Type /MCR /Pg {pages[d.Page]} 0 R /MCID {d.Number} >>");
        return $" /K [{string.Join(' ', marks.Concat(inner.Select(i => $"{objects[i]} 0 R")))}]";
    }

    private static string References(IEnumerable<int> numbers, IReadOnlyList<int> objects) =>
        string.Join(' ', numbers.Select(n => $"{objects[n]} 0 R"));

    private sealed class Element(string role, string? alternative, int parent)
    {
        public string Role { get; } = role;

        public string? Alternative { get; } = alternative;

        public int Parent { get; } = parent;

        /// <summary>On which page, by which number there.</summary>
        public List<(int Page, int Number)> Drawn { get; } = [];

        public bool? IsUsed { get; set; }
    }
}
