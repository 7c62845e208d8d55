using YuGong.Content;

namespace YuGong.Media.Manifests;

/// <summary>A collection: the objects of a hall, of a person, of all.</summary>
internal static class CollectionManifest
{
    public static byte[] Write(Site site, string path, string page, string title, string summary, IReadOnlyList<CollectedItem> items) =>
        IiifJson.Document(site.Settings, "Collection", path, title, (json, pieces) =>
        {
            pieces.Words("summary", summary);
            pieces.Provider();
            pieces.Homepage(page, title);
            if (items.FirstOrDefault(i => i.Thumbnail is not null)?.Thumbnail is { } first)
            {
                pieces.Thumbnail(first);
            }

            json.WriteStartArray("items");
            foreach (var item in items)
            {
                json.WriteStartObject();
                json.WriteString("id", site.Settings.AbsoluteFile(item.Path));
                json.WriteString("type", item.Type);
                pieces.Words("label", item.Label);
                if (item.Thumbnail is { } tiles)
                {
                    pieces.Thumbnail(tiles);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
