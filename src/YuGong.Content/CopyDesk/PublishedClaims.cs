namespace YuGong.Content.CopyDesk;

/// <summary>Whose claims stand in the ledger: each line of <c>claims.txt</c> begins with the address of an entry.</summary>
internal static class PublishedClaims
{
    public const string FileName = "claims.txt";

    /// <summary>None where the ledger cannot be read; whoever keeps it says so.</summary>
    public static IReadOnlySet<string> Addresses(string path)
    {
        try
        {
            return PlainFile.Lines(path).Where(line => line.StartsWith('/')).Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HashSet<string>();
        }
    }
}
