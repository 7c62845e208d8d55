using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Books;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Text;

namespace YuGong.Build.Books;

/// <summary>
/// What the files of a book were made of: <c>book.json</c> beside them names for each the revision of every entry in it. The desk compares
/// it with what the entries say now.
/// </summary>
public static class BookFacts
{
    public const string Name = "book.json";

    /// <summary>The book's own file, among its entries.</summary>
    public const string Own = "book";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
    };

    /// <summary>What a book is made of now: revisions by type and id; null where there is nothing to make it of.</summary>
    /// <param name="site">Of a release.</param>
    public static IReadOnlyDictionary<string, string>? Of(PublicSite site, Book book) =>
        BookPeople.Choose(site, book, new()) is { } halls ? Of(site, book, [.. halls.SelectMany(h => h.People)]) : null;

    internal static IReadOnlyDictionary<string, string> Of(PublicSite site, Book book, IReadOnlyList<Story> people)
    {
        var things = site.Site.Objects.Where(o => people.Any(p => p.Objects.Any(r => r.Id == o.Id)));
        var made = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Own] = Fingerprint.Of(book.Place.File.Text).ToString(),
        };
        foreach (var document in people.Concat<Entry>(things).Select(e => site.Of(e).Document))
        {
            made[$"{document.Type}/{document.Id}"] = document.Revision;
        }

        return made;
    }

    /// <summary>By the names of the files; empty where nothing is said, or nothing that can be read.</summary>
    /// <param name="folder">Of the book, full path.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(string folder)
    {
        var files = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        try
        {
            var path = Path.Combine(folder, Name);
            using var facts = File.Exists(path) ? JsonDocument.Parse(PlainFile.Bytes(path)) : null;
            foreach (var file in Members(facts?.RootElement).Where(f => File.Exists(Path.Combine(folder, f.Name))))
            {
                files[file.Name] = Members(file.Value).ToDictionary(e => e.Name, e => e.Value.ToString(), StringComparer.Ordinal);
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            files.Clear();
        }

        return files;
    }

    private static IEnumerable<JsonProperty> Members(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } whole ? whole.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    /// <summary>Says of these files what they were made of; of others in the folder, what was said before.</summary>
    internal static void Write(string folder, IEnumerable<string> names, IReadOnlyDictionary<string, string> made)
    {
        var files = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(
            Read(folder).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in names)
        {
            files[name] = made;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            foreach (var (name, entries) in files)
            {
                json.WriteStartObject(name);
                foreach (var (entry, revision) in entries)
                {
                    json.WriteString(entry, revision);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes.ToArray()))
        {
            AtomicFile.Write(path, bytes.ToArray());
        }
    }
}
