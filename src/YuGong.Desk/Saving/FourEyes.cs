using System.Text;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Where several work, whoever wrote a draft's figures or honours is not the one to call it ready or publish it.</summary>
internal sealed class FourEyes(GitStore store, Drafts drafts)
{
    private static readonly (string Key, string Name)[] Watched = [("figures", "数字"), ("honours", "荣誉")];

    public void Check(string id, string tip, Editor editor, Diagnostics findings)
    {
        if (!editor.OneOfSeveral)
        {
            return;
        }

        foreach (var commit in drafts.Commits(tip).Where(c => c.Author == editor.Name).Select(c => c.Commit))
        {
            foreach (var file in store.Between(commit + "^", commit).Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)))
            {
                if (Changed(Text(store.Read(commit + "^", file.Path)), Text(store.Read(commit, file.Path))) is { } what)
                {
                    findings.Report(DeskRules.OwnFigures, FileActions.Nowhere(id), editor.Name, what);
                    return;
                }
            }
        }
    }

    /// <summary>数字 or 荣誉, when they differ.</summary>
    public static string? Changed(string? before, string? after) => Watched.FirstOrDefault(w => !FrontMatterWriting.SameUnder(w.Key, before, after)).Name;

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
