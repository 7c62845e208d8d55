namespace YuGong.Imaging;

/// <summary>A picture, unpacked and packed.</summary>
/// <param name="Pixels">Rows from the top; blue, green, red, and opacity where <paramref name="IsClear"/>, else unused.</param>
/// <param name="Jpeg">The same picture as a JPEG file, for PDF and SVG; clear parts are white.</param>
/// <param name="Png">The same without any loss, where that is wanted: a logo, a picture with clear parts.</param>
/// <param name="IsClear">It has parts that can be seen through.</param>
public sealed record Photo(byte[] Pixels, int Width, int Height, byte[] Jpeg, byte[]? Png = null, bool IsClear = false)
{
    /// <summary>Red, green, blue of every pixel, and the opacity of every pixel.</summary>
    internal (byte[] Colours, byte[] Opacities) Planes()
    {
        var (colours, opacities) = (new byte[Width * Height * 3], new byte[Width * Height]);
        for (var i = 0; i < opacities.Length; i++)
        {
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2], opacities[i]) =
                (Pixels[(4 * i) + 2], Pixels[(4 * i) + 1], Pixels[4 * i], Pixels[(4 * i) + 3]);
        }

        return (colours, opacities);
    }
}
