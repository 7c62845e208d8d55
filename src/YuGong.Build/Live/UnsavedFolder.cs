using YuGong.Content;

namespace YuGong.Build.Live;

/// <summary>
/// Pictures, films and subtitles that are not saved yet, laid in a folder of their own as long as somebody asks about them: whoever looks
/// at a picture opens a file.
/// </summary>
internal sealed class UnsavedFolder : IDisposable
{
    private readonly string? folder;

    private UnsavedFolder(FileOverlay files, string? folder) => (Files, this.folder) = (files, folder);

    /// <summary>The same files, which say where they lie.</summary>
    public FileOverlay Files { get; }

    public static UnsavedFolder Of(FileOverlay unsaved)
    {
        var beside = unsaved.Paths.Where(p => !IsText(p) && unsaved.Of(p) is not null).ToList();
        if (beside.Count == 0)
        {
            return new(unsaved, null);
        }

        // Nobody else may look into it: what lies here is not published.
        var made = Directory.CreateTempSubdirectory("yugong-unsaved-").FullName;
        foreach (var path in beside)
        {
            var full = Path.Combine(made, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, unsaved.Of(path)!);
        }

        return new(unsaved.In(made), made);
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Read with the site itself, from memory.</summary>
    private static bool IsText(string path) =>
        path.EndsWith("/index.md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);
}
