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

    /// <summary>AVIF and HEIC: ISO/IEC 23008-12.</summary>
    Heif,
    Svg,
}

/// <param name="Width">Pixels, upright (EXIF orientation applied).</param>
/// <param name="AtOnce">It can only be unpacked whole into memory: progressive JPEG, interlaced PNG, WebP, AVIF, HEIC.</param>
/// <param name="CutOff">Its end is missing.</param>
public sealed record ImageHeader(PictureKind Kind, int Width, int Height, bool AtOnce, bool CutOff)
{
    private const int TailBytes = 256 * 1024;

    public long Pixels => (long)Width * Height;

    /// <summary>The kind of a file's first bytes; a few thousand are enough.</summary>
    public static PictureKind KindOf(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PictureKind.Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PictureKind.Png
        : start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8) ? PictureKind.Webp
        : start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) || start.StartsWith("II+\0"u8) || start.StartsWith("MM\0+"u8)
            ? PictureKind.Tiff
        : start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8)
            && Encoding.ASCII.GetString(start[8..12]) is "avif" or "avis" or "heic" or "heix" or "mif1" or "msf1" or "hevc"
            ? PictureKind.Heif
        : start.IndexOf("<svg"u8) >= 0 || start.IndexOf(":svg"u8) >= 0 ? PictureKind.Svg
        : PictureKind.Unknown;

    /// <summary>Reads the head of a raster file; its pixels stay packed.</summary>
    /// <exception cref="InvalidDataException">Nothing that libvips can read.</exception>
    public static ImageHeader Read(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4096];
        var kind = KindOf(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        using var image = VipsImage.Read(LoaderOf(kind), path);
        var turned = image.Number("orientation") is >= 5 and <= 8;
        var whole = kind is PictureKind.Webp or PictureKind.Heif || image.Number("interlaced") == 1 || image.Number("jpeg-multiscan") == 1;
        return new(kind, turned ? image.Height : image.Width, turned ? image.Width : image.Height, whole, IsCutOff(kind, file));
    }

    internal static string LoaderOf(PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => "jpegload",
        PictureKind.Png => "pngload",
        PictureKind.Webp => "webpload",
        PictureKind.Tiff => "tiffload",
        PictureKind.Heif => "heifload",
        _ => throw new InvalidDataException("no picture that is known here"),
    };

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
