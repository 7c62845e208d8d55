using SkiaSharp;

namespace YuGong.Imaging.Drawing;

/// <summary>Shapes joined to one, worked out by Skia.</summary>
public static class PathUnion
{
    /// <summary>All that lies in one of the paths, as SVG path data, with the rule by which it is filled.</summary>
    public static (string Data, bool EvenOdd) Of(IEnumerable<(string Data, bool EvenOdd)> paths)
    {
        SKPath? all = null;
        try
        {
            foreach (var (data, evenOdd) in paths)
            {
                var next = SKPath.ParseSvgPathData(data) ?? throw new ArgumentException(data, nameof(paths));
                next.FillType = evenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
                if (all is null)
                {
                    all = next;
                    continue;
                }

                using (next)
                {
                    var joined = all.Op(next, SKPathOp.Union) ?? throw new ArgumentException(data, nameof(paths));
                    all.Dispose();
                    all = joined;
                }
            }

            return all is null ? ("", false) : (all.ToSvgPathData(), all.FillType == SKPathFillType.EvenOdd);
        }
        finally
        {
            all?.Dispose();
        }
    }
}
