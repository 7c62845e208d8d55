using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Media.Renditions;
using YuGong.Media.Tiles;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media.Originals;

/// <summary>A picture or drawing beside an entry, looked at from outside: nothing of it is unpacked yet.</summary>
internal sealed record Original
{
    public required Entry Entry { get; init; }

    /// <summary>In the entry's folder.</summary>
    public required string Name { get; init; }

    /// <summary>Where the entry names it.</summary>
    public required SourceSpan Place { get; init; }

    public required PictureUse Use { get; init; }

    /// <summary>Its front matter; null for one that only the body shows.</summary>
    public required Picture? Says { get; init; }

    /// <summary>Of the file's bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of a raster file; null for a drawing.</summary>
    public required ImageHeader? Head { get; init; }

    public required DrawingFile? Drawing { get; init; }

    /// <summary>Pixels of the whole picture as tiles have it: the original's, or those that a drawing is drawn with.</summary>
    public required (int Width, int Height) Canvas { get; init; }

    /// <summary>Photographs from this length on are worth looking into closely, px.</summary>
    private const int LargeSide = 2400;

    /// <summary>Longest side of a drawing's canvas, px: what an A3 sheet has at 250 dpi.</summary>
    public const int DrawingSide = 4096;

    public string Full => Entry.Header.Folder.At(Name);

    public string Key => PictureCatalog.KeyOf(Entry, Name);

    /// <summary>Where the one file that stands for it is published.</summary>
    public string Plain => EntryAddresses.PictureOf(Entry, Name);

    /// <summary>Things of the collection always, other pictures when there is more to see than a page shows.</summary>
    public bool HasTiles => Canvas.Width > 0
        && (Use.HasFlag(PictureUse.Thing) || (Drawing is null && Math.Max(Canvas.Width, Canvas.Height) >= LargeSide));

    /// <summary>Drawings of things stand on cards as drawings.</summary>
    public bool HasCard => Drawing is not null && Entry is CollectionObject;

    /// <summary>Below <c>/</c>: <c>iiif/objects/x/plan</c>.</summary>
    public string Service => $"iiif{EntryAddresses.Of(Entry)}{ServiceName}";

    public TileGrid Grid => new(Canvas.Width, Canvas.Height);

    /// <summary>Pixels of the original for one unit of the drawing; 1 for photographs.</summary>
    public double CanvasScale => Drawing is null ? 1 : Canvas.Width / Drawing.Width;

    /// <summary>A name that needs no escaping: the file's own where it is plain, else a short hash of it.</summary>
    private string ServiceName
    {
        get
        {
            var stem = System.IO.Path.GetFileNameWithoutExtension(Name);
            return Slug.IsValid(stem) ? stem : $"p{Fingerprint.Of(Name).ToString()[..8]}";
        }
    }
}
