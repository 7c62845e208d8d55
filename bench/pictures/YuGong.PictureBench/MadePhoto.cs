using YuGong.Imaging.Vips;

namespace YuGong.PictureBench;

/// <summary>
/// A photograph of nothing: hills of five sizes, from a third of the picture down to a few pixels, under the grain of a sensor. The same
/// seed gives the same bytes.
/// </summary>
internal static class MadePhoto
{
    private static readonly (int Cell, int Height)[] Hills = [(1024, 70), (256, 40), (64, 26), (16, 20), (4, 16)];

    public static void Write(string file, int width, int height, uint seed)
    {
        using var raster = new Raster(width, height, 3, 96);
        var row = new int[width];
        var grain = seed;
        for (var y = 0; y < height; y++)
        {
            Array.Clear(row);
            foreach (var (cell, high) in Hills)
            {
                Add(row, y, cell, high, seed);
            }

            for (var x = 0; x < width; x++)
            {
                grain = (grain * 1664525) + 1013904223;
                var tone = 128 + (row[x] >> 8) + (int)(grain >> 30);
                var i = (((long)y * width) + x) * 3;
                (raster.Pixels[(int)i], raster.Pixels[(int)i + 1], raster.Pixels[(int)i + 2]) =
                    (Byte(tone), Byte(tone * 9 / 10), Byte(220 - (tone * 2 / 3)));
            }
        }

        File.WriteAllBytes(file, raster.Jpeg());
    }

    /// <summary>Heights at the corners of a grid, straight lines between them, in 256ths.</summary>
    private static void Add(int[] row, int y, int cell, int high, uint seed)
    {
        var (gy, fy) = (y / cell, y % cell);
        for (int x = 0, gx = 0; x < row.Length; x += cell, gx++)
        {
            var left = (At(gx, gy) * (cell - fy)) + (At(gx, gy + 1) * fy);
            var right = (At(gx + 1, gy) * (cell - fy)) + (At(gx + 1, gy + 1) * fy);
            for (var i = 0; i < cell && x + i < row.Length; i++)
            {
                row[x + i] += (int)((((left / cell * (cell - i)) + (right / cell * i)) / cell * high) >> 7);
            }
        }

        // −32768 … 32767.
        long At(int gx, int gy)
        {
            var mixed = unchecked(((uint)gx * 374761393u) + ((uint)gy * 668265263u) + (seed * 2246822519u) + ((uint)cell * 3266489917u));
            mixed = unchecked((mixed ^ (mixed >> 13)) * 1274126177u);
            return (int)((mixed ^ (mixed >> 16)) & 0xFFFF) - 32768;
        }
    }

    private static byte Byte(int tone) => (byte)Math.Clamp(tone, 0, 255);
}
