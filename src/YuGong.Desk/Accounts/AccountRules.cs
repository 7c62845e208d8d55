using YuGong.Text;

namespace YuGong.Desk;

/// <summary>YG730–YG749: who may sit at the desk, and where it may listen.</summary>
public static class AccountRules
{
    public static readonly Rule BadLine = new(
        "YG730", Severity.Error,
        new("账户文件里有一行读不懂", "Unreadable account"),
        new("这一行不是账户:要有姓名、角色、邮箱和口令的散列,用制表符隔开。",
            "This line is no account: it needs a name, a role, a mail address and a password hash between tabs."),
        new($"不要手改;用 {CommandName.Value} desk accounts add 写。", $"Do not edit by hand; {CommandName.Value} desk accounts add writes it."),
        new("账户文件坏了还开门,就不知道放进来的是谁。", "A desk that opens with a broken list of accounts does not know whom it lets in."));

    public static readonly Rule NameTaken = new(
        "YG731", Severity.Error,
        new("账户重名", "Account exists"),
        new("已经有账户“{0}”。", "There is an account '{0}' already."),
        new($"换一个名字;改口令用 {CommandName.Value} desk accounts password。",
            $"Take another name; {CommandName.Value} desk accounts password changes a password."),
        new("提交记录要说得清是谁写的。", "The history must say who wrote what."));

    public static readonly Rule NoSuchAccount = new(
        "YG732", Severity.Error,
        new("没有这个账户", "No such account"),
        new("没有账户“{0}”。", "There is no account '{0}'."),
        new("现有:{1}", "There are: {1}"),
        new("删错人比不删更糟。", "Removing the wrong one is worse than removing none."));

    public static readonly Rule BadName = new(
        "YG733", Severity.Error,
        new("名字或邮箱不能用", "Name or mail unusable"),
        new("“{0}”不能作账户的{1}。", "'{0}' cannot be an account's {1}."),
        new("姓名 1–40 字,不含控制字符和尖括号;邮箱写 a@b 的样子,没有人看也行。",
            "A name has 1 to 40 characters without control characters and angle brackets; mail looks like a@b, and may be one that "
            + "nobody reads."),
        new("姓名和邮箱会写进每一个提交。", "Both stand in every commit."));

    public static readonly Rule WeakPassword = new(
        "YG734", Severity.Error,
        new("口令太弱", "Weak password"),
        new("这个口令不行:{0}。", "This password will not do: {0}."),
        new("用四五个不相干的词,至少 12 个字符,不含账户名。", "Take four or five unrelated words, 12 characters or more, without the account's name."),
        new("编辑台在局域网上,谁都可以试。", "On a network everybody may try."));

    public static readonly Rule NeedsAccounts = new(
        "YG735", Severity.Error,
        new("没有账户不能对外开放", "Listening needs accounts"),
        new("{0} 会让别的机器也进来,可还没有一个管理员的账户。", "{0} lets other machines in, yet there is no account that may manage accounts."),
        new($"先运行 {CommandName.Value} desk accounts add <姓名> --role publisher。",
            $"First run {CommandName.Value} desk accounts add <name> --role publisher."),
        new("不知道是谁,就不让改网站。", "Nobody unknown changes the site."));

    public static readonly Rule NeedsCertificate = new(
        "YG736", Severity.Error,
        new("没有证书不能对外开放", "Listening needs a certificate"),
        new("--listen {0} 要有 TLS 证书:{1}。", "--listen {0} needs a TLS certificate: {1}."),
        new("给一个带私钥的证书:--certificate desk.pem(--certificate-key desk.key)或 desk.pfx;证书在前面的代理上,就写 --forwarded-from 和 --public-host。",
            "Give one with its private key: --certificate desk.pem (--certificate-key desk.key) or desk.pfx; where a proxy in front holds "
            + "it, give --forwarded-from and --public-host."),
        new("口令和未发布的稿子不能明文过网线。", "Passwords and unpublished stories do not travel in the clear."));
}
