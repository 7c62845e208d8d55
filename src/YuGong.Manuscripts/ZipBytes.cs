using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>Archives that say nothing of when and where they were made: the same files give the same bytes.</summary>
public static class ZipBytes
{
    /// <param name="files">In the order in which they are to lie in it.</param>
    /// <param name="isFirstStored">Whether the first is not packed, to be read at a fixed place (EPUB's <c>mimetype</c>).</param>
    public static byte[] Write(IEnumerable<(string Name, byte[] Bytes)> files, bool isFirstStored = false)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                var isStored = isFirstStored && buffer.Length == 0;
                var entry = zip.CreateEntry(name, isStored ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The files of an archive that was written here.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => (entry.FullName, BytesOf(entry)))];
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A part of an office package, UTF-8.</summary>
    public static byte[] Xml(XElement root)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = false }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(xml);
        }

        return buffer.ToArray();
    }
}
