using YuGong.Imaging;
using YuGong.Imaging.Vips;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>The ICC profile through which CMYK files are made, by the name it gives itself.</summary>
/// <param name="File">On disk, or the name of one that libvips brings along.</param>
/// <param name="Name">What the profile says it is: <c>Artifex CMYK SWOP Profile</c>. Not more is claimed of the file.</param>
public sealed record CmykProfile(string File, string Name, Fingerprint Content)
{
    /// <summary>The theme's own <c>posters/cmyk.icc</c> (a designer's choice, with its licence), else the free one of libvips.</summary>
    public static CmykProfile Find(string themeFolder, string themePath, Diagnostics diagnostics)
    {
        var own = Path.Combine(themeFolder, "posters", "cmyk.icc");
        if (System.IO.File.Exists(own))
        {
            var bytes = System.IO.File.ReadAllBytes(own);
            if (IccProfile.Read(bytes) is { Space: "CMYK" } profile)
            {
                return new(own, profile.Name, Fingerprint.Of(bytes));
            }

            diagnostics.Report(PressRules.NotCmyk, new SourceFile($"{themePath}/posters/cmyk.icc", "").Whole);
        }

        var free = Raster.CmykProfile;
        return new("cmyk", IccProfile.Read(free)!.Name, Fingerprint.Of(free));
    }
}
