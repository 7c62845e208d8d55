using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media;

/// <summary>OpenSeadragon (BSD-3-Clause), as npm installed it beside the theme; readers load it when they ask to look closer.</summary>
internal sealed record Viewer(string Path, byte[] Script)
{
    private const string File = "node_modules/openseadragon/build/openseadragon/openseadragon.min.js";

    /// <summary>Null, with a finding, when it is not installed.</summary>
    public static Viewer? Find(PicturePlaces places, Diagnostics findings)
    {
        var full = System.IO.Path.Combine(places.ThemeFolder, File);
        if (!System.IO.File.Exists(full))
        {
            if (places.TellsInstalled)
            {
                findings.Report(PictureRules.ViewerMissing, new SourceFile(places.ThemePath, "").Whole, "openseadragon", places.ThemePath);
            }

            return null;
        }

        // Its map of sources stays here; a browser's tools would ask for it in vain.
        var text = YuGong.Content.PlainFile.Text(full);
        var map = text.LastIndexOf("//# sourceMappingURL", StringComparison.Ordinal);
        var script = System.Text.Encoding.UTF8.GetBytes(map < 0 ? text : text[..map]);
        return new($"/assets/openseadragon-{Fingerprint.Of(script).ToString()[..8]}.js", script);
    }

    public OutputFile Published => OutputFile.Of(Path[1..], Script);
}
