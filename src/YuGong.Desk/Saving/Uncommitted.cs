using System.Text;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Changes in the folder that nobody has committed are not written over by a merge or an undo.</summary>
internal sealed class Uncommitted(GitStore store, WorkingTree folder)
{
    public void Check(string main, IReadOnlyList<Change> changes, Diagnostics findings)
    {
        foreach (var change in changes)
        {
            var (lies, stands) = (folder.Read(change.Path), store.Read(main, change.Path));
            if (!Same(lies, stands) && !Same(lies, change.Bytes))
            {
                findings.Report(DeskRules.ChangedUnderneath, FileActions.Nowhere(change.Path), change.Path, 
                    new Phrase("(文件夹里有还没提交的改动)", " (the folder has changes that are not committed)"));
            }
        }
    }

    /// <summary>Line breaks are the repository's business, not a change.</summary>
    private static bool Same(byte[]? a, byte[]? b) => a is null ? b is null
        : b is not null && (a.AsSpan().SequenceEqual(b)
            || Encoding.Latin1.GetString(a).Replace("\r\n", "\n") == Encoding.Latin1.GetString(b).Replace("\r\n", "\n"));
}
