using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Posters.Svg;
using YuGong.Text;

namespace YuGong.Tests.Designs;

/// <summary>A small design of 400 × 400 px, read; only what the press does not fill in.</summary>
internal static class Drawn
{
    public const string Path = "themes/yugong/posters/trial/square.svg";

    public static string Svg(string inside, string root = "") =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"400\" height=\"400\" "
        + $"viewBox=\"0 0 400 400\" {root}>\n{inside}\n</svg>\n";

    public static (Design? Design, IReadOnlyList<Diagnostic> Findings) Read(string svg, string? folder = null)
    {
        var found = new Diagnostics();
        var assets = folder is null ? SvgAssets.None : new SvgAssets(folder, "themes/yugong/posters/trial", folder);
        var design = DesignReader.Read(new(Path, svg), ["serif"], found, assets);
        return (design, found.Sorted());
    }

    /// <summary>The marks of a design without findings, groups opened.</summary>
    public static IReadOnlyList<Mark> Marks(string inside, string root = "")
    {
        var (design, findings) = Read(Svg(inside, root));
        Xunit.Assert.Equal([], findings.Select(f => f.Message(Language.English)));
        return [.. design!.Layers.SelectMany(l => l.Elements).SelectMany(Marks)];
    }

    /// <summary>What the shapes are filled with, from the back to the front.</summary>
    public static IReadOnlyList<string> Fills(string inside, string root = "") =>
        [.. Marks(inside, root).OfType<PathMark>().Select(m => m.Fill is Solid solid
            ? solid.Colour + (solid.Opacity < 1 ? $"/{SceneText.Number(solid.Opacity)}" : "") : m.Fill?.GetType().Name ?? "–")];

    public static IEnumerable<Mark> Marks(DesignElement element) => element switch
    {
        StaticMark still => [still.Mark],
        ElementGroup { IsPlain: false } group => [group.Around([.. group.Elements.SelectMany(Marks)])],
        ElementGroup group => group.Elements.SelectMany(Marks),
        _ => [],
    };
}
