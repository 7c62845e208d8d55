using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Cli;
using YuGong.Posters.Pressing;
using YuGong.Tests.Goldens;

namespace YuGong.Tests.Structure;

/// <summary>The console is one for the process: whoever speaks to it here speaks alone.</summary>
[CollectionDefinition(nameof(ConsoleLanguageTests), DisableParallelization = true)]
public sealed class OneConsole;

/// <summary>What is seen of the program in one language holds nothing of the other.</summary>
[Collection(nameof(ConsoleLanguageTests))]
public sealed partial class ConsoleLanguageTests
{
    public static TheoryData<string, int, string, string> Misuses => new()
    {
        { "bulid", 2, "不认识“bulid”。是不是想写 build?", "Unrecognized command or argument 'bulid'. Did you mean build?" },
        { "build --fierce", 2, "不认识“--fierce”。是不是想写 --force?", "Unrecognized command or argument '--fierce'. Did you mean --force?" },
        { "build --jobs", 2, "选项 --jobs 后面要写一个值。", "Required argument missing for option: '--jobs'." },
        { "build --jobs x", 2, "--jobs 要写 1 到 1024 之间的整数,不能是“x”。", "--jobs wants a whole number from 1 to 1024, not 'x'." },
        { "build --jobs 1 --jobs 2", 2, "选项 --jobs 只要一个值,这里有 2 个。", "Option '--jobs' expects a single argument but 2 were provided." },
        { "check --format odt", 2, "不认识“odt”,可以写:'text' 'json' 'sarif'。",
            "Argument 'odt' not recognized. Must be one of: 'text' 'json' 'sarif'" },
        { "check --date 2026-13-01", 2, "--date 要写成 2026-12-01 的样子", "--date wants a day such as 2026-12-01" },
        { "check --root /no/such", 2, "没有文件夹“/no/such”。", "there is no folder '/no/such'." },
        { "new", 2, "命令少一个参数:new。", "Required argument missing for command: 'new'." },
        { "leads", 2, "请写明做什么:要一个子命令。", "Required command was not provided." },
        { "leads lst", 2, "不认识“lst”。是不是想写 list?", "Unrecognized command or argument 'lst'. Did you mean list?" },
        { "hosting iis", 2, "没有服务器“iis”", "There is no server 'iis'" },
        { "new story Bad_Id", 2, "不能当 id", "cannot be an id" },
        { "--version build", 2, "--version 要单独写。", "--version option cannot be combined with other arguments." },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public void Misuse_is_told_in_the_language_of_the_console(string line, int code, string chinese, string english)
    {
        foreach (var (language, words) in new[] { ("zh", chinese), ("en", english) })
        {
            var said = Say(["--lang", language, .. line.Split(' ')]);
            Assert.Equal(code, said.Code);
            Assert.Contains(words, said.Words);
            AssertPure(language, said.Words);
        }
    }

    [Fact]
    public void Every_option_that_is_a_number_or_a_day_says_in_one_sentence_what_it_cannot_be()
    {
        var options = Commands(Root("en"), []).SelectMany(c => c.Command.Options
            .Where(o => o.ValueType == typeof(int) || o.ValueType == typeof(DateOnly?) || o.ValueType == typeof(Shard))
            .Select(o => (c.Path, o.Name))).ToList();
        Assert.InRange(options.Count, 20, 200);
        string[] wrong = ["-1", "99999999999999999999", "-99999999999", "1.5", "1e3", "0x10", "８０", "十", "", " ", "NaN", "1/0", "9/3"];
        foreach (var (path, name) in options)
        {
            foreach (var value in wrong)
            {
                foreach (var language in new[] { "zh", "en" })
                {
                    var (code, words) = Say([.. path, $"{name}={value}", "--lang", language]);
                    Assert.True(code == 2, $"{string.Join(' ', path)} {name}={value}: {code} {words}");
                    Assert.Single(words.Split('\n'), line => line.Contains(name, StringComparison.Ordinal));
                    AssertPure(language, words.Replace("８０", "").Replace("十", ""));
                }
            }
        }

        Assert.Equal(2, Say(["serve", "--port", "99999"]).Code);
        Assert.Equal(2, Say(["serve", "--port", "-1"]).Code);
    }

    [Fact]
    public void Help_of_every_command_is_in_one_language()
    {
        var all = Commands(Root("en"), []).Select(c => c.Path).ToList();
        Assert.InRange(all.Count, 35, 100);
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var path in all)
            {
                var (code, words) = Say([.. path, "--help", "--lang", language]);
                Assert.Equal(0, code);
                AssertPure(language, words);
            }
        }
    }

    [Fact]
    public void Everything_that_can_be_typed_is_explained_in_both_languages()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (path, command) in Commands(Root(language), []))
            {
                foreach (var symbol in command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command).Where(s => !s.Hidden))
                {
                    var words = symbol.Description ?? "";
                    Assert.True(words.Length > 0 && (language == "zh" ? Han().IsMatch(words) : LanguageTests.IsEnglish(words)),
                        $"{string.Join(' ', path)} {symbol.Name} ({language}): {words}");
                }
            }
        }
    }

    [Fact]
    public void A_check_and_a_build_speak_one_language_but_for_what_they_quote()
    {
        using var site = new GoldenSite();
        string[] what = ["--root", site.Root, "--date", "2026-12-01", "--no-posters", "--lang", "en"];
        AssertPure("en", Unquoted(Say(["check", "--root", site.Root, "--date", "2026-12-01", "--lang", "en"]).Words));
        var built = Say(["build", .. what]);
        Assert.Equal(0, built.Code);
        Assert.Matches("Published: 1 story, 1 object, 1 dialogue, 0 videos", built.Words);
        AssertPure("en", Unquoted(built.Words));

        // What the last build said is said again, in the language of who asks now.
        Assert.Contains("Nothing has changed", Say(["build", .. what]).Words);
        var chinese = Say(["build", .. what[..^1], "zh"]);
        Assert.Contains("没有改动", chinese.Words);
        Assert.DoesNotContain("hint", chinese.Words);
    }

    private static RootCommand Root(string language)
    {
        Terminal.Open(["--lang", language]);
        return CommandTree.Root([]);
    }

    private static IEnumerable<(string[] Path, Command Command)> Commands(Command command, string[] path) =>
        command.Subcommands.SelectMany(sub => Commands(sub, [.. path, sub.Name])).Prepend((path, command));

    private static (int Code, string Words) Say(string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            Terminal.Open(arguments); // it sets the console's encoding, and with it the streams
            Console.SetOut(said);
            Console.SetError(said);
            return (CommandTree.Run(arguments), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            Terminal.Open(["--lang", "zh"]);
        }
    }

    private static void AssertPure(string language, string words)
    {
        if (language == "en")
        {
            Assert.True(LanguageTests.IsEnglish(words), words);
        }
        else
        {
            Assert.DoesNotMatch(English(), words);
        }
    }

    /// <summary>Without the quoted line of a finding and the marks below it.</summary>
    private static string Unquoted(string words) => QuotedLine().Replace(words, "");

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    /// <summary>Words that only a sentence in English has, and headings of the parser.</summary>
    [GeneratedRegex(
        "(?<![-<])\\b(the|is|was|are|of|not|with|Usage|Options|Arguments|Commands|Description|Required|Show|command|options)\\b|default:",
        RegexOptions.None, 1000)]
    private static partial Regex English();

    [GeneratedRegex("(?m)^ +[0-9]* \\|.*$", RegexOptions.None, 1000)]
    private static partial Regex QuotedLine();
}
