namespace YuGong.Tests.Sites;

/// <summary>The working tree the tests were compiled from, and the tools in it.</summary>
internal static class GitRepository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of a judge that <c>npm ci</c> put into tests/judges.</summary>
    public static string Judge(params ReadOnlySpan<string> parts) => Path.Combine([Root, "tests", "judges", "node_modules", .. parts]);

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "YuGongSite.sln")) ? from
        : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The tests do not run inside the working tree."));
}
