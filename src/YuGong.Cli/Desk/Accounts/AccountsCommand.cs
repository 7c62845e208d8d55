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
        var role = new Option<string>("--role") { Description = "editor 编辑 | checker 核实 | publisher 发布",
            DefaultValueFactory = _ => "editor" };
        role.AcceptOnlyFromAmong([.. Roles.All.Select(r => r.Word)]);
        var mail = new Option<string?>("--mail") { Description = "写进提交的邮箱,没有人看也行;默认 <姓名>@desk.invalid" };
        return new("accounts", "编辑台的账户:增、删、列、改口令。口令在终端里问,或从标准输入读一行,从不作为参数。")
        {
            Named("add", "加一个账户。", (parsed, name, desk) => Add(desk, name, Roles.Find(parsed.GetValue(role)!)!.Value,
                parsed.GetValue(mail)), role, mail),
            Named("remove", "删一个账户;它正开着的登录随即失效。", (_, name, desk) => Remove(desk, name)),
            Named("password", "改一个账户的口令;它正开着的登录随即失效。", (_, name, desk) => Password(desk, name)),
            Plain("list", "列出账户。", List),
        };
    }

    private static int Add(Desk desk, string name, Role role, string? mail)
    {
        if (!AccountFile.IsName(name))
        {
            return desk.Say(AccountRules.BadName, name, "姓名");
        }

        var address = mail ?? Mails.Of(name);
        return !AccountFile.IsMail(address) ? desk.Say(AccountRules.BadName, address, "邮箱")
            : desk.File.Find(name) is not null ? desk.Say(AccountRules.NameTaken, name)
            : desk.Ask(name) is { } password
                ? desk.Keep(desk.File.With(new(name, role, address, password)), $"有了账户“{name}”({Roles.NameOf(role)})。")
            : 1;
    }

    private static int Remove(Desk desk, string name) =>
        desk.File.Find(name) is null ? desk.Unknown(name) : desk.Keep(desk.File.Without(name), $"删了账户“{name}”。");

    private static int Password(Desk desk, string name) =>
        desk.File.Find(name) is not { } account ? desk.Unknown(name)
        : desk.Ask(name) is { } password ? desk.Keep(desk.File.With(account with { Password = password }), $"“{name}”有了新口令。")
        : 1;

    private static int List(Desk desk)
    {
        var terminal = !Console.IsOutputRedirected;
        Console.Out.Write(LeadsTable.Format(["姓名", "角色", "邮箱"],
            [.. desk.File.Accounts.Select(a => (IReadOnlyList<string>)[a.Name, Roles.NameOf(a.Role), a.Mail])], terminal));
        if (terminal && desk.File.Accounts.Count == 0)
        {
            Console.Out.WriteLine("还没有账户;没有账户时编辑台只听本机。");
        }

        return 0;
    }

    private static Command Named(string word, string description, Func<ParseResult, string, Desk, int> run, params Option[] own)
    {
        var name = new Argument<string>("姓名") { Description = "账户的姓名,提交记录里就是它" };
        var command = Plain(word, description, null, (parsed, desk) => run(parsed, parsed.GetValue(name)!, desk), own);
        command.Arguments.Add(name);
        return command;
    }

    private static Command Plain(string word, string description, Func<Desk, int>? run, Func<ParseResult, Desk, int>? parsedRun = null,
        params Option[] own)
    {
        var (root, file, language) = (SharedOptions.Root(), DeskAccess.AccountsOption(), SharedOptions.Language());
        var command = new Command(word, description);
        foreach (var option in own.Concat([file, root, language]))
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
            Console.Error.Write(FindingsPrinter.Text(findings.Sorted(), SharedOptions.LanguageOf(parsed.GetValue(language)!),
                !Console.IsErrorRedirected));
            return code;
        });
        return command;
    }

    /// <summary>The accounts a command works on.</summary>
    private sealed record Desk(AccountStore Store, AccountFile File, Diagnostics Findings)
    {
        private SourceSpan Place => new SourceFile(Path.GetFileName(Store.Path), "").Whole;

        public int Say(Rule rule, params IReadOnlyList<string> details)
        {
            Findings.Report(rule, Place, details);
            return 1;
        }

        public int Unknown(string name) =>
            Say(AccountRules.NoSuchAccount, name,
            File.Accounts.Count == 0 ? "(没有账户)" : string.Join('、', File.Accounts.Select(a => a.Name)));

        public int Keep(AccountFile accounts, string told)
        {
            Store.Write(accounts);
            Console.Out.WriteLine(told);
            return 0;
        }

        /// <summary>Asked twice on a terminal; one line from a pipe.</summary>
        public PasswordHash? Ask(string name)
        {
            var typed = LeadsPrompt.CanAsk ? LeadsPrompt.Secret($"“{name}”的口令(至少 {PasswordHash.Shortest} 个字符):") : Console.In.ReadLine()
                ?? "";
            var weakness = PasswordHash.Weakness(typed, name)
                ?? (LeadsPrompt.CanAsk && LeadsPrompt.Secret("再输一次:") != typed ? "两次输的不一样" : null);
            if (weakness is not null)
            {
                Say(AccountRules.WeakPassword, weakness);
                return null;
            }

            return PasswordHash.Of(typed);
        }
    }

    /// <summary>A mail address for git that leads nowhere (RFC 2606).</summary>
    private static class Mails
    {
        public static string Of(string name) =>
            $"{(name.All(char.IsAsciiLetterOrDigit) ? name.ToLowerInvariant() : Fingerprint.Of(name).ToString()[..8])}@desk.invalid";
    }
}
