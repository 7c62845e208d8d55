using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// The tree that will be swapped in. It starts as whatever lies in <c>next/</c> (the generation before, or the remains
/// of a killed build) and trusts none of it: a file there is right only when it <em>is</em> the output's file under a
/// second name. Size and time would not do: somebody who sets all times to one moment would get old pages back.
/// </summary>
internal sealed class StagingTree
{
    /// <summary>
    /// A changed file that no other name shares is overwritten in place, four times cheaper on ext4 than deleting and
    /// creating. Not so a big one: a slow reader may still be fetching it from two generations ago.
    /// </summary>
    private const long SmallEnough = 128 * 1024;

    private readonly string root;
    private readonly Tree? output;
    private readonly Tree? spare;
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public StagingTree(string root, Tree? spare, Tree? output)
    {
        this.root = root;
        this.spare = spare;
        this.output = output;
        if (spare is null)
        {
            Directory.CreateDirectory(root);
        }
    }

    /// <summary>Removes what has no place in the new site, so that what is written next finds room.</summary>
    public void Clear(PublicationPlan plan, OutputDiff survey)
    {
        foreach (var (path, entry) in spare?.Files ?? [])
        {
            if (!survey.Foreign.ContainsKey(path) && (entry.Kind != FileType.File || plan.Find(path) is null))
            {
                File.Delete(At(path));
            }
        }

        var unwanted = new List<string>();
        foreach (var folder in spare?.Folders.Keys ?? Enumerable.Empty<string>())
        {
            if (plan.Folders.Contains(folder) || survey.ForeignFolders.Contains(folder))
            {
                folders.Add(folder);
            }
            else
            {
                unwanted.Add(folder);
            }
        }

        // Backwards, so that a folder comes after what it holds.
        foreach (var folder in unwanted.OrderDescending(StringComparer.Ordinal))
        {
            Directory.Delete(At(folder));
        }
    }

    /// <summary>Writes a changed file, from any thread, and gives what the disk now says of it.</summary>
    public FileStat Write(string path, ReadOnlySpan<byte> bytes)
    {
        var target = At(path);
        var before = spare?.Files.GetValueOrDefault(path);
        if (before is { Kind: FileType.File, Links: 1, Size: <= SmallEnough } && bytes.Length <= SmallEnough)
        {
            using var handle = File.OpenHandle(target, FileMode.Open, FileAccess.Write);
            RandomAccess.Write(handle, bytes, 0);
            if (before.Size != bytes.Length)
            {
                RandomAccess.SetLength(handle, bytes.Length);
            }
        }
        else
        {
            if (before is not null)
            {
                File.Delete(target); // perhaps a second name of the output's file: never write through it
            }

            MakeFolder(PublicationPlan.Parent(path));
            using var handle = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(handle, bytes, 0);
        }

        return FileStat.At(target) ?? throw new IOException($"{path} vanished while it was written.");
    }

    /// <summary>Says in the tree itself whose it is.</summary>
    public void WriteMarker(ReadOnlySpan<byte> bytes)
    {
        File.Delete(At(FolderKind.Marker)); // perhaps it has a second name in somebody's copy
        using var handle = File.OpenHandle(At(FolderKind.Marker), FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(handle, bytes, 0);
    }

    /// <summary>Takes a file over from the output as it is.</summary>
    public void Hold(string path, FileStat entry)
    {
        var before = spare?.Files.GetValueOrDefault(path);
        if (entry.IsSameFileAs(before))
        {
            return;
        }

        string from = Path.Join(output!.Root, path), to = At(path);
        if (before is not null)
        {
            File.Delete(to);
        }

        MakeFolder(PublicationPlan.Parent(path));
        if (entry.Kind == FileType.Link)
        {
            File.CreateSymbolicLink(to, new FileInfo(from).LinkTarget!);
        }
        else if (!Unix.Link(from, to))
        {
            Copy(from, to, entry);
        }
    }

    public void HoldFolders(IEnumerable<string> foreign)
    {
        foreach (var folder in foreign)
        {
            MakeFolder(folder);
            CopyMode(folder);
        }
    }

    /// <summary>The output keeps the permissions that somebody gave it for a web server.</summary>
    public void CopyMode(string folder = "")
    {
        if (!OperatingSystem.IsWindows() && output is not null)
        {
            File.SetUnixFileMode(Path.Join(root, folder), File.GetUnixFileMode(Path.Join(output.Root, folder)));
        }
    }

    private static void Copy(string from, string to, FileStat entry)
    {
        if (entry.Kind != FileType.File)
        {
            throw new IOException($"{from} is no plain file and cannot be kept.");
        }

        File.Copy(from, to);
        File.SetLastWriteTimeUtc(to, File.GetLastWriteTimeUtc(from));
    }

    private void MakeFolder(string folder)
    {
        if (folder.Length == 0)
        {
            return;
        }

        lock (folders)
        {
            if (folders.Contains(folder))
            {
                return;
            }
        }

        // Two threads may both come here; making a folder twice is no error, while a lock around it would queue them.
        MakeFolder(PublicationPlan.Parent(folder));
        Directory.CreateDirectory(At(folder));
        lock (folders)
        {
            folders.Add(folder);
        }
    }

    private string At(string path) => Path.Join(root, path);
}
