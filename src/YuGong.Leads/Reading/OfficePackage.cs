using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace YuGong.Leads;

/// <summary>Why a file could not be read, in words for a finding; it names nobody.</summary>
internal sealed class ReadingException(string why, bool tooMuch = false) : Exception(why)
{
    public bool TooMuch { get; } = tooMuch;
}

/// <summary>
/// The parts of an Office Open XML package (ISO/IEC 29500-2) that a form is read from. Relationships are followed to the
/// main part only, never out of the file; the SDK is not used here because it refuses whole documents for one bad link.
/// </summary>
internal static class OfficePackage
{
    /// <summary>Characters of the main part; a form of many people has some hundred thousand.</summary>
    private const int LongestPart = 20_000_000;

    private const int MostParts = 2_000;

    public static XElement MainPart(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts)
            {
                throw new ReadingException($"文档里有 {zip.Entries.Count} 个部件", tooMuch: true);
            }

            return Part(zip, MainPartName(zip)) ?? throw new ReadingException("文档里没有正文");
        }
        catch (InvalidDataException)
        {
            throw new ReadingException("不是完整的 .docx 文件");
        }
        catch (XmlException)
        {
            throw new ReadingException("文档的正文已损坏");
        }
    }

    private static string MainPartName(ZipArchive zip) =>
        Part(zip, "_rels/.rels")?.Elements().FirstOrDefault(r => r.Attribute("Type")?.Value.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            ?.Attribute("Target")?.Value.TrimStart('/') ?? "word/document.xml";

    private static XElement? Part(ZipArchive zip, string name)
    {
        if ((zip.GetEntry(name) ?? zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase))) is not { } entry)
        {
            return null;
        }

        if (entry.Length > LongestPart * 2L)
        {
            throw new ReadingException($"正文解开有 {entry.Length / 1_000_000} MB", tooMuch: true);
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart });
        return XDocument.Load(reader).Root;
    }
}
