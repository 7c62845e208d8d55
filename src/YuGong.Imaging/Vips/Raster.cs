namespace YuGong.Imaging.Vips;

/// <summary>Finished pixels in sRGB: rows from the top, red, green, blue, and opacity where the ground is clear. Files say their resolution and carry an sRGB profile.</summary>
/// <param name="Dpi">Pixels per inch, as the files record it.</param>
public sealed unsafe record Raster(byte[] Pixels, int Width, int Height, double Dpi)
{
    private int Bands => Pixels.Length / (Width * Height);

    public byte[] Png() => Encode("pngsave_buffer", ("compression", 1), ("filter", "up"), ("profile", "srgb"));

    /// <summary>Quality 92, colour at full resolution, so that red seals keep their edge.</summary>
    public byte[] Jpeg() => Encode("jpegsave_buffer", ("Q", 92), ("optimize_coding", true), ("subsample_mode", "off"), ("profile", "srgb"));

    public byte[] Webp() => Encode("webpsave_buffer", ("Q", 88), ("effort", 3), ("smart_subsample", true), ("profile", "srgb"));

    /// <summary>CMYK through an ICC profile (relative colorimetric, black point compensation), which the file carries.</summary>
    /// <param name="profile">The profile's file.</param>
    public byte[] CmykTiff(string profile)
    {
        fixed (byte* pixels = Pixels)
        {
            using var image = VipsImage.Of(pixels, Width, Height, Bands);
            using var said = image.To("copy", ("xres", Dpi / 25.4), ("yres", Dpi / 25.4), ("interpretation", "srgb"));
            using var inks = said.To(
                "icc_transform", ("output_profile", profile), ("input_profile", "srgb"), ("embedded", false), ("intent", "relative"),
                ("black_point_compensation", true), ("depth", 8));
            return inks.Save("tiffsave_buffer", ("compression", "deflate"), ("predictor", "horizontal"), ("level", 1), ("resunit", "inch"), ("xres", Dpi / 25.4), ("yres", Dpi / 25.4));
        }
    }

    private byte[] Encode(string operation, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        fixed (byte* pixels = Pixels)
        {
            using var image = VipsImage.Of(pixels, Width, Height, Bands);
            using var said = image.To("copy", ("xres", Dpi / 25.4), ("yres", Dpi / 25.4), ("interpretation", "srgb"));
            return said.Save(operation, arguments);
        }
    }
}
