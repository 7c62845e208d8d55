using Xunit;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Tests.DeskFront;

/// <summary>Passwords, visits and how often one may try, without a server.</summary>
public sealed class AccountsTests
{
    private const string Words = "江边 水塔 石阶 缆车";

    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_password_is_kept_as_PBKDF2_with_SHA_512_and_210000_rounds()
    {
        var kept = PasswordHash.Of(Words);
        Assert.Matches(@"^pbkdf2-sha512\$210000\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{86}==$", kept.ToString());
        Assert.DoesNotContain("江边", kept.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(kept.ToString(), PasswordHash.Of(Words).ToString());
        var read = PasswordHash.Parse(kept.ToString())!;
        Assert.True(read.Is(Words));
        Assert.False(read.Is(Words + " "));
        Assert.False(read.Is(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha512$210000$AAAA$AAAA")]
    [InlineData("pbkdf2-sha512$1$AAAAAAAAAAAAAAAAAAAAAA==$x")]
    [InlineData(
        "pbkdf2-sha512$999999999$AAAAAAAAAAAAAAAAAAAAAA==$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void A_hash_that_is_none_is_refused(string text) => Assert.Null(PasswordHash.Parse(text));

    [Theory]
    [InlineData("短", "只有")]
    [InlineData("aaaaaaaaaaaaaaaa", "不同")]
    [InlineData("xx-李工-2026-yugong", "账户名")]
    public void A_weak_password_is_named(string password, string why) =>
        Assert.Contains(why, PasswordHash.Weakness(password, "李工")!.Zh, StringComparison.Ordinal);

    [Fact]
    public void Accounts_come_back_from_their_file()
    {
        var file = AccountFile.Empty.With(Account("李工", Role.Publisher)).With(Account("王 编", Role.Editor));
        var findings = new Diagnostics();
        var read = AccountFile.Parse(new SourceFile("accounts", file.ToString()), findings);
        Assert.Equal(0, findings.Count);
        Assert.Equal(file.Accounts.Select(a => a.ToString()).Order(StringComparer.Ordinal),
            read.Accounts.Select(a => a.ToString()).Order(StringComparer.Ordinal));
        Assert.True(read.Find("李工")!.Editor.May(DeskAction.Publish, Branch.Main));
        Assert.False(read.Find("王 编")!.Editor.May(DeskAction.Approve, Branch.Draft));
        Assert.True(read.Find("王 编")!.Editor.OneOfSeveral);
    }

    /// <summary>Desks that had three roles.</summary>
    [Fact]
    public void Older_accounts_keep_what_they_did()
    {
        var hash = PasswordHash.Of(Words);
        var findings = new Diagnostics();
        var read = AccountFile.Parse(new("accounts", $"张核\tchecker\tz@desk.invalid\t{hash}\n李发\tpublisher\tl@desk.invalid\t{hash}\n"),
            findings);
        Assert.Equal(0, findings.Count);
        var (checker, publisher) = (read.Find("张核")!.Editor, read.Find("李发")!.Editor);
        Assert.True(checker.May(DeskAction.Approve, Branch.Draft) && !checker.May(DeskAction.Publish, Branch.Main));
        Assert.True(publisher.May(DeskAction.Publish, Branch.Main) && publisher.May(DeskAction.ManageAccounts));
        Assert.Contains("\tfirst,second\t", read.ToString(), StringComparison.Ordinal);
        Assert.Contains("\teditor,first,second,final,admin\t", read.ToString(), StringComparison.Ordinal);
        Assert.Null(Roles.Find("editor,chief"));
        Assert.Null(Roles.Find(""));
    }

    [Fact]
    public void Somebody_may_manage_accounts_and_nothing_else()
    {
        var admin = new Editor("陈管", "c@example.org", Role.Administrator);
        Assert.True(admin.May(DeskAction.ManageAccounts));
        Assert.All((DeskAction[])[DeskAction.Save, DeskAction.Submit, DeskAction.Approve],
            a => Assert.False(admin.May(a, Branch.Draft, FileKind.Entry) || admin.May(a, Branch.Draft)));
        Assert.False(admin.May(DeskAction.Publish, Branch.Main) || admin.May(DeskAction.GoOnline) || admin.May(DeskAction.ReadLeads));
    }

    [Fact]
    public void An_account_that_is_off_or_new_comes_back_so_and_another_word_is_refused()
    {
        var file = AccountFile.Empty.With(Account("李工", Role.Publisher) with { State = AccountState.Off })
            .With(Account("王编", Role.Editor) with { State = AccountState.Once });
        AccountFile Read(string text, Diagnostics findings) => AccountFile.Parse(new SourceFile("accounts", text), findings);
        var read = Read(file.ToString(), new());
        Assert.Equal((AccountState.Off, AccountState.Once), (read.Find("李工")!.State, read.Find("王编")!.State));
        Assert.False(read.HasAdministrator);
        var findings = new Diagnostics();
        Read(file.ToString().Replace("\toff", "\taus", StringComparison.Ordinal), findings);
        Assert.Equal("YG730", Assert.Single(findings.Sorted()).Rule.Code);
    }

    [Fact]
    public void Somebody_who_manages_accounts_always_stays()
    {
        var (file, once) = (AccountFile.Empty.With(Account("李工", Role.Publisher)), PasswordHash.Of(Words));
        AccountChange[] refused =
        [
            AccountChange.Remove(file, "李工"), AccountChange.SwitchOff(file, "李工"), AccountChange.Reset(file, "李工", once),
            AccountChange.GiveRole(file, "李工", Role.Checker), AccountChange.Remove(file, "没有的"),
            AccountChange.Add(file, "李工", Role.Editor, "", once), AccountChange.Add(file, "<b>", Role.Editor, "", once),
            AccountChange.Add(file, "王编", Role.Editor, "not a mail", once), AccountChange.GiveMail(file, "李工", "also none"),
        ];
        Assert.All(refused, c => Assert.True(c.Made is null && c.Why.Length > 0));
        var two = AccountChange.Add(file, " 王编 ", Role.Administrator, "w@example.org", once).Made!;
        Assert.Null(AccountChange.SwitchOff(two, "李工").Made); // the other one has no password of their own yet
        var both = two.With(two.Find("王编")! with { State = AccountState.Active });
        Assert.Equal(AccountState.Off, AccountChange.SwitchOff(both, "李工").Made!.Find("李工")!.State);
    }

    [Fact]
    public void A_token_that_was_not_made_here_is_nobodys()
    {
        var sessions = new Sessions();
        var accounts = AccountFile.Empty.With(Account("李工", Role.Editor));
        Assert.Null(sessions.Find("0123", accounts, Morning));
        var token = sessions.Begin(accounts.Find("李工")!, "0123", Morning);
        Assert.Equal(64, token.Length);
        Assert.Null(sessions.Find("0123", accounts, Morning));
        Assert.Equal("李工", sessions.Find(token, accounts, Morning)!.Account.Name);
    }

    [Fact]
    public void A_visit_ends_by_itself_and_with_its_account()
    {
        var sessions = new Sessions();
        var account = Account("李工", Role.Editor);
        var accounts = AccountFile.Empty.With(account);
        var idle = sessions.Begin(account, null, Morning);
        Assert.Null(sessions.Find(idle, accounts, Morning + Sessions.Idle + TimeSpan.FromSeconds(1)));

        var busy = sessions.Begin(account, null, Morning);
        for (var at = Morning; at < Morning + Sessions.Longest; at += TimeSpan.FromHours(1))
        {
            Assert.NotNull(sessions.Find(busy, accounts, at));
        }

        Assert.Null(sessions.Find(busy, accounts, Morning + Sessions.Longest + TimeSpan.FromSeconds(1)));

        var changed = sessions.Begin(account, null, Morning);
        Assert.Null(sessions.Find(changed, AccountFile.Empty.With(account with { Role = Role.Publisher }), Morning));
        var removed = sessions.Begin(account, null, Morning);
        Assert.Null(sessions.Find(removed, AccountFile.Empty, Morning));
    }

    [Fact]
    public void After_five_failures_one_waits_and_others_do_not()
    {
        var limit = new LoginLimit();
        for (var i = 0; i < LoginLimit.PerPair; i++)
        {
            Assert.Null(limit.Try("李工", "10.0.0.5", Morning));
        }

        Assert.Equal(LoginLimit.Window, limit.Try("李工", "10.0.0.5", Morning));
        Assert.Null(limit.Try("李工", "10.0.0.6", Morning));
        Assert.Null(limit.Try("李工", "10.0.0.5", Morning + LoginLimit.Window));
    }

    [Fact]
    public void Whoever_tries_many_names_is_stopped_by_the_address()
    {
        var limit = new LoginLimit();
        var let = Enumerable.Range(0, 100).Count(i => limit.Try($"某{i}", "10.0.0.5", Morning) is null);
        Assert.Equal(LoginLimit.PerAddress, let);
    }

    [Fact]
    public void Right_passwords_are_no_failures()
    {
        var limit = new LoginLimit();
        for (var i = 0; i < 200; i++)
        {
            var at = Morning.AddSeconds(i);
            Assert.Null(limit.Try("李工", "10.0.0.5", at));
            limit.Succeeded("李工", "10.0.0.5", at);
        }

        Assert.Equal(TimeSpan.Zero, limit.Delay("李工", Morning.AddSeconds(200)));
    }

    [Fact]
    public void A_strangers_failures_from_elsewhere_make_others_late_and_lock_nobody_out()
    {
        var limit = new LoginLimit();
        for (var i = 0; i < 1000; i++)
        {
            limit.Try("李工", $"10.0.{i / 250}.{i % 250}", Morning);
        }

        Assert.Null(limit.Try("李工", "192.168.1.20", Morning));
        Assert.Equal(LoginLimit.Late, limit.Delay("李工", Morning));
        Assert.Equal(TimeSpan.Zero, limit.Delay("王编", Morning));
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5")]
    [InlineData("::ffff:10.0.0.5", "10.0.0.5")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_client_is_an_address_or_a_network(string address, string client) =>
        Assert.Equal(client, YuGong.Cli.ClientAddress.Of(System.Net.IPAddress.Parse(address)));

    private static Account Account(string name, Role role) => new(name, role, "x@desk.invalid", PasswordHash.Of(Words));
}
