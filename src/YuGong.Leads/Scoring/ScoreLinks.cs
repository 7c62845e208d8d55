using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>
/// Links by which experts score without an account: files in <c>experts/</c> beside the register. What a link shows and what was said by it
/// is sealed (AES-256-GCM) with a key of its own, which two things open: the token in the link, of which only the hash is kept, and the
/// register. So its page is read while the register is closed, and this disk alone opens nothing.
/// </summary>
/// <param name="register">The register's folder.</param>
public sealed class ScoreLinks(string register)
{
    /// <summary>Days that a link lasts at most.</summary>
    public const int MostDays = 30;

    /// <summary>Leads on the page of one link.</summary>
    public const int MostRows = 400;

    /// <summary>Links that last.</summary>
    internal const int Most = 200;

    private const string ContentPlace = "score link", SaidPlace = "score link/said";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everybody's links are few and written seldom.</summary>
    private static readonly Lock Gate = new();

    private readonly string folder = Path.Combine(register, "experts");

    /// <summary>
    /// What a link shows now; null for one that ran out, was taken back, never was, or whose file is not what it was. Opening is noted.
    /// </summary>
    public ScoreLinkPage? Open(string token, DateTimeOffset now)
    {
        lock (Gate)
        {
            if (Unlock(token, now) is not var (link, key))
            {
                return null;
            }

            using (key)
            {
                var said = SaidOf(link.Hash);
                WriteSaid(link.Hash, said is null ? new() { OpenedAt = now } : said with { OpenedAt = now });
                return PageOf(link, said, key);
            }
        }
    }

    /// <summary>Keeps what an expert says; it stands in the place of what they said before.</summary>
    /// <returns>Whether the link lasts.</returns>
    public bool Give(string token, IReadOnlyList<GivenScore> scores, DateTimeOffset now)
    {
        lock (Gate)
        {
            if (Unlock(token, now) is not var (link, key))
            {
                return false;
            }

            using (key)
            {
                WriteSaid(link.Hash, new()
                {
                    OpenedAt = now, GivenAt = now, Given = Sealed(key, SaidPlace, scores),
                });
            }

            return true;
        }
    }

    /// <summary>Makes a link.</summary>
    /// <returns>Its token, which nobody can read again.</returns>
    internal string Make(ScoreLinkContent content, DateTimeOffset until, Vault vault)
    {
        var (token, fresh) = (LinkToken.New(), Vault.NewKey());
        var hash = LinkToken.HashOf(token);
        var byRegister = vault.Seal(PlaceOf(hash), fresh);
        using var key = new Vault(fresh);
        lock (Gate)
        {
            PrivateFile.Folder(folder);
            Write(new()
            {
                Hash = hash, Until = until, ByToken = key.Wrap(OuterOf(token)), ByRegister = [byRegister],
                Content = Sealed(key, ContentPlace, content),
            });
        }

        return token;
    }

    internal int Count => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.link").Length : 0;

    /// <summary>Every link as the register opens it.</summary>
    internal IReadOnlyList<OpenScoreLink> All(Vault vault)
    {
        lock (Gate)
        {
            return [.. Stored().Select(link =>
            {
                using var key = KeyOf(link, vault);
                var said = SaidOf(link.Hash);
                return new OpenScoreLink(link, said, key is null ? null : PageOf(link, said, key));
            })];
        }
    }

    internal void Taken(string hash, DateTimeOffset of) => Change(link => link.Hash == hash ? link with { TakenOf = of } : link);

    /// <returns>Whether there was one.</returns>
    internal bool TakeBack(string hash)
    {
        lock (Gate)
        {
            var isThere = Stored().Any(l => l.Hash == hash);
            if (isThere)
            {
                File.Delete(PathOf(hash));
                File.Delete(SaidPathOf(hash));
            }

            return isThere;
        }
    }

    /// <summary>Takes a lead out of every link: what it said, and what was said of it.</summary>
    internal void Forget(LeadNumber number, Vault vault)
    {
        lock (Gate)
        {
            foreach (var link in Stored().ToList())
            {
                Forget(number, link, vault);
            }
        }
    }

