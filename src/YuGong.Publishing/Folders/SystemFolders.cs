namespace YuGong.Publishing;

/// <summary>What belongs to the machine or to a person as a whole: no output is one of these or holds one.</summary>
internal static class SystemFolders
{
    /// <summary>Neither these nor anything in them.</summary>
    private static readonly string[] Closed = OperatingSystem.IsWindows()
        ? [.. Known(Environment.SpecialFolder.Windows, Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86)]
        : ["/bin", "/boot", "/etc", "/lib", "/lib64", "/sbin", "/usr/bin", "/usr/lib", "/usr/sbin", "/usr/include", "/System", "/Library",
            "/Applications"];

    /// <summary>Not these themselves; below them people keep sites.</summary>
    private static readonly string[] Shared = OperatingSystem.IsWindows()
        ? [.. Environment.GetLogicalDrives()]
        : ["/", "/dev", "/dev/shm", "/home", "/media", "/mnt", "/opt", "/proc", "/run", "/srv", "/sys", "/tmp", "/usr", "/usr/local",
            "/usr/share", "/Users", "/var", "/var/lib", "/var/log", "/var/tmp"];

    /// <summary>The folder of this kind that a place is or holds; null when it is none.</summary>
    public static string? Meets(GuardedPlace place)
    {
        if (Path.GetDirectoryName(place.Path) is null || IsHomeByName(place.Path))
        {
            return place.Path;
        }

        foreach (var closed in Closed.Where(Directory.Exists).Select(folder => new GuardedPlace(folder)))
        {
            if (place.IsWithin(closed) || closed.IsWithin(place))
            {
                return closed.Path;
            }
        }

        return Shared.Concat(Homes()).Where(Directory.Exists).Select(folder => new GuardedPlace(folder))
            .FirstOrDefault(folder => folder.IsWithin(place))?.Path;
    }

    /// <summary>The home that the environment names, that of the account, and that of whoever called sudo.</summary>
    private static IEnumerable<string> Homes()
    {
        string?[] users = [Environment.UserName, Environment.GetEnvironmentVariable("SUDO_USER"), "root"];
        return new[] { Environment.GetEnvironmentVariable("HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
            .Concat(Accounts().Where(account => users.Contains(account[0])).Select(account => account[5]))
            .OfType<string>().Where(home => Path.IsPathFullyQualified(home) && Path.GetDirectoryName(home) is not null);
    }

    private static IEnumerable<string[]> Accounts()
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? [] : File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).Where(account => account.Length >= 6);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Somebody else's home is not ours to replace either.</summary>
    private static bool IsHomeByName(string path) => Path.GetDirectoryName(path) is "/home" or "/Users";

    private static IEnumerable<string> Known(params Environment.SpecialFolder[] folders) =>
        folders.Select(Environment.GetFolderPath).Where(folder => folder.Length > 0);
}
