using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YuGong.Desk;

/// <summary>
/// A line of the desk's log: who did what, when, from where, to which files. There is no place in it for passwords and keys.
/// </summary>
/// <param name="What">login, login-failed, login-limited, logout, persistEntry, publishUnpublishedEntry, undo, leads-read …; with
/// <c>-refused</c> when it was not done.</param>
/// <param name="About">The entry or the commit, if any.</param>
public sealed record AuditLine(DateTimeOffset At, string Who, string From, string What, string? About = null)
{
    private const int MostFiles = 20;
    private const int MostCharacters = 200;
    private const string ChainStart = ",\"chain\":\"";

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Paths that were written, taken away, or asked for in vain.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>How many more files there were.</summary>
    public int? More { get; init; }

    /// <summary>
    /// One line of JSON. Whatever people typed stays on it and does nothing to a terminal: control characters, line breaks and invisible
    /// directions are written as <c>\u202e</c>.
    /// </summary>
    public override string ToString() => JsonSerializer.Serialize(
        this with
        {
            Who = Visible(Who), From = Visible(From), What = Visible(What), About = About is null ? null : Visible(About),
            Files = Files is null or [] ? null : [.. Files.Take(MostFiles).Select(Visible)],
            More = Files?.Count > MostFiles ? Files.Count - MostFiles : null,
        },
        Plain);

    /// <summary>The line with a hash of itself and of the line before, so that a line taken out or changed shows.</summary>
    /// <param name="previous">The hash of the line before; empty for the first.</param>
    /// <returns>The line, and its hash.</returns>
    public (string Line, string Hash) Chained(string previous)
    {
        var plain = ToString();
        var hash = HashOf(previous, plain);
        return ($"{plain[..^1]}{ChainStart}{hash}\"}}", hash);
    }

    /// <summary>The hash that a line bears; null for what is no whole line of a log.</summary>
    public static string? HashIn(string line) =>
        line.LastIndexOf(ChainStart, StringComparison.Ordinal) is > 0 and var at && line.EndsWith("\"}", StringComparison.Ordinal)
            ? line[(at + ChainStart.Length)..^2]
            : null;

    /// <summary>
    /// The first line, counted from 1, that does not follow the one before it; null when all do. What stood before the first is not known.
    /// </summary>
    public static int? FirstBreak(IReadOnlyList<string> lines)
    {
        string? previous = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var hash = HashIn(lines[i]);
            var plain = hash is null ? "" : lines[i][..lines[i].LastIndexOf(ChainStart, StringComparison.Ordinal)] + "}";
            if (hash is null || (previous is not null && HashOf(previous, plain) != hash))
            {
                return i + 1;
            }

            previous = hash;
        }

        return null;
    }

    private static string HashOf(string previous, string plain) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{plain}")))[..32];

    private static string Visible(string words)
    {
        var seen = new StringBuilder();
        foreach (var c in words.Length <= MostCharacters ? words : words[..MostCharacters] + "…")
        {
            _ = IsVisible(c) ? seen.Append(c) : seen.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return seen.ToString();
    }

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
