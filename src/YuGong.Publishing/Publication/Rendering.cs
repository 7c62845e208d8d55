using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>Makes the bytes that are in doubt, from many threads, writes those that are new and notes what will stand.</summary>
internal sealed class Rendering(Tree? output, Lazy<StagingTree> spare, bool force, EarlySync early)
{
    private readonly Lock gate = new();

    /// <summary>The record of the new site, as far as it is known.</summary>
    public Dictionary<string, ManifestEntry> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>What the output holds already and the new tree takes over.</summary>
    public List<PlannedFile> Held { get; } = [];

    public List<string> Written { get; } = [];

    /// <summary>Foreign files with other bytes at planned places.</summary>
    public SortedSet<string> Obstacles { get; } = new(StringComparer.Ordinal);

    public long Bytes { get; private set; }

    public void Hold(PlannedFile place, Fingerprint content)
    {
        Held.Add(place);
        Records.Add(place.File.Path.Value, new(place.File.Key, content, place.Entry!.Size, place.Entry.Modified));
    }

    /// <summary>Nothing but the bytes of one file is in memory at a time and a thread.</summary>
    public void Render(PlannedFile place)
    {
        var path = place.File.Path.Value;
        var bytes = BytesOf(place.File);
        var content = Fingerprint.Of(bytes.Span);
        var stands = place.Entry?.Size == bytes.Length && ContentOf(place) == content;
        var inTheWay = !stands && place.Ownership == Ownership.Foreign && !force;
        var entry = stands || inTheWay ? null : spare.Value.Write(path, bytes.Span);
        if (entry is not null)
        {
            early.Wrote();
        }

        lock (gate)
        {
            if (stands)
            {
                Hold(place, content);
            }
            else if (entry is null)
            {
                Obstacles.Add(path);
            }
            else
            {
                Records.Add(path, new(place.File.Key, content, entry.Size, entry.Modified));
                Written.Add(path);
                Bytes += bytes.Length;
            }
        }
    }

    /// <summary>What stands at the place now. Whoever wrote it, a file with the right bytes becomes ours.</summary>
    private Fingerprint? ContentOf(PlannedFile place) => place switch
    {
        { Ownership: Ownership.Ours } => place.Known!.Content,
        { Entry.Kind: FileType.File } => Fingerprint.Of(File.ReadAllBytes(Path.Join(output!.Root, place.File.Path.Value))),
        _ => null,
    };

    private static ReadOnlyMemory<byte> BytesOf(OutputFile file)
    {
        try
        {
            return file.Render();
        }
        catch (Exception e) when (e is not (OperationCanceledException or CannotRenderException))
        {
            // Wrapped, so that a picture that cannot be read is not taken for an output that cannot be written.
            throw new InvalidOperationException($"{file.Path} could not be rendered: {e.Message}", e);
        }
    }
}
