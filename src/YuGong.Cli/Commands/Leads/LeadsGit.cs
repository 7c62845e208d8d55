using System.Diagnostics;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Keeps the register out of git: what git has seen cannot be erased.</summary>
internal static class LeadsGit
{
    /// <summary>True, with a finding, when the folder lies in a work tree that does not ignore it.</summary>
    public static bool WouldTake(LeadsRequest request, Diagnostics findings)
    {
        var standing = request.Folder;
        while (standing is not null && !Directory.Exists(standing))
        {
            standing = Path.GetDirectoryName(standing);
        }

        // A .git above is needed for git to see anything: without one, git is not even asked.
        if (standing is null || !Above(standing).Any(f => Path.Exists(Path.Combine(f, ".git")))
            || Run(standing, "check-ignore", "-q", Path.Combine(request.Folder, "register.db")) is not 1)
        {
            return false;
        }

        findings.Report(LeadsRules.InGit, new SourceFile(request.Folder, "").Whole, request.Folder);
        return true;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    /// <summary>The exit code of git, or null when there is no git.</summary>
    private static int? Run(string folder, params string[] arguments)
    {
        try
        {
            using var git =
                Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true,
                RedirectStandardError = true, UseShellExecute = false })!;
            git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
