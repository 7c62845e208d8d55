using YuGong.Content;

namespace YuGong.Publishing;

/// <param name="Type">Media type: <c>image/avif</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Path">On this site.</param>
public sealed record PictureFile(string Type, int Width, int Height, string Path);

/// <summary>A picture whole, or cropped about its focal point for one kind of place, in several widths and formats.</summary>
/// <param name="Width">Of the largest file, px.</param>
/// <param name="Files">JPEG, WebP and AVIF of every width, narrow ones first.</param>
public sealed record PictureCrop(string Name, int Width, int Height, IReadOnlyList<PictureFile> Files);

/// <summary>A picture as pages show it.</summary>
/// <param name="Plain">The one file that stands for it elsewhere: feeds, the API, a reader without script.</param>
/// <param name="Width">Of the original, px; of a drawing, in its own units.</param>
/// <param name="Placeholder">A blurred one of a few pixels as a <c>data:</c> address; null until it is made.</param>
/// <param name="Cuts">By name: <c>whole</c>, <c>card</c>, <c>square</c>, <c>sheet</c>, <c>still</c>. Of drawings, which fit every place,
/// there are <c>card</c> and <c>sheet</c> at most, drawings themselves.</param>
/// <param name="Service">Where its tiles are (IIIF Image API 3): <c>/iiif/objects/x/plan</c>; null when it has none.</param>
public sealed record PictureInfo(string Plain, int Width, int Height, string? Placeholder, IReadOnlyList<PictureCrop> Cuts, string? Service)
{
    /// <summary>Of the file at <see cref="Plain"/>, which is smaller than a very large original; px, of a drawing its own units.</summary>
    public (int Width, int Height) PlainSize { get; init; } = (Width, Height);

    /// <summary>The largest file in a format that every program shows.</summary>
    public string Large => Service is null ? Plain : Service + "/full/max/0/default.jpg";

    /// <summary>The cut for a kind of place; the whole picture where there is none.</summary>
    public PictureCrop? Cut(string name) => Cuts.FirstOrDefault(c => c.Name == name) ?? Cuts.FirstOrDefault(c => c.Name == "whole");
}

/// <summary>What the pages know of pictures. Empty where none are made; then pages show the files as they are.</summary>
/// <param name="Pictures">By <see cref="KeyOf"/>.</param>
/// <param name="Manifests">IIIF Presentation documents by the address of the page they belong to.</param>
/// <param name="Viewer">The path of the viewer's script; null when it is not installed.</param>
public sealed record PictureCatalog(IReadOnlyDictionary<string, PictureInfo> Pictures, IReadOnlyDictionary<string, string> Manifests,
    string? Viewer)
{
    public static PictureCatalog Empty { get; } = new(new Dictionary<string, PictureInfo>(), new Dictionary<string, string>(), null);

    /// <summary>The painted nights, by <see cref="NightOf"/>; empty for a site that counts no lights.</summary>
    public IReadOnlyDictionary<string, PictureInfo> Nights { get; init; } = new Dictionary<string, PictureInfo>();

    /// <summary>The name of a night.</summary>
    /// <param name="hall">Whose slope; null for the whole mountain.</param>
    /// <param name="tall">For narrow pages.</param>
    public static string NightOf(string? hall, bool tall) => (hall is null ? "" : hall + "-") + (tall ? "tall" : "wide");

    public static string KeyOf(Entry entry, string file) => EntryAddresses.Of(entry) + file;

    public PictureInfo? Of(Entry entry, string file) => Pictures.GetValueOrDefault(KeyOf(entry, file));

    /// <summary>The manifest or collection of a page; null when it has none.</summary>
    public string? ManifestOf(string address) => Manifests.GetValueOrDefault(address);
}
