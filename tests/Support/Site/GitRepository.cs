namespace YuGong.Tests.Sites;

/// <summary>The working tree the tests were compiled from, and what lies in it.</summary>
internal static class GitRepository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "YuGongSite.sln")) ? from
        : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The tests do not run inside the working tree."));
}
