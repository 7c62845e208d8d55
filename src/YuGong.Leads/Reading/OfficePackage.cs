using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Why a file could not be read, in words for a finding; it names nobody.</summary>
internal sealed class ReadingException(Phrase why, bool tooMuch = false) : Exception(why.En)
{
    public Phrase Words { get; } = why;

    public bool TooMuch { get; } = tooMuch;
}

/// <summary>
/// The parts of an Office Open XML package (ISO/IEC 29500-2) that forms and score sheets are read from. Relationships are
/// followed within the file only; the SDK is not used here because it refuses whole documents for one bad link, and reads
/// whole parts however large they are.
/// </summary>
internal sealed class OfficePackage
{
    /// <summary>What is said of a package that is cut or none.</summary>
    public static Phrase NotWhole { get; } = new("不是完整的 .docx 文件", "Not a whole .docx file");

    private const int MostParts = 2_000;

    /// <summary>Every part is listed in the package's directory under this signature (APPNOTE.TXT, 4.3.12).</summary>
    private static readonly byte[] Listed = [0x50, 0x4B, 0x01, 0x02];

    private readonly ZipArchive zip;
    private readonly ReadingBudget budget;

    private OfficePackage(ZipArchive zip, ReadingBudget budget) => (this.zip, this.budget) = (zip, budget);

    /// <exception cref="ReadingException">There is no such part, or it is damaged or too much.</exception>
    public static XElement MainPart(byte[] bytes, ReadingBudget budget) => Read(bytes, budget, package =>
        package.Load(package.TargetOf("", "/officeDocument") ?? "word/document.xml") ?? throw new ReadingException(new("文档里没有正文",
            "The document has no body")));

    /// <summary>Whatever <paramref name="read"/> makes of the package.</summary>
    /// <inheritdoc cref="MainPart"/>
    public static T Read<T>(byte[] bytes, ReadingBudget budget, Func<OfficePackage, T> read)
    {
        // Before the framework makes an object of each.
        var parts = CountOf(bytes, Listed);
        if (parts > MostParts)
        {
            throw new ReadingException(new($"文档里有 {parts} 个部件", $"The document has {parts} parts"), tooMuch: true);
        }

        try
        {
            using var opened = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return read(new(opened, budget));
        }
        catch (InvalidDataException)
        {
            throw new ReadingException(NotWhole);
        }
        catch (XmlException)
        {
            throw new ReadingException(new("文档的正文已损坏", "The body of the document is damaged"));
        }
    }

    /// <summary>The part as a tree; null where there is none of the name.</summary>
    /// <param name="name">Its path in the package, in whatever case and with whatever slashes.</param>
    public XElement? Load(string name)
    {
        using var stream = Open(name);
        return stream is null ? null : BoundedXml.Load(stream, budget);
    }

    /// <summary>The part to be read on the way; null where there is none.</summary>
    public XmlReader? Reader(string name) => Open(name) is { } stream ? BoundedXml.Open(stream, budget) : null;

    /// <summary>Where the first relationship of a kind leads from a part; null when there is none.</summary>
    /// <param name="part">Its path in the package; empty for the package itself.</param>
    /// <param name="kind">The end of the relationship's type.</param>
    /// <param name="id">Only the relationship of this id.</param>
    public string? TargetOf(string part, string kind, string? id = null)
    {
        var (folder, name) = (part.LastIndexOf('/') is >= 0 and var slash ? part[..(slash + 1)] : "", part[(part.LastIndexOf('/') + 1)..]);
        var target = Load($"{folder}_rels/{name}.rels")?.Elements()
            .FirstOrDefault(r => r.Attribute("Type")?.Value.EndsWith(kind, StringComparison.Ordinal) == true
                && (id is null || r.Attribute("Id")?.Value == id))?.Attribute("Target")?.Value;
        return target is null ? null : target.StartsWith('/') ? target.TrimStart('/') : folder + target;
    }

    private Stream? Open(string name)
    {
        var entry = zip.GetEntry(name)
            ?? zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));
        return entry?.Open();
    }

    private static int CountOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark)
    {
        var count = 0;
        for (var at = bytes.IndexOf(mark); at >= 0; at = bytes.IndexOf(mark))
        {
            count++;
            bytes = bytes[(at + mark.Length)..];
        }

        return count;
    }
}
