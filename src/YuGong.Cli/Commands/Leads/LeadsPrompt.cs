using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Questions on a terminal. What is typed as a secret is not shown.</summary>
internal static class LeadsPrompt
{
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public static string Secret(Phrase question)
    {
        Console.Error.Write(Terminal.Words(question));
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length -= typed.Length > 0 ? 1 : 0;
            }
            else if (key.KeyChar != '\0')
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    public static bool Agrees(Phrase question)
    {
        Console.Error.Write(Terminal.Words(question + new Phrase("不能撤消。确定请输入 yes:", " This cannot be undone. To go on, type yes: ")));
        return Console.ReadLine()?.Trim() == "yes";
    }
}
