using System.IO.Compression;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>Beside each text its Brotli and gzip copies, for servers that send what lies ready.</summary>
internal static class PrecompressedFiles
{
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        ".html", ".css", ".js", ".json", ".ndjson", ".xml", ".svg", ".txt", ".vtt",
    };

    public static IEnumerable<OutputFile> With(IEnumerable<OutputFile> files)
    {
        foreach (var file in files)
        {
            yield return file;
            if (Texts.Contains(Path.GetExtension(file.Path.Value)))
            {
                yield return file.Twin(file.Path.Value + ".br", Fingerprint.Of("br"), bytes => Compression.Brotli(bytes.Span));
                yield return file.Twin(
                    file.Path.Value + ".gz", Fingerprint.Of("gz"), bytes => Compression.Gzip(bytes.Span, CompressionLevel.SmallestSize));
            }
        }
    }
}
