using System.Buffers.Binary;
using System.Text;

namespace YuGong.Imaging.Vips;

/// <summary>What a file is, by its bytes and never by its name.</summary>
public enum PictureKind
{
    Unknown,
    Jpeg,
    Png,
    Webp,
    Tiff,

    /// <summary>ISO/IEC 23008-12 with AV1.</summary>
    Avif,

    /// <summary>The same with HEVC, as phones save it: known, but not read, for its decoder is encumbered by patents.</summary>
    Heic,
    Svg,
}

/// <param name="Width">Pixels, upright (EXIF orientation applied).</param>
/// <param name="AtOnce">It can only be unpacked whole into memory: progressive JPEG, interlaced PNG, WebP, AVIF.</param>
/// <param name="CutOff">Its end is missing.</param>
public sealed record ImageHeader(PictureKind Kind, int Width, int Height, bool AtOnce, bool CutOff)
{
    private const int TailBytes = 256 * 1024;

    public long Pixels => (long)Width * Height;

    /// <summary>Pages of a TIFF, frames of an animation; the first is what is shown. Smaller copies of the first do not count.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The kind of a file's first bytes; a few thousand are enough.</summary>
    public static PictureKind KindOf(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PictureKind.Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PictureKind.Png
        : start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8) ? PictureKind.Webp
        : start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) || start.StartsWith("II+\0"u8) || start.StartsWith("MM\0+"u8)
            ? PictureKind.Tiff
        : start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8) && KindOfBrands(start) is var kind and not PictureKind.Unknown ? kind
        : start.IndexOf("<svg"u8) >= 0 || start.IndexOf(":svg"u8) >= 0 ? PictureKind.Svg
        : PictureKind.Unknown;

    /// <summary>Reads the head of a raster file; its pixels stay packed.</summary>
    /// <exception cref="InvalidDataException">Nothing that libvips can read.</exception>
    public static ImageHeader Read(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4096];
        var kind = KindOf(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        return kind is PictureKind.Unknown or PictureKind.Heic or PictureKind.Svg
            ? new(kind, 0, 0, AtOnce: false, CutOff: false) : Engine.Run(() => Read(path, kind, file));
    }

    private static ImageHeader Read(string path, PictureKind kind, FileStream file)
    {
        using var image = ImageOperations.Open(path, kind);
        var turned = image.Number("orientation") is >= 5 and <= 8;
        var whole = kind is PictureKind.Webp or PictureKind.Avif || image.Number("interlaced") == 1 || image.Number("jpeg-multiscan") == 1;
        return new(kind, turned ? image.Height : image.Width, turned ? image.Width : image.Height, whole, IsCutOff(kind, file))
        {
            Pages = PageCount.Of(path, kind, image, file),
        };
    }

    /// <summary>The kind of a file on disk, by its first bytes.</summary>
    internal static PictureKind KindOf(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4096];
        return KindOf(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    /// <summary>By the brands of the file type box, major and compatible (ISO/IEC 14496-12, 4.3).</summary>
    private static PictureKind KindOfBrands(ReadOnlySpan<byte> start)
    {
        var end = Math.Min(start.Length, (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(start)));
        var kind = PictureKind.Unknown;
        for (var at = 8; at + 4 <= end; at += 4)
        {
            switch (Encoding.ASCII.GetString(start.Slice(at, 4)))
            {
                case "avif" or "avis":
                    return PictureKind.Avif;
                case "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1":
                    kind = PictureKind.Heic;
                    break;
            }
        }

        return kind;
    }

    /// <summary>By the marks that end a file. Entropy-coded data of a JPEG never holds its end mark (ITU-T T.81, B.1.1.2).</summary>
    private static bool IsCutOff(PictureKind kind, FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, TailBytes)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        switch (kind)
        {
            case PictureKind.Jpeg:
                return tail.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0;
            case PictureKind.Png:
                return tail.AsSpan().LastIndexOf("IEND"u8) < 0;
            case PictureKind.Webp:
                file.Seek(4, SeekOrigin.Begin);
                var size = new byte[4];
                file.ReadExactly(size);
                return BitConverter.ToUInt32(size) + 8L > file.Length;
            default:
                return false;
        }
    }
}
