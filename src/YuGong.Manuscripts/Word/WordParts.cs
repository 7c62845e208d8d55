using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>The parts of a Word document that its text refers to.</summary>
internal sealed class WordParts
{
    /// <summary>Of one picture, bytes.</summary>
    private const int LargestPicture = 60_000_000;

    private readonly OfficePackage package;
    private readonly Dictionary<string, OfficeRelation> relations;

    public WordParts(OfficePackage package)
    {
        this.package = package;
        var main = package.MainName;
        Body = package.Load(main).Child("body") ?? throw new ReadingException(OfficePackage.NoBody);
        var all = package.RelationsOf(main);
        relations = all.GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        XElement? Part(string kind) =>
            all.FirstOrDefault(r => !r.IsOutside && r.Kind.EndsWith(kind, StringComparison.Ordinal)) is { } found
                ? package.Load(found.Target) : null;
        Styles = new(Part("/styles"));
        Numbering = new(Part("/numbering"));
        (Footnotes, Endnotes, Comments) = (Part("/footnotes"), Part("/endnotes"), Part("/comments"));
        Margins = [.. all.Where(r => !r.IsOutside && (r.Kind.EndsWith("/header", StringComparison.Ordinal)
            || r.Kind.EndsWith("/footer", StringComparison.Ordinal))).Select(r => package.Load(r.Target)).OfType<XElement>()];
    }

    public XElement Body { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public XElement? Footnotes { get; }

    public XElement? Endnotes { get; }

    public XElement? Comments { get; }

    /// <summary>Headers and footers.</summary>
    public IReadOnlyList<XElement> Margins { get; }

    public OfficeRelation? Relation(string? id) => id is null ? null : relations.GetValueOrDefault(id);

    /// <summary>Null where it is not in the package, or too large.</summary>
    public byte[]? Picture(OfficeRelation relation) => relation.IsOutside ? null : package.Bytes(relation.Target, LargestPicture);
}
