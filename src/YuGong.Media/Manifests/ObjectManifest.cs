using System.Text.Json;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Media.Tiles;

namespace YuGong.Media.Manifests;

/// <summary>
/// The manifest of an object: what it is, who looks after the picture, one canvas with the picture and its tiles. An object
/// nobody pictured has an empty canvas, which says so: a manifest needs one (Presentation API 3.0, section 5.2).
/// </summary>
internal static class ObjectManifest
{
    /// <summary>A canvas without a picture has a shape all the same: that of an A4 sheet lying down.</summary>
    private const int EmptyWidth = 1414, EmptyHeight = 1000;

    private static readonly string[] RightsStatements =
        ["http://creativecommons.org/", "https://creativecommons.org/", "http://rightsstatements.org/", "https://rightsstatements.org/"];

    public static byte[] Write(Site site, CollectionObject made, TileSet? tiles, string path)
    {
        var page = EntryAddresses.Of(made);
        return IiifJson.Document(site.Settings, "Manifest", path, made.Name, (json, pieces) =>
        {
            pieces.Words("summary", made.About);
            json.WriteStartArray("metadata");
            Metadata(site, made, pieces);
            json.WriteEndArray();
            Rights(json, pieces, made.Picture);
            pieces.Provider();
            if (tiles is not null)
            {
                pieces.Thumbnail(tiles);
            }

            if (made.Made is { } date)
            {
                json.WriteString("navDate", $"{date.Earliest:yyyy-MM-dd}T00:00:00Z");
            }

            pieces.Homepage(page, made.Name);
            json.WriteStartArray("items");
            Canvas(json, pieces, site.Settings.AbsoluteFile(path.Replace("manifest.json", "canvas/1", StringComparison.Ordinal)), made,
                tiles);
            json.WriteEndArray();
        });
    }

    private static void Metadata(Site site, CollectionObject made, IiifJson pieces)
    {
        pieces.Pair("类别", ObjectSchema.KindWords.NameOf(made.ObjectKind));
        pieces.Pair("年代", made.Made?.Chinese);
        pieces.Pair("材质", made.Material);
        pieces.Pair("尺寸", made.Dimensions);
        pieces.Pair("今在", made.Location);
        pieces.Pair("区县", string.Join('、', made.Districts.Select(d => d.Name)));
        var people = site.Stories.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        pieces.Pair("人物", string.Join('、',
            made.People.Where(p => people.ContainsKey(p.Person.Id))
            .Select(p => $"{people[p.Person.Id]}（{ObjectSchema.RoleWords.NameOf(p.Role)}）")));
        pieces.Pair("来源", string.Join('；', made.Header.Sources.Select(s => $"{s.Title}，{s.Publisher}")));
        if (made.Picture is { Ai: not AiUse.None } picture)
        {
            pieces.Pair("图片标识", SharedKeys.MachineMadeWords.NameOf(picture.Ai));
        }
    }

    /// <summary>
    /// Only addresses of known statements may stand under <c>rights</c> (section 3.3.1); other words go to the required statement.
    /// </summary>
    private static void Rights(Utf8JsonWriter json, IiifJson pieces, Picture? picture)
    {
        if (picture is null)
        {
            return;
        }

        var known = picture.Rights is { } rights && RightsStatements.Any(r => rights.StartsWith(r, StringComparison.Ordinal))
            ? picture.Rights.Replace("https://", "http://", StringComparison.Ordinal)
            : null;
        if (known is not null)
        {
            json.WriteString("rights", known);
        }

        json.WriteStartObject("requiredStatement");
        pieces.Words("label", "图片来源");
        pieces.Words("value", known is null && picture.Rights is { } words ? $"{picture.Credit} · {words}" : picture.Credit);
        json.WriteEndObject();
    }

    private static void Canvas(Utf8JsonWriter json, IiifJson pieces, string canvas, CollectionObject made, TileSet? tiles)
    {
        json.WriteStartObject();
        json.WriteString("id", canvas);
        json.WriteString("type", "Canvas");
        pieces.Words("label", tiles is null ? $"{made.Name}（尚无图像）" : made.Picture?.Caption ?? made.Picture?.Alt ?? made.Name);
        json.WriteNumber("width", tiles?.Grid.Width ?? EmptyWidth);
        json.WriteNumber("height", tiles?.Grid.Height ?? EmptyHeight);
        if (tiles is not null)
        {
            Painting(json, pieces, canvas, tiles);
            Tour(json, made, tiles, canvas);
        }

        json.WriteEndObject();
    }

    private static void Painting(Utf8JsonWriter json, IiifJson pieces, string canvas, TileSet tiles)
    {
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("id", canvas + "/page");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("id", canvas + "/page/picture");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "painting");
        json.WritePropertyName("body");
        pieces.Image($"/{tiles.Original.Service}/full/max/0/default.jpg", tiles.Grid.Max.Width, tiles.Grid.Max.Height, tiles);
        json.WriteString("target", canvas);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The steps of the tour as annotations, in their order (Web Annotation Data Model: the region is a media fragment).</summary>
    private static void Tour(Utf8JsonWriter json, CollectionObject made, TileSet tiles, string canvas)
    {
        if (made.Tour.Count == 0)
        {
            return;
        }

        json.WriteStartArray("annotations");
        json.WriteStartObject();
        json.WriteString("id", canvas + "/tour");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        for (var i = 0; i < made.Tour.Count; i++)
        {
            var step = made.Tour[i];
            var (x, y, width, height) = Scaled(step.Region, tiles).In(tiles.Grid.Width, tiles.Grid.Height);
            json.WriteStartObject();
            json.WriteString("id", $"{canvas}/tour/{i + 1}");
            json.WriteString("type", "Annotation");
            json.WriteString("motivation", "commenting");
            json.WriteStartObject("body");
            json.WriteString("type", "TextualBody");
            json.WriteString("value", $"{i + 1}. {step.Title}\n{step.Text}");
            json.WriteString("language", "zh-Hans");
            json.WriteString("format", "text/plain");
            json.WriteEndObject();
            json.WriteString("target", $"{canvas}#xywh={x},{y},{width},{height}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A drawing's regions are told in its own units, its canvas has more pixels.</summary>
    private static Region Scaled(Region region, TileSet tiles) => region.IsPercent
        ? region
        : new(false, region.X * tiles.Original.CanvasScale, region.Y * tiles.Original.CanvasScale,
            region.Width * tiles.Original.CanvasScale, region.Height * tiles.Original.CanvasScale);
}
