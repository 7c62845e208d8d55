using YuGong.Posters.Fonts;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Posters;

/// <summary>The theme's poster fonts, opened once for all tests.</summary>
internal static class Type
{
    private static readonly Lazy<PosterFonts> Opened = new(Open);

    public static PosterFonts Fonts => Opened.Value;

    public static FontStack Serif => Fonts.Stacks["serif"];

    public static FontStack Text => Fonts.Stacks["text"];

    private static PosterFonts Open()
    {
        var found = new Diagnostics();
        return PosterFonts.Open(Repository.At("themes", "yugong"), "themes/yugong", Repository.At(".cache", "fonts"), found)
            ?? throw new InvalidOperationException(string.Join('\n', found.Sorted().Select(d => d.Message(Language.English))));
    }
}
