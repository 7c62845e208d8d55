using System.Security.Cryptography;

namespace YuGong.Desk;

/// <summary>The project's files as they lie on the disk.</summary>
internal sealed class WorkingTree(Places places)
{
    public Places Places => places;

    /// <summary>Null when there is no such file, or none the desk may read.</summary>
    public byte[]? Read(string path)
    {
        try
        {
            return places.MayRead(path) && File.Exists(places.Full(path)) ? File.ReadAllBytes(places.Full(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Files of a folder down to a depth (1: its own), sorted. Hidden ones and links are not listed.</summary>
    public IReadOnlyList<string> List(string folder, int depth)
    {
        var (found, full) = (new List<string>(), places.Full(folder));
        if (depth < 1 || !Directory.Exists(full) || places.IsLinked(folder)
            || (folder.Length > 0 && folder.Split('/').Any(p => p.StartsWith('.'))))
        {
            return found;
        }

        foreach (var entry in new DirectoryInfo(full).EnumerateFileSystemInfos()
            .Where(e => !e.Name.StartsWith('.') && e.LinkTarget is null))
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is DirectoryInfo)
            {
                found.AddRange(List(path, depth - 1));
            }
            else if (places.WhyNot(path) is null)
            {
                found.Add(path);
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Whole files or none: each is written beside its place, flushed, and renamed into it.</summary>
    public void Write(Change change)
    {
        var full = places.Full(change.Path);
        var folder = Path.GetDirectoryName(full)!;
        if (change.Bytes is null)
        {
            File.Delete(full);
            while (folder.Length > places.Root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                folder = Path.GetDirectoryName(folder)!;
            }

            return;
        }

        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Convert.ToHexStringLower(SHA256.HashData(change.Bytes))[..12]}.saving");
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(change.Bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, full, overwrite: true);
    }

    /// <summary>What a killed save left beside its place.</summary>
    public void Sweep(string folder)
    {
        if (Directory.Exists(places.Full(folder)))
        {
            foreach (var left in Directory.EnumerateFiles(places.Full(folder), ".*.saving",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            {
                File.Delete(left);
            }
        }
    }

    public static string IdOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
