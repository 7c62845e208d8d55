using System.Text.Json.Nodes;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Kit;

/// <summary>
/// What a kit holds, for people and programs: <c>manifest.json</c>, in snake_case. The revision tells whether a poster is stale.
/// </summary>
internal static class KitManifest
{
    public static byte[] Write(string subject, string title, string revision, string code, string rights, RenderContext means,
        IReadOnlyList<RenderedPoster> posters, IReadOnlyList<KitFile> others) =>
        KitJson.Bytes(Said(
            ("subject", subject),
            ("title", title),
            ("revision", revision),
            ("code", code),
            ("rights", rights),
            ("colour", "sRGB"),
            ("cmyk_profile", means.Profile.Name),
            ("fonts",
                new JsonArray([.. posters.SelectMany(p => p.Fonts).Select(f => f.Key).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).Select(key => FontOf(posters.SelectMany(p => p.Fonts).First(f => f.Key == key), means))])),
            ("files",
                new JsonArray([.. posters.SelectMany(p => p.Files.Select(f => FileOf(p, f))),
                .. others.Select(o => Said(("name", o.Name), ("bytes", o.Bytes.Length), ("sha256", o.Sha256)))]))));

    private static JsonObject FileOf(RenderedPoster poster, RenderedFile file)
    {
        var (page, printed) = (poster.Order.Page, poster.Order.Page.Unit == Unit.Millimetre);
        return Said(
            ("name", KitFile.PlaceOf(poster, file)),
            ("media_type", file.Format.MediaType),
            ("says", file.Format.Says.Zh),
            ("bytes", file.Length),
            ("sha256", file.Sha256),
            ("design", poster.Order.Name.Design),
            ("shape", poster.Order.Name.Shape),
            ("width_mm", printed ? page.Width : null),
            ("height_mm", printed ? page.Height : null),
            ("bleed_mm", printed ? page.Bleed : null),
            ("width_px", file.Width > 0 ? file.Width : null),
            ("height_px", file.Height > 0 ? file.Height : null),
            ("dpi", file.Format.IsRaster && file.Format != PosterFormat.Preview ? RenderContext.Dpi : null),
            ("revision", poster.Order.Revision.ToString()));
    }

    private static JsonObject FontOf(Font font, RenderContext means)
    {
        var file = means.Fonts.Of(font);
        return Said(("family", font.Family), ("weight", font.Weight), ("licence", file.Licence), ("source", file.Package),
            ("file", Path.GetFileName(file.Path)));
    }

    /// <summary>Leaves out what is not known.</summary>
    private static JsonObject Said(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var said = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                said[name] = value;
            }
        }

        return said;
    }
}
