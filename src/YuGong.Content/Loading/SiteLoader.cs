using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>What a load needs from outside: where things are, which day it is, and what is already known.</summary>
/// <param name="InputFolder">Full path of <c>input/</c>.</param>
/// <param name="InputName">What people call it, for findings: <c>input</c>.</param>
/// <param name="SettingsFile">Full path of <c>statiq.json</c>.</param>
/// <param name="Today">The day, where the site is at home.</param>
/// <param name="CleanBodies">Bodies that an earlier load found nothing wrong with, by <see cref="LoadedSite.CleanBodies"/>.</param>
/// <param name="Jobs">Threads for reading.</param>
public sealed record LoadRequest(
    string InputFolder, string InputName, string SettingsFile, DateOnly Today, Edition Edition, IReadOnlySet<Fingerprint> CleanBodies,
    int Jobs)
{
    /// <summary>Entries of an earlier load in this process; never needed.</summary>
    public EntryMemo Known { get; init; } = EntryMemo.None;

    /// <summary>Full path of the project: links may lead to what lies in it.</summary>
    public string ProjectFolder => Path.GetDirectoryName(SettingsFile)!;

    /// <summary>What lies over the folder: forms that are not saved yet.</summary>
    public FileOverlay Unsaved { get; init; } = FileOverlay.None;

    /// <summary>Full path of the folder of themes, one of which has the table of Traditional characters; null for none.</summary>
    public string? Themes { get; init; }

    /// <summary>The folder that addresses begin with, in place of the settings' own: <c>/desk/site</c>.</summary>
    public string? LinkRoot { get; init; }
}

/// <param name="CleanBodies">For the next load: bodies without findings, each with the addresses it was checked against.</param>
/// <param name="Entries">For the next load in this process: what was read and need not be read again.</param>
/// <param name="Searched">Files of entries that were searched for what is private as they were read; relative to <c>input/</c>.</param>
public sealed record LoadedSite(Site Site, IReadOnlySet<Fingerprint> CleanBodies, EntryMemo Entries, IReadOnlySet<string> Searched)
{
    /// <summary>Addresses of entries that are there and could not be read: that they are missing is no finding of its own.</summary>
    public required IReadOnlySet<string> Unread { get; init; }
}

