using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>What a load needs from outside: where things are, which day it is, and what is already known.</summary>
/// <param name="InputFolder">Full path of <c>input/</c>.</param>
/// <param name="InputName">What people call it, for findings: <c>input</c>.</param>
/// <param name="SettingsFile">Full path of <c>statiq.json</c>.</param>
/// <param name="Today">The day in Chongqing.</param>
/// <param name="CleanBodies">Bodies that an earlier load found nothing wrong with, by <see cref="LoadedSite.CleanBodies"/>.</param>
/// <param name="Jobs">Threads for reading.</param>
public sealed record LoadRequest(
    string InputFolder, string InputName, string SettingsFile, DateOnly Today, Edition Edition, IReadOnlySet<Fingerprint> CleanBodies, int Jobs)
{
    /// <summary>Entries of an earlier load in this process; never needed.</summary>
    public KnownEntries Known { get; init; } = KnownEntries.None;
}

/// <param name="CleanBodies">For the next load: bodies without findings, each with the addresses it was checked against.</param>
/// <param name="Entries">For the next load in this process: what was read and need not be read again.</param>
public sealed record LoadedSite(Site Site, IReadOnlySet<Fingerprint> CleanBodies, KnownEntries Entries);

/// <summary>From a folder to a site: settings, vocabularies, entries, their references, the gate.</summary>
public static class SiteLoader
{
    /// <summary>Null when there is nothing to load; otherwise a site, even if findings say that it must not be published.</summary>
    public static LoadedSite? Load(LoadRequest request, IReadOnlyList<InputFile> files, Diagnostics diagnostics)
    {
        if (!Directory.Exists(request.InputFolder))
        {
            diagnostics.Report(ContentRules.NoInput, new SourceFile(request.InputName, "").Whole, request.InputName + "/");
            return null;
        }

        var whole = new WholeSiteReader(request, diagnostics);
        var settings = whole.Settings();
        var taxonomies = whole.Taxonomies(files);
        var call = whole.Call(files);
        var folders = EntryFolders.Find(request, files, diagnostics);
        var read = EntryReader.ReadAll(
            request, folders, settings, found => new(found, taxonomies, request.Today) { DoubtfulVocabularies = whole.DoubtfulVocabularies }, call?.Mail,
            KnownEntries.WorldOf(request, files), diagnostics);
        var addresses = new EntryAddresses(read, diagnostics);
        References.Check(read, diagnostics);
        CollectionCheck.Check(read, taxonomies, diagnostics);
        var clean = BodyCheck.Check(read, addresses, request, diagnostics);
        var (visible, leftOut) = Editions.Choose(read.All, request.Edition, request.Today, diagnostics);
        return new(Arrange(visible, leftOut, settings, taxonomies, call, request), clean, read.Known);
    }

    private static Site Arrange(
        IReadOnlyList<Entry> entries, IReadOnlyList<LeftOut> leftOut, Settings settings, Taxonomies taxonomies, Call? call, LoadRequest request)
    {
        var hall = taxonomies.Directions.Select((d, i) => (d.Id, i)).ToDictionary(x => x.Id, x => x.i);
        return new(
            request.Edition, request.Today, settings, taxonomies, call,
            [
                .. entries.OfType<Story>()
                    .OrderBy(s => hall.GetValueOrDefault(s.Direction.Id, int.MaxValue))
                    .ThenBy(s => s.Order ?? int.MaxValue)
                    .ThenBy(s => s.Id, StringComparer.Ordinal),
            ],
            [.. entries.OfType<CollectionObject>()],
            [.. entries.OfType<Dialogue>().OrderByDescending(d => d.Date).ThenBy(d => d.Id, StringComparer.Ordinal)],
            [.. entries.OfType<Video>().OrderByDescending(v => v.Date).ThenBy(v => v.Id, StringComparer.Ordinal)],
            [.. entries.OfType<Page>()],
            leftOut);
    }
}
