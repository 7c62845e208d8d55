using System.Runtime.CompilerServices;
using System.Text;
using YuGong.Leads;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Build.Takedown;

/// <summary>
/// Looks through every byte that is published or kept to be published: no name in any spelling, no id as a word of its own, no
/// file that was theirs. The scanner of every build does it, so archives, PDFs and metadata are opened.
/// </summary>
public static class WithdrawalProof
{
    /// <summary>One for all the files that are searched for the same traces.</summary>
    private static readonly ConditionalWeakTable<TakedownTargets, PrivacyScanner> Scanners = [];

    /// <param name="allowed">Paths that bear an id because a neutral page stands there.</param>
    public static int Look(string folder, string called, TakedownTargets traces, IReadOnlyList<string> allowed, Diagnostics findings)
    {
        var count = 0;
        var withoutIds = traces with { Ids = [] };
        foreach (var (name, bytes) in Files(folder))
        {
            count++;
            var place = new SourceFile($"{called}/{name}", "").Whole;
            // The record names the files of the output, and those are looked at themselves; the desk's log says who did what to which
            // id, this withdrawal too, and nothing can be taken out of its chain.
            var sought = IsRecord(bytes) || (called == ".desk" && IsAudit(name)) ? withoutIds : traces;
            if (Names(traces, name) && !allowed.Contains(name))
            {
                findings.Report(LeadsRules.StillThere, place, new Phrase("文件名里的 id ", "the id in the name of a file"));
            }

            if (traces.Hashes.ContainsKey(WithdrawalPlan.HashOf(bytes)))
            {
                findings.Report(LeadsRules.StillThere, place, new Phrase("原来的文件一字节不差地", "the original file, byte for byte,"));
            }
            else if (Speaks(sought, name, bytes) is { } what)
            {
                findings.Report(LeadsRules.StillThere, place, what);
            }
            else if (traces.Pictures.Count > 0 && PictureLikeness.IsPicture(name)
                && PictureLikeness.Of(Path.Combine(folder, name), traces.Pictures) is { } likeness && traces.Pictures.Any(likeness.Is))
            {
                findings.Report(LeadsRules.StillThere, place, new Phrase("同一张照片(缩小或换了格式)",
                    "the same photograph (scaled, or in another format)"));
            }
        }

        return count;
    }

    public static IEnumerable<(string Name, byte[] Bytes)> Files(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f)));

    /// <summary>The publication's own record of the tree that stands: its name stands behind the name's length.</summary>
    private static bool IsRecord(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 20)).IndexOf("YuGong manifest "u8) == 1;

    /// <summary>The desk's log, and those before it: <c>audit.ndjson</c>, <c>audit.1.ndjson</c> …</summary>
    private static bool IsAudit(string name) =>
        name.StartsWith("audit.", StringComparison.Ordinal) && name.EndsWith(".ndjson", StringComparison.Ordinal);

    public static bool Names(TakedownTargets traces, string path) => traces.Ids.Any(id => IsWord(path, id));

    /// <summary>What of the traces is in the bytes, in words; null when nothing is. Whatever a file holds is opened.</summary>
    /// <param name="name">Of the file: its ending says how it is packed where its bytes do not.</param>
    public static string? Speaks(TakedownTargets traces, string name, byte[] bytes) =>
        ScannerOf(traces).Scan(Path.GetExtension(name), bytes).Where(f => f.Match is not null)
            .Select(f => f.Match!.Kind).Order(StringComparer.Ordinal).LastOrDefault();

    private static PrivacyScanner ScannerOf(TakedownTargets traces) => Scanners.GetValue(traces, static t =>
    {
        var names = t.Names.Select(n => new PrivateValue("名字", n));
        var ids = t.Ids.Select(i => new PrivateValue("id ", i, IsWord: true));
        return new(new PrivacyMatcher([.. names, .. ids], [], shapes: false));
    });

    private static bool HasWord(byte[] bytes, string id)
    {
        var word = Encoding.ASCII.GetBytes(id);
        for (var from = 0; bytes.AsSpan(from).IndexOf(word) is >= 0 and var at; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if (!(start > 0 && IsPart((char)bytes[start - 1])) && !(end < bytes.Length && IsPart((char)bytes[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string text, string id) => HasWord(Encoding.UTF8.GetBytes(text), id);

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}
