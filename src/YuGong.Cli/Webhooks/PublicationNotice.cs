using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing;

namespace YuGong.Cli.Webhooks;

/// <summary>What a publication changed, as the letter that webhooks get: <c>type</c>, <c>timestamp</c>, <c>data</c>.</summary>
/// <param name="Id">The same for every try, so that a receiver can tell a repetition.</param>
/// <param name="At">When the site was put up.</param>
internal sealed record PublicationNotice(string Id, DateTimeOffset At, byte[] Body)
{
    /// <summary>A first publication changes everything; whoever wants to know more than this reads the list of changes.</summary>
    private const int MostDocuments = 1000;

    /// <summary>Documents that were written, and those that are gone by their keys, as tombstones name them.</summary>
    public static PublicationNotice Make(Site site, PublicationReport report, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "site.published");
            json.WriteString("timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            WriteData(json, site, report);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        var body = bytes.ToArray();
        return new("msg_" + Convert.ToHexStringLower(SHA256.HashData(body))[..32], now, body);
    }

    private static void WriteData(Utf8JsonWriter json, Site site, PublicationReport report)
    {
        var addresses = new DocumentAddresses(site.Settings);
        var written = report.Written.ToHashSet(StringComparer.Ordinal);
        var changed = site.Entries.Where(e => written.Contains(DocumentAddresses.Root + DocumentAddresses.PlaceOf(e))).ToList();
        json.WriteString("contract", ContractVersion.Current);
        json.WriteString("site", addresses.Page("/").OriginalString);
        json.WriteString("changes", addresses.Of("changes.json").OriginalString);
        json.WriteNumber("files_written", report.Written.Count);
        json.WriteNumber("files_removed", report.Removed.Count);
        json.WriteNumber("total", changed.Count);
        json.WriteStartArray("documents");
        foreach (var entry in changed.Take(MostDocuments))
        {
            json.WriteStartObject();
            json.WriteString("type", DocumentAddresses.TypeOf(entry));
            json.WriteString("id", entry.Id);
            json.WriteString("self", addresses.Of(DocumentAddresses.PlaceOf(entry)).OriginalString);
            json.WriteString("page", addresses.Page(EntryAddresses.Of(entry)).OriginalString);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tombstones");
        foreach (var (type, id) in report.Removed.Select(NameOf).OfType<(string Type, string Id)>().Take(MostDocuments))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("key", DocumentAddresses.KeyOf(type, id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Of a file that was a document: <c>api/v1/people/x.json</c>.</summary>
    private static (string Type, string Id)? NameOf(string path) =>
        path.StartsWith(DocumentAddresses.Root, StringComparison.Ordinal)
            && path[DocumentAddresses.Root.Length..].Split('/') is [var collection, [.. var id, '.', 'j', 's', 'o', 'n']]
            && ListBuilder.Types.FirstOrDefault(t => DocumentAddresses.CollectionOf(t) == collection) is { } type
            ? (type, id)
            : null;
}
