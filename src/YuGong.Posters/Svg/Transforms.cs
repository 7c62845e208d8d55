using YuGong.Posters.Scenes;

namespace YuGong.Posters.Svg;

/// <summary>Transforms as attributes and as CSS writes them (CSS Transforms 1, 6 and 7), of the plane only.</summary>
internal static class Transforms
{
    /// <summary>Null when there is another word in it.</summary>
    /// <param name="box">What percentages are of.</param>
    public static Matrix? Read(string? text, Rect box, Style style)
    {
        var matrix = Matrix.Identity;
        if ((text ?? "").Trim() is not { Length: > 0 } words || words == "none")
        {
            return matrix;
        }

        var rest = new CssText(words.Replace(',', ' '));
        while (!rest.IsAtEnd)
        {
            var (name, open) = rest.Until(['(']);
            var (inside, close) = rest.Until([')']);
            if (open != '(' || close != ')' || Step(name.Trim(), Lengths.Words(inside), box, style) is not { } step)
            {
                return null;
            }

            matrix = matrix.After(step);
        }

        return matrix;
    }

    private static Matrix? Step(string name, string[] words, Rect box, Style style)
    {
        double? X(int i) => Lengths.Read(words[i], box.Width, style);
        double? Y(int i) => Lengths.Read(words[i], box.Height, style);
        double? N(int i) => Lengths.Share(words[i]);
        double? A(int i) => Lengths.Angle(words[i]);
        return (name, words.Length) switch
        {
            ("translate" or "translateX", 1) when X(0) is { } x => Matrix.Translation(x, 0),
            ("translate", 2) when (X(0), Y(1)) is ({ } x, { } y) => Matrix.Translation(x, y),
            ("translateY", 1) when Y(0) is { } y => Matrix.Translation(0, y),
            ("scale", 1) when N(0) is { } s => Matrix.Scale(s, s),
            ("scale", 2) when (N(0), N(1)) is ({ } x, { } y) => Matrix.Scale(x, y),
            ("scaleX", 1) when N(0) is { } s => Matrix.Scale(s, 1),
            ("scaleY", 1) when N(0) is { } s => Matrix.Scale(1, s),
            ("rotate" or "rotateZ", 1) when A(0) is { } a => Matrix.Turn(a, default),
            ("rotate", 3) when (A(0), X(1), Y(2)) is ({ } a, { } x, { } y) => Matrix.Turn(a, new(x, y)),
            ("skewX", 1) when A(0) is { } a => Skew(a, 0),
            ("skewY", 1) when A(0) is { } a => Skew(0, a),
            ("skew", 1) when A(0) is { } a => Skew(a, 0),
            ("skew", 2) when (A(0), A(1)) is ({ } a, { } b) => Skew(a, b),
            ("matrix", 6) when Lengths.Numbers(string.Join(' ', words)) is [var a, var b, var c, var d, var e, var f] =>
                new Matrix(a, b, c, d, e, f),
            _ => null,
        };
    }

    private static Matrix Skew(double x, double y) => new(1, Math.Tan(y * Math.PI / 180), Math.Tan(x * Math.PI / 180), 1, 0, 0);
}
