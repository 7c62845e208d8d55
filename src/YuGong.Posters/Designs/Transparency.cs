using YuGong.Imaging.Drawing;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>What of a design cannot be kept for good: PDF/A-1 allows nothing that can be seen through (ISO 19005-1 6.4).</summary>
internal static class Transparency
{
    public static void Check(IEnumerable<DesignLayer> layers, Diagnostics diagnostics)
    {
        foreach (var element in layers.SelectMany(l => l.Elements))
        {
            Check(element, diagnostics);
        }
    }

    private static void Check(DesignElement element, Diagnostics diagnostics)
    {
        if (WhatIsClear(element) is { } what)
        {
            diagnostics.Report(PosterRules.NotForGood, element.Span, what);
        }
        else if (element is ElementGroup group)
        {
            foreach (var inner in group.Elements)
            {
                Check(inner, diagnostics);
            }
        }
    }

    private static string? WhatIsClear(DesignElement element) => element switch
    {
        ElementGroup { Opacity: < 1 } => "opacity",
        ElementGroup { Mask: not null } => "mask",
        ElementGroup { Blend: not Blend.Normal } => "mix-blend-mode",
        ElementGroup { IsIsolated: true } => "isolation",
        StaticMark still => WhatIsClear(still.Mark),
        TextBox { Fill: Solid { Opacity: < 1 } } => "data-opacity",
        SheetBox => "data-sheet",
        RidgesBox { Line.Paint: Solid { Opacity: < 1 } } => "data-line-opacity",
        _ => null,
    };

    private static string? WhatIsClear(Mark mark) => mark switch
    {
        PathMark path => IsClear(path.Fill) ? "fill-opacity" : IsClear(path.Stroke?.Paint) ? "stroke-opacity" : null,
        Group group => group.IsApart ? "opacity" : group.Marks.Select(WhatIsClear).FirstOrDefault(w => w is not null),
        PictureMark { Source.Bytes: { } bytes } when Imaging.Vips.Pictures.IsClear(bytes) => "image",
        _ => null,
    };

    private static bool IsClear(Paint? paint) => paint switch
    {
        Solid solid => solid.Opacity < 1,
        Gradient gradient => gradient.Stops.Any(s => s.Opacity < 1),
        Tile tile => tile.Marks.Any(m => WhatIsClear(m) is not null),
        _ => false,
    };
}
