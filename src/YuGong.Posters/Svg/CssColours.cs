using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Colours as CSS Color 4 writes those of sRGB: names, hexadecimal, <c>rgb() hsl() hwb()</c>.</summary>
internal static class CssColours
{
    private static readonly Dictionary<string, int> Names = ReadNames();

    /// <summary>Null for anything that is no such colour.</summary>
    public static Solid? Read(string text)
    {
        var words = text.Trim().ToLowerInvariant();
        if (words.StartsWith('#'))
        {
            return Hexadecimal(words[1..]);
        }

        if (words == "transparent")
        {
            return new(default, 0);
        }

        if (Names.TryGetValue(words, out var named))
        {
            return new(new((byte)(named >> 16), (byte)(named >> 8), (byte)named));
        }

        var open = words.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && words.EndsWith(')')
            ? Function(words[..open].Trim(), words[(open + 1)..^1].Replace(',', ' ').Replace("/", " / ", StringComparison.Ordinal)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w != "/").ToArray())
            : null;
    }

    private static Solid? Hexadecimal(string digits)
    {
        var all = digits.Length is 3 or 4 ? string.Concat(digits.Select(d => new string(d, 2))) : digits;
        if (all.Length is not (6 or 8) || !all.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Convert.FromHexString(all);
        return new(new(bytes[0], bytes[1], bytes[2]), bytes.Length == 4 ? bytes[3] / 255.0 : 1);
    }

    private static Solid? Function(string name, string[] words)
    {
        if (words.Length is not (3 or 4))
        {
            return null;
        }

        var opacity = words.Length == 4 ? Lengths.Share(words[3]) : 1;
        var (a, b, c) = name switch
        {
            "rgb" or "rgba" => (Channel(words[0]), Channel(words[1]), Channel(words[2])),
            "hsl" or "hsla" => Hsl(Lengths.Angle(words[0]), Part(words[1]), Part(words[2])),
            "hwb" => Hwb(Lengths.Angle(words[0]), Part(words[1]), Part(words[2])),
            _ => (null, null, null),
        };
        return a is { } red && b is { } green && c is { } blue && opacity is { } seen
            ? new(new(Byte(red), Byte(green), Byte(blue)), Math.Clamp(seen, 0, 1)) : null;
    }

    private static byte Byte(double share) => (byte)Math.Round(Math.Clamp(share, 0, 1) * 255, MidpointRounding.AwayFromZero);

    private static double? Channel(string word) => word.EndsWith('%') ? Lengths.Share(word) : Lengths.Share(word) / 255;

    /// <summary>In CSS Color 4 the percent sign may be left out.</summary>
    private static double? Part(string word) =>
        (word.EndsWith('%') ? Lengths.Share(word) : Lengths.Share(word) / 100) is { } part ? Math.Clamp(part, 0, 1) : null;

    private static (double? Red, double? Green, double? Blue) Hsl(double? hue, double? saturation, double? lightness)
    {
        if (hue is not { } h || saturation is not { } s || lightness is not { } l)
        {
            return default;
        }

        double At(double n)
        {
            var k = (n + (h / 30)) % 12;
            k = k < 0 ? k + 12 : k;
            return l - (s * Math.Min(l, 1 - l) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }

        return (At(0), At(8), At(4));
    }

    private static (double? Red, double? Green, double? Blue) Hwb(double? hue, double? white, double? black)
    {
        if (white is not { } w || black is not { } b)
        {
            return default;
        }

        if (w + b >= 1)
        {
            return (w / (w + b), w / (w + b), w / (w + b));
        }

        var (red, green, blue) = Hsl(hue, 1, 0.5);
        return ((red * (1 - w - b)) + w, (green * (1 - w - b)) + w, (blue * (1 - w - b)) + w);
    }

    /// <summary>The named colours (CSS Color 4, 6.1), which .NET knows too, one of them wrongly.</summary>
    private static Dictionary<string, int> ReadNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal) { ["rebeccapurple"] = 0x663399 };
        foreach (var known in Enum.GetValues<System.Drawing.KnownColor>())
        {
            var colour = System.Drawing.Color.FromKnownColor(known);
            if (!colour.IsSystemColor && known != System.Drawing.KnownColor.Transparent)
            {
                var name = colour.Name.ToLowerInvariant();
                names[name] = colour.ToArgb() & 0xFFFFFF;
                names[name.Replace("gray", "grey", StringComparison.Ordinal)] = colour.ToArgb() & 0xFFFFFF;
            }
        }

        names["darkseagreen"] = 0x8FBC8F;
        return names;
    }
}
