using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using YuGong.Deploy;

namespace YuGong.Tests.Deploying;

/// <summary>A deployment in a process of its own, to be killed: the test assembly started again with an order in its environment.</summary>
internal static class KilledDeploy
{
    private const string Order = "YUGONG_TESTS_KILLED_DEPLOY";

    public static Process Start(DeployKind kind, MadeSite site)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledDeploy).Assembly.Location]) { UseShellExecute = false,
            RedirectStandardOutput = true };
        start.Environment[Order] = string.Join('|', kind.Name, kind.Folder, kind.Port, site.Folder);
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    internal static void Obey()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|') is not [var name, var folder, var port, var made])
        {
            return;
        }

        var site = new MadeSite(made, 0);
        using var target = new DeployKind(name, folder, int.Parse(port, CultureInfo.InvariantCulture)).Open();
        Console.WriteLine("at work");
        target.Put(LocalSite.Read(made, site.Paths, 1), new("killed", DateTimeOffset.UnixEpoch, ""), CancellationToken.None);
        Environment.Exit(0);
    }
}
