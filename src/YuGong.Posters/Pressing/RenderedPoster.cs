using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>A finished file of a poster, waiting in the store.</summary>
/// <param name="Name">As it is delivered: <c>shui-xiheng-peak-a3.pdf</c>.</param>
/// <param name="Stored">Its name in the store.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
/// <param name="Width">Pixels, or 0 where there are none.</param>
public sealed record RenderedFile(PosterFormat Format, string Name, string Stored, long Length, string Sha256, int Width, int Height);

/// <summary>A poster and its finished files.</summary>
/// <param name="Holds">False when the design did not hold the story; then there are no files and the findings say why.</param>
/// <param name="Took">Zero when everything came from the store.</param>
public sealed record RenderedPoster(PosterJob Order, bool Holds, IReadOnlyList<Font> Fonts, IReadOnlyList<RenderedFile> Files,
    TimeSpan Took)
{
    public RenderedFile? File(PosterFormat format) => Files.FirstOrDefault(f => f.Format == format);
}
