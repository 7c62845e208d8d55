using System.Text.Json;

namespace YuGong.Build.Takedown;

/// <summary>
/// What a withdrawal still has to look for, kept from the moment before anything is taken out until the proof succeeds: people may
/// have texts to mend first, and then nothing else would know the name. A private file in a folder that git ignores.
/// </summary>
public sealed record PendingTakedown(TakedownTargets Traces, IReadOnlyList<string> Addresses)
{
    public const string Folder = ".withdrawal";

    public static PendingTakedown? Read(string root, string id) =>
        File.Exists(PathOf(root, id)) ? JsonSerializer.Deserialize<PendingTakedown>(File.ReadAllText(PathOf(root, id))) : null;

    public void Write(string root, string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Folder)).FullName;
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PathOf(root, id), options);
        JsonSerializer.Serialize(file, this);
    }

    /// <summary>The folder goes with the last of them.</summary>
    public static void Forget(string root, string id)
    {
        File.Delete(PathOf(root, id));
        var folder = Path.Combine(root, Folder);
        if (Directory.Exists(folder) && !Directory.EnumerateFiles(folder, "*.json").Any())
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PathOf(string root, string id) => Path.Combine(root, Folder, $"{id}.json");
}
