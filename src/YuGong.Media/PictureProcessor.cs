using YuGong.Content;
using YuGong.Imaging;
using YuGong.Imaging.Vips;
using YuGong.Media.Manifests;
using YuGong.Media.Nights;
using YuGong.Media.Originals;
using YuGong.Media.Renditions;
using YuGong.Media.Tiles;
using YuGong.Publishing;
using YuGong.Publishing.Motifs.Night;
using YuGong.Text;

namespace YuGong.Media;

/// <summary>Where the room finds what it needs.</summary>
/// <param name="Cache">Full path of a folder of its own, outside the output; deleting it costs time.</param>
/// <param name="ThemeFolder">On disk.</param>
/// <param name="ThemePath">The same as people know it: <c>themes/yugong</c>.</param>
public sealed record PicturePlaces(string Cache, string ThemeFolder, string ThemePath)
{
    /// <summary>Whether to say what this machine has not installed; a check says nothing of it.</summary>
    public bool TellsInstalled { get; init; } = true;

    /// <summary>Whether originals are read even where an earlier run knew their version.</summary>
    public bool ReadsAll { get; init; }
}

/// <param name="Done">Pictures finished, of <paramref name="Total"/>.</param>
public sealed record PictureProgress(int Done, int Total, string Name);

/// <summary>
/// All pictures of a site, decided from the heads of their files: what will be cut of each, in which sizes and formats, and which get
/// tiles. Nothing is unpacked before somebody asks for its bytes; <see cref="Make"/> asks for all that the cache lacks.
/// </summary>
public sealed class PictureProcessor
{
    private readonly AtomicCache cache;
    private readonly RenditionMaker darkroom;
    private readonly FileFacts known;
    private readonly Viewer? viewer;
    private readonly IReadOnlyList<NightSet> nights;
    private readonly NightsPipeline painter;
    private readonly IReadOnlyDictionary<string, Original> originals;
    private readonly string engine;

    private PictureProcessor(Site site, PicturePlaces places, Diagnostics findings)
    {
        cache = new AtomicCache(places.Cache);
        cache.Sweep();
        darkroom = new(cache);
        known = new(places.Cache, places.ReadsAll);
        var found = OriginalFiles.Find(site, known, findings);
        originals = found.ToDictionary(o => o.Key, StringComparer.Ordinal);
        var night = Engine.IsAvailable ? SiteNight.Of(site) : null;
        engine = found.Count > 0 || night is not null ? Engine.Version : "";
        nights = night is null ? [] : NightSet.Of(night, site.Taxonomies.Directions, engine);
        painter = new(nights, cache);
        Sets = [.. found.Where(o => o.Drawing is null || o.HasTiles).Select(o => new RenditionSet(o, engine))];
        Tiles = [.. found.Where(o => o.HasTiles).Select(o => new TileSet(o, engine))];
        Drawings = [.. found.Where(o => o.Drawing is not null)];
        Cards = [.. found.Where(o => o.HasCard).Select(o => new CardSet(o))];
        viewer = Tiles.Count > 0 ? Viewer.Find(places, findings) : null;
        Manifests = new(site, Tiles);
    }

    internal IReadOnlyList<RenditionSet> Sets { get; }

    internal IReadOnlyList<TileSet> Tiles { get; }

    internal IReadOnlyList<Original> Drawings { get; }

    internal IReadOnlyList<CardSet> Cards { get; }

    internal ManifestWriter Manifests { get; }

    /// <summary>
    /// Null where the site has neither pictures nor objects, or, with a finding, this system has no libvips.
    /// </summary>
    public static PictureProcessor? Open(Site site, PicturePlaces places, Diagnostics findings)
    {
        var pictured = site.Entries.FirstOrDefault(e => e.Header.Folder.Files.Count > 0 && e.Pictures.Any());
        if (pictured is null && site.Entries.All(e => e.Header.Folder.Files.Count == 0))
        {
            return site.Objects.Count > 0 || site.Lights is not null ? new(site, places, findings) : null;
        }

        if (!Engine.IsAvailable)
        {
            findings.Report(PictureRules.LibraryMissing,
                (pictured ?? site.Entries.First(e => e.Header.Folder.Files.Count > 0)).Header.Place, NativeLibraries.System, "libvips");
            return null;
        }

        return new(site, places, findings);
    }

    /// <summary>What pages may show. Asked after <see cref="Make"/> it has placeholders too.</summary>
    public PictureCatalog Shelf() => new(
        Sets.Where(s => s.Original.Drawing is null).Select(s => (s.Original.Key, Shown: Photo(s)))
            .Concat(Drawings.Select(d => (d.Key, Shown: Drawn(d)))).ToDictionary(p => p.Key, p => p.Shown, StringComparer.Ordinal),
        Manifests.Addresses, viewer?.Path)
    {
        Nights = nights.ToDictionary(n => n.Name, n => n.Shown, StringComparer.Ordinal),
    };

