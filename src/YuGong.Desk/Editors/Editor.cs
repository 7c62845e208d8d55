namespace YuGong.Desk;

/// <summary>Who asks; commits bear this name.</summary>
/// <param name="Mail">An address for git; it may be one that nobody reads.</param>
public sealed record Editor(string Name, string Mail, Role Role)
{
    /// <summary>Several people work here: what one wrote another one approves.</summary>
    public bool OneOfSeveral => Role != Role.Alone;

    public bool May(DeskAction action, Branch branch = Branch.None, FileKind kind = FileKind.None) =>
        Authorisation.Allows(Role, action, branch, kind);
}
