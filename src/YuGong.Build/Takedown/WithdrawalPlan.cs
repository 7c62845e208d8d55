using System.Security.Cryptography;
using YuGong.Content;

namespace YuGong.Build.Takedown;

/// <summary>A file of the input that changes: references go, the rest stays.</summary>
/// <param name="Address">Of the entry.</param>
/// <param name="Unsaid">The claims that go with the references.</param>
public sealed record WithdrawalEdit(string Name, string FullPath, string Address, IReadOnlyList<int> Offsets, IReadOnlyList<Claim> Unsaid);

/// <summary>A book that is about them alone, <c>books/ID.md</c>: without them it would be one of everybody.</summary>
public sealed record WithdrawnBook(string Name, string FullPath);

/// <summary>By what somebody would be found again.</summary>
/// <param name="Names">As they are written: the name, other names, the Latin name.</param>
/// <param name="Ids">Of the entries that go.</param>
/// <param name="Hashes">SHA-256 of every file that was theirs or spoke of them, in hexadecimal, with what it was called.</param>
public sealed record TakedownTargets(IReadOnlyList<string> Names, IReadOnlyList<string> Ids, IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>What their pictures look like, so that smaller copies under any name are found too.</summary>
    public IReadOnlyList<PictureLikeness> Pictures { get; init; } = [];
}

/// <summary>What a withdrawal will do, decided before anything is done.</summary>
/// <param name="Entries">
/// The entry, and with a person what is about that person alone: dialogues, films, news and objects nobody else had a part in.
/// </param>
public sealed record WithdrawalPlan(IReadOnlyList<Entry> Entries, IReadOnlyList<WithdrawalEdit> Edits, IReadOnlyList<string> Addresses)
{
    /// <summary>Books that go with them.</summary>
    public IReadOnlyList<WithdrawnBook> Books { get; init; } = [];

    public static WithdrawalPlan Of(Site site, Entry entry)
    {
        List<Entry> going = [entry];
        if (entry is Story)
        {
            going.AddRange(site.Dialogues.Where(d => d.Person.Id == entry.Id));
            going.AddRange(site.Videos.Where(v => v.People.Any(p => p.Id == entry.Id)));
            going.AddRange(site.News.Where(n => n.People.Count > 0 && n.People.All(p => p.Id == entry.Id)));
            going.AddRange(site.Objects.Where(o => o.People.Count > 0 && o.People.All(p => p.Person.Id == entry.Id)));
        }

        var gone = going.Select(e => (e.Kind, e.Id)).ToHashSet();
        List<string> addresses = [.. going.Select(EntryAddresses.Of), .. going.SelectMany(e => e.Header.Aliases.Select(a => a.Id))];
        var edits = new List<WithdrawalEdit>();
        foreach (var other in site.Entries.Where(e => !gone.Contains((e.Kind, e.Id))))
        {
            var refs = References(other).Where(r => gone.Contains((r.Kind, r.Ref.Id))).Select(r => r.Ref.Span.Start).ToList();
            if (refs.Count > 0 || other.Header.Body.Links.Any(l => addresses.Contains(l.Target.Split('#')[0])))
            {
                var unsaid = other.Claims.OfType<Relation>().Where(r => gone.Contains(("story", r.Person.Id))).ToList();
                var folder = other.Header.Folder;
                var file = Path.Combine(folder.FullPath, "index.md");
                edits.Add(new(folder.Path + "/index.md", file, EntryAddresses.Of(other), refs, unsaid));
            }
        }

        bool Goes(Ref person) => gone.Contains(("story", person.Id));
        var input = Path.GetDirectoryName(Path.GetDirectoryName(entry.Header.Folder.FullPath))!;
        if (site.Featured.Where(Goes).ToList() is [var first, ..] featured)
        {
            var name = first.Span.File.Path;
            edits.Add(new(name, Path.Combine(input, Path.GetFileName(name)), "", [.. featured.Select(f => f.Span.Start)], []));
        }

        var books = new List<WithdrawnBook>();
        foreach (var book in site.Books)
        {
            var (name, named) = (book.Place.File.Path, book.People.Where(Goes).ToList());
            var file = Path.Combine(input, "books", Path.GetFileName(name));
            if (named.Count > 0 && named.Count == book.People.Count)
            {
                books.Add(new(name, file));
            }
            else if (named.Count > 0 || book.Preface?.Links.Any(l => addresses.Contains(l.Target.Split('#')[0])) == true)
            {
                edits.Add(new(name, file, "", [.. named.Select(p => p.Span.Start)], []));
            }
        }

        return new(going, edits, addresses) { Books = books };
    }

