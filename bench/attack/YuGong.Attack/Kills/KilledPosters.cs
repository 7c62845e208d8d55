using System.Diagnostics;

namespace YuGong.Attack.Kills;

/// <summary>Every file in the folder is whole, whenever the press was stopped, and the next run makes the rest.</summary>
internal sealed class KilledPosters : IKilled
{
    private readonly string root;
    private readonly Random dice;
    private readonly Dictionary<string, string> right;
    private readonly TimeSpan whole;

    public KilledPosters(AttackRun attack, Random dice)
    {
        this.dice = dice;
        root = WholeSite.In(Path.Combine(attack.Work, "posters"), attack.Root);
        var watch = Stopwatch.StartNew();
        if (Yugong.Fault(root, Arguments) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        whole = watch.Elapsed;
        right = Files();
    }

    private static string[] Arguments => ["posters", "--story", "shui-xiheng", "--design", "card", "--quiet", "--date", "2026-12-01"];

    private string Output => Path.Combine(root, "posters");

    public Hit KillOnce(int turn)
    {
        Directory.Delete(Output, recursive: true);
        Directory.Delete(Path.Combine(root, ".cache", "posters"), recursive: true);
        bool atWork;
        using (var process = Yugong.Start(root, Arguments))
        {
            atWork = Yugong.Kill(process, whole * 1.1, dice);
        }

        var torn = Files().Where(f => right.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).FirstOrDefault();
        var fault = Yugong.Fault(root, Arguments);
        var missing = right.FirstOrDefault(f => Files().GetValueOrDefault(f.Key) != f.Value).Key;
        return new(atWork, torn is not null ? $"{torn} is not whole" : fault ?? (missing is not null
            ? $"{missing} was not made again" : null));
    }

    public void Dispose()
    {
    }

    private Dictionary<string, string> Files() => !Directory.Exists(Output) ? [] :
        Directory.GetFiles(Output, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith('.') && !f.EndsWith(".draft", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(Output, f),
                f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
}
