using YuGong.Text;

namespace YuGong.Media.Renditions;

/// <summary>What a picture is on its page, which decides how it is cut and how large it should be.</summary>
[Flags]
internal enum PictureUse
{
    None = 0,
    Portrait = 1,
    Thing = 2,
    Album = 4,
    Film = 8,
    Prose = 16,
}

/// <summary>A kind of place in a page.</summary>
/// <param name="Ratio">Width by height; null for the whole picture.</param>
/// <param name="Widths">Pixels: once for plain screens and twice for dense ones, for narrow pages and wide.</param>
internal sealed record PicturePlace(string Name, (int Width, int Height)? Ratio, IReadOnlyList<int> Widths)
{
    public static PicturePlace Whole { get; } = new("whole", null, [480, 960, 1600]);

    /// <summary>Sheets of the star board.</summary>
    public static PicturePlace Card { get; } = new("card", (4, 5), [320, 640, 1280]);

    /// <summary>Where a seal would stand.</summary>
    public static PicturePlace Square { get; } = new("square", (1, 1), [160, 320]);

    /// <summary>Drawing sheets of the collection.</summary>
    public static PicturePlace Sheet { get; } = new("sheet", (4, 3), [400, 800]);

    /// <summary>A film before it plays.</summary>
    public static PicturePlace Still { get; } = new("still", (16, 9), [480, 960, 1600]);

    public static IEnumerable<PicturePlace> Of(PictureUse use)
    {
        yield return Whole;
        if (use.HasFlag(PictureUse.Portrait))
        {
            yield return Card;
            yield return Square;
        }

        if (use.HasFlag(PictureUse.Thing))
        {
            yield return Sheet;
        }

        if (use.HasFlag(PictureUse.Film))
        {
            yield return Still;
        }
    }

    /// <summary>What a use wants at least, in pixels of the original, and what people call it.</summary>
    public static (int Width, int Height, Phrase Name) WantedBy(PictureUse use) =>
        use.HasFlag(PictureUse.Thing) ? (1600, 1200, new("老物件大图", "large picture of an object"))
        : use.HasFlag(PictureUse.Film) ? (1280, 720, new("影片封面", "still of a film"))
        : use.HasFlag(PictureUse.Portrait) ? (640, 800, new("人物肖像", "portrait"))
        : (960, 640, new("图片", "picture"));
}
