namespace YuGong.Cli;

/// <summary>Where a project keeps things. All paths are full.</summary>
internal sealed record ProjectFolder(string Root, string Input, string InputName, string Themes, string Settings, string Output, string Cache)
{
    public static ProjectFolder At(string root, string? input = null, string? output = null)
    {
        var full = Path.GetFullPath(root);
        return new(
            full, Folder(full, input ?? "input"), (input ?? "input").Replace('\\', '/').TrimEnd('/'), Path.Combine(full, "themes"), Path.Combine(full, "statiq.json"),
            Folder(full, output ?? "output"), Path.Combine(full, ".cache"));

        static string Folder(string root, string name) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, name)));
    }

    public string Ledger => Path.Combine(Input, "urls.txt");

    /// <summary>The short codes on printed posters.</summary>
    public string Codes => Path.Combine(Input, "codes.txt");

    /// <summary>The day in Chongqing (UTC+8, without summer time since 1991).</summary>
#pragma warning disable RS0030 // The one place with a clock: everything else is told the day.
    public static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
#pragma warning restore RS0030
}
