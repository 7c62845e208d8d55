using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace YuGong.Pages.Templating;

/// <summary>A page as UTF-8 while it grows.</summary>
internal sealed class Utf8Page(int size = 64 * 1024)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private byte[] bytes = new byte[size];
    private int length;

    public void Clear() => length = 0;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Write(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(Room(markup.Length));
        length += markup.Length;
    }

    public void Write(ReadOnlySpan<char> markup) =>
        length += Encoding.UTF8.GetBytes(markup, Room(Encoding.UTF8.GetMaxByteCount(markup.Length)));

    /// <summary>A value so that no two rows of values look alike: its length, then its characters.</summary>
    public void WriteValue(ReadOnlySpan<char> value)
    {
        WriteLength(value.Length);
        Write(MemoryMarshal.AsBytes(value));
    }

    public void WriteLength(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);
        length += sizeof(int);
    }

    /// <summary>Escapes what HTML must in text and in attributes, and leaves Chinese alone.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            Write(text[..at]);
            Write(Escaped(text[at]));
            text = text[(at + 1)..];
        }

        Write(text);
    }

    /// <summary>The same as text.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        var page = new Utf8Page(text.Length * 2);
        page.WriteEscaped(text);
        return Encoding.UTF8.GetString(page.bytes, 0, page.length);
    }

    private static ReadOnlySpan<byte> Escaped(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };

    private Span<byte> Room(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        }

        return bytes.AsSpan(length);
    }
}
