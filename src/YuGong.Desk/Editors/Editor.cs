using YuGong.Content;

namespace YuGong.Desk;

/// <summary>Who asks; commits bear this name.</summary>
/// <param name="Role">All that they do together.</param>
/// <param name="Mail">An address for git; it may be one that nobody reads.</param>
public sealed record Editor(string Name, string Mail, Role Role)
{
    /// <summary>Several people work here: what one wrote another one approves.</summary>
    public bool OneOfSeveral => Role != Role.Alone;

    public bool May(DeskAction action, Branch branch = Branch.None, FileKind kind = FileKind.None) =>
        Authorisation.Allows(Role, action, branch, kind);

    /// <summary>Whether a review is theirs by its role; one that names none is any reviewer's.</summary>
    public bool MayPass(ReviewStep review) => May(DeskAction.Approve, Branch.Draft)
        && (!OneOfSeveral || review.Level is not { } level || Role.HasFlag(Levels[level]));

    private static readonly Role[] Levels = [Role.FirstReview, Role.SecondReview, Role.FinalReview];
}
