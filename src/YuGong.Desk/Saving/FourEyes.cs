using System.Text;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Where several work, whoever wrote something of a draft is not the one to call it ready, nor to publish figures or honours of their own.
/// </summary>
internal sealed class FourEyes(GitStore store, Drafts drafts)
{
    private static readonly (string Key, string Name)[] Watched = [("figures", "数字"), ("honours", "荣誉")];

    /// <summary>What a checker writes in checking, and the desk in moving a draft.</summary>
    private static readonly string[] Checking = ["verification", "status"];

    /// <param name="approving">Any change counts; else figures and honours.</param>
    public void Check(string id, string tip, Editor editor, bool approving, Diagnostics findings)
    {
        if (!editor.OneOfSeveral)
        {
            return;
        }

        foreach (var commit in drafts.Commits(tip).Where(c => c.Author == editor.Name).Select(c => c.Commit))
        {
            foreach (var file in store.Between(commit + "^", commit))
            {
                var isText = file.Path.EndsWith(".md", StringComparison.Ordinal);
                var (before, after) = isText ? (Text(store.Read(commit + "^", file.Path)), Text(store.Read(commit, file.Path))) : default;
                if ((isText ? Changed(before, after) : null) is { } what)
                {
                    findings.Report(DeskRules.OwnFigures, FileActions.Nowhere(id), editor.Name, what);
                    return;
                }

                if (approving && !(isText && FrontMatterPatcher.SameBut(Checking, before, after)))
                {
                    findings.Report(DeskRules.OwnFigures, FileActions.Nowhere(id), editor.Name,
                        isText ? new Phrase("文字", "text") : Path.GetFileName(file.Path));
                    return;
                }
            }
        }
    }

    /// <summary>数字 or 荣誉, when they differ.</summary>
    private static string? Changed(string? before, string? after) =>
        Watched.FirstOrDefault(w => !FrontMatterPatcher.SameUnder(w.Key, before, after)).Name;

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
