using YuGong.Content;
using YuGong.Media.Renditions;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media;

/// <summary>
/// The files that pages show: <c>assets/pictures/…</c>, named by what they are made of, and at each picture's own address one file that
/// stands for it, without anything the original said of place, device or person.
/// </summary>
internal sealed class PicturesPipeline(PictureProcessor room, RenditionMaker darkroom, Viewer? viewer) : IPipeline
{
    public string Name => "pictures";

    public static string PathOf(RenditionSet set, string name) => $"/assets/pictures/{set.Key[..16]}/{name}";

    public IEnumerable<OutputFile> Make(Site site)
    {
        // Two entries may show the same file with the same words: one set, one place.
        foreach (var set in room.Sets.Where(s => s.Original.Drawing is null).DistinctBy(s => s.Key))
        {
            foreach (var file in set.Cuts.SelectMany(c =>
                set.Files.Where(f => f.Name.StartsWith(c.Place.Name + "-", StringComparison.Ordinal))))
            {
                yield return At(PathOf(set, file.Name)[1..], set, file.Name);
            }
        }

        foreach (var set in room.Sets.Where(s => s.Original.Drawing is null))
        {
            yield return At(set.Original.Plain[1..], set, RenditionSet.PlainName);
        }

        foreach (var drawing in room.Drawings)
        {
            yield return OutputFile.Of(drawing.Plain[1..], drawing.Drawing!.Svg);
        }

        foreach (var card in room.Cards.DistinctBy(c => c.Key))
        {
            foreach (var (place, _, _) in card.Places)
            {
                yield return new(OutputPath.Of(card.PathOf(place)[1..]), Fingerprint.Of(card.Key + place),
                    () => darkroom.Card(card, place));
            }
        }

        if (viewer is not null)
        {
            yield return viewer.Published;
        }
    }

    private OutputFile At(string path, RenditionSet set, string name) =>
        new(OutputPath.Of(path), Fingerprint.Of($"{set.Key} {name}"), () => darkroom.Rendition(set, name));
}