    /// <summary>Before the register's key is another one: both open the links, whenever somebody pulls the plug.</summary>
    internal void OpenBy(Vault now, Vault soon) => Change(link =>
    {
        using var key = KeyOf(link, now);
        return key is null ? link : link with { ByRegister = [soon.Seal(PlaceOf(link.Hash), key.Key), .. link.ByRegister] };
    });

    /// <summary>And afterwards the new one alone.</summary>
    internal void OpenByFirst() => Change(link => link with { ByRegister = [link.ByRegister[0]] });

    private void Change(Func<StoredScoreLink, StoredScoreLink> change)
    {
        lock (Gate)
        {
            foreach (var link in Stored().ToList())
            {
                if (change(link) is var changed && changed != link)
                {
                    Write(changed);
                }
            }
        }
    }

    private void Forget(LeadNumber number, StoredScoreLink link, Vault vault)
    {
        using var key = KeyOf(link, vault);
        var said = SaidOf(link.Hash);
        if (key is null)
        {
            TakeBack(link.Hash); // nobody could say what it shows
        }
        else if (PageOf(link, said, key) is { } page && page.Rows.Any(r => r.Number == number))
        {
            var content = new ScoreLinkContent(page.Expert, [.. page.Rows.Where(r => r.Number != number)]);
            Write(link with { Content = Sealed(key, ContentPlace, content) });
            if (said?.Given is not null)
            {
                WriteSaid(link.Hash, said with
                {
                    Given = Sealed(key, SaidPlace, page.Given.Where(g => g.Number != number.ToString())),
                });
            }
        }
    }

    private static ScoreLinkPage? PageOf(StoredScoreLink link, StoredScores? said, Vault key)
    {
        try
        {
            var content = JsonSerializer.Deserialize<ScoreLinkContent>(key.Open(ContentPlace, link.Content), Json)!;
            var given = said?.Given is not { } box ? []
                : JsonSerializer.Deserialize<List<GivenScore>>(key.Open(SaidPlace, box), Json)!;
            return new(content.Expert, link.Until, content.Rows, given);
        }
        catch (CryptographicException)
        {
            return null; // a file that was changed by other means
        }
    }

    /// <summary>Files that cannot be read are no links.</summary>
    private IEnumerable<StoredScoreLink> Stored()
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.link") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (Read<StoredScoreLink>(path) is { } link && PathOf(link.Hash) == path)
            {
                yield return link;
            }
        }
    }

    private (StoredScoreLink Link, Vault Key)? Unlock(string token, DateTimeOffset now)
    {
        var hash = LinkToken.HashOf(token);
#pragma warning disable CA2000 // Whoever unlocks it closes it.
        return Read<StoredScoreLink>(PathOf(hash)) is { } link && link.Hash == hash && link.Until > now
            && Vault.Unwrap(OuterOf(token), link.ByToken) is { } key ? (link, key) : null;
#pragma warning restore CA2000
    }

    private static Vault? KeyOf(StoredScoreLink link, Vault vault)
    {
        foreach (var box in link.ByRegister)
        {
            try
            {
                return new(vault.Open(PlaceOf(link.Hash), box));
            }
            catch (CryptographicException)
            {
                // Sealed with another key of the register, or no such seal at all.
            }
        }

        return null;
    }

    private static byte[] Sealed<T>(Vault key, string place, T value) => key.Seal(place, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    private StoredScores? SaidOf(string hash) => Read<StoredScores>(SaidPathOf(hash));

    private void Write(StoredScoreLink link) => PrivateFile.Write(PathOf(link.Hash), JsonSerializer.SerializeToUtf8Bytes(link, Json));

    private void WriteSaid(string hash, StoredScores said) =>
        PrivateFile.Write(SaidPathOf(hash), JsonSerializer.SerializeToUtf8Bytes(said, Json));

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(string hash) => Path.Combine(folder, hash + ".link");

    private string SaidPathOf(string hash) => Path.Combine(folder, hash + ".said");

    private static string PlaceOf(string hash) => "score link/" + hash;

    private static byte[] OuterOf(string token) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), Vault.KeySize, salt: [], "score link"u8.ToArray());
}
