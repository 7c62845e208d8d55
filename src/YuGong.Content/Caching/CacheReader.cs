using System.Buffers.Binary;
using System.Runtime.InteropServices;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Caching;

/// <summary>What a <see cref="CacheWriter"/> wrote, in the same order. The bytes were vouched for: nothing is checked here.</summary>
internal sealed class CacheReader
{
    private readonly ReadOnlyMemory<byte> bytes;
    private int at;

    /// <param name="fileOf">The file that every place of the entry is in, by the fingerprint of its text.</param>
    public CacheReader(ReadOnlyMemory<byte> bytes, Func<Fingerprint, SourceFile> fileOf)
    {
        this.bytes = bytes;
        WholeFile = new(Fixed());
        File = fileOf(WholeFile);
    }

    public Fingerprint WholeFile { get; }

    public SourceFile File { get; }

    public ulong Fixed() => BinaryPrimitives.ReadUInt64LittleEndian(Next(sizeof(ulong)));

    public double Number() => BitConverter.UInt64BitsToDouble(Fixed());

    public bool Flag() => Count() > 0;

    public DateOnly? Day() => Count() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null;

    public int Count()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes.Span[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next <= 0x7F)
            {
                return (int)value;
            }
        }
    }

    public string? Text() => Count() is > 0 and var length ? new(MemoryMarshal.Cast<byte, char>(Next((length - 1) * sizeof(char)))) : null;

    public string Words() => Text()!;

    public SourceSpan Span() => new(File, Count(), Count());

    public Ref Ref() => new(Words(), Span());

    public HistoricalDate? Date() => Text() is { } edtf ? HistoricalDate.Parse(edtf) : null;

    public IReadOnlyList<T> List<T>(Func<T> each)
    {
        var count = Count();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = each();
        }

        return items;
    }

    public T? Maybe<T>(Func<T> read)
        where T : class => Flag() ? read() : null;

    public T Term<T>(IReadOnlyList<T> vocabulary)
        where T : Term => vocabulary[Count()];

    public Node Node()
    {
        var span = Span();
        return Count() switch
        {
            0 => new Scalar(span, Words(), Plain: true),
            1 => new Scalar(span, Words(), Plain: false),
            2 => new Sequence(span, List(Node)),
            _ => new Mapping(span, List(() => new MappingEntry((Scalar)Node(), Node()))),
        };
    }

    private ReadOnlySpan<byte> Next(int count)
    {
        at += count;
        return bytes.Span.Slice(at - count, count);
    }
}
