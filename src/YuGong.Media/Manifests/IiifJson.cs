using System.Text.Json;
using YuGong.Content;
using YuGong.Media.Tiles;

namespace YuGong.Media.Manifests;

/// <summary>The pieces that manifests and collections are written of (IIIF Presentation API 3.0).</summary>
internal sealed class IiifJson(Utf8JsonWriter json, Settings settings)
{
    public const string Context = "http://iiif.io/api/presentation/3/context.json";

    private const string Language = "zh-Hans";

    public static byte[] Document(Settings settings, string type, string id, string label, Action<Utf8JsonWriter, IiifJson> rest)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Json.Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("@context", Context);
            writer.WriteString("id", settings.AbsoluteFile(id));
            writer.WriteString("type", type);
            var pieces = new IiifJson(writer, settings);
            pieces.Words("label", label);
            rest(writer, pieces);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>A language map; nothing where there is nothing to say.</summary>
    public void Words(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        json.WriteStartObject(name);
        Text(Language, text);
        json.WriteEndObject();
    }

    public void Pair(string label, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        json.WriteStartObject();
        Words("label", label);
        Words("value", value);
        json.WriteEndObject();
    }

    public void Homepage(string path, string label)
    {
        json.WriteStartArray("homepage");
        json.WriteStartObject();
        json.WriteString("id", settings.Absolute(path));
        json.WriteString("type", "Text");
        Words("label", label);
        json.WriteString("format", "text/html");
        Text("language", Language);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public void Provider()
    {
        if (settings.Organizers.Count == 0)
        {
            return;
        }

        json.WriteStartArray("provider");
        json.WriteStartObject();
        json.WriteString("id", settings.Absolute("/about/"));
        json.WriteString("type", "Agent");
        Words("label", settings.Organizers[0]);
        Homepage("/", settings.SiteTitle);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The smallest whole picture that is at least 200 px long, with its service.</summary>
    public void Thumbnail(TileSet tiles)
    {
        var sizes = tiles.Grid.Sizes;
        var (width, height) = sizes.FirstOrDefault(s => Math.Max(s.Width, s.Height) >= 200, sizes[^1]);
        json.WriteStartArray("thumbnail");
        Image($"/{tiles.Original.Service}/{new TileName("full", width, height).Path}", width, height, tiles);
        json.WriteEndArray();
    }

    /// <summary>An image resource with its Image API service.</summary>
    public void Image(string path, int width, int height, TileSet tiles)
    {
        json.WriteStartObject();
        json.WriteString("id", settings.AbsoluteFile(path));
        json.WriteString("type", "Image");
        json.WriteString("format", "image/jpeg");
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteStartArray("service");
        json.WriteStartObject();
        json.WriteString("id", settings.AbsoluteFile("/" + tiles.Original.Service));
        json.WriteString("type", "ImageService3");
        json.WriteString("profile", "level0");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Text(string name, string text)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
