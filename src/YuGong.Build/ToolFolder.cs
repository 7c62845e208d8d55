namespace YuGong.Build;

/// <summary>What comes with the program: packed beside it, or in the checkout that it was compiled in.</summary>
public static class ToolFolder
{
    /// <summary>The theme that comes with it.</summary>
    public const string Theme = "yugong";

    /// <summary>Folder of themes; null when none came with it.</summary>
    public static string? Themes { get; } = Find("themes", Path.Combine(Theme, "theme.json"));

    /// <summary>The desk's editor and its packages; null when they did not come with it.</summary>
    public static string? Desk { get; } = Find("desk", "package.json");

    /// <summary>The nearest folder of this name, at or above the program, that holds the file.</summary>
    private static string? Find(string name, string file)
    {
        for (var at = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory); at is not null; at = Path.GetDirectoryName(at))
        {
            var folder = Path.Combine(at, name);
            if (File.Exists(Path.Combine(folder, file)))
            {
                return folder;
            }
        }

        return null;
    }
}
