namespace YuGong.Desk;

/// <summary>Whoever sits at this machine, as git knows them.</summary>
public static class GitUser
{
    public static Editor Of(string root)
    {
        string? name = null, mail = null;
        try
        {
            var git = new GitCommand(root);
            (name, mail) = (git.Line("config", "user.name"), git.Line("config", "user.email"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Without git there are no commits that would bear a name.
        }

        return new(name is { Length: > 0 } ? name : "编辑部", mail is { Length: > 0 } ? mail : "desk@localhost", Role.Alone);
    }
}
