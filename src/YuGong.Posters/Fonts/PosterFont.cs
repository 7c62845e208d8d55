using System.Collections.Concurrent;
using System.Text;
using YuGong.Imaging;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Fonts;

/// <summary>A font of the theme, opened when it is first needed and shared by all threads.</summary>
/// <param name="path">A TrueType or OpenType file on disk.</param>
/// <param name="licence">As its package names it: <c>OFL-1.1</c>.</param>
public sealed class PosterFont(Font font, string path, string licence, string package) : IDisposable
{
    private readonly Lazy<HarfBuzzFont> file = new(() => HarfBuzzFont.Open(path));
    private readonly ConcurrentDictionary<(string Text, Setting Setting, bool Han), IReadOnlyList<ShapedGlyph>> shaped = new();

    /// <summary>How scenes name it.</summary>
    public Font Font { get; } = font;

    public string Path { get; } = path;

    public string Licence { get; } = licence;

    /// <summary>Where it came from, for credits: the npm package with its file.</summary>
    public string Package { get; } = package;

    public HarfBuzzFont File => file.Value;

    public bool Has(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !File.Has(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The glyphs of a short text, remembered: posters say the same characters again and again.</summary>
    public IReadOnlyList<ShapedGlyph> Shape(string text, Setting setting, bool han) =>
        shaped.GetOrAdd((text, setting, han), key => File.Shape(
            key.Text, 0, key.Text.Length, new(key.Setting == Setting.Vertical, key.Han, "zh-Hans", [])));

    public void Dispose()
    {
        if (file.IsValueCreated)
        {
            file.Value.Dispose();
        }
    }
}

/// <summary>Fonts in the order in which a character looks for one that has it.</summary>
public sealed record FontStack(string Name, IReadOnlyList<PosterFont> Fonts)
{
    /// <summary>The first font that has all of these characters, or null.</summary>
    public PosterFont? For(string text)
    {
        foreach (var font in Fonts)
        {
            if (font.Has(text))
            {
                return font;
            }
        }

        return null;
    }
}
