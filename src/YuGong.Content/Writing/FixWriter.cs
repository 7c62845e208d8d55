using System.Text;
using System.Text.Unicode;
using YuGong.Text;

namespace YuGong.Content.Writing;

/// <summary>
/// Writes what findings say would mend the files they are in, and keeps everything else byte for byte: line ends, the byte order mark,
/// comments, the quotes of YAML. Any rule's findings will do.
/// </summary>
public static class FixWriter
{
    /// <summary>Every file that would change, by its path; nothing is written.</summary>
    /// <param name="findings">Those without a safe fix are passed by.</param>
    /// <param name="placeOf">Full path of a file as findings call it; null for one that is not to be touched.</param>
    public static IReadOnlyList<FixedText> Plan(IEnumerable<Diagnostic> findings, Func<string, string?> placeOf)
    {
        var plan = new List<FixedText>();
        foreach (var ofFile in findings.Where(f => f.Fix is { IsSafe: true, Edits.Count: > 0 }).GroupBy(f => f.Span.File.Path)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // One object stands for the file as it was read; places of another reading need not be the same.
            foreach (var read in ofFile.GroupBy(f => f.Span.File.Text))
            {
                if (placeOf(ofFile.Key) is { } place && TextIn(place, read.Key) is { } text
                    && FixedText.Of(new(ofFile.Key, text), read.Select(f => f.Fix!)) is { Edits.Count: > 0 } made)
                {
                    plan.Add(made);
                    break;
                }
            }
        }

        return plan;
    }

    /// <exception cref="IOException">It cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(FixedText made, string place)
    {
        var target = File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place;
        var bytes = PlainFile.Bytes(target);
        var mark = IsMarked(bytes) ? Mark : default;
        AtomicFile.Write(target, [.. mark, .. Encoding.UTF8.GetBytes(made.Text)]);
    }

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static bool IsMarked(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Mark);

    /// <summary>What is in the file, without its mark; null when it is not what the finding speaks of.</summary>
    private static string? TextIn(string place, string read)
    {
        byte[] bytes;
        try
        {
            bytes = PlainFile.Bytes(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var words = IsMarked(bytes) ? bytes.AsSpan(Mark.Length) : bytes;
        if (!Utf8.IsValid(words))
        {
            return null;
        }

        // What no text may hold is read as something else of the same length.
        var text = Encoding.UTF8.GetString(words);
        return text == read || BadCharacters.Replace(text) == read ? text : null;
    }
}
