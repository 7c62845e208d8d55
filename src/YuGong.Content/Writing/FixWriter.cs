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
            // Places are those of one text: the file as it was taken in, or as it stands.
            foreach (var read in ofFile.GroupBy(f => (f.Span.File.Text, f.Span.File.Original)))
            {
                var file = read.First().Span.File;
                if (placeOf(ofFile.Key) is { } place && TextIn(place) == file.Original
                    && FixedText.Of(file, read.Select(f => f.Fix!)) is { Edits.Count: > 0 } made)
                {
                    plan.Add(new(file.Path, file.Original, [.. made.Edits.Select(e => InFile(file, e))]));
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

    private static TextEdit InFile(SourceFile file, TextEdit edit)
    {
        var start = file.OriginalOffset(edit.Start);
        return edit with { Start = start, Length = edit.Length == 0 ? 0 : file.OriginalOffset(edit.End) - start };
    }

    /// <summary>What is in the file, without its mark; null when it cannot be read.</summary>
    private static string? TextIn(string place)
    {
        try
        {
            var bytes = PlainFile.Bytes(place);
            var words = IsMarked(bytes) ? bytes.AsSpan(Mark.Length) : bytes;
            return Utf8.IsValid(words) ? Encoding.UTF8.GetString(words) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
