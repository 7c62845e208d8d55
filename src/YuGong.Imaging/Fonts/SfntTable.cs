using System.Text;

namespace YuGong.Imaging;

/// <summary>A table of a TrueType or OpenType file: its four letters and where its bytes are.</summary>
internal readonly record struct SfntTable(string Tag, int Offset, int Length)
{
    /// <summary>The tables in the order of the file's directory (OpenType, "Organization of an OpenType font").</summary>
    /// <exception cref="InvalidDataException">The file ends before one of its tables does, as a copy that was cut short.</exception>
    public static IReadOnlyList<SfntTable> DirectoryOf(ReadOnlySpan<byte> file)
    {
        var reader = new FontReader(file);
        _ = reader.UInt32(); // which outlines: 00010000, OTTO
        var tables = new SfntTable[reader.UInt16()];
        _ = reader.Take(6); // help for a binary search
        for (var i = 0; i < tables.Length; i++)
        {
            var tag = Encoding.ASCII.GetString(reader.Take(4));
            _ = reader.UInt32(); // checksum
            var (offset, length) = (reader.UInt32(), reader.UInt32());
            if ((ulong)offset + length > (ulong)file.Length)
            {
                throw new InvalidDataException($"the file ends before its table {tag.Trim()} does");
            }

            tables[i] = new(tag, (int)offset, (int)length);
        }

        return tables;
    }

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> file) => file.Slice(Offset, Length);
}
