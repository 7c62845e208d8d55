using System.Runtime.InteropServices;
using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>
/// Finished pixels in sRGB: rows from the top, red, green, blue, and opacity where the ground is clear. Files say their resolution and
/// carry an
/// sRGB profile. The pixels are given back at <see cref="IDisposable.Dispose"/>: an A2 page is 107 MB, too much to leave lying about.
/// </summary>
public sealed unsafe class Raster : IDisposable
{
    private readonly Memory memory;

    /// <param name="bands">3, or 4 with opacity.</param>
    /// <param name="dpi">Pixels per inch, as the files record it.</param>
    public Raster(int width, int height, int bands, double dpi)
    {
        (Width, Height, Bands, Dpi) = (width, height, bands, dpi);
        memory = new((nuint)width * (nuint)height * (nuint)bands);
    }

    public int Width { get; }

    public int Height { get; }

    public int Bands { get; }

    public double Dpi { get; }

    /// <summary>To be filled, and read, before it is disposed of.</summary>
    public Span<byte> Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(memory.IsClosed, this);
            return new(memory.First, checked(Width * Height * Bands));
        }
    }

    /// <summary>Deflate at level 2: level 1 of zlib-ng makes files half as large again.</summary>
    public byte[] Png() => Encode(said => said.PngsaveBuffer(compression: 2, filter: Enums.ForeignPngFilter.None, profile: "srgb"));

    /// <summary>Quality 92, colour at full resolution, so that red seals keep their edge.</summary>
    public byte[] Jpeg()
    {
        // libvips tells the resolution in Exif only; JFIF (ITU-T T.871) is what every program reads, so its segment goes in front.
        var bare = Encode(said =>
            said.JpegsaveBuffer(q: 92, optimizeCoding: true, subsampleMode: Enums.ForeignSubsample.Off, profile: "srgb"));
        var (high, low) = ((byte)((int)Math.Round(Dpi) >> 8), (byte)(int)Math.Round(Dpi));
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 1, high, low, high, low, 0, 0,
            .. bare.AsSpan(2)];
    }

    public byte[] Webp() => Encode(said => said.WebpsaveBuffer(q: 88, effort: 3, smartSubsample: true, profile: "srgb"));

    /// <summary>For pages: smaller than print needs, without a profile, which says nothing that browsers do not take for granted.</summary>
    public byte[] Web(ImageFormat format) => Encode(said => format switch
    {
        ImageFormat.Jpeg => said.JpegsaveBuffer(q: 72, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None),
        ImageFormat.Webp => said.WebpsaveBuffer(q: 68, effort: 4, keep: Enums.ForeignKeep.None),

        // Of many fine points effort 2 makes a smaller file than 4, in a quarter of the time.
        ImageFormat.Avif => said.HeifsaveBuffer(q: 48, effort: 2, compression: Enums.ForeignHeifCompression.Av1,
            subsampleMode: Enums.ForeignSubsample.On, tune: "ssim", keep: Enums.ForeignKeep.None),
        _ => said.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None),
    });

    /// <summary>The free CMYK profile that libvips brings along under the name <c>cmyk</c>.</summary>
    public static byte[] CmykProfile => Engine.Run(() => Image.ProfileLoad("cmyk"));

    /// <summary>CMYK through an ICC profile (relative colorimetric, black point compensation), which the file carries.</summary>
    /// <param name="profile">The profile's file, or the name of one that libvips brings along.</param>
    public byte[] CmykTiff(string profile) => Encode(said =>
    {
        using var inks = said.IccTransform(profile, inputProfile: "srgb", embedded: false, intent: Enums.Intent.Relative,
            blackPointCompensation: true, depth: 8);
        return inks.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal,
            level: 2, resunit: Enums.ForeignTiffResunit.Inch, xres: Dpi / 25.4, yres: Dpi / 25.4);
    });

    public void Dispose() => memory.Dispose();

    /// <summary>The pixels with what files say of them. They stay here while libvips reads them.</summary>
    private byte[] Encode(Func<Image, byte[]> pack)
    {
        ObjectDisposedException.ThrowIf(memory.IsClosed, this);
        return Engine.Run(() =>
        {
            using var image = Image.NewFromMemory((nint)memory.First, (ulong)Pixels.Length, Width, Height, Bands, Enums.BandFormat.Uchar);
            using var said = image.Copy(xres: Dpi / 25.4, yres: Dpi / 25.4, interpretation: Enums.Interpretation.Srgb);
            return pack(said);
        });
    }

    private sealed class Memory : SafeHandle
    {
        public Memory(nuint bytes)
            : base(0, ownsHandle: true) => SetHandle((nint)NativeMemory.Alloc(bytes));

        public byte* First => (byte*)handle;

        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            NativeMemory.Free((void*)handle);
            return true;
        }
    }
}
