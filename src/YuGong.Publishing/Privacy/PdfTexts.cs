using System.Text;

namespace YuGong.Publishing.Privacy;

/// <summary>
/// ISO 32000: the strings of a PDF, in its structure, its object streams and its content, and its XML metadata. Bare numbers
/// are coordinates and widths. Words set in glyph numbers are read by <see cref="PdfPages"/>.
/// </summary>
internal static class PdfTexts
{
    private const int LongestDictionary = 4096;

    public static IEnumerable<FileText> In(FileReading reading, byte[] file, string inside, int depth)
    {
        if (IsEncrypted(file))
        {
            return [FileText.NotRead(inside, new("PDF 加了密码或权限,读不出里面的字",
                "the PDF has a password or restrictions, so that its words cannot be read"))];
        }

        var texts = Pieces(file).SelectMany(piece => piece.IsFile
            ? reading.In("", piece.Bytes, inside.Length == 0 ? "附件" : $"{inside} » 附件", depth + 1)
            : FileReading.Readings(piece.Bytes, inside));
        return texts.Concat(reading.WithPages ? PdfPages.In(file, inside) : []);
    }

    /// <summary>ISO 32000-1, 7.6.1: the trailer, or the dictionary of a cross-reference stream, names how it is encrypted.</summary>
    private static bool IsEncrypted(byte[] file)
    {
        for (var at = 0; file.AsSpan(at).IndexOf("/Encrypt"u8) is >= 0 and var found; at += found + 1)
        {
            var behind = at + found + "/Encrypt".Length;
            if (behind < file.Length && file[behind] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'<')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All that is written in it in plain, and the files that are attached.</summary>
    private static IEnumerable<(byte[] Bytes, bool IsFile)> Pieces(byte[] file)
    {
        var structure = new MemoryStream();
        var from = 0;
        for (var at = Next(file, 0); at >= 0; at = Next(file, from))
        {
            structure.Write(file, from, at - from);
            var start = at + "stream".Length + (file[at + "stream".Length] == '\r' ? 2 : 1);
            start = Math.Min(start, file.Length);
            var end = file.AsSpan(start).IndexOf("endstream"u8);
            var length = end < 0 ? file.Length - start : end; // cut off: readers show what there is
            var dictionary = Encoding.Latin1.GetString(file.AsSpan(Math.Max(0, at - LongestDictionary), Math.Min(at, LongestDictionary)));
            foreach (var piece in Stream(dictionary[(dictionary.LastIndexOf(" obj", StringComparison.Ordinal) + 1)..],
                file[start..(start + length)]))
            {
                yield return piece;
            }

            from = end < 0 ? file.Length : start + length + "endstream".Length;
        }

        structure.Write(file, from, file.Length - from);
        foreach (var piece in Strings(structure.ToArray()))
        {
            yield return (piece, false);
        }
    }

    /// <summary>Where the keyword stands that opens a stream: at the end of a dictionary, with a line end behind it.</summary>
    private static int Next(byte[] file, int from)
    {
        for (var at = from; file.AsSpan(at).IndexOf("stream"u8) is var found && found >= 0; at += found + 1)
        {
            var place = at + found;
            var behind = place + "stream".Length;
            if (behind < file.Length && file[behind] is (byte)'\n' or (byte)'\r' && !file.AsSpan(0, place).EndsWith("end"u8))
            {
                return place;
            }
        }

        return -1;
    }

    private static IEnumerable<(byte[] Bytes, bool IsFile)> Stream(string dictionary, byte[] data)
    {
        var compact = dictionary.Replace(" ", "", StringComparison.Ordinal);
        if (compact.Contains("/Subtype/Image", StringComparison.Ordinal))
        {
            return (PictureTexts.In(data) ?? []).Select(p => (p, false));
        }

        if (compact.Contains("/Length1", StringComparison.Ordinal) || compact.Contains("/Subtype/CIDFontType0C", StringComparison.Ordinal)
            || compact.Contains("/Subtype/Type1C", StringComparison.Ordinal)
                || compact.Contains("/Subtype/OpenType", StringComparison.Ordinal))
        {
            return [];
        }

        var plain = compact.Contains("/FlateDecode", StringComparison.Ordinal) || compact.Contains("/Fl]", StringComparison.Ordinal)
            ? FileReading.Inflated(data) ?? [] : data;
        return compact.Contains("/Type/EmbeddedFile", StringComparison.Ordinal) ? [(plain, true)]
            : compact.Contains("/Subtype/XML", StringComparison.Ordinal) || IsProgram(plain) ? [(plain, false)]
            : Strings(plain).Select(p => (p, false));
    }

    /// <summary>JavaScript lies in streams of no type; what draws pages has an operator for text or for paths on most lines.</summary>
    private static bool IsProgram(byte[] plain) => plain.Length > 0 && plain.AsSpan().IndexOf((byte)0) < 0
        && (plain.AsSpan().IndexOf("function"u8) >= 0 || plain.AsSpan().IndexOf("var "u8) >= 0 || plain.AsSpan().IndexOf("app."u8) >= 0
            || plain.AsSpan().IndexOf("this."u8) >= 0)
        && plain.AsSpan().IndexOf(" Tj"u8) < 0 && plain.AsSpan().IndexOf(" TJ"u8) < 0 && plain.AsSpan().IndexOf(" re\n"u8) < 0;

    /// <summary>ISO 32000-1 §7.3.4: literal strings in brackets and hexadecimal strings, each in all its readings.</summary>
    private static IEnumerable<byte[]> Strings(byte[] code)
    {
        var words = new MemoryStream();
        for (var i = 0; i < code.Length; i++)
        {
            var text = code[i] == '(' ? Literal(code, ref i)
                : code[i] == '<' && i + 1 < code.Length && code[i + 1] != '<' && (i == 0 || code[i - 1] != '<') ? Hexadecimal(code, ref i)
                : null;
            if (text is { Length: >= 2 } && text[0] is 0xFE && text[1] is 0xFF)
            {
                words.Write(Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(text, 2, text.Length - 2)));
                words.WriteByte((byte)'\n');
            }
            else if (text is { Length: > 0 })
            {
                words.Write(text);
                words.WriteByte((byte)'\n');
            }
        }

        return words.Length == 0 ? [] : [words.ToArray()];
    }

    private static byte[] Literal(byte[] code, ref int at)
    {
        var text = new MemoryStream();
        var depth = 1;
        for (at++; at < code.Length; at++)
        {
            var c = code[at];
            if (c == '\\' && at + 1 < code.Length)
            {
                text.WriteByte(Escaped(code, ref at));
                continue;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            text.WriteByte(c);
        }

        return text.ToArray();
    }

    private static byte Escaped(byte[] code, ref int at)
    {
        at++;
        if (code[at] is < (byte)'0' or > (byte)'7')
        {
            return code[at] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', var c => c };
        }

        var value = 0;
        var end = at + 3;
        for (; at < end && at < code.Length && code[at] is >= (byte)'0' and <= (byte)'7'; at++)
        {
            value = (value * 8) + code[at] - '0';
        }

        at--;
        return (byte)value;
    }

    private static byte[] Hexadecimal(byte[] code, ref int at)
    {
        var digits = new StringBuilder();
        for (at++; at < code.Length && code[at] != '>'; at++)
        {
            if (char.IsAsciiHexDigit((char)code[at]))
            {
                digits.Append((char)code[at]);
            }
            else if (code[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return [];
            }
        }

        return Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits.Append('0').ToString());
    }
}
