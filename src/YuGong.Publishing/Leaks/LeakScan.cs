using System.Collections.Concurrent;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// The last look before the public: every file of a plan is searched as it is rendered, and nothing is published when one
/// of them holds something private. A file whose key is known was searched when it was made, by the same finder.
/// </summary>
public sealed class LeakScan(LeakFinder finder)
{
    private readonly ConcurrentQueue<Leak> leaks = new();

    /// <summary>The same plan, searched while it is rendered.</summary>
    public PublicationPlan Over(PublicationPlan plan) => plan.Each(file => file.Through(finder.Key, bytes =>
    {
        Look(file.Path.Value, bytes);
        return bytes;
    }));

    public void Look(string path, ReadOnlyMemory<byte> bytes)
    {
        foreach (var leak in finder.Find(path, bytes))
        {
            leaks.Enqueue(leak);
        }
    }

    /// <summary>Tells what was found, each value once; true when there was nothing.</summary>
    /// <param name="site">To name the place in the input that it came from; null to name the file that holds it.</param>
    /// <param name="name">What people call the output.</param>
    public bool Tell(Site? site, string name, Diagnostics diagnostics)
    {
        var origins = new LeakOrigins(site, name);
        foreach (var value in leaks.GroupBy(l => l.Value, StringComparer.OrdinalIgnoreCase))
        {
            var files = value.Select(l => l.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var first = value.OrderBy(l => l.Offset < 0).ThenBy(l => l.Path, StringComparer.Ordinal).ThenBy(l => l.Offset).First();
            diagnostics.Report(PublishingRules.PrivateLeak, origins.Of(first), first.Kind, first.Masked, $"{files.Count}", files[0]);
        }

        return leaks.IsEmpty;
    }
}
