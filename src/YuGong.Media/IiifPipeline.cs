using YuGong.Content;
using YuGong.Media.Renditions;
using YuGong.Media.Tiles;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media;

/// <summary>
/// Tiles and their descriptions (IIIF Image API 3, level 0), manifests and collections (Presentation API 3): <c>iiif/…</c>.
/// </summary>
internal sealed class IiifPipeline(PictureProcessor room, RenditionMaker darkroom) : IPipeline
{
    public string Name => "iiif";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var wholes = room.Sets.ToDictionary(s => s.Original.Key, StringComparer.Ordinal);
        foreach (var set in room.Tiles)
        {
            var (service, grid) = (set.Original.Service, set.Grid);
            yield return OutputFile.Of($"{service}/info.json", ImageInfo.Write(site.Settings.AbsoluteFile("/" + service), grid));
            foreach (var tile in grid.Tiles())
            {
                yield return new(OutputPath.Of($"{service}/{tile.Path}"), Fingerprint.Of($"{set.Key} {tile.Path}"),
                    () => darkroom.Tile(set, tile));
            }

            var whole = wholes[set.Original.Key];
            foreach (var size in grid.Sizes)
            {
                yield return Whole($"{service}/{new TileName("full", size.Width, size.Height).Path}", whole, size);
            }

            yield return Whole($"{service}/full/max/0/default.jpg", whole, grid.Max);
        }

        foreach (var document in room.Manifests.Documents())
        {
            yield return document;
        }
    }

    private OutputFile Whole(string path, RenditionSet set, (int Width, int Height) size)
    {
        var name = RenditionSet.WholeName(size.Width, size.Height);
        return new(OutputPath.Of(path), Fingerprint.Of($"{set.Key} {name}"), () => darkroom.Rendition(set, name));
    }
}
