using System.Collections.Concurrent;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Media.Nights;

/// <summary>The painted nights of a site, beside its pictures.</summary>
internal sealed class NightsPipeline(IReadOnlyList<NightSet> nights, AtomicCache cache) : IPipeline
{
    private readonly ConcurrentDictionary<string, Lock> locks = new(StringComparer.Ordinal);

    public string Name => "pictures";

    public IEnumerable<OutputFile> Make(Site site) =>
        from night in nights
        from file in night.Files
        select new OutputFile(OutputPath.Of(night.PathOf(file.Name)[1..]), Fingerprint.Of($"{night.Key} {file.Name}"),
            () => Read(night, file.Name));

    /// <summary>Paints what the cache lacks.</summary>
    public void Make(NightSet night)
    {
        lock (locks.GetOrAdd(night.Key, _ => new()))
        {
            if (!cache.Has(night.Key))
            {
                cache.Make(night.Key, night.Paint);
            }
        }
    }

    private byte[] Read(NightSet night, string name)
    {
        Make(night);
        return cache.Read(night.Key, name) ?? throw new IOException($"{night.Key}/{name} has gone from the cache.");
    }
}
