using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YuGong.Imaging.Vips;
using YuGong.Media.Originals;

namespace YuGong.Media.Renditions;

/// <summary>What somebody else takes of a picture.</summary>
/// <param name="Side">The longer side at most, px; never enlarged.</param>
/// <param name="Bytes">The file at most; the picture is made smaller until it is.</param>
/// <param name="Cut">Cropped to exactly this size around what matters; null for the whole picture.</param>
public sealed record PictureLimits(int Side, int Bytes, (int Width, int Height)? Cut = null);

/// <summary>A picture for somebody else: a JPEG that says whose it is, and nothing of where it was taken.</summary>
/// <param name="Width">Pixels.</param>
public sealed record ExportedPicture(byte[] Jpeg, int Width, int Height);

/// <summary>Decided from the original's head; made when the cache lacks it.</summary>
internal sealed class PictureExport(Original original, PictureLimits limits, string engine)
{
    private const string Recipe = "export 1", Name = "export.jpg";

    /// <summary>Smaller than this a picture is of no use to anybody, px.</summary>
    private const int SmallestSide = 320;

    private readonly byte[] xmp = XmpCredit.Packet(original.Says);

    /// <summary>32 hexadecimal digits; equal keys mean equal files.</summary>
    private string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Recipe}|{engine}|{original.Sha256}|{Convert.ToHexString(SHA256.HashData(xmp))}|{limits}|{original.Says?.Focal}"))))[..32];

    /// <exception cref="InvalidDataException">The original is damaged; the message is libvips's.</exception>
    public ExportedPicture Make(AtomicCache cache)
    {
        var key = Key;
        if (!cache.Has(key))
        {
            VipsErrors.Of(alone => cache.Make(key, folder => Fill(folder, alone)));
        }

        var jpeg = cache.Read(key, Name) ?? throw new IOException($"{key}/{Name} has gone from the cache.");
        var (width, height) = Pictures.Size(jpeg);
        return new(jpeg, width, height);
    }

    private void Fill(string folder, bool alone)
    {
        Directory.CreateDirectory(folder);
        var area = Crop.Fit(original.Canvas.Width, original.Canvas.Height, limits.Cut, original.Says?.Focal);
        var (width, height) = SizeOf(area, limits.Side);
        using var source = original.Drawing is { } drawing
            ? SourcePicture.Draw(drawing.Svg, original.Canvas.Width, drawing.Width)
            : SourcePicture.Load(original.Full, original.Head!, Math.Max(width / area.Width, height / area.Height), alone);
        byte[] jpeg;
        for (var side = (double)limits.Side; ; side *= 0.8)
        {
            (width, height) = SizeOf(area, (int)side);
            jpeg = source.Pack(area, width, height, ImageFormat.Jpeg, xmp);
            if (jpeg.Length <= limits.Bytes || limits.Cut is not null || side <= SmallestSide)
            {
                break;
            }
        }

        File.WriteAllBytes(Path.Combine(folder, Name), jpeg);
    }

    private (int Width, int Height) SizeOf(Area area, int side)
    {
        if (limits.Cut is { } exact)
        {
            return exact;
        }

        var scale = Math.Min(1, side / Math.Max(area.Width, area.Height));
        return (Math.Max(1, (int)Math.Round(area.Width * scale)), Math.Max(1, (int)Math.Round(area.Height * scale)));
    }
}
