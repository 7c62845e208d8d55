using static YuGong.Desk.DeskAction;
using static YuGong.Desk.FileKind;

namespace YuGong.Desk;

/// <summary>
/// Who may do what, where, to which kind of file: one table, asked before anything is done, by whatever way a request came.
/// What no row allows is refused. <c>docs/desk.md</c> has it in words, <c>AuthorisationTests</c> cell by cell.
/// </summary>
public static class Authorisation
{
    private static readonly Role?[] Anybody = [null, Role.Alone, Role.Editor, Role.Checker, Role.Publisher];
    private static readonly Role?[] All = [Role.Alone, Role.Editor, Role.Checker, Role.Publisher];
    private static readonly Role?[] LoggedIn = [Role.Editor, Role.Checker, Role.Publisher];
    private static readonly Role?[] Checkers = [Role.Alone, Role.Checker, Role.Publisher];
    private static readonly Role?[] Publishers = [Role.Alone, Role.Publisher];

    private static readonly Row[] Table =
    [
        new([SeeLogin, SeeShared], Branch.None, [FileKind.None], Anybody),
        new([Read, Draw, AddRemark, Share], Branch.None, [FileKind.None], All),
        new([Read], Branch.None, [Entry, Attachment, SiteText, Record], All),
        new([ReadLeads, WorkLeads], Branch.None, [FileKind.None], LoggedIn),
        new([KeepLeads], Branch.None, [FileKind.None], [Role.Publisher]),
        new([GoOnline], Branch.None, [FileKind.None], Publishers),
        new([ManageAccounts], Branch.None, [FileKind.None], [Role.Publisher]),

        // Whatever is written begins as a draft.
        new([Save], Branch.Draft, [Entry], All),
        new([Upload], Branch.Draft, [Attachment], All),
        new([Save], Branch.Draft, [Statement], Checkers),
        new([Save], Branch.Draft, [SiteText], Publishers),

        // States.
        new([Submit, Recall, Discard], Branch.Draft, [FileKind.None], All),
        new([Approve], Branch.Draft, [FileKind.None], Checkers),
        new([Publish], Branch.Main, [FileKind.None, Entry, Attachment, SiteText], Publishers),
        new([Undo], Branch.Main, [FileKind.None, Entry, Attachment, SiteText], Publishers),

        // The main branch itself: nobody writes there but by publishing.
        new([Delete], Branch.Main, [Entry, Attachment], Publishers),
    ];

    /// <param name="role">Null for who has not logged in.</param>
    public static bool Allows(Role? role, DeskAction action, Branch branch, FileKind kind) =>
        Array.Exists(Table, r => r.Branch == branch && r.Actions.Contains(action) && r.Kinds.Contains(kind) && r.Roles.Contains(role));

    private sealed record Row(DeskAction[] Actions, Branch Branch, FileKind[] Kinds, Role?[] Roles);
}
