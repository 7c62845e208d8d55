namespace YuGong.Text;

/// <summary>Where a path leads once every link on the way is followed, also when its end is not there yet.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows; a ring of links is left as it stands.</summary>
    private const int MostLinks = 40;

    /// <param name="path">Full.</param>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var at = Path.GetPathRoot(full)!;
        var left = new Stack<string>(PartsOf(full, at).Reverse());
        for (var links = 0; left.TryPop(out var part);)
        {
            var next = Path.Join(at, part);
            if (TargetOf(next) is not { } target || ++links > MostLinks)
            {
                at = next;
                continue;
            }

            var meant = Path.GetFullPath(target, at);
            at = Path.GetPathRoot(meant)!;
            foreach (var step in PartsOf(meant, at).Reverse())
            {
                left.Push(step);
            }
        }

        return Path.TrimEndingDirectorySeparator(at);
    }

    private static string[] PartsOf(string full, string root) =>
        full[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null where there is no link, or none that we may read.</summary>
    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
