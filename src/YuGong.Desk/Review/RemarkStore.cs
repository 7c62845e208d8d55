using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Remarks on drafts, one private folder an entry: <c>.desk/remarks/stories/shui-xiheng/remarks.json</c>. What people say to one another
/// about somebody is not the site's: git knows nothing of it.
/// </summary>
/// <param name="home">Full path of <c>.desk/remarks</c>.</param>
internal sealed class RemarkStore(string home)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Oldest first. A file that cannot be read is put aside, not thrown away.</summary>
    public IReadOnlyList<Remark> Read(string collection, string id)
    {
        var path = PathOf(collection, id);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<List<Remark>>(File.ReadAllBytes(path), Json) ?? [] : [];
        }
        catch (JsonException)
        {
            File.Move(path, path + ".broken", overwrite: true);
            return [];
        }
    }

    public void Write(string collection, string id, IReadOnlyList<Remark> remarks)
    {
        PrivateFolder.Make(Path.GetDirectoryName(PathOf(collection, id))!);
        AtomicFile.WritePrivate(PathOf(collection, id), JsonSerializer.SerializeToUtf8Bytes(remarks, Json));
    }

    private string PathOf(string collection, string id) => Path.Combine(home, collection, id, "remarks.json");
}
