using System.Text.Json;
using System.Text.Json.Serialization;

namespace YuGong.Deploy;

/// <summary>One publication as a target remembers it.</summary>
/// <param name="Number">Counted by the target, from 1.</param>
/// <param name="Digest">SHA-256 over the paths and bytes of all files, in hexadecimal digits: equal for equal sites.</param>
/// <param name="Revision">The commit that the site was built from, with <c>+</c> where something was not committed; may be empty.</param>
/// <param name="Bytes">Of all files together.</param>
public sealed record Release(int Number, DateTimeOffset At, string Digest, string Revision, int Files, long Bytes)
{
    /// <summary>Who published it; null where the target is public and names nobody.</summary>
    public string? By { get; init; }

    /// <summary>Sorts as the numbers do: <c>000012-1f0c2a9b</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Number:D6}-{Digest[..8]}";

    /// <summary>Null for what is no release, such as half a file.</summary>
    public static Release? Parse(string? line)
    {
        try
        {
            return string.IsNullOrWhiteSpace(line) ? null : JsonSerializer.Deserialize(line, DeployJson.Default.Release);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, DeployJson.Default.Release);
}

/// <summary>A file of a release.</summary>
/// <param name="Sha">SHA-256, in hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
public sealed record ReleaseFile(string Path, string Sha, long Size)
{
    /// <summary>What a bucket called its bytes (ETag); empty elsewhere.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Of the headers that it is sent with; empty elsewhere.</summary>
    public string Headers { get; init; } = "";
}

/// <summary>A release and its files, as one text: the release in the first line, then a line a file.</summary>
public sealed record ReleaseManifest(Release Release, IReadOnlyDictionary<string, ReleaseFile> Files)
{
    private const string None = "-";

    public static ReleaseManifest Of(Release release, IEnumerable<ReleaseFile> files) =>
        new(release, files.ToDictionary(f => f.Path, StringComparer.Ordinal));

    /// <summary>Null for half a text: the last line counts the files.</summary>
    public static ReleaseManifest? Parse(string? text)
    {
        var lines = text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (lines.Length < 2 || Release.Parse(lines[0]) is not { } release || lines[^1] != End(lines.Length - 2))
        {
            return null;
        }

        var files = lines[1..^1].Select(line => line.Split(' ', 5)).Where(p => p.Length == 5)
            .Select(p => new ReleaseFile(p[4], p[0], long.Parse(p[1])) { Tag = Said(p[2]), Headers = Said(p[3]) });
        return Of(release, files);
    }

    public override string ToString()
    {
        var lines = Files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => $"{f.Sha} {f.Size} {OrNone(f.Tag)} {OrNone(f.Headers)} {f.Path}\n");
        return $"{Release}\n{string.Concat(lines)}{End(Files.Count)}\n";
    }

    private static string End(int files) => $"files {files}";

    private static string OrNone(string word) => word.Length > 0 ? word : None;

    private static string Said(string word) => word == None ? "" : word;
}

/// <summary>A line of a target's journal: what was put online when, and by whom.</summary>
/// <param name="Id">Of the release.</param>
/// <param name="IsBack">An earlier release, put online again.</param>
public sealed record JournalLine(string Id, DateTimeOffset At, string? By, bool IsBack)
{
    public static JournalLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DeployJson.Default.JournalLine);
        }
        catch (JsonException)
        {
            return null; // the last words of a run that was killed
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, DeployJson.Default.JournalLine);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class DeployJson : JsonSerializerContext;
