using YuGong.Tests.Support;

namespace YuGong.Tests.Goldens;

/// <summary>
/// The site of a city that does not exist, with a theme of its own: what another city changes is input and theme, never the program.
/// Everybody and everything in it is made up and says so.
/// </summary>
internal sealed class GoldenSite : IDisposable
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public GoldenSite() => Copy(At("site"), Root);

    public string Root { get; } = Directory.CreateTempSubdirectory("yugong-golden-").FullName;

    /// <summary>A file or folder beside this source.</summary>
    public static string At(params ReadOnlySpan<string> parts) =>
        Path.Combine([Repository.At("tests", "YuGong.Tests", "Golden"), .. parts]);

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
