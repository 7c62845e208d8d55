using System.Text;
using System.Text.Json;
using YuGong.Build;
using YuGong.Deploy;

namespace YuGong.Cli;

/// <summary>
/// Who put what online where, as this machine knows it: <c>.desk/online.ndjson</c>, private and in no repository. Buckets and branches are
/// public and name nobody, so what is online is looked up there, and who did it here.
/// </summary>
internal sealed class OnlineJournal(ProjectFolder project)
{
    private readonly string path = Path.Combine(project.Root, ".desk", "online.ndjson");

    public void Add(string place, JournalLine line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, AccountStore.Private(FileMode.Append));
        var written = JsonSerializer.Serialize(
            new { place, id = line.Id, at = line.At, by = line.By, back = line.IsBack }, DeskJson.Options);
        file.Write(Encoding.UTF8.GetBytes(written + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Who put this release there last; null where another machine did.</summary>
    public string? WhoPut(string place, string id) => Lines().Where(l => l.Place == place && l.Id == id).Select(l => l.By).LastOrDefault();

    /// <summary>When something last went online there from here; null for never.</summary>
    public DateTimeOffset? LastAt(string place) => Lines().Where(l => l.Place == place).Select(l => l.At).LastOrDefault();

    private IEnumerable<Line> Lines()
    {
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            Line? read = null;
            try
            {
                read = JsonSerializer.Deserialize<Line>(line, DeskJson.Options);
            }
            catch (JsonException)
            {
                // The last words of a run that was killed.
            }

            if (read is not null)
            {
                yield return read;
            }
        }
    }

    private sealed record Line(string? Place, string? Id, DateTimeOffset? At, string? By);
}
