using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What going online would change, by path.</summary>
internal sealed record OnlineDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>Files that are listed where nobody asks for all.</summary>
    public const int Most = 40;

    private const string Indent = "  ";

    private int Count => Added.Count + Changed.Count + Removed.Count;

    /// <param name="site">Prints by path, of the site that would go online.</param>
    /// <param name="online">The same of the one that is.</param>
    public static OnlineDifference Of(IReadOnlyDictionary<string, string> site, IReadOnlyDictionary<string, string> online) => new(
        Sorted(site.Keys.Where(p => !online.ContainsKey(p))),
        Sorted(site.Where(f => online.TryGetValue(f.Key, out var print) && print != f.Value).Select(f => f.Key)),
        Sorted(online.Keys.Where(p => !site.ContainsKey(p))));

    /// <summary>How many, and which; the first <see cref="Most"/> of them unless all are wanted.</summary>
    public Phrase Told(bool all)
    {
        if (Count == 0)
        {
            return new("和线上的一样,没有文件要改。", "It is what is online already: no file would change.");
        }

        var lines = Listed(Added, new("加", "add")).Concat(Listed(Changed, new("改", "change"))).Concat(Listed(Removed, new("去", "remove")))
            .ToList();
        var shown = all ? lines : lines.Take(Most).ToList();
        var rest = Count - shown.Count;
        return new Phrase(
                $"会加 {Added.Count} 个、改 {Changed.Count} 个、去掉 {Removed.Count} 个文件:",
                $"Would add {Phrase.Count(Added.Count, "file")}, change {Changed.Count} and remove {Removed.Count}:")
            + new Phrase(string.Concat(shown.Select(l => l.Zh)), string.Concat(shown.Select(l => l.En)))
            + (rest == 0 ? Phrase.Empty
                : new($"\n{Indent}……还有 {rest} 个(--verbose 全部列出)", $"\n{Indent}… and {rest} more (--verbose lists all)"));
    }

    private static IEnumerable<Phrase> Listed(IEnumerable<string> paths, Phrase word) =>
        paths.Select(p => new Phrase($"\n{Indent}{word.Zh} {p}", $"\n{Indent}{word.En} {p}"));

    private static List<string> Sorted(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
