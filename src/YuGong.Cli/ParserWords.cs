using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text.RegularExpressions;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// What System.CommandLine itself says, of help and of misuse, in both languages. Its own Chinese is half English (2.0.15), so that its
/// English sentences are known here and said again.
/// </summary>
internal static class ParserWords
{
    private static readonly Phrase[] Headings =
    [
        new("说明:", "Description:"), new("用法:", "Usage:"), new("参数:", "Arguments:"), new("选项:", "Options:"),
        new("命令:", "Commands:"),
    ];

    private static readonly Phrase[] InLines =
    [
        new("[命令]", "[command]"), new("[选项]", "[options]"), new("(必写)", "(REQUIRED)"), new("[默认:", "[default: "),
    ];

    private static readonly Phrase CommandMissing = new("请写明做什么:要一个子命令。", "Required command was not provided.");

    private static readonly Phrase[] Misuses =
    [
        CommandMissing,
        new("不认识“{0}”。", "Unrecognized command or argument '{0}'."),
        new("命令少一个参数:{0}。", "Required argument missing for command: '{0}'."),
        new("选项 {0} 后面要写一个值。", "Required argument missing for option: '{0}'."),
        new("选项 {0} 要写。", "Option '{0}' is required."),
        new("选项 {0} 只要一个值,这里有 {1} 个。", "Option '{0}' expects a single argument but {1} were provided."),
        new("不认识“{0}”,可以写:{1}。", "Argument '{0}' not recognized. Must be one of:{1}"),
        new("选项 {1} 不能写“{0}”。", "Cannot parse argument '{0}' for option '{1}' as expected type '{2}'."),
        new("命令 {1} 不能写“{0}”。", "Cannot parse argument '{0}' for command '{1}' as expected type '{2}'."),
        new("不能写“{0}”。", "Cannot parse argument '{0}' as expected type '{1}'."),
        new("{0} 要单独写。", "{0} option cannot be combined with other arguments."),
        new("没有参数文件 {0}。", "Response file not found '{0}'."),
        new("读不了参数文件 {0}:{1}", "Error reading response file '{0}': {1}"),
    ];

    /// <summary>Help as the library writes it, with its headings in the language of the console.</summary>
    public static int Help(ParseResult parsed)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        parsed.InvocationConfiguration.Output = written;
        var code = ((HelpAction)parsed.Action!).Invoke(parsed);
        Terminal.Write(Terminal.Language == Language.English ? written.ToString() : InChinese(written.ToString()));
        return code;
    }

    /// <summary>A line for each misuse, with the nearest word that there is.</summary>
    public static IEnumerable<Phrase> Misuse(ParseResult parsed)
    {
        // A mistyped command is both unknown and missing: the first says it all.
        var isMistyped = parsed.UnmatchedTokens.Count > 0;
        return parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal).Where(m => !isMistyped || m != CommandMissing.En)
            .Select(message => Said(message) + Instead(parsed, message));
    }

    private static Phrase Instead(ParseResult parsed, string message)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Where(o => !o.Hidden).Select(o => o.Name));
        return parsed.UnmatchedTokens.FirstOrDefault(t => message.Contains($"'{t}'", StringComparison.Ordinal)) is { } unknown
            && Suggestion.Nearest(unknown, known) is { } near ? new($"是不是想写 {near}?", $" Did you mean {near}?") : Phrase.Empty;
    }

    /// <summary>Our own sentences are in the right language already.</summary>
    private static Phrase Said(string message)
    {
        foreach (var words in Misuses)
        {
            var pattern = $"^{Regex.Replace(Regex.Escape(words.En), @"\\\{[0-9]}", "(.*)")}$";
            if (Regex.Match(message, pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is
                { Success: true } match)
            {
                var values = match.Groups.Values.Skip(1).Select(v => OneLine(v.Value)).ToArray();
                return new(string.Format(CultureInfo.InvariantCulture, words.Zh, values), OneLine(message));
            }
        }

        return new(message, message);
    }

    /// <summary>The library lists what may be written in lines of their own.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string InChinese(string help) => string.Join('\n', help.ReplaceLineEndings("\n").Split('\n').Select(line =>
        Headings.FirstOrDefault(h => h.En == line)?.Zh
        ?? InLines.Aggregate(line, (text, words) => text.Replace(words.En, words.Zh, StringComparison.Ordinal))));
}
