using YuGong.Imaging;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>The ICC profile through which CMYK files are made, by the name it gives itself.</summary>
/// <param name="File">On disk.</param>
/// <param name="Name">What the profile says it is: <c>Artifex CMYK SWOP Profile</c>. Not more is claimed of the file.</param>
public sealed record CmykProfile(string File, string Name, Fingerprint Content)
{
    /// <summary>Where Debian keeps a free CMYK profile: the package libgs-common.</summary>
    private static readonly string[] Known =
        ["/usr/share/color/icc/ghostscript/default_cmyk.icc", "/opt/homebrew/share/ghostscript/iccprofiles/default_cmyk.icc"];

    /// <summary>
    /// The theme's own <c>posters/cmyk.icc</c> (a designer's choice, with its licence), else a free one of the system; null when there is
    /// neither.
    /// </summary>
    public static CmykProfile? Find(string themeFolder, string themePath, Diagnostics diagnostics)
    {
        var own = Path.Combine(themeFolder, "posters", "cmyk.icc");
        foreach (var file in Known.Prepend(own).Where(System.IO.File.Exists))
        {
            var bytes = System.IO.File.ReadAllBytes(file);
            if (IccProfile.Read(bytes) is { Space: "CMYK" } profile)
            {
                return new(file, profile.Name, Fingerprint.Of(bytes));
            }

            diagnostics.Report(PressRules.NotCmyk, new SourceFile(file == own ? $"{themePath}/posters/cmyk.icc" : file, "").Whole);
        }

        diagnostics.Report(PressRules.NoCmykProfile, new SourceFile($"{themePath}/posters/cmyk.icc", "").Whole);
        return null;
    }
}
