using System.Runtime.Intrinsics;
using System.Text;

namespace YuGong.Publishing;

/// <summary>
/// Runs of digits long enough to be private, with single blanks, hyphens and brackets between them. Looks at every fourth
/// byte: a number with ten digits in groups has one group of four.
/// </summary>
internal static class NumberRuns
{
    private const int Fewest = 7;

    private static readonly string[] Drawing = ["d", "points", "transform", "viewBox", "stroke-dasharray", "values"];

    /// <param name="take">Gets the run with one character before and two behind it, and its byte offset.</param>
    public static void Find(ReadOnlySpan<byte> text, Action<string, int> take)
    {
        for (var i = NextDigit(text, 3); i < text.Length; i = NextDigit(text, i + 4))
        {
            var (from, to) = (i, i + 1);
            while (from > 0 && (IsDigit(text[from - 1]) || (from > 1 && IsBetween(text[from - 1]) && IsDigitBefore(text, from - 1))))
            {
                from--;
            }

            while (to < text.Length && (IsDigit(text[to]) || (to + 1 < text.Length && IsBetween(text[to]) && IsDigitAfter(text, to))))
            {
                to++;
            }

            if (Count(text[from..to]) >= Fewest)
            {
                if (EndOfDrawing(text, from) is var end and > 0)
                {
                    i = end;
                    continue;
                }

                var (a, b) = (Math.Max(0, from - 1), Math.Min(text.Length, to + 2));
                take(Encoding.Latin1.GetString(text[a..b]), a);
            }

            i = Math.Max(i, to - 1);
        }
    }

    /// <summary>The first digit at <paramref name="at"/> or a multiple of four bytes behind it; the length when there is none.</summary>
    private static int NextDigit(ReadOnlySpan<byte> text, int at)
    {
        for (; at < text.Length; at += 4)
        {
            if (IsDigit(text[at]))
            {
                return at;
            }

            // Sixteen bytes at once where none of the next four places holds one: most of a page.
            while (at + 4 + Vector128<byte>.Count <= text.Length
                && (Digits(Vector128.Create(text.Slice(at + 4, Vector128<byte>.Count))).ExtractMostSignificantBits() & 0x1111) == 0)
            {
                at += Vector128<byte>.Count;
            }
        }

        return text.Length;
    }

    private static Vector128<byte> Digits(Vector128<byte> bytes) => Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsBetween(byte b) => b is (byte)' ' or (byte)'-' or (byte)')' or (byte)'(';

    /// <summary>Two marks may stand together: <c>(023) 6361</c>.</summary>
    private static bool IsDigitBefore(ReadOnlySpan<byte> text, int at) => IsDigit(text[at - 1]) || (at > 1 && IsBetween(text[at - 1]) && IsDigit(text[at - 2]));

    private static bool IsDigitAfter(ReadOnlySpan<byte> text, int at) =>
        IsDigit(text[at + 1]) || (at + 2 < text.Length && IsBetween(text[at + 1]) && IsDigit(text[at + 2]));

    private static int Count(ReadOnlySpan<byte> run)
    {
        var count = 0;
        foreach (var b in run)
        {
            count += IsDigit(b) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Coordinates of a drawing are no numbers of anybody: where the attribute ends, or 0.</summary>
    private static int EndOfDrawing(ReadOnlySpan<byte> text, int at)
    {
        var quote = text[..at].LastIndexOf((byte)'"');
        if (quote < 2 || text[quote - 1] != '=' || text[quote..at].IndexOfAny("<>"u8) >= 0)
        {
            return 0;
        }

        var name = text[..(quote - 1)];
        var space = name.LastIndexOfAny(" \n\t"u8);
        foreach (var drawing in Drawing)
        {
            if (space >= 0 && Encoding.ASCII.GetString(name[(space + 1)..]) == drawing)
            {
                var end = text[at..].IndexOf((byte)'"');
                return end < 0 ? text.Length : at + end;
            }
        }

        return 0;
    }
}
