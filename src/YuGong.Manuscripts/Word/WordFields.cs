using System.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// Fields are open from a <c>begin</c> to an <c>end</c> (ISO/IEC 29500-1, 17.16.18), a table of contents over many paragraphs: what
/// stands before the separator is an instruction and no text.
/// </summary>
internal sealed class WordFields
{
    private readonly Stack<Field> open = new();

    /// <summary>Whether what is read now is an instruction.</summary>
    public bool IsInstruction => open.TryPeek(out var last) && !last.HasResult;

    public bool IsInContents => open.Any(f => f.Instruction.TrimStart().StartsWith("TOC", StringComparison.Ordinal));

    /// <param name="kind"><c>begin</c>, <c>separate</c> or <c>end</c>.</param>
    /// <returns>The field that ends, if one does.</returns>
    public Field? Meet(string? kind)
    {
        switch (kind)
        {
            case "begin":
                open.Push(new());
                return null;
            case "separate" when open.TryPeek(out var field):
                field.HasResult = true;
                return null;
            case "end" when open.TryPop(out var field):
                return field;
            default:
                return null;
        }
    }

    public Field? Current => open.TryPeek(out var last) ? last : null;

    public void Instruct(string words)
    {
        if (open.TryPeek(out var field) && !field.HasResult)
        {
            field.Add(words);
        }
    }

    /// <summary>Where a field leads: <c>HYPERLINK "https://…"</c>; null for every other field.</summary>
    public static string? AddressIn(string instruction)
    {
        var words = instruction.Trim();
        if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var start = words.IndexOf('"');
        var end = start < 0 ? -1 : words.IndexOf('"', start + 1);
        return end < 0 ? null : words[(start + 1)..end];
    }

    /// <summary>Whether a field shows the number of a note that was mentioned before.</summary>
    public static bool IsNote(string instruction) => instruction.TrimStart().StartsWith("NOTEREF", StringComparison.OrdinalIgnoreCase);

    internal sealed class Field
    {
        private readonly StringBuilder instruction = new();

        public string Instruction => instruction.ToString();

        public bool HasResult { get; set; }

        public void Add(string words) => instruction.Append(words);
    }
}
