using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Content;

/// <summary>What reading gave. What follows from a mistake that is already told is not told again.</summary>
/// <param name="Unread">Addresses of entries that could not be read: whoever refers to them is not at fault.</param>
/// <param name="Doubtful">Addresses of entries of which a part was refused: what seems unused may be used there.</param>
/// <param name="Searched">Files that were text, and so were searched for what is private; relative to <c>input/</c>.</param>
internal sealed record ReadEntries(IReadOnlyList<Entry> All, IReadOnlySet<string> Unread, IReadOnlySet<string> Doubtful,
    IReadOnlySet<string> Searched, EntryMemo Known)
{
    /// <summary>Folders of entries whose status says that work on them goes on.</summary>
    public required IReadOnlySet<string> Unfinished { get; init; }

    /// <summary>Addresses of those among them that could not be read.</summary>
    public required IReadOnlySet<string> Hidden { get; init; }

    public bool IsUnfinished(Entry entry) => Unfinished.Contains(entry.Header.Folder.Path);
}

/// <summary>Reads entries from their folders, several at a time.</summary>
internal static class EntryReader
{
    public static ReadEntries ReadAll(
        LoadRequest request, IReadOnlyList<FoundEntry> found, Settings settings, Taxonomies taxonomies,
        Func<Diagnostics, ReadContext> reading, string? publicMail, CopyReader copy,
        Fingerprint world, Diagnostics diagnostics)
    {
        var read = new Entry?[found.Count];
        var clean = new bool[found.Count];
        var silent = new bool[found.Count];
        var searched = new bool[found.Count];
        var unfinished = new bool[found.Count];
        var privacy = new PrivacyMatcher([], publicMail is null ? settings.PublicContacts : [publicMail, .. settings.PublicContacts]);
        Parallel.For(0, found.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, i =>
        {
            read[i] = request.Known.Of(found[i], world, taxonomies, AddressOf(found[i], settings));
            if (read[i] is not null)
            {
                clean[i] = silent[i] = searched[i] = true;
                unfinished[i] = read[i]!.Header.Status < Status.Ready;
                return;
            }

            var told = new Diagnostics();
            var context = reading(told);
            (read[i], searched[i], unfinished[i]) =
                Noting(found[i], entry => Read(entry, request, settings, context, privacy, copy, told));
            (clean[i], silent[i]) = (context.Clean, told.Count == 0);
            diagnostics.Add(told);
        });
        var known = new Dictionary<string, (FoundEntry, Entry)>(found.Count, StringComparer.Ordinal);
        for (var i = 0; i < found.Count; i++)
        {
            if (silent[i] && read[i] is { } entry)
            {
                known.Add(found[i].Folder.Path, (found[i], entry));
            }
        }

        return new([.. read.Where(e => e is not null)!], Addresses(i => read[i] is null), Addresses(i => !clean[i]),
            found.Where((_, i) => searched[i]).Select(f => f.Index.Path).ToHashSet(StringComparer.Ordinal),
            new(world, known, request.Known, taxonomies))
        {
            Unfinished = found.Where((_, i) => unfinished[i]).Select(f => f.Folder.Path).ToHashSet(StringComparer.Ordinal),
            Hidden = Addresses(i => read[i] is null && unfinished[i]),
        };

        HashSet<string> Addresses(Func<int, bool> which)
        {
            var addresses = new HashSet<string>();
            for (var i = 0; i < found.Count; i++)
            {
                if (which(i))
                {
                    addresses.Add(EntryAddresses.Of(found[i].Kind, IdOf(found[i])));
                }
            }

            return addresses;
        }
    }

    private static T Noting<T>(FoundEntry found, Func<FoundEntry, T> read)
    {
        try
        {
            return read(found);
        }
        catch (Exception e) when (Whereabouts.Note(e, $"{found.Folder.Path}/index.md"))
        {
            throw;
        }
    }

    private static (Entry? Entry, bool IsText, bool IsUnfinished) Read(
        FoundEntry found, LoadRequest request, Settings settings, ReadContext context, PrivacyMatcher privacy, CopyReader copy,
        Diagnostics diagnostics)
    {
        var file = request.Unsaved.Of(found.Index.Path) is { } bytes
            ? TextFile.Decode(bytes, $"{found.Folder.Path}/index.md", found.Kind, diagnostics)
            : TextFile.Read(Path.Combine(found.Folder.FullPath, "index.md"), $"{found.Folder.Path}/index.md", found.Index.Size, found.Kind,
                diagnostics);
        if (file is null)
        {
            return (null, false, UnfinishedStatus.IsIn(request, found.Index.Path));
        }

        foreach (var match in privacy.Find(file.Text))
        {
            diagnostics.Report(ContentRules.PrivateValue, file.Span(match.Start, match.Length), match.Kind, match.Value);
        }

        if (FrontMatter.Find(file, diagnostics) is not { } matter
            || YamlReader.ReadMapping(file, matter.Start, matter.Length, diagnostics) is not { } mapping)
        {
            return (null, true, UnfinishedStatus.IsIn(request, found.Index.Path));
        }

        var addressOf = AddressOf(found, settings);
        var schema = EntrySchemas.Of(found.Kind);
        var reader = new MapReader(mapping, schema, context);
        var unsaid = found.Kind == EntryKind.Page.Name ? Status.Published : Status.Draft;
        var header = HeaderKeys.Read(
            reader, found.Folder, unsaid,
            sources => new Body(file, matter.BodyStart, new(sources, found.Folder.Files, addressOf)));
        copy.ReadEntry(new(file, mapping, matter.BodyStart), schema, reader.All(HeaderKeys.Sic), EntryAddresses.Of(found.Kind, IdOf(found)),
            diagnostics);
        header = header is null ? null : header with { Terms = VocabularyKeys.Read(reader, found.Kind) };
        return (header is null ? null : schema.Read(reader, header), true, HeaderKeys.IsUnfinished(mapping, unsaid));
    }

    private static Func<string, string> AddressOf(FoundEntry found, Settings settings) =>
        settings.LinkRewriter(EntryAddresses.Of(found.Kind, IdOf(found)));

    private static string IdOf(FoundEntry found) => found.Folder.Path[(found.Folder.Path.LastIndexOf('/') + 1)..];
}
