using System.Text;
using YuGong.Build;
using YuGong.Content;
using YuGong.Pages;

namespace YuGong.Cli;

/// <summary>How bytes travel: as they are, gzip (RFC 1952) or Brotli (RFC 7932).</summary>
internal enum ContentEncoding
{
    Plain,
    Gzip,
    Brotli,
}

/// <summary>One file of the output and the forms it is sent in; small ones stay in memory once they were asked for.</summary>
internal sealed class ServedFile(string fullPath, string path, long length, DateTime modified, string? gzip, string? brotli)
{
    /// <summary>Greatest file kept in memory.</summary>
    public const long Small = 1024 * 1024;

    private const int WorthPacking = 1024;

    private readonly ReadOnlyMemory<byte>?[] kept = new ReadOnlyMemory<byte>?[3];

    public string FullPath => fullPath;

    public long Length => length;

    public bool IsSmall => length <= Small;

    public string ContentType { get; } = MediaTypes.Of(path);

    /// <summary>RFC 9110: the second at which it changed.</summary>
    public string LastModified { get; } = modified.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    public bool IsForever { get; } = path.StartsWith("assets/", StringComparison.Ordinal);

    /// <summary>Other people's pages may show it in a frame.</summary>
    public bool IsEmbeddable { get; } = path.StartsWith("embed/", StringComparison.Ordinal);

    /// <summary>Other people's scripts may read it.</summary>
    public bool IsOpen { get; } = SiteHeaders.Open.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    public string[] Tags { get; } = [.. new[] { "", "-g", "-b" }.Select(s => $"\"{modified.Ticks:x}-{length:x}{s}\"")];

    /// <summary>Text that is worth packing.</summary>
    public bool IsPackable { get; } = length is > WorthPacking and <= Small
        && Path.GetExtension(path) is ".html" or ".css" or ".js" or ".json" or ".ndjson" or ".xml" or ".svg" or ".txt" or ".vtt";

    public ReadOnlyMemory<byte> Bytes(ContentEncoding packing)
    {
        if (kept[(int)packing] is { } known)
        {
            return known;
        }

        var bytes = packing switch
        {
            ContentEncoding.Brotli when brotli is not null => File.ReadAllBytes(brotli),
            ContentEncoding.Gzip when gzip is not null => File.ReadAllBytes(gzip),
            ContentEncoding.Plain => File.ReadAllBytes(fullPath),
            ContentEncoding.Brotli => Compression.Brotli(Bytes(ContentEncoding.Plain).Span),
            _ => Compression.Gzip(Bytes(ContentEncoding.Plain).Span),
        };
        kept[(int)packing] = bytes;
        return bytes;
    }
}

/// <summary>The files of an output by address, as they were at one moment.</summary>
internal sealed class ServedFiles
{
    private readonly Dictionary<string, ServedFile> files = new(StringComparer.Ordinal);

    public ServedFiles(string output)
    {
        var root = new DirectoryInfo(output);
        Stamp = StampOf(output);
        IEnumerable<FileInfo> all = root.Exists
            ? [.. root.EnumerateFiles("*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })]
            : [];
        var names = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        foreach (var file in all.Where(f => f.Length > 0 || PlainFile.IsSafe(f.FullName)))
        {
            names[Path.GetRelativePath(output, file.FullName).Replace('\\', '/')] = file;
        }

        foreach (var (path, file) in names.Where(n => !n.Key.Split('/').Any(part => part.StartsWith('.'))
            && n.Key is not (NetlifyFiles.Headers or NetlifyFiles.Redirects)))
        {
            if (!IsTwin(path, names))
            {
                files[path] = new(file.FullName, path, file.Length, file.LastWriteTimeUtc, names.GetValueOrDefault(path + ".gz")?.FullName,
                    names.GetValueOrDefault(path + ".br")?.FullName);
            }
        }
    }

    /// <summary>Changes when a build put another site in the place.</summary>
    public string Stamp { get; }

    public int Count => files.Count;

    public static string StampOf(string output)
    {
        var (here, record) = (new DirectoryInfo(output),
            new DirectoryInfo(Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.build")));
        var text = new StringBuilder().Append(here.Exists ? here.LastWriteTimeUtc.Ticks : 0).Append('|')
            .Append(here.Exists ? here.CreationTimeUtc.Ticks : 0);
        foreach (var file in record.Exists ? record.EnumerateFiles() : [])
        {
            text.Append('|').Append(file.Name).Append(file.LastWriteTimeUtc.Ticks);
        }

        return text.ToString();
    }

    public ServedFile? Find(string path) => files.GetValueOrDefault(path);

    public bool HasFolder(string path) => files.ContainsKey(path + "/index.html");

    private static bool IsTwin(string path, Dictionary<string, FileInfo> names) =>
        path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal)
            ? names.ContainsKey(path[..^3]) : false;
}
