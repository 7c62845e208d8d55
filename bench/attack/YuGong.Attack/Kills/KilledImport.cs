using System.Diagnostics;
using YuGong.Leads;

namespace YuGong.Attack.Kills;

/// <summary>The register is whole, and a second import of the same folder brings in what the first did not, each lead once.</summary>
internal sealed class KilledImport : IKilled
{
    private const int Forms = 24;

    private readonly string root;
    private readonly string key;
    private readonly Random dice;
    private readonly TimeSpan whole;

    public KilledImport(AttackRun attack, Random dice)
    {
        this.dice = dice;
        root = WholeSite.In(Path.Combine(attack.Work, "import"), attack.Root);
        key = Path.Combine(root, "key");
        Write(0);
        Must("init");
        var watch = Stopwatch.StartNew();
        Must("import", Coming);
        whole = watch.Elapsed;
    }

    private string Coming => Path.Combine(root, "coming");

    public Hit KillOnce(int turn)
    {
        Directory.Delete(Path.Combine(root, "leads"), recursive: true);
        File.Delete(key);
        Must("init");
        Write(turn + 1);
        bool atWork;
        using (var process = Yugong.Start(root, Arguments(["import", Coming])))
        {
            atWork = Yugong.Kill(process, whole * 1.1, dice);
        }

        var fault = Fault("check") ?? Fault("import", Coming) ?? Fault("check");
        var count = fault is null ? Count() : Forms;
        return new(atWork, fault ?? (count == Forms ? null : $"{count} leads of {Forms} forms"));
    }

    public void Dispose()
    {
    }

    private void Write(int turn)
    {
        if (Directory.Exists(Coming))
        {
            Directory.Delete(Coming, recursive: true);
        }

        Directory.CreateDirectory(Coming);
        for (var i = 0; i < Forms; i++)
        {
            var form =
                new LeadForm([new(Field.Person, $"测试{(char)('甲' + i)}{turn}"), new(Field.Unit, $"测试单位{i}"),
                new(Field.Deeds, string.Concat(Enumerable.Repeat($"只为测试的第 {i} 段。", 40))), new(Field.Recommender, "测试推荐者")]);
            File.WriteAllBytes(Path.Combine(Coming, $"{i:00}.docx"), FormWriter.Write(null, form));
        }
    }

    private int Count()
    {
        using var process = Yugong.Start(root, Arguments(["list", "--json"]));
        _ = process.StandardError.ReadToEndAsync();
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return words.Split("YG-2026-").Select(w => w.Length >= 4 ? w[..4] : "").Where(w => w.All(char.IsAsciiDigit) && w.Length == 4)
            .Distinct(StringComparer.Ordinal).Count();
    }

    private void Must(params string[] command)
    {
        if (Fault(command) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private string? Fault(params string[] command) => Yugong.Fault(root, Arguments(command));

    private string[] Arguments(string[] command) => ["leads", .. command, "--key-file", key, "--by", "attack", "--date", "2026-12-01"];
}
