using System.Text;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>The memory of the last successful build of an output, in two files of the cache: what it knew, and what it had read.</summary>
/// <param name="path">Full path of the first.</param>
public sealed class RunMemoryFile(string path)
{
    private const string Magic = "YuGong build 4";

    private readonly string entriesPath = Path.ChangeExtension(path, ".entries");

    public static RunMemoryFile Of(ProjectFolder project) =>
        new(Path.Combine(project.Cache, "builds", $"{Fingerprint.Of(project.Output)}.state"));

    /// <summary>Without the entries, which a build with nothing to do never asks for.</summary>
    /// <returns>Null when there is nothing that can be believed.</returns>
    public RunMemory? Read()
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            return file.ReadString() == Magic ? Read(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    public EntryMemo ReadEntries() => EntryMemo.From(entriesPath);

    /// <exception cref="IOException">It cannot be written; what was there still is.</exception>
    public void Write(RunMemory memory)
    {
        using var bytes = new MemoryStream();
        using var file = new BinaryWriter(bytes, Encoding.UTF8);
        file.Write(Magic);
        Write(file, memory);
        file.Flush();
        AtomicFile.WriteCached(path, bytes.ToArray());
    }

    public void WriteEntries(RunMemory memory) => memory.Entries.Write(entriesPath);

    private static RunMemory Read(BinaryReader file)
    {
        var (stamp, theme) = (new Fingerprint(file.ReadUInt64()), new Fingerprint(file.ReadUInt64()));
        var count = file.ReadInt32();
        var clean = new HashSet<Fingerprint>(count);
        for (var i = 0; i < count; i++)
        {
            clean.Add(new(file.ReadUInt64()));
        }

        var report = new Phrase(file.ReadString(), file.ReadString());
        var retained = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            retained[file.ReadString()] = DateOnly.FromDayNumber(file.ReadInt32());
        }

        return new(stamp, theme, clean) { Report = report, Retained = new(retained) };
    }

    private static void Write(BinaryWriter file, RunMemory memory)
    {
        file.Write(memory.Stamp.Value);
        file.Write(memory.Theme.Value);
        file.Write(memory.CleanBodies.Count);
        foreach (var body in memory.CleanBodies)
        {
            file.Write(body.Value);
        }

        file.Write(memory.Report.Zh);
        file.Write(memory.Report.En);
        file.Write(memory.Retained.LastNamed.Count);
        foreach (var (asset, day) in memory.Retained.LastNamed)
        {
            file.Write(asset);
            file.Write(day.DayNumber);
        }
    }
}
