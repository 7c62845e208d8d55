using System.Text;
using Microsoft.Win32;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The console, in the language of whoever sits there. The only place that writes sentences to it: it takes them in both languages and
/// nothing else (LanguageTests).
/// </summary>
internal static class Terminal
{
    /// <summary>Decided once, before the first word: <c>--lang</c>, else the environment.</summary>
    public static Language Language { get; private set; }

    public static void Open(IReadOnlyList<string> arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Language = Asked(arguments) ?? Languages.Of(Environment.GetEnvironmentVariable, OfTheSystem());
    }

    /// <summary>Words for who takes strings: descriptions, column heads, pages.</summary>
    public static string Words(string zh, string en) => Language == Language.English ? en : zh;

    public static string Words(Phrase words) => words.In(Language);

    /// <summary>A line of what a command has to say.</summary>
    public static void Say(Phrase words) => Console.Out.WriteLine(Words(words));

    /// <summary>A line on the error stream: why something was not done, or what matters besides a result that is piped on.</summary>
    public static void Warn(Phrase words) => Console.Error.WriteLine(Words(words));

    /// <summary>What is the same in every language: tables, documents, findings printed already.</summary>
    public static void Write(string data) => Console.Out.Write(data);

    /// <summary>The findings, on the error stream, so that tables and documents stay clean.</summary>
    public static void Report(IReadOnlyList<Diagnostic> findings) =>
        Console.Error.Write(FindingsPrinter.Text(findings, Language, !Console.IsErrorRedirected));

    /// <summary>The parser says what is wrong with the option; but in which language, must be known before.</summary>
    private static Language? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            var (name, value) = arguments[i].Split(['=', ':'], 2) is [var n, var v]
                ? (n, v) : (arguments[i], arguments.ElementAtOrDefault(i + 1));
            if (name == "--lang" && Languages.Parse(value) is { } language)
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>
    /// Windows has no variable for it; culture is invariant here (InvariantGlobalization), so that it is asked where it stands.
    /// </summary>
    private static string? OfTheSystem() => OperatingSystem.IsWindows()
        ? Registry.GetValue(@"HKEY_CURRENT_USER\Control Panel\International", "LocaleName", null) as string
        : null;
}
