namespace YuGong.Publishing;

/// <summary>
/// The site in memory, for the preview: a page is rendered when somebody first asks for it, and again only when its key
/// has changed. Safe from any thread; a reader sees one plan or the next, whole.
/// </summary>
public sealed class MemoryPublication
{
    private readonly Lock updating = new();
    private volatile Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>Replaces the plan. Gives the paths that came, went or got another key, sorted.</summary>
    public IReadOnlyList<string> Update(PublicationPlan plan)
    {
        lock (updating)
        {
            ParallelWork.Share(plan.Files, Environment.ProcessorCount, file => _ = file.Key, CancellationToken.None);
            var before = slots;
            var after = new Dictionary<string, Slot>(plan.Files.Count, StringComparer.Ordinal);
            var changed = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var file in plan.Files)
            {
                var path = file.Path.Value;
                var same = before.TryGetValue(path, out var slot) && slot.File.Key == file.Key;
                after.Add(path, new(file, same ? slot!.Made : null));
                if (!same)
                {
                    changed.Add(path);
                }
            }

            changed.UnionWith(before.Keys.Where(path => !after.ContainsKey(path)));
            slots = after;
            return [.. changed];
        }
    }

    /// <summary>
    /// The bytes of a file by its place in the output, such as <c>people/shui-xiheng/index.html</c>; null when there is none.
    /// </summary>
    public ReadOnlyMemory<byte>? Get(string path) => slots.GetValueOrDefault(path)?.Bytes();

    /// <summary>A rendering that fails is tried again at the next request, as a Lazy would not.</summary>
    /// <param name="made">The bytes, when an older plan's file with the same key had made them. The old file itself goes, and its whole
    /// site with it.</param>
    private sealed class Slot(OutputFile file, ReadOnlyMemory<byte>? made)
    {
        private readonly Lock rendering = new();
        private ReadOnlyMemory<byte>? bytes = made;

        public OutputFile File { get; } = file;

        public ReadOnlyMemory<byte>? Made
        {
            get
            {
                lock (rendering)
                {
                    return bytes;
                }
            }
        }

        public ReadOnlyMemory<byte> Bytes()
        {
            lock (rendering)
            {
                return bytes ??= File.Render();
            }
        }
    }
}