/// <summary>From a folder to a site: settings, vocabularies, entries, their references, the gate.</summary>
public static class SiteLoader
{
    /// <summary>Null when there is nothing to load; otherwise a site, even if findings say that it must not be published.</summary>
    public static LoadedSite? Load(LoadRequest request, IReadOnlyList<InputFile> files, Diagnostics diagnostics)
    {
        if (InputFiles.RefusalOf(request.InputFolder, request.ProjectFolder) is not LinkState.None and var why)
        {
            InputFiles.Report(why, request.InputName, diagnostics);
            return null;
        }

        if (!Directory.Exists(request.InputFolder))
        {
            diagnostics.Report(ContentRules.NoInput, new SourceFile(request.InputName, "").Whole, request.InputName + "/");
            return null;
        }

        files = request.Unsaved.Over(files);
        var whole = new SiteFilesReader(request, diagnostics);
        var settings = request.LinkRoot is { } linkRoot ? whole.Settings(files) with { LinkRoot = linkRoot } : whole.Settings(files);
        var taxonomies = whole.Taxonomies(files);
        var call = whole.Call(files);
        var texts = whole.Texts(files);
        var (map, lights) = (whole.Map(files), whole.Lights(files));
        var unread = new HashSet<string>();
        var themeFolder = request.Themes is { } themes ? Path.Combine(themes, settings.Theme) : "";
        var copy = new CopyReader(settings.CopyDesk, new(() => VariantTable.Read(themeFolder)),
            new(() => PublishedClaims.Addresses(Path.Combine(request.InputFolder, PublishedClaims.FileName))));
        var ofTheSite = whole.ReadAsCopy(copy, VariantTable.StampOf(themeFolder));
        var folders = EntryFolders.Find(request, files, whole.DeclaredFiles, unread, diagnostics);
        if (files.Any(f => f.IsRefused && !f.Path.Contains('/', StringComparison.Ordinal)))
        {
            return null; // a whole collection, or the vocabularies, are not there: everything would be missed
        }

        var read = EntryReader.ReadAll(
            request, folders, settings, taxonomies,
            found => new(found, taxonomies, request.Today) { DoubtfulVocabularies = whole.DoubtfulVocabularies }, call?.Mail,
            copy, EntryMemo.WorldOf(request, files).With(VariantTable.StampOf(themeFolder)), diagnostics);
        unread.UnionWith(read.Unread);
        read = read with { Unread = unread };
        var addresses = new EntryAddresses(read, taxonomies, diagnostics);
        References.Check(read, diagnostics);
        var books = new BookFiles(request, settings, diagnostics).Read(files, taxonomies, call?.Mail);
        BookFiles.Check(books, read, diagnostics);
        References.CheckPeople("site.yaml", whole.Featured, read, diagnostics);
        CollectionCheck.Check(read, taxonomies, map, copy, diagnostics);
        var clean = BodyCheck.Check(read, addresses, new(copy, new(read.All, taxonomies)), request, diagnostics);
        diagnostics.Excuse(UnfinishedStatus.Folders(request, read, diagnostics));
        var (visible, leftOut) = EditionFilter.Choose(read.All, read.Hidden, request.Edition, request.Today, diagnostics);
        var shown = call is { Sample: true } && request.Edition == Edition.Release ? null : call;
        var site = Arrange(visible, leftOut, settings, taxonomies, shown, request) with
        {
            Texts = texts, Map = map, Lights = lights, CallMail = call?.Mail, Books = books,
            Featured = whole.Featured,
            Hidden = request.Edition == Edition.Preview ? [] : [.. leftOut.Select(l => EntryAddresses.Of(l.Entry)), .. read.Hidden],
        };
        var known = ofTheSite is { } words ? clean.Append(words).ToHashSet() : clean;
        return new(site, known, read.Known, read.Searched) { Unread = read.Unread };
    }

    private static Site Arrange(
        IReadOnlyList<Entry> entries, IReadOnlyList<LeftOut> leftOut, Settings settings, Taxonomies taxonomies, Call? call,
        LoadRequest request)
    {
        var hall = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var direction in taxonomies.Directions)
        {
            hall.TryAdd(direction.Id, hall.Count);
        }

        var stories = entries.OfType<Story>().ToList();
        stories.Sort((a, b) => // by comparison: sorting by keys that are numbers would be compiled anew in every cold process
            HallOf(a) != HallOf(b) ? HallOf(a).CompareTo(HallOf(b))
            : a.Order != b.Order ? (a.Order ?? int.MaxValue).CompareTo(b.Order ?? int.MaxValue)
            : string.CompareOrdinal(a.Id, b.Id));
        return new()
        {
            Edition = request.Edition, Today = request.Today, Settings = settings, Taxonomies = taxonomies, Call = call,
            Stories = stories, Objects = [.. entries.OfType<CollectionObject>()],
            Dialogues = [.. entries.OfType<Dialogue>().OrderByDescending(d => d.Date).ThenBy(d => d.Id, StringComparer.Ordinal)],
            Videos = [.. entries.OfType<Video>().OrderByDescending(v => v.Date).ThenBy(v => v.Id, StringComparer.Ordinal)],
            News = [.. entries.OfType<NewsItem>().OrderByDescending(n => n.Date).ThenBy(n => n.Id, StringComparer.Ordinal)],
            Pages = [.. entries.OfType<Page>()], LeftOut = leftOut,
        };

        int HallOf(Story story) => hall.GetValueOrDefault(story.Direction.Id, int.MaxValue);
    }
}
