using System.Numerics;
using YuGong.Imaging;
using YuGong.Imaging.Vips;

namespace YuGong.Build.Takedown;

/// <summary>
/// What a picture looks like, in 128 bits: whether it grows darker from each of 8 × 8 places to the next, to the right and downwards (a
/// difference hash). Smaller copies and other formats of a photo have nearly the same; cut-outs and posters do not.
/// </summary>
/// <param name="Ratio">Width by height.</param>
public readonly record struct PictureLikeness(ulong Across, ulong Down, double Ratio)
{
    /// <summary>Places on each side; one more is read than compared.</summary>
    private const int Side = 8, Read = 72;

    /// <summary>Grey levels; a picture that differs less everywhere is a plain ground and looks like any other.</summary>
    private const int LeastContrast = 12;

    private const int MostBits = 8;

    /// <summary>Grey levels that a new size or a stronger compression may change.</summary>
    private const double Noise = 1.5;

    private const double MostStretch = 0.03;

    private static readonly HashSet<string> Kinds =
        new([".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether pictures can be looked at here at all.</summary>
    public static bool Possible => Engine.IsAvailable;

    public static bool IsPicture(string path) => Kinds.Contains(Path.GetExtension(path));

    /// <summary>Null for what cannot be read as a picture, and for plain grounds.</summary>
    /// <param name="sought">
    /// With these, null also for what has another shape than all of them: heads are read fast, pictures are not.
    /// </param>
    public static PictureLikeness? Of(string path, IReadOnlyList<PictureLikeness>? sought = null)
    {
        try
        {
            var (width, height) = Pictures.Size(path);
            var ratio = width / (double)height;
            return sought?.Any(s => s.HasShapeOf(ratio)) == false
                ? null
                : Of(Pictures.Load(path, new(0, 0, width, height), Read, Read), ratio);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public bool Is(PictureLikeness other) =>
        BitOperations.PopCount(Across ^ other.Across) + BitOperations.PopCount(Down ^ other.Down) <= MostBits && HasShapeOf(other.Ratio);

    private bool HasShapeOf(double ratio) => Math.Abs((Ratio / ratio) - 1) <= MostStretch;

    private static PictureLikeness? Of(Photo photo, double ratio)
    {
        var grey = new double[Side + 1, Side + 1];
        for (var row = 0; row <= Side; row++)
        {
            for (var column = 0; column <= Side; column++)
            {
                grey[row, column] = Mean(photo, column, row);
            }
        }

        var all = grey.Cast<double>().ToList();
        if (all.Max() - all.Min() < LeastContrast)
        {
            return null;
        }

        var (across, down) = (0UL, 0UL);
        for (var i = 0; i < Side * Side; i++)
        {
            var (row, column) = (i / Side, i % Side);
            across |= grey[row, column] > grey[row, column + 1] + Noise ? 1UL << i : 0;
            down |= grey[row, column] > grey[row + 1, column] + Noise ? 1UL << i : 0;
        }

        return new(across, down, ratio);
    }

    private static double Mean(Photo photo, int column, int row)
    {
        var (left, right) = Part(column, photo.Width);
        var (top, bottom) = Part(row, photo.Height);
        double sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var at = ((y * photo.Width) + x) * 4;
                sum += (0.114 * photo.Pixels[at]) + (0.587 * photo.Pixels[at + 1]) + (0.299 * photo.Pixels[at + 2]);
            }
        }

        return sum / ((right - left) * (bottom - top));
    }

    /// <summary>One of the equal parts of a side, at least a pixel.</summary>
    private static (int From, int To) Part(int number, int side)
    {
        var from = number * side / (Side + 1);
        return (from, Math.Max(from + 1, (number + 1) * side / (Side + 1)));
    }
}
