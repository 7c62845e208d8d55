using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Text;

namespace YuGong.Media.Originals;

/// <summary>Heads and hashes of files by name and version, so that a second build opens none of them. Never needed.</summary>
internal sealed class FileFacts
{
    private const string Version = "pictures 3";

    private readonly string path;
    private readonly ConcurrentDictionary<string, string> before = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> now = new(StringComparer.Ordinal);

    public FileFacts(string folder, bool forgets)
    {
        path = Path.Combine(folder, "known.txt");
        var lines = !forgets && File.Exists(path) ? PlainFile.Lines(path) : [];
        foreach (var line in lines.FirstOrDefault() == Version ? lines.Skip(1) : [])
        {
            if (line.Split('\t', 2) is [var key, var value])
            {
                before[key] = value;
            }
        }
    }

    /// <summary>The hash of a file, and its head if it is a raster picture.</summary>
    /// <exception cref="InvalidDataException">No picture that can be read.</exception>
    public (string Sha256, ImageHeader? Head) Of(string file)
    {
        var key = $"{FileStat.VersionAt(file)}|{file}";
        if (before.TryGetValue(key, out var known) && Parse(known) is { } found)
        {
            now[key] = known;
            return found;
        }

        using var stream = PlainFile.Open(file);
        var sha = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Seek(0, SeekOrigin.Begin);
        var start = new byte[4096];
        var kind = ImageHeader.KindOf(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        var head = kind switch
        {
            PictureKind.Svg => null,
            _ => ImageHeader.Read(file),
        };
        now[key] = head is null ? sha : string.Create(CultureInfo.InvariantCulture,
            $"{sha} {head.Kind} {head.Width} {head.Height} {head.AtOnce} {head.CutOff} {head.Pages}");
        return (sha, head);
    }

    public void Write()
    {
        if (now.Count == before.Count && now.Keys.All(before.ContainsKey))
        {
            return;
        }

        var lines = now.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}\t{p.Value}").Prepend(Version);
        AtomicFile.WriteCached(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    private static (string, ImageHeader?)? Parse(string value) => value.Split(' ') switch
    {
        [{ Length: 64 } sha] => (sha, null),
        [{ Length: 64 } sha, var kind, var width, var height, var atOnce, var cutOff, var pages] => (sha, new ImageHeader(
            Enum.Parse<PictureKind>(kind), int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture),
            bool.Parse(atOnce), bool.Parse(cutOff)) { Pages = int.Parse(pages, CultureInfo.InvariantCulture) }),
        _ => null,
    };
}
