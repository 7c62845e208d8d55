using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Content;
using YuGong.Tests.Support;

namespace YuGong.Tests.Findings;

/// <summary>All content examples in one folder, each with ids of its own: a bad day at the editors' desk.</summary>
public sealed partial class EverythingTests : IDisposable
{
    /// <summary>
    /// These break what all the others stand on: no input, no settings, no vocabulary, no theme; or lead out of the folder that is copied.
    /// </summary>
    private static readonly string[] NotTogether =
    [
        "YG108-a-link-that-is-not-followed-", "YG112", "YG122-yaml-syntax-settings", "YG122-yaml-syntax-two-documents",
        "YG131-missing-key-in-a-vocabulary",
    ];

    private ExampleProject trial = null!;

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_of_every_mistake_is_told_at_once_and_without_a_stack_trace(bool native)
    {
        trial = new() { Native = native };
        Mix();
        var (code, words) = trial.Command("check");
        Assert.Equal(1, code);
        Assert.False(words.Contains("Exception", StringComparison.Ordinal), words);
        Assert.DoesNotContain("   at ", words);
        Assert.Equal([], Catalogue.Rooms[0].Rules.Select(r => r.Code)
            .Where(c => c is not ("YG107" or "YG112" or "YG115") && !words.Contains($" {c}: ", StringComparison.Ordinal)));
        Golden.Matches(Path.Combine(Catalogue.Folder, "everything.golden.txt"), words);

        var (sarifCode, sarif) = trial.Command("check", "--format", "sarif");
        Assert.Equal(1, sarifCode);
        using var parsed = JsonDocument.Parse(sarif);
        Assert.Equal(HeadLine().Count(words), parsed.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    private void Mix()
    {
        foreach (var name in Catalogue.ExampleNames.Where(n => n.StartsWith("YG1", StringComparison.Ordinal)
            && !NotTogether.Any(n.StartsWith)))
        {
            var example = Catalogue.Read(name);
            var number = Catalogue.ExampleNames.Count(n => n[..5] == example.Code && string.CompareOrdinal(n, name) < 0);
            var suffix = $"-{example.Code[2..]}{(number == 0 ? "" : ((char)('a' + number)).ToString())}";
            using var alone = new ExampleProject();
            foreach (var section in example.Input)
            {
                alone.Lay(section);
                if (!section.Path.StartsWith("input/", StringComparison.Ordinal)
                    || section.Path.StartsWith("input/taxonomies/", StringComparison.Ordinal))
                {
                    trial.Lay(section);
                }
            }

            foreach (var entry in Directory.EnumerateFileSystemEntries(alone.At("input"), "*", SearchOption.AllDirectories))
            {
                Take(entry, Path.GetRelativePath(alone.Root, entry).Replace('\\', '/'), suffix);
            }
        }
    }

    /// <summary>Every entry gets the suffix, wherever it is named.</summary>
    private void Take(string full, string path, string suffix)
    {
        var own = Id().Replace(path, m => m.Value + suffix);
        if (own == path || Directory.Exists(full))
        {
            return;
        }

        var bytes = File.ResolveLinkTarget(full, returnFinalTarget: false) is { } target
            ? null
            : File.ReadAllBytes(full);
        if (bytes is null)
        {
            trial.Lay(new(own, "link: " + new FileInfo(full).LinkTarget, ""));
        }
        else if (bytes.Length > 1_000_000 || bytes.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            trial.Put(own, bytes);
        }
        else
        {
            trial.Put(own, Id().Replace(System.Text.Encoding.UTF8.GetString(bytes), m => m.Value + suffix));
        }
    }

    [GeneratedRegex("(?<![a-z0-9-])(yu-gong|ji-ben|about|guide|zhi-sou|tan-hua|yi-shan|yi-sou|智叟)(?![a-z0-9-])", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("^[^ ].*: (error|warning|note) YG", RegexOptions.Multiline, 1000)]
    private static partial Regex HeadLine();
}
