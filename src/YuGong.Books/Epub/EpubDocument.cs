using System.Xml.Linq;

namespace YuGong.Books.Epub;

/// <summary>A page of an EPUB, as long as it needs to be.</summary>
/// <param name="Name">Of its file, without what follows the dot.</param>
/// <param name="Title">As the contents name it.</param>
/// <param name="Content">Of its body.</param>
internal sealed record EpubDocument(string Name, string Title, XElement Content)
{
    public string File => Name + ".xhtml";

    /// <summary>The landmark that it is (EPUB Structural Semantics); null for none.</summary>
    public string? Landmark { get; init; }

    /// <summary>What stands within it in the contents.</summary>
    public IReadOnlyList<EpubDocument> Parts { get; init; } = [];

    public bool IsInContents { get; init; } = true;

    /// <summary>It and what stands within it, in reading order.</summary>
    public IEnumerable<EpubDocument> All => Parts.SelectMany(p => p.All).Prepend(this);
}
