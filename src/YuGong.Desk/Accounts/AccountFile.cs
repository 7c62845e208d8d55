using System.Text;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Desk;

/// <summary>
/// The accounts of a desk as a text file, one a line: name, role, mail and password hash between tabs, and behind them <c>once</c> or
/// <c>off</c> where the account is not simply good. Lines that begin with # are words for people. The file belongs to the machine and never
/// into git.
/// </summary>
public sealed record AccountFile(IReadOnlyList<Account> Accounts)
{
    private const string Head = "# 编辑台的账户:姓名、角色(editor、first、second、final、proof、admin，几个之间用逗号)、邮箱、口令的散列,用制表符隔开。用 yugong desk accounts 改。\n";

    private static readonly (string Word, AccountState State)[] States = [("once", AccountState.Once), ("off", AccountState.Off)];

    public static AccountFile Empty { get; } = new([]);

    /// <summary>Whether somebody may manage accounts who has a password of their own.</summary>
    public bool HasAdministrator => Accounts.Any(a => a.State == AccountState.Active && a.Editor.May(DeskAction.ManageAccounts));

    public static AccountFile Parse(SourceFile file, Diagnostics diagnostics)
    {
        var accounts = new List<Account>();
        var start = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            var place = file.Span(start, line.Length);
            start += line.Length + 1;
            if (line.Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Read(line) is not { } account)
            {
                diagnostics.Report(AccountRules.BadLine, place);
            }
            else if (accounts.Exists(a => a.Name == account.Name))
            {
                diagnostics.Report(AccountRules.NameTaken, place, account.Name);
            }
            else
            {
                accounts.Add(account);
            }
        }

        return new(accounts);
    }

    public Account? Find(string name) => Accounts.FirstOrDefault(a => a.Name == Composed.Of(name));

    public AccountFile With(Account account) => new([.. Accounts.Where(a => a.Name != account.Name), account]);

    public AccountFile Without(string name) => new([.. Accounts.Where(a => a.Name != name)]);

    /// <summary>1 to 40 characters that can stand in a commit and in a line of this file.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && name == name.Trim() && name[0] != '#' && name.All(c => !char.IsControl(c) && c is not ('<' or '>'));

    public static bool IsMail(string mail) =>
        mail.Length is > 2 and <= 200 && mail.Count(c => c == '@') == 1 && mail.All(c => c is > ' ' and <= '~' and not ('<' or '>'));

    /// <summary>A mail address for git that leads nowhere (RFC 2606).</summary>
    public static string MailOf(string name) =>
        $"{(name.All(char.IsAsciiLetterOrDigit) ? name.ToLowerInvariant() : Fingerprint.Of(name).ToString()[..8])}@desk.invalid";

    public override string ToString() => Head + string.Concat(Accounts.OrderBy(a => a.Name, StringComparer.Ordinal).Select(Line));

    private static string Line(Account account)
    {
        var state = Array.Find(States, s => s.State == account.State).Word;
        return $"{account.Name}\t{Roles.WordsOf(account.Role)}\t{account.Mail}\t{account.Password}{(state is null ? "" : "\t" + state)}\n";
    }

    private static Account? Read(string line)
    {
        var parts = line.TrimEnd('\r').Split('\t');
        var known = parts.Length == 5 ? Array.Find(States, s => s.Word == parts[4]) : default;
        return parts is [var name, var word, var mail, var hash, ..] && (parts.Length == 4 || known.Word is not null) && IsName(name)
            && Roles.Find(word) is { } role && IsMail(mail) && PasswordHash.Parse(hash) is { } password
            ? new(Composed.Of(name), role, mail, password) { State = known.State }
            : null;
    }
}
