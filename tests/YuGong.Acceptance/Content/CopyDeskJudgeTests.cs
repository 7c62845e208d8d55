using Xunit;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Content;

/// <summary>
/// AutoCorrect's opinion of the sentences that the copy desk is tested with. It knows fewer marks, and takes every dot between Han for a
/// full stop; what it mends, we mend the same way, and what we call right, it leaves.
/// </summary>
public sealed class CopyDeskJudgeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-copy-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AutoCorrect_mends_what_we_mend_and_leaves_what_is_right()
    {
        Judge.Module("@huacnlee/autocorrect", "autocorrect.js");
        var rows = File.ReadLines(Repository.At("tests", "YuGong.Tests", "Content", "copydesk.txt"))
            .Where(l => l.StartsWith("= ", StringComparison.Ordinal) || l.Contains(" → ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.StartsWith("= ", StringComparison.Ordinal) ? (Wrong: l[2..], Right: l[2..])
                : (Wrong: l.Split(" → ")[0], Right: l.Split(" → ")[1]))
            .Where(row => !row.Right.Contains('.')).ToList();
        var list = Path.Combine(folder, "sentences.txt");
        await File.WriteAllLinesAsync(list, rows.SelectMany(row => new[] { row.Wrong, row.Right }),
            TestContext.Current.CancellationToken);
        var said = await Tool.RunAsync(Judge.Script("copy.mjs", list));
        Assert.True(said.Code == 0, said.Err);
        var made = said.Out.TrimEnd('\n').Split('\n').Chunk(2).ToList();
        Assert.Equal(rows.Count, made.Count);
        Assert.Equal([], rows.Zip(made).Where(pair => (pair.Second[0] != pair.First.Wrong && pair.Second[0] != pair.First.Right)
            || pair.Second[1] != pair.First.Right).Select(pair => $"{pair.First}: {pair.Second[0]}, {pair.Second[1]}"));
        Assert.True(made.Zip(rows).Count(pair => pair.First[0] != pair.Second.Wrong) > 3, "it mends some");
    }
}
