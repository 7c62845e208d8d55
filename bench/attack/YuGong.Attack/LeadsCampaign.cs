using System.Diagnostics;
using System.Globalization;
using YuGong.Leads;
using YuGong.Tests.Leads;

namespace YuGong.Attack;

/// <summary>
/// Ten thousand forms and one hundred hostile files beside them, taken in by the program itself: every good one must be a lead, every
/// hostile one kept or named, in 300 MB. Then every value is opened once.
/// </summary>
internal static class LeadsCampaign
{
    private const int Forms = 10_000, MostMemory = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static Verdict Run(AttackRun attack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(attack.Work, "来件")).FullName;
        var (good, hostile) = (attack.Some(Forms * 99 / 100), attack.Some(Forms / 100));
        Lay(folder, good, hostile);
        var faults = new List<string>();
        Tell(Program(attack, "init"), 0, "init", faults);
        var import = Program(attack, "import", folder, "--json");
        Tell(import, 1, "import", faults);
        var (leads, seen) = (Count(import.Out, "YG-"), Count(import.Out, "\"path\""));
        if (leads < good)
        {
            faults.Add($"{good} good forms, {leads} leads");
        }

        if (seen < good + hostile)
        {
            faults.Add($"{good + hostile} files, {seen} lines");
        }

        if (import.Memory > MostMemory)
        {
            faults.Add($"{import.Memory} MB of memory, {MostMemory} allowed");
        }

        Tell(Program(attack, "check"), 0, "check", faults);
        var figure = string.Create(
            CultureInfo.InvariantCulture,
            $"{good} forms and {hostile} hostile files: {leads} leads, {import.Time.TotalSeconds:0.0} s, "
            + $"{good / import.Time.TotalSeconds:0} forms/s, peak {import.Memory} MB");
        return new(good + hostile, faults) { Figures = [figure] };
    }

    private static void Lay(string folder, int good, int hostile)
    {
        for (var i = 0; i < good; i++)
        {
            // Numbers and months that tell people apart; everybody is made up and says so.
            var form = Sample.Form((Field.Person, $"测试{i}"), (Field.PersonPhone, $"138{i:D8}"), (Field.Unit, $"虚构单位{i}"),
                (Field.Birth, $"{1940 + (i % 50)}-{1 + (i % 12):D2}"));
            File.WriteAllBytes(Path.Combine(folder, $"{i:D5}.docx"), FormWriter.Write(null, form));
        }

        var kinds = HostileFiles.All().ToList();
        for (var i = 0; i < hostile; i++)
        {
            var (name, bytes) = kinds[i % kinds.Count];
            var place = good * (long)i / hostile;
            File.WriteAllBytes(Path.Combine(folder, $"{place:D5}-{i:D3}-{name}"), bytes());
        }
    }

    private static void Tell((int Code, string Out, string Errors, long Memory, TimeSpan Time) answer, int code, string what,
        List<string> faults)
    {
        if (answer.Code != code)
        {
            faults.Add($"leads {what}: exit {answer.Code} instead of {code}: {answer.Errors[..Math.Min(300, answer.Errors.Length)]}");
        }
    }

    private static int Count(string text, string mark) => text.Split(mark).Length - 1;

    /// <summary>Runs the program; memory is its peak (VmHWM) in MB, 0 where the system does not say.</summary>
    private static (int Code, string Out, string Errors, long Memory, TimeSpan Time) Program(AttackRun attack, params string[] words)
    {
        string[] all = ["leads", .. words, "--root", attack.Root, "--leads", Path.Combine(attack.Work, "leads"), "--key-file",
            Path.Combine(attack.Work, "key"), "--by", "attack"];
        var watch = Stopwatch.StartNew();
        using var program =
            Process.Start(new ProcessStartInfo("dotnet", [typeof(Cli.CommandTree).Assembly.Location, .. all]) { UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        long memory = 0;
        while (!program.WaitForExit(20) && watch.Elapsed < Patience)
        {
            memory = Math.Max(memory, PeakOf(program.Id));
        }

        if (!program.HasExited)
        {
            program.Kill();
        }

        program.WaitForExit();
        return (program.ExitCode, output.Result, errors.Result, memory, watch.Elapsed);
    }

    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 1000;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
