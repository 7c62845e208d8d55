using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Media.Renditions;
using YuGong.Media.Tiles;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media.Originals;

/// <summary>A picture or drawing beside an entry, looked at from outside: nothing of it is unpacked yet.</summary>
/// <param name="Name">In the entry's folder.</param>
/// <param name="Place">Where the entry names it.</param>
/// <param name="Says">Its front matter; null for one that only the body shows.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Head">Of a raster file; null for a drawing.</param>
/// <param name="Canvas">Pixels of the whole picture as tiles have it: the original's, or those that a drawing is drawn with.</param>
internal sealed record Original(
    Entry Entry, string Name, SourceSpan Place, PictureUse Use, Picture? Says, string Sha256, ImageHeader? Head, DrawingFile? Drawing,
    (int Width, int Height) Canvas)
{
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
