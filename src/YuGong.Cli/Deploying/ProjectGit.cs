using System.Diagnostics;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What a deployment asks of the project's own repository; where there is none, nothing.</summary>
internal sealed class ProjectGit(ProjectFolder project)
{
    private static readonly string[] Ledgers = ["urls.txt", "claims.txt", "codes.txt"];

    /// <summary>The commit that is checked out, with <c>+</c> where something is not committed; empty without a repository.</summary>
    public string Revision()
    {
        var head = Ask("rev-parse", "--short=12", "HEAD").Out.Trim();
        string[] about = [project.InputName, "themes", "statiq.json"];
        var dirty = head.Length > 0
            && Ask(["status", "--porcelain", "--", .. about.Where(p => Path.Exists(Path.Combine(project.Root, p)))]).Out.Length > 0;
        return head + (dirty ? "+" : "");
    }

    /// <summary>Commits the ledgers that the build wrote, and nothing else.</summary>
    /// <returns>What was done or why not; null when there was nothing to do.</returns>
    public Phrase? CommitLedgers(Editor editor)
    {
        string[] files = [.. Ledgers.Select(l => $"{project.InputName}/{l}").Where(l => File.Exists(Path.Combine(project.Root, l)))];
        var name = Terminal.Words("台账", "The ledgers");
        return Commit(files, Terminal.Words("台账:发布过的地址、主张、短码", "Ledgers: published addresses, claims, short codes"), editor) switch
        {
            null => null,
            true => new($"{name}已提交。", $"{name} were committed."),
            false => new($"{name}没能提交,请自己提交({string.Join("、", files)})。",
                $"{name} could not be committed; please do it yourself ({string.Join(", ", files)})."),
        };
    }

    /// <summary>Commits these files and folders, gone ones too, and nothing else.</summary>
    /// <returns>Null when there was nothing to commit, or nowhere; false when it failed.</returns>
    public bool? Commit(IReadOnlyList<string> paths, string message, Editor editor)
    {
        string[] who = ["-c", $"user.name={editor.Name}", "-c", $"user.email={editor.Mail}"];
        return paths.Count == 0 || Ask("rev-parse", "HEAD").Code != 0 || Ask(["status", "--porcelain", "--", .. paths]).Out.Length == 0
            ? null
            : Ask(["add", "--all", "--", .. paths]).Code == 0
                && Ask([.. who, "commit", "--quiet", "-m", message, "--", .. paths]).Code == 0;
    }

    /// <summary>Sends the branch to where it comes from, if it goes forward there.</summary>
    public (bool IsDone, Phrase Words) Push() => Ask("push", "--quiet") is { Code: 0 }
        ? (true, new("仓库已推送。", "The repository was pushed."))
        : (false, new("仓库没能推送(没有上游,或那边有别的提交);线上的网站不受影响,仓库请自己推。",
            "The repository could not be pushed (no upstream, or other commits there); what is online stays, please push it yourself."));

    private (int Code, string Out) Ask(params IReadOnlyList<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", project.Root, "-c", "core.quotepath=off", .. arguments])
            {
                UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C", ["GIT_TERMINAL_PROMPT"] = "0" },
            };
            using var git = Process.Start(start)!;
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var said = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            errors.Wait();
            return (git.ExitCode, git.ExitCode == 0 ? said : "");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (1, "");
        }
    }
}
