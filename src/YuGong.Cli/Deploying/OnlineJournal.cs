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
    public string? WhoPut(string place, string id)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        foreach (var line in File.ReadLines(path).Reverse())
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.GetProperty("place").GetString() == place && json.RootElement.GetProperty("id").GetString() == id)
                {
                    return json.RootElement.GetProperty("by").GetString();
                }
            }
            catch (JsonException)
            {
                // The last words of a run that was killed.
            }
        }

        return null;
    }
}
