using System.Runtime.InteropServices;

namespace YuGong.Imaging.Vips;

/// <summary>
/// Finished pixels in sRGB: rows from the top, red, green, blue, and opacity where the ground is clear. Files say their resolution and
/// carry
/// an sRGB profile. The pixels are given back at <see cref="IDisposable.Dispose"/>: an A2 page is 107 MB, too much to leave lying about.
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

    public byte[] Png() => Encode("pngsave_buffer", ("compression", 1), ("filter", "none"), ("profile", "srgb"));

    /// <summary>Quality 92, colour at full resolution, so that red seals keep their edge.</summary>
    public byte[] Jpeg()
    {
        // libvips tells the resolution in Exif only; JFIF (ITU-T T.871) is what every program reads, so its segment goes in front.
        var bare = Encode("jpegsave_buffer", ("Q", 92), ("optimize_coding", true), ("subsample_mode", "off"), ("profile", "srgb"));
        var (high, low) = ((byte)((int)Math.Round(Dpi) >> 8), (byte)(int)Math.Round(Dpi));
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 1, high, low, high, low, 0, 0,
            .. bare.AsSpan(2)];
    }

    public byte[] Webp() => Encode("webpsave_buffer", ("Q", 88), ("effort", 3), ("smart_subsample", true), ("profile", "srgb"));

    /// <summary>CMYK through an ICC profile (relative colorimetric, black point compensation), which the file carries.</summary>
    /// <param name="profile">The profile's file.</param>
    public byte[] CmykTiff(string profile)
    {
        using var said = Said();
        using var inks = said.To(
            "icc_transform", ("output_profile", profile), ("input_profile", "srgb"), ("embedded", false), ("intent", "relative"),
            ("black_point_compensation", true), ("depth", 8));
        return inks.Save("tiffsave_buffer", ("compression", "deflate"), ("predictor", "horizontal"), ("level", 1), ("resunit", "inch"),
            ("xres", Dpi / 25.4), ("yres", Dpi / 25.4));
    }

    public void Dispose() => memory.Dispose();

    private byte[] Encode(string operation, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        using var said = Said();
        return said.Save(operation, arguments);
    }

    /// <summary>The pixels with what files say of them. They stay here while libvips reads them.</summary>
    private VipsImage Said()
    {
        ObjectDisposedException.ThrowIf(memory.IsClosed, this);
        using var image = VipsImage.FromPixels(memory.First, Width, Height, Bands);
        return image.To("copy", ("xres", Dpi / 25.4), ("yres", Dpi / 25.4), ("interpretation", "srgb"));
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
