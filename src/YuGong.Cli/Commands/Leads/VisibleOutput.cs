using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The output stream of leads commands: whatever strangers wrote, no terminal obeys it.</summary>
internal sealed class VisibleOutput(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public static int While(Func<int> run)
    {
        var before = Console.Out;
        using var visible = new VisibleOutput(before);
        Console.SetOut(visible);
        try
        {
            return run();
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    public override void Write(char value) => inner.Write(VisibleText.Lines(value.ToString()));

    public override void Write(string? value) => inner.Write(VisibleText.Lines(value ?? ""));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();
}
