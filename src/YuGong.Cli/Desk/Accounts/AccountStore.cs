using System.Text;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The file with the accounts; changes to it count at once, also for those who are logged in.</summary>
internal sealed class AccountStore(string path)
{
    private readonly Lock gate = new();
    private Fingerprint? seen;
    private AccountFile known = AccountFile.Empty;

    public string Path { get; } = path;

    public static string PathIn(ProjectFolder project) => System.IO.Path.Combine(project.Root, ".desk", "accounts");

    /// <summary>As it is now. A file that became unreadable lets nobody in.</summary>
    public AccountFile Now()
    {
        lock (gate)
        {
            var stamp = FileStat.VersionAt(Path);
            if (stamp != seen)
            {
                var findings = new Diagnostics();
                var read = Read(findings);
                known = findings.HasErrors ? AccountFile.Empty : read;
                seen = stamp;
            }

            return known;
        }
    }

    public AccountFile Read(Diagnostics findings) =>
        AccountFile.Parse(new SourceFile(System.IO.Path.GetFileName(Path), File.Exists(Path) ? File.ReadAllText(Path) : ""), findings);

    /// <summary>Changes what stands now, one change after the other; where the file cannot be read, nothing is changed.</summary>
    /// <param name="change">Gives null where it must not be.</param>
    /// <returns>Whether it was changed.</returns>
    public bool Change(Func<AccountFile, AccountFile?> change)
    {
        lock (gate)
        {
            var findings = new Diagnostics();
            var now = Read(findings);
            if (findings.HasErrors || change(now) is not { } made)
            {
                return false;
            }

            Write(made);
            return true;
        }
    }

    /// <summary>Whole or not at all; only its owner may read it.</summary>
    public void Write(AccountFile accounts)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.WritePrivate(Path, Encoding.UTF8.GetBytes(accounts.ToString()));
    }

    /// <summary>How a file is opened that nobody else may read.</summary>
    public static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
