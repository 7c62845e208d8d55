using System.Globalization;
using YuGong.Imaging.Vips;

namespace YuGong.Media.Originals;

/// <summary>Where the path data of SVG (SVG 2, §9.3) goes, as far as a crop needs it: every point it names.</summary>
internal static class PathExtent
{
    /// <summary>A box that holds all of the path, never smaller than it; null for a path of nothing or one that cannot be read.</summary>
    /// <param name="visit">Gets each end of a segment.</param>
    public static Area? Of(string data, Action<double, double>? visit)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        void See(double px, double py) =>
            (left, top, right, bottom) = (Math.Min(left, px), Math.Min(top, py), Math.Max(right, px), Math.Max(bottom, py));

        double x = 0, y = 0, startX = 0, startY = 0;
        var (at, command) = (0, ' ');
        Span<double> n = stackalloc double[7];
        while (Next(data, ref at, ref command))
        {
            var letter = char.ToUpperInvariant(command);
            var count = letter switch { 'M' or 'L' or 'T' => 2, 'H' or 'V' => 1, 'C' => 6, 'S' or 'Q' => 4, 'A' => 7, 'Z' => 0, _ => -1 };
            if (count < 0)
            {
                return null;
            }

            for (var i = 0; i < count; i++)
            {
                if (!Number(data, ref at, letter == 'A' && i is 3 or 4, out n[i]))
                {
                    return null;
                }
            }

            var (ox, oy) = char.IsAsciiLetterLower(command) ? (x, y) : (0.0, 0.0);
            var (fromX, fromY) = (x, y);
            (x, y) = letter switch
            {
                'H' => (ox + n[0], y),
                'V' => (x, oy + n[0]),
                'Z' => (startX, startY),
                _ => (ox + n[count - 2], oy + n[count - 1]),
            };
            for (var i = 0; letter is 'C' or 'S' or 'Q' && i < count - 2; i += 2)
            {
                See(ox + n[i], oy + n[i + 1]);
            }

            if (letter == 'A')
            {
                // The ellipse touches both ends and is nowhere further from them than its diameters.
                var (rx, ry) = (2 * Math.Abs(n[0]), 2 * Math.Abs(n[1]));
                See(Math.Max(fromX, x) - rx, Math.Max(fromY, y) - ry);
                See(Math.Min(fromX, x) + rx, Math.Min(fromY, y) + ry);
            }

            See(x, y);
            visit?.Invoke(x, y);
            if (letter == 'M')
            {
                (startX, startY, command) = (x, y, command == 'M' ? 'L' : 'l');
            }
        }

        return right < left ? null : new(left, top, right - left, bottom - top);
    }

    /// <summary>To the next segment: its letter may be left out where it is the same again.</summary>
    private static bool Next(string data, ref int at, ref char command)
    {
        while (at < data.Length && (char.IsWhiteSpace(data[at]) || data[at] == ','))
        {
            at++;
        }

        if (at < data.Length && char.IsAsciiLetter(data[at]))
        {
            command = data[at++];
            return true;
        }

        return at < data.Length && command is not ('Z' or 'z');
    }

    private static bool Number(string data, ref int at, bool isFlag, out double value)
    {
        while (at < data.Length && (char.IsWhiteSpace(data[at]) || data[at] == ','))
        {
            at++;
        }

        var start = at;
        if (isFlag && at < data.Length)
        {
            at++;
        }
        else
        {
            var (dot, sign) = (false, true);
            for (; at < data.Length; at++)
            {
                var c = data[at];
                if (c is 'e' or 'E')
                {
                    (sign, dot) = (true, true);
                    continue;
                }

                if (!(char.IsAsciiDigit(c) || (c == '.' && !dot) || (c is '-' or '+' && sign)))
                {
                    break;
                }

                (sign, dot) = (false, dot || c == '.');
            }
        }

        return double.TryParse(data.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
