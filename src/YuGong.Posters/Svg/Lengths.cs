using System.Globalization;

namespace YuGong.Posters.Svg;

/// <summary>What percentages are of: the nearest view, in user units.</summary>
internal readonly record struct Viewport(double Width, double Height)
{
    public double Diagonal => Math.Sqrt(((Width * Width) + (Height * Height)) / 2);
}

/// <summary>Lengths and numbers as CSS writes them; a user unit is a CSS pixel (1/96 in).</summary>
internal static class Lengths
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["px"] = 1, ["in"] = 96, ["cm"] = 96 / 2.54, ["mm"] = 96 / 25.4, ["q"] = 96 / 101.6, ["pt"] = 96 / 72.0, ["pc"] = 16,
        ["rem"] = 16,
    };

    /// <summary>Null for anything that is no length, or one that has to be worked out.</summary>
    /// <param name="whole">What 100 % is.</param>
    public static double? Read(string text, double whole, Style style)
    {
        var (number, unit) = Split(text);
        return number is not { } n ? null
            : unit == "%" ? n / 100 * whole
            : Units.TryGetValue(unit, out var size) ? n * size
            : unit.ToLowerInvariant() switch
            {
                "em" => n * FontSize(style),
                "ex" or "ch" => n * FontSize(style) / 2,
                _ => null,
            };
    }

    /// <summary>A number, or a percentage as its hundredth; null for anything else.</summary>
    public static double? Share(string text)
    {
        var (number, unit) = Split(text);
        return unit.Length == 0 ? number : unit == "%" ? number / 100 : null;
    }

    /// <summary>Degrees.</summary>
    public static double? Angle(string text)
    {
        var (number, unit) = Split(text);
        return number * (unit.ToLowerInvariant() switch
        {
            "" or "deg" => 1,
            "rad" => 180 / Math.PI,
            "grad" => 0.9,
            "turn" => 360,
            _ => (double?)null,
        });
    }

    /// <summary>Numbers between blanks and commas; empty when one of them is none.</summary>
    public static double[] Numbers(string? text)
    {
        var words = Words(text);
        var numbers = words.Select(w => Split(w) is ({ } n, "") ? n : double.NaN).ToArray();
        return numbers.Any(double.IsNaN) ? [] : numbers;
    }

    public static string[] Words(string? text) =>
        (text ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static double FontSize(Style style)
    {
        for (var here = style; here is not null; here = here.Outer)
        {
            if (here.Find("font-size") is { } said)
            {
                return Read(said.Value, here.Outer is { } outer ? FontSize(outer) : 16, here.Outer ?? Style.None) ?? 16;
            }
        }

        return 16;
    }

    /// <summary>A number and what stands behind it.</summary>
    private static (double? Number, string Unit) Split(string text)
    {
        var words = text.AsSpan().Trim();
        var end = words.Length;
        while (end > 0 && (char.IsAsciiLetter(words[end - 1]) || words[end - 1] == '%'))
        {
            end--;
        }

        return double.TryParse(words[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (number, words[end..].ToString()) : (null, "");
    }
}
