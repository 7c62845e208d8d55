namespace YuGong.Imaging;

/// <summary>A picture, unpacked and packed.</summary>
/// <param name="Pixels">Rows from the top; blue, green, red, unused.</param>
/// <param name="Jpeg">The same picture as a JPEG file, for PDF and SVG.</param>
public sealed record Photo(byte[] Pixels, int Width, int Height, byte[] Jpeg);
