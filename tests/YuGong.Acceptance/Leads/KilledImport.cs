using System.Diagnostics;
using System.Runtime.CompilerServices;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>An import in a process of its own, to be killed: the test assembly started again with an order in its environment.</summary>
internal static class KilledImport
{
    private const string Order = "YUGONG_TESTS_KILLED_IMPORT";

    public static Process Start(string leads, string forms)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledImport).Assembly.Location]) { RedirectStandardOutput = true,
            UseShellExecute = false };
        start.Environment[Order] = $"{leads}|{forms}";
        return Process.Start(start)!;
    }

    public static void Run(LeadRegister register, string forms)
    {
        var files = Directory.GetFiles(forms).Order(StringComparer.Ordinal).Select(f => new WaitingFile(Path.GetFileName(f), f)).ToList();
        new Import(register, Registry.Taxonomies, Registry.Today).Run(files, 1, new(), CancellationToken.None);
    }

    /// <summary>Imports everything, then seals it anew and erases it bit by bit, until it dies.</summary>
    [ModuleInitializer]
    internal static void Obey()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|') is not [var leads, var forms])
        {
            return;
        }

        using var register = LeadRegister.Open(leads, Registry.Key, new())!;
        Console.WriteLine("at work");
        Run(register, forms);
        while (true)
        {
            register.Rotate(Registry.Key, Registry.Today);
            register.Erase(register.Rows()[0], Registry.Today);
        }
    }
}
