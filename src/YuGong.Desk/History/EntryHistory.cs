using System.Globalization;
using YuGong.Text;

namespace YuGong.Desk;

/// <param name="When">ISO 8601.</param>
public sealed record HistoryStep(string Commit, string Author, string When, string Message, bool CanUndo);

/// <summary>What happened to a file or a folder, what each step changed, and the way back.</summary>
internal sealed class EntryHistory(GitStore store, WorkingTree folder, FileKinds kinds, FileActions files)
{
    private const int MostPatch = 200_000;

    /// <summary>Newest first.</summary>
    /// <param name="path">A file or folder of the project; empty for everything that the desk may touch.</param>
    public IReadOnlyList<HistoryStep> Of(string path, int skip, int take)
    {
        string[] where = ["--", .. Under(path)];
        return
        [
            .. store.Git.Do([], ["log", "-z", "--format=%H%x1f%an%x1f%cI%x1f%s%x1f%P", $"--skip={Number(skip)}",
                $"--max-count={Number(take)}", store.Main, .. where]).Parts
                .Select(l => l.Trim('\n').Split('\x1f')).Where(p => p.Length == 5)
                    .Select(p => new HistoryStep(p[0], p[1], p[2], p[3], p[4].Length > 0)),
        ];
    }

    /// <summary>Who changed a file last, and when: 「张三,2026-11-22 14:10」.</summary>
    public static string? LastOf(GitStore store, string path) =>
        store.Git.Line("log", "-1", "--format=%an,%cd", "--date=format:%Y-%m-%d %H:%M", store.Main, "--", path) is { Length: > 0 } said
            ? said
            : null;

    /// <summary>A step as a unified diff, or null when there is no such commit.</summary>
    public string? Patch(string commit, string path)
    {
        if (!IsName(commit) || store.Tip(commit) is null)
        {
            return null;
        }

        string[] where = ["--", .. Under(path)];
        var patch =
            store.Git.Do([], ["show", "--format=", "--no-color", "--no-ext-diff", "--no-textconv", "-m", "--first-parent", commit,
            .. where]).Text;
        return patch.Length > MostPatch ? patch[..MostPatch] + "\n……\n" : patch;
    }

    /// <summary>
    /// Takes a step back as a new commit (<c>git revert</c>), without touching what came later. The content's rules hold for the result.
    /// </summary>
    public Operation Undoing(string commit) => Operation.OnMain([new(DeskAction.Undo, Branch.Main)], editor => Undo(commit, editor));

    private DeskAnswer Undo(string commit, Editor editor)
    {
        var findings = new Diagnostics();
        if (!IsName(commit) || store.Tip(commit) is not { } step || store.Tip(step + "^") is not { } before
            || store.Git.Ask("merge-base", "--is-ancestor", step, store.Main).Code != 0)
        {
            return DeskAnswer.Error(404, "没有这一步,或者它是最早的一步。");
        }

        // What stood before, as a child of the step: its merge with the main branch is the step taken back.
        store.Recover();
        var backwards = store.Git.Do([], "-c", "user.name=desk", "-c", "user.email=desk@localhost", "commit-tree", before + "^{tree}", "-p",
            step, "-m", "undo").Text.Trim();
        var merged = store.Git.Ask("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", store.Main, backwards);
        var subject = store.Git.Line("log", "-1", "--format=%s", step)!;
        if (merged.Code != 0)
        {
            findings.Report(DeskRules.CannotBeJoined, FileActions.Nowhere(commit), new Phrase($"撤销“{subject}”", $"Undoing '{subject}'"),
                merged.Parts.ElementAtOrDefault(1)?.Trim() ?? "");
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        var main = store.Tip(store.Main)!;
        var back = store.Between(main, merged.Parts[0].Trim());
        IReadOnlyList<Change> changes = [.. back.Select(f => new Change(f.Path, f.Blob is null ? null : store.Blob(f.Blob)))];
        Demand.Check(changes.Select(c => new Demand(DeskAction.Undo, Branch.Main, c.Path)), kinds, editor, findings);
        new Uncommitted(store, folder).Check(main, changes, findings);
        files.Check(changes, findings);
        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        if (changes.Count > 0)
        {
            files.Write(changes, $"撤销:{subject}\n\nThis reverts commit {step}.", editor);
        }

        return DeskAnswer.Said("undone");
    }

    private IEnumerable<string> Under(string path) =>
        (path.Length == 0 ? folder.Places.Folders : [path])
        .Select(p => p is "." or "" ? ":(top)" + store.Prefix : ":(top,literal)" + store.Prefix + p);

    private static bool IsName(string commit) => commit.Length is >= 7 and <= 64 && commit.All(char.IsAsciiHexDigit);

    private static string Number(int number) => Math.Clamp(number, 0, 100_000).ToString(CultureInfo.InvariantCulture);
}
