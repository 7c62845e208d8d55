using System.Security.Cryptography;
using YuGong.Text.Intake;

namespace YuGong.Desk;

/// <summary>
/// What an administrator makes of the accounts. Whatever it is, somebody stays who may manage them and has a password of their own:
/// else nobody could mend it but at the machine itself.
/// </summary>
/// <param name="Made">Null where it must not be.</param>
/// <param name="Why">Then the reason, for people; else empty.</param>
public sealed record AccountChange(AccountFile? Made, string Why)
{
    /// <summary>Without those that look like one another.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Groups = 5, InAGroup = 4;

    private const string NoSuch = "没有这个账户。", BadMail = "邮箱写 li@example.org 的样子；没有就空着。";

    /// <summary>Nearly a hundred random bits, to be read out and typed once.</summary>
    public static string OneTimePassword() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, InAGroup)));

    /// <param name="once">Counts for one login, at which they choose their own.</param>
    /// <param name="mail">Empty where there is none.</param>
    public static AccountChange Add(AccountFile file, string name, Role role, string mail, PasswordHash once)
    {
        var written = Composed.Of(name.Trim());
        var address = mail.Length == 0 ? AccountFile.MailOf(written) : mail;
        return !AccountFile.IsName(written) ? Refused("姓名写 1 到 40 个字，不用尖括号。")
            : !AccountFile.IsMail(address) ? Refused(BadMail)
            : file.Find(written) is not null ? Refused($"已经有账户“{written}”。")
            : new(file.With(new(written, role, address, once) { State = AccountState.Once }), "");
    }

    public static AccountChange GiveRole(AccountFile file, string name, Role role) => Change(file, name, a => a with { Role = role });

    /// <param name="mail">Empty where there is none.</param>
    public static AccountChange GiveMail(AccountFile file, string name, string mail)
    {
        var address = mail.Length == 0 ? AccountFile.MailOf(name) : mail;
        return AccountFile.IsMail(address) ? Change(file, name, a => a with { Mail = address }) : Refused(BadMail);
    }

    /// <summary>Their visits are over, and the next one begins with a password of their own.</summary>
    public static AccountChange Reset(AccountFile file, string name, PasswordHash once) =>
        Change(file, name, a => a with { Password = once, State = AccountState.Once });

    /// <summary>Nobody logs in with it, and everything that was said under this name stays.</summary>
    public static AccountChange SwitchOff(AccountFile file, string name) => Change(file, name, a => a with { State = AccountState.Off });

    /// <summary>With a new password: whoever knew the old one may have left.</summary>
    public static AccountChange SwitchOn(AccountFile file, string name, PasswordHash once) => Reset(file, name, once);

    public static AccountChange Remove(AccountFile file, string name) =>
        file.Find(name) is { } account ? Kept(file.Without(account.Name)) : Refused(NoSuch);

    private static AccountChange Change(AccountFile file, string name, Func<Account, Account> change) =>
        file.Find(name) is { } account ? Kept(file.With(change(account))) : Refused(NoSuch);

    private static AccountChange Kept(AccountFile made) => made.HasAdministrator ? new(made, "")
        : Refused("这是最后一个管理员：先让别人也做管理员，等他登录过，再改这一个。");

    private static AccountChange Refused(string why) => new(null, why);
}
