namespace YuGong.Text;

/// <summary>
/// Which file was at work when something failed that nobody foresaw. Used in a filter, so that the exception goes on as if nobody had
/// looked:
/// <c>catch (Exception e) when (Whereabouts.Note(e, path))</c>.
/// </summary>
public static class Whereabouts
{
    private const string Key = "YuGong.File";

    /// <param name="path">As people know it: <c>input/stories/x/index.md</c>.</param>
    /// <returns>Never true.</returns>
    public static bool Note(Exception e, string path)
    {
        e.Data[Key] ??= path;
        return false;
    }

    /// <summary>Null when nobody knew.</summary>
    public static string? Of(Exception e) => e.Data[Key] as string;
}
