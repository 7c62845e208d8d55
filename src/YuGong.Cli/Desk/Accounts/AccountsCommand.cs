using System.CommandLine;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong desk accounts</c>: who may log in to a desk that others on the network can reach.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        Option<string[]> Role() => RoleOption(new(
            "角色,可以几个:editor 编辑 | first 初审 | second 复审 | final 终审和发布 | proof 校对 | admin 管理员;"
            + "checker 是初审和复审,publisher 是除校对以外的全部",
            "roles, one or several: editor | first, second and final review, which publishes | proof | admin; checker is first and second, "
            + "publisher all but proof"));
        Option<string?> Mail() => new("--mail") { Description = Terminal.Words("写进提交的邮箱,也收通知;没有人看也行,默认 <姓名>@desk.invalid",
            "Mail address for commits and notices, which nobody need read; usually <name>@desk.invalid") };
        var (role, mail, newRole, newMail) = (Role(), Mail(), Role(), Mail());
        role.DefaultValueFactory = _ => ["editor"];
        return new("accounts", Terminal.Words("编辑台的账户:增、删、列、改、停用。口令在终端里问,或从标准输入读一行,从不作为参数。",
            "Accounts of the desk: add, remove, list, change, switch off. Passwords are asked for on the terminal or read as a "
            + "line from standard input, never given as arguments."))
        {
            Named("add", new("加一个账户。",
                "Add an account."), (parsed, name, desk) => Add(desk, name, RoleOf(parsed.GetValue(role)!),
                parsed.GetValue(mail)), role, mail),
            Named("change", new("改一个账户的角色或邮箱;它正开着的登录随即失效。",
                "Change an account's roles or mail address; with other roles it is logged out at once."), (parsed, name, desk) =>
                Change(desk, name, parsed.GetValue(newRole), parsed.GetValue(newMail)), newRole, newMail),
            Named("off", new("停用一个账户:登录不了,写过的都留着。",
                "Switch an account off: nobody logs in with it, and what it wrote stays."), (_, name, desk) => Off(desk, name)),
            Named("on", new("重新启用一个账户,用原来的口令。",
                "Switch an account on again, with the password that it had."), (_, name, desk) => On(desk, name)),
            Named("remove", new("删一个账户;它正开着的登录随即失效。",
                "Remove an account; it is logged out at once."), (_, name, desk) => Remove(desk, name)),
            Named("password", new("改一个账户的口令;它正开着的登录随即失效。",
                "Change an account's password; it is logged out at once."), (_, name, desk) => Password(desk, name)),
            Plain("list", new("列出账户。", "List the accounts."), List),
        };
    }

    private static Option<string[]> RoleOption(Phrase description)
    {
        var role = new Option<string[]>("--role")
        {
            Description = Terminal.Words(description), AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore,
        };
        role.AcceptOnlyFromAmong([.. Roles.Words]);
        return role;
    }

    private static Role RoleOf(string[] words) => Roles.Find(string.Join(',', words))!.Value;

    private static int Change(Desk desk, string name, string[]? roles, string? mail)
    {
        if (desk.File.Find(name) is not { } account)
        {
            return desk.Unknown(name);
        }

        var changed = account with { Role = roles is { Length: > 0 } ? RoleOf(roles) : account.Role, Mail = mail ?? account.Mail };
        return !AccountFile.IsMail(changed.Mail) ? desk.Say(AccountRules.BadName, changed.Mail, new Phrase("邮箱", "a mail address"))
            : desk.Keep(desk.File.With(changed),
                new($"“{name}”现在是{Roles.NameOf(changed.Role).Zh},{changed.Mail}。",
                    $"'{name}' is now {Roles.NameOf(changed.Role).En}, {changed.Mail}."));
    }

    private static int Off(Desk desk, string name) => desk.File.Find(name) is not { } account ? desk.Unknown(name)
        : desk.Keep(desk.File.With(account with { State = AccountState.Off }), new($"停用了账户“{name}”。", $"Account '{name}' is off."));

    private static int On(Desk desk, string name) => desk.File.Find(name) is not { } account ? desk.Unknown(name)
        : desk.Keep(desk.File.With(account.State == AccountState.Off ? account with { State = AccountState.Active } : account),
            new($"启用了账户“{name}”。", $"Account '{name}' is on."));

    private static int Add(Desk desk, string name, Role role, string? mail)
    {
        if (!AccountFile.IsName(name))
        {
            return desk.Say(AccountRules.BadName, name, new Phrase("姓名", "a name"));
        }

        var address = mail ?? AccountFile.MailOf(name);
        return !AccountFile.IsMail(address) ? desk.Say(AccountRules.BadName, address, new Phrase("邮箱", "a mail address"))
            : desk.File.Find(name) is not null ? desk.Say(AccountRules.NameTaken, name)
            : desk.Ask(name) is { } password
                ? desk.Keep(desk.File.With(new(name, role, address, password)),
                    new($"有了账户“{name}”({Roles.NameOf(role).Zh})。", $"Account '{name}' added ({Roles.NameOf(role).En})."))
            : 1;
    }

    private static int Remove(Desk desk, string name) =>
        desk.File.Find(name) is null ? desk.Unknown(name) : desk.Keep(desk.File.Without(name), new($"删了账户“{name}”。",
            $"Account '{name}' removed."));

    private static int Password(Desk desk, string name) =>
        desk.File.Find(name) is not { } account ? desk.Unknown(name)
        : desk.Ask(name) is { } password ? desk.Keep(
            desk.File.With(account with { Password = password, State = Known(account.State) }),
            new($"“{name}”有了新口令。", $"'{name}' has a new password."))
        : 1;

    /// <summary>A password that was typed here was chosen by them; what is off stays off.</summary>
    private static AccountState Known(AccountState state) => state == AccountState.Once ? AccountState.Active : state;

    private static int List(Desk desk)
    {
        var terminal = !Console.IsOutputRedirected;
        Terminal.Write(LeadsTable.Format([new("姓名", "name"), new("角色", "role"), new("邮箱", "mail"), new("状态", "state")],
            [.. desk.File.Accounts.Select(a => (IReadOnlyList<string>)[a.Name, Terminal.Words(Roles.NameOf(a.Role)), a.Mail,
                Terminal.Words(StateOf(a.State))])], terminal));
        if (terminal && desk.File.Accounts.Count == 0)
        {
            Terminal.Say(new("还没有账户;没有账户时编辑台只听本机。",
                "There are no accounts yet; without accounts the desk listens on this machine only."));
        }

        return 0;
    }

    private static Phrase StateOf(AccountState state) => state switch
    {
        AccountState.Off => new("停用", "off"),
        AccountState.Once => new("等本人换口令", "to choose a password"),
        _ => Phrase.Empty,
    };

    private static Command Named(string word, Phrase description, Func<ParseResult, string, Desk, int> run, params Option[] own)
    {
        var name = new Argument<string>("name") { Description = Terminal.Words("账户的姓名,提交记录里就是它",
            "Name of the account, as commits will show it") };
        var command = Plain(word, description, null, (parsed, desk) => run(parsed, parsed.GetValue(name)!, desk), own);
        command.Arguments.Add(name);
        return command;
    }

    private static Command Plain(string word, Phrase description, Func<Desk, int>? run, Func<ParseResult, Desk, int>? parsedRun = null,
        params Option[] own)
    {
        var (root, file) = (SharedOptions.Root(), DeskAccess.AccountsOption());
        var command = new Command(word, Terminal.Words(description));
        foreach (var option in own.Concat([file, root]))
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var findings = new Diagnostics();
            var project = ProjectFolder.At(parsed.GetValue(root)!);
            var store = new AccountStore(DeskAccess.PathOf(project, parsed.GetValue(file)));
            var desk = new Desk(store, store.Read(findings), findings);
            var code = findings.HasErrors ? 1 : run?.Invoke(desk) ?? parsedRun!(parsed, desk);
            Terminal.Report(findings.Sorted());
            return code;
        });
        return command;
    }

    /// <summary>The accounts a command works on.</summary>
    private sealed record Desk(AccountStore Store, AccountFile File, Diagnostics Findings)
    {
        private SourceSpan Place => new SourceFile(Path.GetFileName(Store.Path), "").Whole;

        public int Say(Rule rule, params IReadOnlyList<Detail> details)
        {
            Findings.Report(rule, Place, details);
            return 1;
        }

        public int Unknown(string name) =>
            Say(AccountRules.NoSuchAccount, name,
            File.Accounts.Count == 0 ? new("(没有账户)", "(no accounts)") : Phrase.List(File.Accounts.Select(a => a.Name)));

        public int Keep(AccountFile accounts, Phrase told)
        {
            Store.Write(accounts);
            Terminal.Say(told);
            return 0;
        }

        /// <summary>Asked twice on a terminal; one line from a pipe.</summary>
        public PasswordHash? Ask(string name)
        {
            var typed = LeadsPrompt.CanAsk ? LeadsPrompt.Secret(new($"“{name}”的口令(至少 {PasswordHash.Shortest} 个字符):",
                $"Password of '{name}' (at least {PasswordHash.Shortest} characters): ")) : Console.In.ReadLine() ?? "";
            var weakness = PasswordHash.Weakness(typed, name)
                ?? (LeadsPrompt.CanAsk && LeadsPrompt.Secret(new("再输一次:", "Once more: ")) != typed
                    ? new Phrase("两次输的不一样", "the two differ") : null);
            if (weakness is not null)
            {
                Say(AccountRules.WeakPassword, weakness);
                return null;
            }

            return PasswordHash.Of(typed);
        }
    }
}
