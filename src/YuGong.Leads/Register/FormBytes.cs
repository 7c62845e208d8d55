using System.Text;

namespace YuGong.Leads;

/// <summary>
/// A form as the register seals it, whole, so that a lead is opened once however much of it is asked for: for each field its tag and what
/// it says, each as UTF-8 behind its length (<see cref="BinaryWriter.Write(string)"/>). Nothing is searched for, so ten thousand are read
/// at once.
/// </summary>
internal static class FormBytes
{
    private static readonly Dictionary<string, Field> ByTag = Enum.GetValues<Field>()
        .ToDictionary(LeadFormFields.TagOf, StringComparer.Ordinal);

    public static byte[] Write(LeadForm form)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var (field, text) in form.Written)
        {
            writer.Write(LeadFormFields.TagOf(field));
            writer.Write(text);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static LeadForm Read(ReadOnlySpan<byte> bytes)
    {
        var values = new List<KeyValuePair<Field, string>>();
        while (!bytes.IsEmpty)
        {
            values.Add(new(ByTag[Encoding.UTF8.GetString(Next(ref bytes))], Encoding.UTF8.GetString(Next(ref bytes))));
        }

        return new(values);
    }

    /// <summary>Name, employer and who sees to it, without the rest.</summary>
    public static (string Person, string Unit, string Assigned) Heading(ReadOnlySpan<byte> bytes)
    {
        var (person, unit, assigned) = ("", "", "");
        while (!bytes.IsEmpty)
        {
            var tag = Next(ref bytes);
            var text = Next(ref bytes);
            person = tag.SequenceEqual("person"u8) ? Encoding.UTF8.GetString(text) : person;
            unit = tag.SequenceEqual("unit"u8) ? Encoding.UTF8.GetString(text) : unit;
            assigned = tag.SequenceEqual("assigned"u8) ? Encoding.UTF8.GetString(text) : assigned;
        }

        return (person, unit, assigned);
    }

    /// <summary>Whether a text occurs in any field, in capitals or not.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes, string text)
    {
        while (!bytes.IsEmpty)
        {
            Next(ref bytes);
            if (Encoding.UTF8.GetString(Next(ref bytes)).Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> bytes)
    {
        var (length, shift, at) = (0, 0, 0);
        byte read;
        do
        {
            read = bytes[at++];
            length |= (read & 0x7F) << shift;
            shift += 7;
        }
        while (read > 0x7F);

        var next = bytes.Slice(at, length);
        bytes = bytes[(at + length)..];
        return next;
    }
}
