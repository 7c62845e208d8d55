namespace YuGong.Desk;

/// <summary>A history for content that has none: editors need not know git to have one.</summary>
public static class NewRepository
{
    /// <summary>
    /// Where a folder lies in no repository, makes one whose first commit is the content; nothing else is added, so nothing private is.
    /// Whether one was made.
    /// </summary>
    public static bool Begin(string root, string content)
    {
        try
        {
            var git = new GitCommand(root);
            return git.Line("rev-parse", "--show-toplevel") is null
                && git.Ask("init", "-q", "-b", "main").Code == 0
                && git.Ask("add", "--", content).Code == 0
                && git.Ask("-c", "user.name=编辑台", "-c", "user.email=desk@localhost", "commit", "-q", "-m", "开始").Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no git on this machine; whoever needs one says so
        }
    }
}
