using System.Buffers;

namespace YuGong.Text.Privacy;

/// <summary>
/// Values that somebody names, found in any spelling: numbers however they are grouped, words without regard to case, width,
/// blanks, dashes and invisible characters.
/// </summary>
internal sealed class RegisteredValues
{
    /// <summary>What is shorter than this is found everywhere; a Chinese name has two characters.</summary>
    private const int Shortest = 2;

    private const int FewestDigits = 7;

    private readonly Dictionary<string, PrivateValue> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PrivateValue>> words = new(StringComparer.Ordinal);
    private readonly SearchValues<string> anyWord;
    private readonly int[] lengths;

    public RegisteredValues(IEnumerable<PrivateValue> values)
    {
        foreach (var value in values)
        {
            var skeleton = SkeletonOf(value.Value);
            if (DigitsOf(value.Value) is { } digits)
            {
                numbers.TryAdd(digits, value);
            }

            if (skeleton.Length >= Shortest && (DigitsOf(value.Value) is null || value.IsWord))
            {
                (words.TryGetValue(skeleton, out var same) ? same : words[skeleton] = []).Add(value);
            }
        }

        anyWord = SearchValues.Create([.. words.Keys], StringComparison.Ordinal);
        lengths = [.. words.Keys.Select(w => w.Length).Distinct().OrderDescending()];
    }

    public bool HasWords => words.Count > 0;

    /// <summary>How many digits the shortest number has; very many when there is none.</summary>
    public int ShortestNumber => numbers.Count == 0 ? int.MaxValue : numbers.Keys.Min(n => n.Length);

    public PrivateValue? Number(string digits) => numbers.GetValueOrDefault(digits) ?? numbers.GetValueOrDefault(WithoutCountry(digits));

    /// <summary>Words of a whole text; places are those of the text as it was given.</summary>
    public IEnumerable<PrivateMatch> WordsIn(string text)
    {
        if (!HasWords || !IsAnyIn(text))
        {
            yield break;
        }

        var (skeleton, places) = SkeletonWithPlaces(text);
        for (var at = skeleton.AsSpan().IndexOfAny(anyWord); at >= 0; at = Next(skeleton, at))
        {
            foreach (var length in lengths)
            {
                if (at + length > skeleton.Length || !words.GetAlternateLookup<ReadOnlySpan<char>>()
                    .TryGetValue(skeleton.AsSpan(at, length), out var found))
                {
                    continue;
                }

                var (start, end) = (places[at].Start, places[at + length - 1].End);
                foreach (var value in found.Where(v => !v.IsWord || IsApart(text, start, end)))
                {
                    yield return new(start, end - start, text[start..end], value.Kind, value);
                }
            }
        }
    }

    private bool IsAnyIn(string text)
    {
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            return characters.AsSpan(0, Skeleton(text, characters, null)).ContainsAny(anyWord);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private int Next(string skeleton, int at)
    {
        var next = skeleton.AsSpan(at + 1).IndexOfAny(anyWord);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool IsApart(string text, int start, int end) =>
        (start == 0 || !IsPart(text[start - 1])) && (end == text.Length || !IsPart(text[end])) && !text.AsSpan(start, end - start)
            .ContainsAny(" \t\r\n");

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    private static string SkeletonOf(string text)
    {
        var characters = new char[text.Length];
        return new(characters, 0, Skeleton(text, characters, null));
    }

    private static (string Text, List<(int Start, int End)> Places) SkeletonWithPlaces(string text)
    {
        var (characters, places) = (new char[text.Length], new List<(int Start, int End)>(text.Length));
        return (new(characters, 0, Skeleton(text, characters, places)), places);
    }

    /// <summary>What is left when only what is read is kept: without blanks, dashes and invisible characters, in small letters. A dash
    /// between
    /// letters stays: ce-shi is an id, Ce Shi a name.</summary>
    private static int Skeleton(string text, char[] characters, List<(int Start, int End)>? places)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var (rune, length) = text[at] is '&' or '\\' or '%' || char.IsSurrogate(text[at]) ? FoldedText.Next(text, at) : (text[at], 1);
            var character = rune < 0x80 ? (char)rune : Folding.Of(rune);
            var joins = character == '-' && count > 0 && char.IsAsciiLetter(characters[count - 1]) && at + length < text.Length
                && char.IsAsciiLetter(text[at + length]);
            if (joins || character is not (Folding.Nothing or ' ' or '\t' or '\n' or '\r' or '-' or '·' or '_' or '*'))
            {
                characters[count++] = character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character < 0x80 ? character
                    : char.ToLowerInvariant(character);
                places?.Add((at, at + length));
            }

            at += length;
        }

        return count;
    }

    /// <summary>The digits of a value that is a number however it is written; null for words.</summary>
    public static string? DigitsOf(string value)
    {
        var folded = new FoldedText(value, 0, value.Length, withoutTags: false).Text;
        var digits = new string([.. folded.Where(char.IsAsciiLetterOrDigit)]);
        return digits.Length >= FewestDigits && digits[..^1].All(char.IsAsciiDigit)
            && (char.IsAsciiDigit(digits[^1]) || digits[^1] is 'X' or 'x')
            && folded.All(c => char.IsAsciiLetterOrDigit(c)
                || c is ' ' or '-' or '+' or '(' or ')' or '.' or '/' or '·' or '\t' or '[' or ']')
            ? WithoutCountry(digits.ToUpperInvariant())
            : null;
    }

    private static string WithoutCountry(string digits) =>
        digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? digits[2..]
        : digits.Length == 15 && digits.StartsWith("00861", StringComparison.Ordinal) ? digits[4..]
        : digits;
}
