using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using YuGong.Build.Faults;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The commands of <c>yugong</c> and their options, Chinese first.</summary>
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
        ("posters", PostersCommand.Create), ("serve", ServeCommand.Create), ("schemas", SchemasCommand.Create),
        ("scan", ScanCommand.Create), ("leads", LeadsCommand.Create),
        ("hosting", HostingCommand.Create), ("theme", ThemeCommand.Create), ("withdraw", WithdrawCommand.Create),
        ("desk", DeskCommand.Create),
    ];

    /// <summary>
    /// 0 done, 1 findings or failure, 2 misuse, 70 a mistake of ours. Nothing is thrown: whatever nobody caught becomes one sentence.
    /// </summary>
    public static int Run(string[] arguments)
    {
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

    private static int Invoke(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        var root = new RootCommand("YuGongSite:从 Markdown 到专题页面和数字纪念馆。(Builds the site from input/.)");
        foreach (var (name, create) in Commands)
        {
            // The options of the other commands would only cost time: a build with nothing to do takes less than a tenth of a second.
            if (arguments is [] || arguments[0] == name || !Commands.Any(c => c.Name == arguments[0]))
            {
                root.Add(create());
            }
        }

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine("用 --help 看用法。");
            return 2;
        }

        NodePackages.FetchFor(parsed);
        return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
    }
}

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    /// <summary>Beyond these years no day of the campaign lies, and reckoning with terms would run out of the calendar.</summary>
    private const int FirstYear = 1900, LastYear = 2999;

    public static Option<string> Root()
    {
        var option = new Option<string>("--root") { Description = "项目的根目录(有 statiq.json 的文件夹)", DefaultValueFactory = _ => "." };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var root] && !Directory.Exists(root.Value))
            {
                result.AddError($"--root:没有文件夹“{root.Value}”。");
            }
        });
        return option;
    }

    public static Option<string?> Input()
    {
        var option = new Option<string?>("--input") { Description = "内容文件夹,默认 input" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var folder] && string.IsNullOrWhiteSpace(folder.Value))
            {
                result.AddError("--input 要写一个文件夹的名字。");
            }
        });
        return option;
    }

    public static Option<DateOnly?> Date() => new("--date")
    {
        Description = "把这一天当作今天(年-月-日),默认今天(网站的时区)",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= FirstYear and <= LastYear)
            {
                return day;
            }

            result.AddError($"--date 要写成 2026-12-01 的样子({FirstYear} 到 {LastYear} 年),不能是“{result.Tokens[0].Value}”。");
            return null;
        },
    };

    public static Option<string> Language()
    {
        var option = new Option<string>("--lang") { Description = "消息的语言:zh 或 en", DefaultValueFactory = _ => "zh" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<int> Jobs() => WholeNumber.Jobs();

    public static Language LanguageOf(string word) => word == "en" ? Text.Language.English : Text.Language.Chinese;
}