    /// <summary><c>pictures</c> twice, <c>iiif</c>.</summary>
    public IReadOnlyList<IPipeline> Pipelines => [new PicturesPipeline(this, darkroom, viewer), painter, new IiifPipeline(this, darkroom)];

    /// <summary>
    /// The cache keeps what is cut of this site's pictures: of one that is gone, nothing that was ever made of it, under no name.
    /// </summary>
    public void ForgetOthers() => cache.Keep(Sets.Select(s => s.Key).Concat(Tiles.Select(t => t.Key)).Concat(Cards.Select(c => c.Key))
        .Concat(nights.Select(n => n.Key)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Makes everything that the cache lacks, several pictures at a time; damaged ones are findings.</summary>
    /// <exception cref="OperationCanceledException">What is finished by then stays, whole, in the cache.</exception>
    public void Make(int jobs, Diagnostics findings, Action<PictureProgress>? progress, CancellationToken cancel)
    {
        List<(string Name, Action Make)> work =
        [
            .. Tiles.Where(t => !darkroom.Has(t.Key)).Select(t => (t.Original.Key, (Action)(() => darkroom.Make(t)))),
            .. Sets.Where(s => !darkroom.Has(s.Key)).Select(s => (s.Original.Key, (Action)(() => darkroom.Make(s)))),
            .. nights.Where(n => !cache.Has(n.Key)).Select(n => (n.Name, (Action)(() => painter.Make(n)))),
            .. Cards.Where(c => !darkroom.Has(c.Key)).Select(c => (c.Original.Key, (Action)(() => darkroom.Make(c)))),
        ];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        var damaged = new Diagnostics();
        Parallel.ForEach(work, options, one =>
        {
            try
            {
                one.Make();
            }
            catch (CannotRenderException e)
            {
                damaged.Add([e.Finding]);
            }

            progress?.Invoke(new(Interlocked.Increment(ref done), work.Count, one.Name));
        });
        findings.Add(damaged.Sorted().DistinctBy(d => d.Span));
        known.Write();
    }

    /// <summary>
    /// A picture beside an entry as somebody else takes it; null where there is none of this name that can be read. It is kept with what
    /// pages show of it, and forgotten with it.
    /// </summary>
    /// <exception cref="CannotRenderException">The original is damaged.</exception>
    public ExportedPicture? Export(Entry entry, string name, PictureLimits limits)
    {
        if (!originals.TryGetValue(PictureCatalog.KeyOf(entry, name), out var original))
        {
            return null;
        }

        try
        {
            return new PictureExport(original, limits, engine).Make(cache);
        }
        catch (InvalidDataException e)
        {
            throw new CannotRenderException(PictureRules.Unreadable(original.Place, original.Name, e.Message), e);
        }
    }

    private PictureInfo Photo(RenditionSet set) => new(
        set.Original.Plain, set.Original.Canvas.Width, set.Original.Canvas.Height, Placeholder(set),
        [
            .. set.Cuts.Select(c => new PictureCrop(c.Place.Name, c.Widths[^1].Width, c.Widths[^1].Height, [
                .. from size in c.Widths
                   from packing in (ImageFormat[])[ImageFormat.Jpeg, ImageFormat.Webp, ImageFormat.Avif]
                   select new PictureFile(TypeOf(packing), size.Width, size.Height,
                       PicturesPipeline.PathOf(set, RenditionSet.NameOf(c.Place, size.Width, packing))),
            ])),
        ],
        set.Original.HasTiles ? "/" + set.Original.Service : null)
    {
        PlainSize = set.PlainSize,
    };

    private PictureInfo Drawn(Original drawing) => new(
        drawing.Plain, (int)Math.Round(drawing.Drawing!.Width), (int)Math.Round(drawing.Drawing.Height), null,
        [
            .. from card in Cards.Where(c => c.Original == drawing)
               from place in card.Places
               select new PictureCrop(place.Place, place.Width, place.Height,
                   [new("image/svg+xml", place.Width, place.Height, card.PathOf(place.Place))]),
        ],
        drawing.HasTiles ? "/" + drawing.Service : null);

    private string? Placeholder(RenditionSet set) =>
        darkroom.Tiny(set) is { } tiny ? "data:image/webp;base64," + Convert.ToBase64String(tiny) : null;

    private static string TypeOf(ImageFormat packing) =>
        packing switch { ImageFormat.Webp => "image/webp", ImageFormat.Avif => "image/avif", _ => "image/jpeg" };
}
