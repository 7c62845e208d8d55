using System.Buffers;
using System.Text;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// Finds what is private in bytes: telephone numbers, identity numbers, e-mail addresses (<see cref="PrivateData"/>), and
/// the values of the private register, however their digits are grouped. Safe from many threads.
/// </summary>
/// <param name="values">From the private register.</param>
/// <param name="allowed">What the association itself made public: its mail address, a hotline.</param>
public sealed class LeakFinder(IReadOnlyList<PrivateValue> values, IReadOnlyList<string> allowed)
{
    private const int Shortest = 4;

    private readonly Dictionary<string, string> numbers = values.Select(v => (v.Kind, Digits: DigitsOf(v.Value))).Where(v => v.Digits is not null)
        .GroupBy(v => v.Digits!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Kind, StringComparer.Ordinal);

    private readonly List<PrivateValue> words = [.. values.Where(v => v.Value.Trim().Length >= Shortest && DigitsOf(v.Value) is null)];

    private readonly SearchValues<string> anyWord = SearchValues.Create(
        [.. values.Where(v => v.Value.Trim().Length >= Shortest && DigitsOf(v.Value) is null).Select(v => v.Value.Trim())], StringComparison.OrdinalIgnoreCase);

    private readonly HashSet<string> allowedDigits = [.. allowed.Select(DigitsOf).OfType<string>()];

    /// <summary>Changes when another value, or another way to look, could find something in a file that was clean.</summary>
    public Fingerprint Key { get; } = Fingerprint.Of(string.Join('\n', values.Select(v => $"{v.Kind}\t{v.Value}").Concat(allowed))).With(
        Fingerprint.Of(string.Join('|', typeof(LeakFinder).Module.ModuleVersionId, typeof(PrivateData).Module.ModuleVersionId)));

    /// <summary>Everything private in a file: its name, its text, its metadata.</summary>
    public IReadOnlyList<Leak> Find(string path, ReadOnlyMemory<byte> bytes)
    {
        List<Leak>? found = null;
        foreach (var (kind, value, _) in InText(Encoding.UTF8.GetBytes(path)))
        {
            (found ??= []).Add(new(kind, value, path, -1, null));
        }

        if (FileWords.IsText(path))
        {
            if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                bytes = Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.Span)); // the search index is UTF-16
            }

            SourceFile? text = null;
            foreach (var (kind, value, at) in InText(bytes.Span))
            {
                text ??= new(path, Encoding.UTF8.GetString(bytes.Span));
                (found ??= []).Add(new(kind, value, path, Encoding.UTF8.GetCharCount(bytes.Span[..at]), text));
            }

            return found ?? [];
        }

        foreach (var hidden in FileWords.Of(path, bytes))
        {
            foreach (var (kind, value, _) in InText(hidden))
            {
                (found ??= []).Add(new(kind, value, path, -1, null));
            }
        }

        return found ?? [];
    }

    /// <param name="text">UTF-8.</param>
    internal List<(string Kind, string Value, int At)> InText(ReadOnlySpan<byte> text)
    {
        var found = new List<(string, string, int)>();
        NumberRuns.Find(text, (run, at) => TakeNumber(run, at, found));
        FindMail(text, found);
        if (NeedsDecoding(text))
        {
            FindDecoded(Encoding.UTF8.GetString(text), found);
        }

        return found;
    }

    private void TakeNumber(string run, int at, List<(string Kind, string Value, int At)> found)
    {
        foreach (var (start, length, kind) in NumberShapes.Private(run, numbers))
        {
            var value = run.Substring(start, length);
            if (!allowedDigits.Contains(DigitsOf(value) ?? ""))
            {
                found.Add((kind, value, at + start));
            }
        }
    }

    private void FindMail(ReadOnlySpan<byte> text, List<(string Kind, string Value, int At)> found)
    {
        for (var i = text.IndexOf((byte)'@'); i >= 0;)
        {
            var (from, to) = (Math.Max(0, i - 64), Math.Min(text.Length, i + 128));
            TakeMail(Encoding.Latin1.GetString(text[from..to]), i - from, from, found);
            var next = text[(i + 1)..].IndexOf((byte)'@');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    private void TakeMail(string window, int at, int offset, List<(string Kind, string Value, int At)> found)
    {
        foreach (var (start, length, kind) in PrivateData.Find(window, allowed))
        {
            var value = window.Substring(start, length);
            var last = value.AsSpan(value.LastIndexOf('.') + 1);
            if (start < at && start + length > at && last.Length >= 2 && !last.ContainsAnyExceptInRange('A', 'z'))
            {
                found.Add((kind, value, offset + start));
            }
        }
    }

    /// <summary>Private words, full-width digits and disguised at signs need the text as characters.</summary>
    private bool NeedsDecoding(ReadOnlySpan<byte> text)
    {
        if (words.Count > 0)
        {
            return true;
        }

        for (var at = text.IndexOfAny((byte)0xEF, (byte)'%', (byte)'&'); at >= 0; at = text.IndexOfAny((byte)0xEF, (byte)'%', (byte)'&'))
        {
            text = text[at..];
            if (IsDisguise(text))
            {
                return true;
            }

            text = text[1..];
        }

        return false;
    }

    /// <summary>０ to ９ and ＠ are EF BC 90 to 99 and EF BC A0.</summary>
    private static bool IsDisguise(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[0] == 0xEF
            ? text[1] == 0xBC && text[2] is (>= 0x90 and <= 0x99) or 0xA0
            : text.StartsWith("%40"u8) || text.StartsWith("&#64;"u8) || text.StartsWith("&#x40;"u8);

    private void FindDecoded(string text, List<(string Kind, string Value, int At)> found)
    {
        if (words.Count > 0 && text.AsSpan().ContainsAny(anyWord))
        {
            foreach (var word in words)
            {
                var at = text.IndexOf(word.Value.Trim(), StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    found.Add((word.Kind, text.Substring(at, word.Value.Trim().Length), Encoding.UTF8.GetByteCount(text.AsSpan(0, at))));
                }
            }
        }

        var plain = Plain(text);
        if (plain == text)
        {
            return;
        }

        // Places shift where a disguise is longer than what it hides; the line is right and the column nearly.
        NumberRuns.Find(Encoding.UTF8.GetBytes(plain), (run, at) => TakeNumber(run, at, found));
        for (var i = plain.IndexOf('@'); i >= 0; i = plain.IndexOf('@', i + 1))
        {
            var from = Math.Max(0, i - 64);
            TakeMail(plain[from..Math.Min(plain.Length, i + 128)], i - from, Math.Min(from, text.Length), found);
        }
    }

    private static string Plain(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] is >= '\uff10' and <= '\uff19' ? (char)(source[i] - '\uff10' + '0') : source[i] is '\uff20' ? '@' : source[i];
        }
    }).Replace("%40", "@", StringComparison.Ordinal).Replace("&#64;", "@", StringComparison.Ordinal).Replace("&#x40;", "@", StringComparison.OrdinalIgnoreCase);

    /// <summary>The digits of a value that is a number however it is written; null for words.</summary>
    private static string? DigitsOf(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiLetterOrDigit)]);
        return digits.Length >= 7 && digits[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(digits[^1]) || digits[^1] is 'X' or 'x')
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '+' or '(' or ')')
            ? digits.TrimStart('+')
            : null;
    }
}
