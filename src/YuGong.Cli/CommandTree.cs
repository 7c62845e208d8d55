using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Runtime.CompilerServices;
using YuGong.Build.Faults;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The commands of <c>yugong</c> and their options, in the language of the console.</summary>
internal static class CommandTree
{
    /// <summary>
    /// The program compiled natively, beside this one, is there for the commands that people wait for most; what serves and seals wants the
    /// whole runtime.
    /// </summary>
    private static readonly (string Name, Func<Command> Create)[] Commands = !RuntimeFeature.IsDynamicCodeSupported
        ? [("build", BuildCommand.Create), ("check", CheckCommand.Create)] :
    [
        ("init", InitCommand.Create),
        ("build", BuildCommand.Create), ("check", CheckCommand.Create), ("preview", PreviewCommand.Create), ("new", NewCommand.Create),
        ("import", ImportCommand.Create), ("posters", PostersCommand.Create), ("article", ArticleCommand.Create),
        ("book", BookCommand.Create),
        ("deploy", DeployCommand.Create), ("serve", ServeCommand.Create), ("schemas", SchemasCommand.Create),
        ("scan", ScanCommand.Create), ("leads", LeadsCommand.Create),
        ("hosting", HostingCommand.Create), ("theme", ThemeCommand.Create), ("withdraw", WithdrawCommand.Create),
        ("desk", DeskCommand.Create),
    ];

    /// <summary>
    /// After Ctrl-C and SIGTERM: longer than any server takes to finish what it is answering (<see cref="DeskServer.Patience"/>).
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>
    /// 0 done, 1 findings or failure, 2 misuse, 70 a mistake of ours. Nothing is thrown: whatever nobody caught becomes one sentence.
    /// </summary>
    public static int Run(string[] arguments)
    {
        Terminal.Open(arguments);
        try
        {
            return Invoke(arguments);
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            var fault = Fault.Of(e, arguments.FirstOrDefault(a => Commands.Any(c => c.Name == a)) ?? "");
            Guard.Say(fault);
            return fault.ExitCode;
        }
    }

    /// <summary>In the language of the console.</summary>
    internal static RootCommand Root(string[] arguments)
    {
        var root = new RootCommand(Terminal.Words(
            "从 input/ 里的 Markdown 到专题页面、人物海报和数字纪念馆。",
            "From Markdown in input/ to a website of stories, posters and a digital memorial hall."));
        foreach (var option in root.Options)
        {
            option.Description = option is VersionOption
                ? Terminal.Words("显示版本", "Show the version") : Terminal.Words("显示用法", "Show this help");
        }

        root.Options.Add(SharedOptions.Language());
        foreach (var (name, create) in Commands)
        {
            // The options of the other commands would only cost time: a build with nothing to do takes less than a tenth of a second.
            if (arguments is [] || arguments[0] == name || !Commands.Any(c => c.Name == arguments[0]))
            {
                root.Add(create());
            }
        }

        return root;
    }

    private static int Invoke(string[] arguments)
    {
        var parsed = Root(arguments).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var words in ParserWords.Misuse(parsed))
            {
                Terminal.Warn(words);
            }

            Terminal.Warn(new("用 --help 看用法。", "See --help."));
            return 2;
        }

        if (parsed.Action is HelpAction)
        {
            return ParserWords.Help(parsed);
        }

        NodePackages.FetchFor(parsed);
        return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
    }
}

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    /// <summary>Beyond these years no day of the campaign lies, and reckoning with terms would run out of the calendar.</summary>
    private const int FirstYear = 1900, LastYear = 2999;

    public static Option<string> Root()
    {
        var option = new Option<string>("--root")
        {
            Description = Terminal.Words("项目的根目录(有 statiq.json 的文件夹)", "Root of the project: the folder with statiq.json"),
            DefaultValueFactory = _ => ".",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var root] && !Directory.Exists(root.Value))
            {
                result.AddError(Terminal.Words($"--root:没有文件夹“{root.Value}”。", $"--root: there is no folder '{root.Value}'."));
            }
        });
        return option;
    }

    public static Option<string?> Input()
    {
        var option = new Option<string?>("--input") { Description =
            Terminal.Words("内容文件夹,默认 input", "Folder of the content, usually input") };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var folder] && string.IsNullOrWhiteSpace(folder.Value))
            {
                result.AddError(Terminal.Words("--input 要写一个文件夹的名字。", "--input wants the name of a folder."));
            }
        });
        return option;
    }

    public static Option<DateOnly?> Date() => new("--date")
    {
        Description = Terminal.Words("把这一天当作今天(年-月-日),默认今天(网站的时区)",
            "Take this day for today (year-month-day), usually today in the site's time zone"),
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= FirstYear and <= LastYear)
            {
                return day;
            }

            var said = result.Tokens[0].Value;
            result.AddError(Terminal.Words($"--date 要写成 2026-12-01 的样子({FirstYear} 到 {LastYear} 年),不能是“{said}”。",
                $"--date wants a day such as 2026-12-01 (years {FirstYear} to {LastYear}), not '{said}'."));
            return null;
        },
    };

    /// <summary>Of every command. It is heard before the others are made (<see cref="Terminal.Open"/>), and checked with them.</summary>
    public static Option<string> Language()
    {
        var option = new Option<string>("--lang")
        {
            Description = Terminal.Words("说哪种语言:zh 或 en;不写就看环境(YUGONG_LANG、LANG 等)",
                "Language: zh or en; otherwise as the environment says (YUGONG_LANG, LANG …)"),
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<int> Jobs() => WholeNumber.Jobs();
}
