using System.Buffers.Binary;
using System.Text;
using YuGong.Text;

namespace YuGong.Publishing;

/// <param name="Key">Of everything the bytes depend on.</param>
/// <param name="Content">Of the bytes.</param>
internal sealed record ManifestEntry(Fingerprint Key, Fingerprint Content, long Size, long Modified)
{
    /// <summary>
    /// Size and time are enough, as for make and rsync: the entry belongs to this very tree (<see cref="Manifest.Tree"/>),
    /// so it was noted after our last write to that file. Whoever changes the file afterwards moves its time.
    /// </summary>
    public bool Describes(FileStat entry) =>
        entry.Kind == FileType.File && entry.Size == Size && entry.Modified == Modified;

    /// <summary>Field by field: the comparers behind a record's own equality cost a cold process a millisecond.</summary>
    public bool Says(ManifestEntry other) =>
        Key.Value == other.Key.Value && Content.Value == other.Content.Value && Size == other.Size && Modified == other.Modified;
}

/// <summary>
/// The record of one tree that we put together. It names its tree by identity, not by path, because the trees change
/// places: whichever of <c>manifest</c> and <c>next.manifest</c> names the tree that stands as output is the true one,
/// whatever moment a build was killed at.
/// </summary>
/// <param name="Tree"><see cref="FileStat.Identity"/> of the root folder; 0 where the system does not tell.</param>
internal sealed record Manifest(ulong Tree, Dictionary<string, ManifestEntry> Files)
{
    private const string Stamp = "YuGong manifest 1\n";

    /// <summary>Null when there is none, or one of another version or with damage: as good as none.</summary>
    public static Manifest? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < sizeof(ulong)
            || Fingerprint.Of(bytes.AsSpan(0, bytes.Length - sizeof(ulong))).Value != BinaryPrimitives.ReadUInt64LittleEndian(
                bytes.AsSpan(bytes.Length - sizeof(ulong))))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadString() != Stamp)
        {
            return null;
        }

        var tree = reader.ReadUInt64();
        var count = reader.ReadInt32();
        var files = new Dictionary<string, ManifestEntry>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            files.Add(
                reader.ReadString(),
                new(new(reader.ReadUInt64()), new(reader.ReadUInt64()), reader.ReadInt64(), reader.ReadInt64()));
        }

        return new(tree, files);
    }

    /// <summary>As a loop: LINQ over pairs would be compiled anew in every cold process.</summary>
    public bool Says(Manifest other)
    {
        if (Tree != other.Tree || Files.Count != other.Files.Count)
        {
            return false;
        }

        foreach (var (path, entry) in other.Files)
        {
            if (Files.GetValueOrDefault(path)?.Says(entry) != true)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Written beside and renamed, so that a reader never meets half a record.</summary>
    public void Write(string path)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(Stamp);
        writer.Write(Tree);
        writer.Write(Files.Count);
        foreach (var (name, entry) in Files)
        {
            writer.Write(name);
            writer.Write(entry.Key.Value);
            writer.Write(entry.Content.Value);
            writer.Write(entry.Size);
            writer.Write(entry.Modified);
        }

        writer.Write(Fingerprint.Of(memory.GetBuffer().AsSpan(0, (int)memory.Length)).Value);
        var draft = path + ".draft";
        using (var handle = File.OpenHandle(draft, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, memory.GetBuffer().AsSpan(0, (int)memory.Length), 0);
        }

        File.Move(draft, path, overwrite: true);
    }
}
