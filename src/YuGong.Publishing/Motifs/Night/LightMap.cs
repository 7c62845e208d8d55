namespace YuGong.Publishing.Motifs.Night;

/// <summary>How much light falls on each pixel, 1 being as bright as a lamp that just begins to whiten.</summary>
internal sealed class LightMap(int width, int height)
{
    private readonly float[] light = new float[width * height];

    public double this[int x, int y] => light[(y * width) + x];

    /// <summary>One light of the size of a pixel, shared by the four pixels about it.</summary>
    public void Add(double x, double y, float amount)
    {
        var (left, top) = ((int)Math.Floor(x - 0.5), (int)Math.Floor(y - 0.5));
        var (right, low) = ((float)(x - 0.5 - left), (float)(y - 0.5 - top));
        Put(left, top, amount * (1 - right) * (1 - low));
        Put(left + 1, top, amount * right * (1 - low));
        Put(left, top + 1, amount * (1 - right) * low);
        Put(left + 1, top + 1, amount * right * low);
    }

    /// <summary>A round light that fades out.</summary>
    /// <param name="radius">Where it has fallen to six tenths, px.</param>
    public void Halo(double x, double y, double radius, float amount)
    {
        var reach = (int)Math.Ceiling(radius * 3.2);
        for (var row = (int)y - reach; row <= y + reach; row++)
        {
            for (var column = (int)x - reach; column <= x + reach; column++)
            {
                var away = Math.Pow((column + 0.5 - x) / radius, 2) + Math.Pow((row + 0.5 - y) / radius, 2);
                Put(column, row, amount * (float)Math.Exp(-away / 2));
            }
        }
    }

    /// <summary>Adds what spreads from every light, three box filters deep.</summary>
    public void Bloom(double radius, float part)
    {
        var spread = (float[])light.Clone();
        var reach = Math.Max(1, (int)Math.Round(radius));
        for (var pass = 0; pass < 3; pass++)
        {
            Blur(spread, width, height, reach, 1, width);
            Blur(spread, height, width, reach, width, 1);
        }

        for (var i = 0; i < light.Length; i++)
        {
            light[i] += spread[i] * part;
        }
    }

    /// <summary>What stands above the shore once more below it, drawn out downwards and broken by small waves.</summary>
    public void Mirror(double shore, double scale)
    {
        var first = (int)Math.Ceiling(shore);
        var water = new float[width * (height - first)];
        for (var row = 0; row < height - first; row++)
        {
            var from = Math.Max(0, first - 1 - (int)(row * 1.15));
            Array.Copy(light, from * width, water, row * width, width);
        }

        Blur(water, width, height - first, Math.Max(1, (int)(2 * scale)), 1, width);
        for (var pass = 0; pass < 2; pass++)
        {
            Blur(water, height - first, width, Math.Max(2, (int)(13 * scale)), width, 1);
        }

        var waves = new Seed(20);
        for (var row = 0; row < height - first; row++)
        {
            var depth = row / (double)(height - first);
            var far = row / scale;
            var fade = 0.7 * Math.Exp(-far / 44);
            for (var x = 0; x < width; x++)
            {
                // Waves are flat, and longer the nearer they come.
                var ripple = waves.Noise((far * (0.95 - (0.5 * depth)))
                    + (waves.Noise((x / scale / 46) + (Math.Floor(far / 3) * 7.7)) * 1.5));
                var spark = 0.72 + (0.5 * ripple);
                light[((first + row) * width) + x] += water[(row * width) + x] * (float)(fade * Math.Max(0, spark));
            }
        }
    }

    private void Put(int x, int y, float amount)
    {
        if (x >= 0 && x < width && y >= 0 && y < height)
        {
            light[(y * width) + x] += amount;
        }
    }

    /// <summary>A running mean along one direction; what is outside is as the edge.</summary>
    /// <param name="length">Of a line, px.</param>
    /// <param name="lines">How many.</param>
    /// <param name="step">From one pixel of a line to the next.</param>
    /// <param name="next">From one line to the next.</param>
    private static void Blur(float[] values, int length, int lines, int reach, int step, int next)
    {
        var line = new float[length];
        for (var number = 0; number < lines; number++)
        {
            var at = number * next;
            var sum = 0.0;
            for (var i = 0; i < length; i++)
            {
                line[i] = values[at + (i * step)];
            }

            for (var i = -reach; i <= reach; i++)
            {
                sum += line[Math.Clamp(i, 0, length - 1)];
            }

            for (var i = 0; i < length; i++)
            {
                values[at + (i * step)] = (float)(sum / ((2 * reach) + 1));
                sum += line[Math.Min(length - 1, i + reach + 1)] - line[Math.Max(0, i - reach)];
            }
        }
    }
}
