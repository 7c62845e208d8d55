using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>Why a file could not be read, in words for a finding; it names nobody.</summary>
public sealed class ReadingException(Phrase why, bool tooMuch = false) : Exception(why.En)
{
    public Phrase Words { get; } = why;

    public bool TooMuch { get; } = tooMuch;
}

/// <summary>
/// The parts of an Office Open XML package (ISO/IEC 29500-2) that forms and score sheets are read from. Relationships are
/// followed within the file only; the SDK is not used here because it refuses whole documents for one bad link, and reads
/// whole parts however large they are.
/// </summary>
public sealed class OfficePackage
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
    public static XElement MainPart(byte[] bytes, ReadingBudget budget) =>
        Read(bytes, budget, package => package.Load(package.MainName) ?? throw new ReadingException(NoBody));

    /// <summary>What is said of a document without a main part, or of a main part without a body.</summary>
    public static Phrase NoBody { get; } = new("文档里没有正文", "The document has no body");

    /// <summary>The path of the main part.</summary>
    public string MainName => TargetOf("", "/officeDocument") ?? "word/document.xml";

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
    public string? TargetOf(string part, string kind, string? id = null) =>
        RelationsOf(part).FirstOrDefault(r => r.Kind.EndsWith(kind, StringComparison.Ordinal) && (id is null || r.Id == id))?.Target;

    /// <summary>Every relationship of a part, in its order.</summary>
    /// <inheritdoc cref="TargetOf"/>
    public IReadOnlyList<OfficeRelation> RelationsOf(string part)
    {
        var (folder, name) = (part.LastIndexOf('/') is >= 0 and var slash ? part[..(slash + 1)] : "", part[(part.LastIndexOf('/') + 1)..]);
        return
        [
            .. from relation in Load($"{folder}_rels/{name}.rels")?.Elements() ?? []
               let target = relation.Attribute("Target")?.Value
               where target is not null
               let isOutside = relation.Attribute("TargetMode")?.Value == "External"
               select new OfficeRelation(
                   relation.Attribute("Id")?.Value ?? "", relation.Attribute("Type")?.Value ?? "",
                   isOutside ? target : target.StartsWith('/') ? target.TrimStart('/') : Resolve(folder + target), isOutside),
        ];
    }

    /// <summary>The bytes of a part, such as a picture; null where there is none, or it is longer than allowed.</summary>
    /// <param name="most">Bytes, as counted while they come.</param>
    public byte[]? Bytes(string name, int most)
    {
        using var stream = Open(name);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var piece = new byte[81920];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(piece.AsSpan(0, read));
            budget.Look();
        }

        return bytes.ToArray();
    }

    /// <summary><c>word/../media/a.png</c> is <c>media/a.png</c>; nothing leads out of the package.</summary>
    private static string Resolve(string path)
    {
        if (!path.Contains("..", StringComparison.Ordinal))
        {
            return path;
        }

        var way = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step != "..")
            {
                way.Add(step);
            }
            else if (way.Count > 0)
            {
                way.RemoveAt(way.Count - 1);
            }
        }

        return string.Join('/', way);
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