    private IReadOnlyList<string> Names =>
    [
        .. (Entries.OfType<Story>().FirstOrDefault() is { } person
            ? person.OtherNames.Select(n => n is ['字' or '号', ..] ? n[1..] : n)
                .Append(person.Name).Append(person.LatinName).Append(person.Pinyin ?? "")
            : [Entries[0].Title]).Where(n => n.Length >= 2).Distinct(),
    ];

    /// <summary>Read while everything is still there.</summary>
    /// <param name="output">
    /// The published tree; its files that bear an id in their path or a name in their bytes leave their hashes.
    /// </param>
    public TakedownTargets Traces(string output)
    {
        var ids = Entries.Select(e => e.Id).Distinct().ToList();
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var pictures = new List<PictureLikeness>();
        foreach (var entry in Entries)
        {
            foreach (var file in Directory.EnumerateFiles(entry.Header.Folder.FullPath, "*", SearchOption.AllDirectories))
            {
                hashes.TryAdd(HashOf(File.ReadAllBytes(file)), Path.GetFileName(file));
                if (PictureLikeness.Possible && PictureLikeness.IsPicture(file) && PictureLikeness.Of(file) is { } likeness)
                {
                    pictures.Add(likeness);
                }
            }
        }

        var traces = new TakedownTargets(Names, ids, new Dictionary<string, string>());
        var plain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in WithdrawalProof.Files(output))
        {
            if (WithdrawalProof.Names(traces, name) || WithdrawalProof.Speaks(traces, name, bytes) is not null)
            {
                hashes.TryAdd(HashOf(bytes), name);
            }
            else if (name.StartsWith("iiif/", StringComparison.Ordinal))
            {
                plain.Add(HashOf(bytes)); // a tile of bare paper is the same in every drawing, and nobody's own
            }
        }

        return traces with { Hashes = hashes.Where(h => !plain.Contains(h.Key)).ToDictionary(StringComparer.Ordinal), Pictures = pictures };
    }

    /// <summary>Files of other entries that speak of them in their own words: people mend those, for no program can.</summary>
    public IReadOnlyList<string> Mentions(WithdrawalPlaces places)
    {
        var traces = new TakedownTargets(Names, [], new Dictionary<string, string>());
        var input = places.Project.Input;
        var own = Entries.Select(e => e.Header.Folder.FullPath + "/").Concat(Books.Select(b => b.FullPath))
            .Select(path => Path.GetRelativePath(input, path).Replace('\\', '/')).ToList();
        var others = places.Sources().Where(f => !own.Any(o => f.Name.StartsWith(o, StringComparison.Ordinal)));
        return [.. others.Where(f => WithdrawalProof.Speaks(traces, f.Name, f.Bytes) is not null).Select(f => f.Name)];
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static IEnumerable<(string Kind, Ref Ref)> References(Entry entry) => entry switch
    {
        Story s => s.Objects.Select(o => ("object", o)).Concat(s.Related.Select(r => ("story", r.Person))),
        CollectionObject o => o.People.Select(p => ("story", p.Person)),
        NewsItem n => n.People.Select(p => ("story", p)),
        _ => [],
    };
}
