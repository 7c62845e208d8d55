using YuGong.Imaging.Drawing;
using YuGong.Imaging.Vips;
using YuGong.Posters.Fonts;
using YuGong.Posters.Writing;

namespace YuGong.Posters.Pressing;

/// <summary>What the press works with.</summary>
/// <param name="Profile">The CMYK profile's file, for TIFF.</param>
/// <param name="Store">Where finished files are kept from run to run.</param>
public sealed record RenderContext(PosterFonts Fonts, CmykProfile Profile, IPosterStore Store)
{
    /// <summary>Raised when the same scene would give other bytes than before.</summary>
    private const int Version = 4;

    /// <summary>Pixels per inch of printed pages, and what the files of screens record.</summary>
    public const double Dpi = 300;

    /// <summary>Part of every key in the store.</summary>
    public string Engines { get; } = $"press {Version} | {RasterCanvas.EngineVersion} | {Engine.Version} | {Profile.Content}";

    internal GlyphOutlines Outlines { get; } = new(font => Fonts.Of(font).File);
}
