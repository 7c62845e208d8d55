using System.Diagnostics;

namespace YuGong.Attack.Kills;

/// <summary>The output is the old site or the new one, byte for byte, and the next build makes the new one.</summary>
internal sealed class KilledBuild : IKilled
{
    private readonly string root;
    private readonly Random dice;
    private readonly string page;
    private readonly string words;
    private string before;
    private TimeSpan whole;

    public KilledBuild(AttackRun attack, Random dice)
    {
        this.dice = dice;
        root = WholeSite.In(Path.Combine(attack.Work, "build"), attack.Root);
        page = Path.Combine(root, "input", "pages", "about", "index.md");
        words = File.ReadAllText(page);
        if (Build() is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        Write(-1);
        Build();
        before = Yugong.Digest(Output);
    }

    private string Output => Path.Combine(root, "output");

    public Hit KillOnce(int turn)
    {
        Write(turn);
        bool atWork;
        using (var process = Yugong.Start(root, Arguments))
        {
            atWork = Yugong.Kill(process, whole * 1.1, dice);
        }

        var left = Yugong.Digest(Output);
        var fault = Build();
        var after = Yugong.Digest(Output);
        var torn = left == before || left == after ? null : "the output is neither the old site nor the new one";
        before = after;
        return new(atWork, fault ?? torn);
    }

    public void Dispose()
    {
    }

    private static string[] Arguments => ["build", "--no-posters", "--quiet", "--date", "2026-12-01"];

    private string? Build()
    {
        var watch = Stopwatch.StartNew();
        var fault = Yugong.Fault(root, Arguments);
        whole = watch.Elapsed;
        return fault;
    }

    private void Write(int turn) => File.WriteAllText(page, $"{words}\n\n第 {turn + 2} 次。\n");
}
