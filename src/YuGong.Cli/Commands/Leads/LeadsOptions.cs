using System.CommandLine;
using YuGong.Build;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What every leads command is told.</summary>
/// <param name="Folder">Full path of the register's folder.</param>
internal sealed record LeadsRequest(ProjectFolder Project, string Folder, AuditContext AuditContext, string? KeyFile, bool Json,
    bool DryRun, bool Yes)
{
    public DateOnly Today => AuditContext.Day;
}

/// <summary>The options that leads commands share; each command shows those it knows.</summary>
internal sealed class LeadsOptions
{
    private readonly Option<string> root = SharedOptions.Root();
    private readonly Option<string?> input = SharedOptions.Input();
    private readonly Option<DateOnly?> date = SharedOptions.Date();
    private readonly Option<string?> folder = new("--leads") { Description = Terminal.Words("线索库的文件夹,默认项目下的 leads",
        "Folder of the register, usually leads in the project") };
    private readonly Option<string?> keyFile =
        new("--key-file") { Description = Terminal.Words("钥匙文件;也可以用环境变量 YUGONG_LEADS_KEY,口令用 YUGONG_LEADS_PASSPHRASE",
            "Key file; YUGONG_LEADS_KEY in the environment does too, and YUGONG_LEADS_PASSPHRASE gives a passphrase") };
    private readonly Option<string?> by = new("--by") { Description = Terminal.Words("谁在操作(岗位或姓名,加密记入流水);默认 YUGONG_BY,再默认登录名",
        "Who does it (post or name, sealed in the journal); otherwise YUGONG_BY, otherwise the login name") };
    private readonly Option<bool> json = new("--json") { Description = Terminal.Words("输出 JSON", "Write JSON") };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = Terminal.Words("只说会做什么,什么也不改",
        "Only tell what would be done; change nothing") };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = Terminal.Words("不再询问(不能撤消的事)",
        "Do not ask (before what cannot be undone)") };

    /// <summary>A command with these options behind its own.</summary>
    public static Command Command(string name, Phrase description, Func<ParseResult, LeadsRequest, int> run, bool changes = false,
        bool final = false, params Symbol[] own)
    {
        var options = new LeadsOptions();
        var command = new Command(name, Terminal.Words(description));
        foreach (var symbol in own)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        Option[] shared = [options.json, options.folder, options.keyFile, options.by, options.root, options.input, options.date];
        foreach (var option in shared)
        {
            command.Options.Add(option);
        }

        if (changes)
        {
            command.Options.Add(options.dryRun);
        }

        if (final)
        {
            command.Options.Add(options.yes);
        }

        command.SetAction(parsed => VisibleOutput.While(() => run(parsed, options.Read(parsed, changes, final))));
        return command;
    }

    private LeadsRequest Read(ParseResult parsed, bool changes, bool final)
    {
        var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
        var now = Clock.Now(project, parsed.GetValue(date));
        var who = parsed.GetValue(by) ?? Environment.GetEnvironmentVariable("YUGONG_BY") ?? Environment.UserName;
        return new(
            project, Path.GetFullPath(Path.Combine(project.Root, parsed.GetValue(folder) ?? "leads")), new(now, who),
            parsed.GetValue(keyFile) ?? Environment.GetEnvironmentVariable("YUGONG_LEADS_KEY"),
            parsed.GetValue(json), changes && parsed.GetValue(dryRun),
            final && parsed.GetValue(yes));
    }
}
