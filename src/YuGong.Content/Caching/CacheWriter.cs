using System.Buffers.Binary;
using System.Runtime.InteropServices;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Caching;

/// <summary>Values one after the other, without names: whoever reads them knows their order.</summary>
internal sealed class CacheWriter
{
    private byte[] bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Bytes(ReadOnlySpan<byte> more) => more.CopyTo(Next(more.Length));

    public void Fixed(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(sizeof(ulong)), value);

    public void Number(double value) => Fixed(BitConverter.DoubleToUInt64Bits(value));

    public void Flag(bool value) => Count(value ? 1 : 0);

    public void Day(DateOnly? day) => Count(day is { } there ? there.DayNumber + 1 : 0);

    /// <summary>Seven bits a byte, the lowest first; a small number is one byte.</summary>
    public void Count(int value)
    {
        var left = (uint)value;
        for (; left > 0x7F; left >>= 7)
        {
            Next(1)[0] = (byte)(left | 0x80);
        }

        Next(1)[0] = (byte)left;
    }

    /// <summary>UTF-16 as it stands in memory: shorter than UTF-8 for Chinese, and nothing to decode.</summary>
    public void Text(string? text)
    {
        Count(text is null ? 0 : text.Length + 1);
        Bytes(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>The file is the entry's own, always.</summary>
    public void Span(SourceSpan span)
    {
        Count(span.Start);
        Count(span.Length);
    }

    public void Ref(Ref reference)
    {
        Text(reference.Id);
        Span(reference.Span);
    }

    public void Date(HistoricalDate? date) => Text(date?.Edtf);

    public void List<T>(IReadOnlyList<T> items, Action<T> each)
    {
        Count(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            each(items[i]);
        }
    }

    public void Maybe<T>(T? value, Action<T> write)
        where T : class
    {
        Flag(value is not null);
        if (value is not null)
        {
            write(value);
        }
    }

    /// <summary>Its place in the vocabulary, which the cache's world vouches for.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary does not have it: an entry with findings was to be kept.</exception>
    public void Term(Term term, IReadOnlyList<Term> vocabulary)
    {
        for (var i = 0; i < vocabulary.Count; i++)
        {
            if (vocabulary[i].Id == term.Id)
            {
                Count(i);
                return;
            }
        }

        throw new InvalidOperationException($"{term.Id} is in no vocabulary.");
    }

    public void Node(Node node)
    {
        Span(node.Span);
        switch (node)
        {
            case Scalar scalar:
                Count(scalar.Plain ? 0 : 1);
                Text(scalar.Text);
                break;
            case Sequence sequence:
                Count(2);
                List(sequence.Items, Node);
                break;
            case Mapping mapping:
                Count(3);
                List(mapping.Entries, e =>
                {
                    Node(e.Key);
                    Node(e.Value);
                });
                break;
        }
    }

    private Span<byte> Next(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
