using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// What the last successful build of an output knew: the stamp of everything it read, the theme it checked, the bodies it
/// found clean, and what it told people. Losing it costs time and nothing else.
/// </summary>
internal sealed record BuildState(Fingerprint Stamp, Fingerprint Theme, IReadOnlySet<Fingerprint> CleanBodies, string Told)
{
    private const string Magic = "YuGong build 2";

    /// <summary>Assets of earlier generations that still stand.</summary>
    public RetainedAssets Retained { get; init; } = RetainedAssets.None;

    public static BuildState? Read(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (file.ReadString() != Magic)
            {
                return null;
            }

            var (stamp, theme) = (new Fingerprint(file.ReadUInt64()), new Fingerprint(file.ReadUInt64()));
            var count = file.ReadInt32();
            var clean = new HashSet<Fingerprint>(count);
            for (var i = 0; i < count; i++)
            {
                clean.Add(new(file.ReadUInt64()));
            }

            var told = file.ReadString();
            var retained = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
            for (var left = file.ReadInt32(); left > 0; left--)
            {
                retained[file.ReadString()] = DateOnly.FromDayNumber(file.ReadInt32());
            }

            return new(stamp, theme, clean, told) { Retained = new(retained) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        using (var file = new BinaryWriter(File.Create(fresh), Encoding.UTF8))
        {
            file.Write(Magic);
            file.Write(Stamp.Value);
            file.Write(Theme.Value);
            file.Write(CleanBodies.Count);
            foreach (var body in CleanBodies)
            {
                file.Write(body.Value);
            }

            file.Write(Told);
            file.Write(Retained.LastNamed.Count);
            foreach (var (asset, day) in Retained.LastNamed)
            {
                file.Write(asset);
                file.Write(day.DayNumber);
            }
        }

        File.Move(fresh, path, overwrite: true);
    }
}
