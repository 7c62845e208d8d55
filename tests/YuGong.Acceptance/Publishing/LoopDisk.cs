using System.Diagnostics;

namespace YuGong.Tests.Publishing;

/// <summary>
/// A small ext4 disk in a file. What the file holds is what reached the device: the disk's own page cache is above it, so a copy
/// of the file is what a machine finds that lost its power at that moment.
/// </summary>
internal sealed class LoopDisk : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("yugong-disk-").FullName;
    private int images;

    public LoopDisk(int megabytes = 48)
    {
        Directory.CreateDirectory(Folder);
        using (var file = File.Create(Image))
        {
            file.SetLength(megabytes * 1024L * 1024);
        }

        // Nothing gets to the device by chance while a test looks, and ext4 does not help those who rename without syncing.
        IsMounted = OperatingSystem.IsLinux() && Run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", Image)
            && Run("mount", "-o", "loop,commit=3600,noauto_da_alloc", Image, Folder);
    }

    /// <summary>False where mounting needs rights that we lack.</summary>
    public bool IsMounted { get; }

    public string Folder => Path.Combine(home, "disk");

    private string Image => Path.Combine(home, "image");

    /// <summary>Looks at the disk as it would be after a power cut now.</summary>
    /// <param name="look">Gets the folder at which the copy is mounted.</param>
    public void AfterPowerCut(Action<string> look)
    {
        var (copy, folder) = (Path.Combine(home, $"image-{++images}"),
            Directory.CreateDirectory(Path.Combine(home, $"cut-{images}")).FullName);
        if (!Run("cp", "--sparse=always", Image, copy) || !Run("mount", "-o", "loop", copy, folder))
        {
            throw new IOException("The copy cannot be mounted.");
        }

        try
        {
            look(folder);
        }
        finally
        {
            Run("umount", "-l", folder);
            File.Delete(copy);
        }
    }

    /// <summary>Writes the journal, as the system does every few seconds, and none of the data that waits in memory.</summary>
    public void CommitNames()
    {
        var file = Path.Combine(Folder, "unrelated");
        File.WriteAllText(file, $"{images}");
        Run("sync", file);
    }

    /// <summary>
    /// Writes the data of files to the device, as the system does when memory is short, and not the names: so it is for files that
    /// were overwritten in place and kept their size.
    /// </summary>
    public static void WriteBack(IEnumerable<string> files) => Run("sync", ["-d", .. files]);

    public void Dispose()
    {
        if (IsMounted)
        {
            Run("umount", "-l", Folder);
        }

        Directory.Delete(home, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true,
                UseShellExecute = false })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
