using static YuGong.Desk.DeskAction;
using static YuGong.Desk.FileKind;

namespace YuGong.Desk;

/// <summary>
/// Who may do what, where, to which kind of file: one table, asked before anything is done, by whatever way a request came.
/// What no row allows is refused. <c>docs/desk.md</c> has it in words, <c>AuthorisationTests</c> cell by cell.
/// </summary>
public static class Authorisation
{
    private const Role Reviewers = Role.FirstReview | Role.SecondReview | Role.FinalReview;
    private const Role Office = Role.Editor | Reviewers;
    private const Role All = Role.Alone | Office | Role.Proofreader | Role.Administrator;

    private static readonly Row[] Table =
    [
        new([SeeLogin, SeeShared], Branch.None, [FileKind.None], All) { IsForAnybody = true },
        new([Read, Draw], Branch.None, [FileKind.None], All),
        new([Read], Branch.None, [Entry, Attachment, SiteText, Record], All),
        new([AddRemark], Branch.None, [FileKind.None], Role.Alone | Office | Role.Proofreader),
        new([Share], Branch.None, [FileKind.None], Role.Alone | Office),
        new([ReadLeads, WorkLeads], Branch.None, [FileKind.None], Office),
        new([KeepLeads], Branch.None, [FileKind.None], Role.FinalReview),
        new([GoOnline], Branch.None, [FileKind.None], Role.Alone | Role.FinalReview),
        new([ManageAccounts], Branch.None, [FileKind.None], Role.Administrator),

        // Whatever is written begins as a draft.
        new([Save], Branch.Draft, [Entry], Role.Alone | Office | Role.Proofreader),
        new([Upload], Branch.Draft, [Attachment], Role.Alone | Office),
        new([Save], Branch.Draft, [Statement], Role.Alone | Reviewers),
        new([Save], Branch.Draft, [SiteText], Role.Alone | Role.FinalReview),

        // States. Which review a step is, the settings say; it asks for its own role besides.
        new([Submit], Branch.Draft, [FileKind.None], Role.Alone | Office | Role.Proofreader),
        new([Recall, Discard], Branch.Draft, [FileKind.None], Role.Alone | Office),
        new([Proofread], Branch.Draft, [FileKind.None], Role.Alone | Role.Proofreader),
        new([Approve], Branch.Draft, [FileKind.None], Role.Alone | Reviewers),
        new([Publish], Branch.Main, [FileKind.None, Entry, Attachment, SiteText], Role.Alone | Role.FinalReview),
        new([Undo], Branch.Main, [FileKind.None, Entry, Attachment, SiteText], Role.Alone | Role.FinalReview),

        // The main branch itself: nobody writes there but by publishing.
        new([Delete], Branch.Main, [Entry, Attachment], Role.Alone | Role.FinalReview),
    ];

    /// <param name="role">All that somebody does; null for who has not logged in.</param>
    public static bool Allows(Role? role, DeskAction action, Branch branch, FileKind kind) =>
        Array.Exists(Table, r => r.Branch == branch && r.Actions.Contains(action) && r.Kinds.Contains(kind)
            && (r.IsForAnybody || (r.Roles & (role ?? Role.None)) != Role.None));

    private sealed record Row(DeskAction[] Actions, Branch Branch, FileKind[] Kinds, Role Roles)
    {
        public bool IsForAnybody { get; init; }
    }
}
