using System.IO.Compression;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Beside each text its Brotli and gzip twins, for servers that send what lies ready.</summary>
internal static class CompressedTwins
{
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { ".html", ".css", ".js", ".json", ".ndjson", ".xml", ".svg", ".txt", ".vtt" };

    public static IEnumerable<OutputFile> With(IEnumerable<OutputFile> files)
    {
        foreach (var file in files)
        {
            yield return file;
            if (Texts.Contains(Path.GetExtension(file.Path.Value)))
            {
                yield return file.Twin(file.Path.Value + ".br", Fingerprint.Of("br"), bytes => ServedFile.Pack(bytes.Span, Packing.Brotli));
                yield return file.Twin(file.Path.Value + ".gz", Fingerprint.Of("gz"), bytes => ServedFile.Pack(bytes.Span, Packing.Gzip, CompressionLevel.SmallestSize));
            }
        }
    }
}
