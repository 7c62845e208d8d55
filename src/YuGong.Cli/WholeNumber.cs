using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Options that are whole numbers with a least and a greatest: one sentence says so of anything else.</summary>
internal static class WholeNumber
{
    /// <summary>As many as any machine of the next years has.</summary>
    private const int MostThreads = 1024;

    public static Option<int> Port(int usual) => Option(
        "--port", new("端口;0 让系统选一个", "Port; 0 lets the system choose one"), 0, 65535, usual);

    public static Option<int> Jobs() => Option(
        "--jobs", new("线程数", "Threads"), 1, MostThreads, Math.Clamp(Environment.ProcessorCount, 1, MostThreads));

    public static Option<int> Option(string name, Phrase description, int least, int most, int usual)
    {
        return new(name)
        {
            Description = Terminal.Words(description),
            DefaultValueFactory = _ => usual,
            CustomParser = result => Read(result, name, least, most),
        };
    }

    private static int Read(ArgumentResult result, string name, int least, int most)
    {
        var said = result.Tokens[0].Value;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(Terminal.Words($"{name} 要写 {least} 到 {most} 之间的整数,不能是“{said}”。",
            $"{name} wants a whole number from {least} to {most}, not '{said}'."));
        return least;
    }
}
