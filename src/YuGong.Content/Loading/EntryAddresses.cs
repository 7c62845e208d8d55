using YuGong.Text;

namespace YuGong.Content;

/// <summary>The addresses that entries have or had, each once, as people write them: <c>/people/shui-xiheng/</c>.</summary>
public sealed class EntryAddresses
{
    /// <summary>Pages that every site has, whatever its entries are.</summary>
    private static readonly string[] Fixed =
    [
        "/", "/people/", "/hall/", "/objects/", "/dialogues/", "/videos/", "/news/", "/call/", "/search/", "/api/", "/feeds/", "/embed/",
    ];

    private readonly Dictionary<string, Entry?> owners = new(StringComparer.Ordinal);

    internal EntryAddresses(ReadEntries read, Taxonomies taxonomies, Diagnostics diagnostics)
    {
        var reserved = new ReservedAddresses(taxonomies);

        // An unfinished entry takes no address from a finished one.
        IReadOnlyList<Entry> entries = [.. read.All.Where(e => !read.IsUnfinished(e)), .. read.All.Where(read.IsUnfinished)];
        foreach (var address in Fixed)
        {
            owners[address] = null;
        }

        foreach (var entry in entries)
        {
            Take(Of(entry), "id", entry, entry.Header.Place, reserved, diagnostics);
        }

        foreach (var entry in entries)
        {
            foreach (var alias in entry.Header.Aliases)
            {
                Take(alias.Id, "aliases", entry, alias.Span, reserved, diagnostics);
            }
        }

        foreach (var address in read.Unread)
        {
            owners.TryAdd(address, null);
        }
    }

    public IEnumerable<string> All => owners.Keys;

    /// <summary>Pages that every site may have, and those of the halls.</summary>
    public static IEnumerable<string> OfTheSite(Taxonomies taxonomies) =>
        [.. Fixed, .. taxonomies.Directions.Select(d => $"/hall/{d.Id}/")];

    /// <summary>Whether no entry can have the address, whatever its kind.</summary>
    public static bool IsOfTheSite(string address) =>
        Fixed.Contains(address, StringComparer.Ordinal) || new ReservedAddresses(Taxonomies.Empty).OwnerOf(address) is not null;

    public static string Of(Entry entry) => Of(entry.Kind, entry.Id);

    public static string Of(string kind, string id) => (EntryKind.Find(kind) ?? EntryKind.Page).AddressOf(id);

    /// <summary>
    /// Where a picture beside an entry is published, not yet escaped. What browsers do not show (TIFF, HEIC) becomes a JPEG.
    /// </summary>
    public static string PictureOf(Entry entry, string file) => Of(entry) + file + (LinkRewriting.NeedsJpeg(file) ? ".jpg" : "");

    /// <summary>
    /// Whether there is such an address; the entry is null for a page of the site itself and for an entry that could not be read.
    /// </summary>
    public bool TryFind(string address, out Entry? entry) => owners.TryGetValue(address, out entry);

    private void Take(string address, string key, Entry entry, SourceSpan place, ReservedAddresses reserved, Diagnostics diagnostics)
    {
        if (reserved.OwnerOf(address) is { } owner)
        {
            diagnostics.Report(ContentRules.ReservedAddress, place, address, key, owner);
        }
        else if (!owners.TryAdd(address, entry))
        {
            diagnostics.Report(ContentRules.DuplicateAddress, place, address,
                owners[address]?.ToString() is { } taker ? taker : new Phrase("网站本身", "the site itself"));
        }
    }
}
