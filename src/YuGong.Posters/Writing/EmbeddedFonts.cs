using YuGong.Imaging.Cairo;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Writing;

/// <summary>Font files opened for embedding, for one thread at a time.</summary>
/// <param name="fileOf">Where the font that a scene names is, and its index in the file.</param>
public sealed class EmbeddedFonts(Func<Font, (string Path, int Index)> fileOf) : IDisposable
{
    private readonly Dictionary<string, CairoFontFile> open = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var font in open.Values)
        {
            font.Dispose();
        }
    }

    internal CairoFontFile Of(Font font)
    {
        if (!open.TryGetValue(font.Key, out var file))
        {
            var (path, index) = fileOf(font);
            open.Add(font.Key, file = new(path, index));
        }

        return file;
    }
}
