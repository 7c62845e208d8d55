using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Links by which drafts are shown outside: a private file of the desk, <c>.desk/shared.json</c>. Tokens are 32 random bytes; only their
/// hashes are kept. What ran out is forgotten.
/// </summary>
/// <param name="path">Full.</param>
public sealed class SharedDrafts(string path, TimeProvider clock)
{
    /// <summary>Days that a link lasts at most.</summary>
    public const int MostDays = 30;

    private const int Most = 200;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private readonly Lock gate = new();

    /// <summary>Those of an entry that last.</summary>
    public IReadOnlyList<SharedDraft> Of(string collection, string id) =>
        [.. Lasting().Where(s => s.Collection == collection && s.Id == id)];

    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    /// <returns>The token, which nobody can read again; null where there are too many links already.</returns>
    public string? Share(SharedDraft draft, int days)
    {
        var token = LinkToken.New();
        lock (gate)
        {
            var lasting = Lasting();
            if (lasting.Count >= Most)
            {
                return null;
            }

            var until = clock.GetUtcNow().AddDays(Math.Clamp(days, 1, MostDays));
            Write([.. lasting, draft with { Hash = LinkToken.HashOf(token), Until = until }]);
            return token;
        }
    }

    /// <summary>Takes a link back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TakeBack(string collection, string id, string hash) =>
        Change(all => [.. all.Where(s => !(s.Hash == hash && s.Collection == collection && s.Id == id))]);

    /// <summary>What a link shows now; null for one that ran out, was taken back, or never was. Opening is noted.</summary>
    public SharedDraft? Open(string token)
    {
        var hash = LinkToken.HashOf(token);
        if (Lasting().FirstOrDefault(s => s.Hash == hash) is not { } found)
        {
            return null;
        }

        Change(all => [.. all.Select(s => s.Hash == hash ? s with { OpenedAt = clock.GetUtcNow() } : s)]);
        return found;
    }

    /// <summary>The same without a note, for what the page is made of.</summary>
    public SharedDraft? Find(string token) =>
        LinkToken.HashOf(token) is var hash ? Lasting().FirstOrDefault(s => s.Hash == hash) : null;

    private bool Change(Func<IReadOnlyList<SharedDraft>, IReadOnlyList<SharedDraft>> change)
    {
        lock (gate)
        {
            var lasting = Lasting();
            var changed = change(lasting);
            Write(changed);
            return !changed.SequenceEqual(lasting);
        }
    }

    private IReadOnlyList<SharedDraft> Lasting()
    {
        try
        {
            var all = File.Exists(path) ? JsonSerializer.Deserialize<List<SharedDraft>>(File.ReadAllBytes(path), Json) ?? [] : [];
            return [.. all.Where(s => s.Until > clock.GetUtcNow())];
        }
        catch (JsonException)
        {
            return []; // a link that cannot be read opens nothing
        }
    }

    private void Write(IReadOnlyList<SharedDraft> shared)
    {
        PrivateFolder.Make(Path.GetDirectoryName(path)!);
        AtomicFile.WritePrivate(path, JsonSerializer.SerializeToUtf8Bytes(shared, Json));
    }
}
