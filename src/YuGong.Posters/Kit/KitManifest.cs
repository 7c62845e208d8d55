using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Kit;

/// <summary>What a kit holds, for people and programs: <c>manifest.json</c>, in snake_case. The revision tells whether a poster is stale.</summary>
internal static class KitManifest
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Of(string subject, string title, string revision, string code, string rights, PressMeans means, IReadOnlyList<PressedPoster> posters, IReadOnlyList<KitFile> others) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Subject = subject,
                Title = title,
                Revision = revision,
                Code = code,
                Rights = rights,
                Colour = "sRGB",
                CmykProfile = means.Profile?.Name,
                Fonts = posters.SelectMany(p => p.Fonts).Select(f => f.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key => FontOf(posters.SelectMany(p => p.Fonts).First(f => f.Key == key), means)),
                Files = posters.SelectMany(p => p.Files.Select(f => (object)new
                {
                    Name = KitFile.PlaceOf(p, f),
                    f.Format.MediaType,
                    Says = f.Format.Says.Zh,
                    Bytes = f.Length,
                    f.Sha256,
                    p.Order.Name.Design,
                    p.Order.Name.Shape,
                    WidthMm = p.Order.Page.Unit == Unit.Millimetre ? p.Order.Page.Width : (double?)null,
                    HeightMm = p.Order.Page.Unit == Unit.Millimetre ? p.Order.Page.Height : (double?)null,
                    BleedMm = p.Order.Page.Unit == Unit.Millimetre ? p.Order.Page.Bleed : (double?)null,
                    WidthPx = f.Width > 0 ? f.Width : (int?)null,
                    HeightPx = f.Height > 0 ? f.Height : (int?)null,
                    Dpi = f.Format.IsRaster && f.Format != PosterFormat.Preview ? PressMeans.Dpi : (double?)null,
                    Revision = p.Order.Revision.ToString(),
                })).Concat(others.Select(o => new { o.Name, Bytes = o.Bytes.Length, o.Sha256 })),
            },
            Options);

    private static object FontOf(Font font, PressMeans means)
    {
        var file = means.Fonts.Of(font);
        return new { font.Family, font.Weight, file.Licence, Source = file.Package, File = Path.GetFileName(file.Path) };
    }
}
