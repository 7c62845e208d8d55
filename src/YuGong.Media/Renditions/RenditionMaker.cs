using System.Collections.Concurrent;
using YuGong.Imaging.Vips;
using YuGong.Media.Originals;
using YuGong.Media.Tiles;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media.Renditions;

/// <summary>Makes what the cache lacks: the renditions of a picture, unpacked once for all of them, and its tiles.</summary>
internal sealed class RenditionMaker(AtomicCache cache)
{
    private readonly ConcurrentDictionary<string, Lock> locks = new(StringComparer.Ordinal);

    /// <summary>The bytes of a rendition; it and its brothers are made when they are not there.</summary>
    /// <exception cref="CannotRenderException">The original is damaged.</exception>
    public byte[] Rendition(RenditionSet set, string name)
    {
        Make(set);
        return cache.Read(set.Key, name) ?? throw new IOException($"{set.Key}/{name} has gone from the cache.");
    }

    /// <summary>The bytes of a drawing where it is shown small.</summary>
    public byte[] Card(CardSet card, string place)
    {
        Make(card);
        var name = CardSet.NameOf(place);
        return cache.Read(card.Key, name) ?? throw new IOException($"{card.Key}/{name} has gone from the cache.");
    }

    /// <summary>The bytes of a tile.</summary>
    /// <exception cref="CannotRenderException">The original is damaged.</exception>
    public byte[] Tile(TileSet set, TileName tile)
    {
        Make(set);

        // Of the level that fits into one tile libvips says full, and viewers its whole region.
        return cache.Read(set.Key, tile.Path) ?? cache.Read(set.Key, (tile with { Region = "full" }).Path)
            ?? throw new IOException($"{set.Key}/{tile.Path} has gone from the cache.");
    }

    /// <summary>The placeholder, if the renditions are made.</summary>
    public byte[]? Tiny(RenditionSet set) => cache.Read(set.Key, RenditionSet.TinyName);

    public bool Has(string key) => cache.Has(key);

    public void Make(RenditionSet set) => Once(set.Key, set.Original, (folder, alone) =>
    {
        Directory.CreateDirectory(folder);
        using var source = SourceOf(set, alone);
        foreach (var file in set.Files)
        {
            File.WriteAllBytes(Path.Combine(folder, file.Name), source.Pack(file.Area, file.Width, file.Height, file.ImageFormat, set.Xmp));
        }

        File.WriteAllBytes(Path.Combine(folder, RenditionSet.TinyName), source.Tiny());
    });

    public void Make(CardSet card) => Once(card.Key, card.Original, (folder, _) =>
    {
        Directory.CreateDirectory(folder);
        foreach (var (place, _, _) in card.Places)
        {
            File.WriteAllBytes(Path.Combine(folder, CardSet.NameOf(place)), card.Draw(place));
        }
    });

    public void Make(TileSet set) => Once(set.Key, set.Original, (folder, _) => set.Cut(folder));

    private static SourcePicture SourceOf(RenditionSet set, bool alone) => set.Original switch
    {
        { Drawing: { } drawing } original => SourcePicture.Draw(drawing.Svg, original.Canvas.Width, drawing.Width),
        { Head: { } head } original => SourcePicture.Load(original.Full, head, set.Scale, alone),
        _ => throw new InvalidOperationException("neither picture nor drawing"),
    };

    private void Once(string key, Original original, Action<string, bool> fill)
    {
        if (cache.Has(key))
        {
            return;
        }

        lock (locks.GetOrAdd(key, _ => new()))
        {
            if (cache.Has(key))
            {
                return;
            }

            try
            {
                VipsErrors.Of(alone => cache.Make(key, folder => fill(folder, alone)));
            }
            catch (InvalidDataException e)
            {
                throw new CannotRenderException(PictureRules.Unreadable(original.Place, original.Name, e.Message), e);
            }
        }
    }
}
