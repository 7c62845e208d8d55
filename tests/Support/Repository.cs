using System.Runtime.CompilerServices;

namespace YuGong.Tests.Support;

/// <summary>The working copy the tests were compiled from: examples, golden files and the real content live there.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Path.GetDirectoryName(Here()))
        ?? throw new InvalidOperationException("YuGongSite.sln was not found above the tests.");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string? Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "YuGongSite.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
