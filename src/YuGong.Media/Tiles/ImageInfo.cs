using System.Text.Json;

namespace YuGong.Media.Tiles;

/// <summary>Writes an image's <c>info.json</c> (IIIF Image API 3.0, section 5): level 0, tiles, sizes.</summary>
internal static class ImageInfo
{
    /// <param name="id">The image's address with scheme and host, without a slash at its end.</param>
    public static byte[] Write(string id, TileGrid grid)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json.Plain))
        {
            json.WriteStartObject();
            json.WriteString("@context", "http://iiif.io/api/image/3/context.json");
            json.WriteString("id", id);
            json.WriteString("type", "ImageService3");
            json.WriteString("protocol", "http://iiif.io/api/image");
            json.WriteString("profile", "level0");
            json.WriteNumber("width", grid.Width);
            json.WriteNumber("height", grid.Height);
            if (grid.IsLimited)
            {
                json.WriteNumber("maxWidth", grid.Max.Width);
                json.WriteNumber("maxHeight", grid.Max.Height);
            }

            json.WriteStartArray("sizes");
            foreach (var (width, height) in grid.Sizes)
            {
                json.WriteStartObject();
                json.WriteNumber("width", width);
                json.WriteNumber("height", height);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("tiles");
            json.WriteStartObject();
            json.WriteNumber("width", TileGrid.Side);
            json.WriteNumber("height", TileGrid.Side);
            json.WriteStartArray("scaleFactors");
            grid.Factors.ToList().ForEach(json.WriteNumberValue);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
