using YuGong.Text.Intake;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>The file that a body means by a name.</summary>
internal static class PictureNames
{
    /// <summary>
    /// The file as it is called on disk: the name as written, else without <c>./</c>, else with <c>%20</c> decoded. Null when there is
    /// none.
    /// </summary>
    public static string? Find(string written, IReadOnlyList<string> files)
    {
        if (files.Count == 0 || files.Contains(written, StringComparer.Ordinal))
        {
            return files.Count == 0 ? null : written;
        }

        var near = Bare(written);
        var decoded = Bare(Composed.Of(Uri.UnescapeDataString(near)));
        return files.FirstOrDefault(f => f == near) ?? files.FirstOrDefault(f => f == decoded);
    }

    private static string Bare(string name)
    {
        name = name.Trim();
        while (name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith(".\\", StringComparison.Ordinal))
        {
            name = name[2..];
        }

        return name;
    }
}
