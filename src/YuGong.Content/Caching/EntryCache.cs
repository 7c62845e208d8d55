using System.Buffers.Binary;
using YuGong.Text;

namespace YuGong.Content.Caching;

/// <summary>
/// Entries as an earlier process read them, by the fingerprint of where they were read from. The file says of which program
/// and of which world it is (<see cref="EntryMemo.WorldOf"/>), and ends in a fingerprint of itself: what is not exactly
/// what was written is not believed.
/// </summary>
/// <remarks>
/// Three fingerprints (program, world, count of entries), for each entry its key, length and bytes, and the fingerprint of all that.
/// </remarks>
internal sealed class EntryCache
{
    private const int Size = sizeof(ulong), Head = 3 * Size;

    /// <summary>Entries were searched for what is private, too, and Text does that.</summary>
    private static readonly Fingerprint Program = ProgramId.Of(typeof(EntryCache));

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<Fingerprint, (int Start, int Length)> places = [];

    private EntryCache(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    public static EntryCache Empty { get; } = new(new byte[Head]);

    public Fingerprint World => new(Number(Size));

    public int Count => places.Count;

    /// <summary>Empty when there is none, when another program wrote it, and when it is damaged.</summary>
    public static EntryCache Open(string path)
    {
        try
        {
            var cache = new EntryCache(File.ReadAllBytes(path));
            return cache.Index() ? cache : Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Empty;
        }
    }

    public bool TryFind(Fingerprint key, out ReadOnlyMemory<byte> entry)
    {
        var known = places.TryGetValue(key, out var place);
        entry = bytes.Slice(place.Start, place.Length);
        return known;
    }

    /// <exception cref="IOException">It cannot be written; what was there still is.</exception>
    public static void Write(string path, Fingerprint world, IReadOnlyList<(Fingerprint Key, ReadOnlyMemory<byte> Bytes)> entries)
    {
        var all = new byte[Head + entries.Sum(e => (2 * Size) + e.Bytes.Length) + Size];
        var at = 0;
        Put(Program.Value);
        Put(world.Value);
        Put((ulong)entries.Count);
        foreach (var (key, entry) in entries)
        {
            Put(key.Value);
            Put((ulong)entry.Length);
            entry.Span.CopyTo(all.AsSpan(at));
            at += entry.Length;
        }

        Put(Fingerprint.Of(all.AsSpan(0, at)).Value);
        AtomicFile.WriteCached(path, all);

        void Put(ulong number)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(all.AsSpan(at), number);
            at += Size;
        }
    }

    private bool Index()
    {
        var end = bytes.Length - Size;
        if (end < Head || Number(0) != Program.Value || Fingerprint.Of(bytes.Span[..end]).Value != Number(end))
        {
            return false;
        }

        var count = (int)Number(2 * Size);
        places.EnsureCapacity(count);
        for (var at = Head; count > 0; count--)
        {
            var length = (int)Number(at + Size);
            places[new(Number(at))] = (at + (2 * Size), length);
            at += (2 * Size) + length;
        }

        return true;
    }

    private ulong Number(int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]);
}
