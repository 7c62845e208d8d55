using System.Buffers.Binary;
using System.Text;
using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>
/// What an office file is by its bytes, whatever it is called: compound files (MS-CFB) by the streams in them, packages by their parts.
/// </summary>
public static class OfficeKind
{
    /// <summary>A document under a password: MS-OFFCRYPTO's stream in a compound file, the flag of old Word, the flag of ZIP.</summary>
    public const string Encrypted = "encrypted";

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (string Stream, string Kind)[] Streams =
    [
        ("EncryptedPackage", Encrypted), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"),
        ("__properties_version1.0", "msg"),
    ];

    /// <summary>Parts by which packages of other programs are known; their names stand uncompressed.</summary>
    private static readonly (string Part, string Kind)[] Parts =
    [
        ("xl/workbook", "xlsx"), ("ppt/presentation", "pptx"), ("opendocument.text", "odt"), ("opendocument.spreadsheet", "ods"),
    ];

    /// <summary>Null where the bytes do not say; then the name decides.</summary>
    public static string? Of(byte[] bytes)
    {
        ReadOnlySpan<byte> all = bytes;
        return all.StartsWith(Compound) ? OfCompound(all)
            : all.StartsWith("{\\rtf"u8) ? "doc"
            : all.StartsWith("PK\u0003\u0004"u8) ? OfPackage(all)
            : null;
    }

    /// <summary>What cannot be read as it is.</summary>
    public static Phrase OldWords(ReadOnlySpan<byte> bytes) => bytes.StartsWith("{\\rtf"u8)
        ? new("RTF 格式的文档(.rtf)", "A document in the format RTF (.rtf)")
        : new("1997 年格式的文档(.doc、.wps)", "A document in the format of 1997 (.doc, .wps)");

    public static Phrase Words(string kind, string extension) => kind switch
    {
        "zip" => new("压缩包", "An archive"),
        "xls" or "xlsx" or "ods" => new($"电子表格(.{kind})", $"A spreadsheet (.{kind})"),
        "ppt" or "pptx" => new($"演示文稿(.{kind})", $"A presentation (.{kind})"),
        "odt" => new("OpenDocument 文档(.odt)", "A document in the format OpenDocument (.odt)"),
        _ => extension.Length > 0 ? new($"{extension} 文件", $"A {extension} file") : new("这个文件", "This file"),
    };

    private static string OfCompound(ReadOnlySpan<byte> all)
    {
        foreach (var (stream, kind) in Streams)
        {
            var at = all.IndexOf(Encoding.Unicode.GetBytes(stream + "\0"));
            if (at >= 0)
            {
                return kind == "doc" && IsLocked(all, at) ? Encrypted : kind;
            }
        }

        return "doc";
    }

    /// <summary>fEncrypted in the head of the stream WordDocument (MS-DOC 2.5.2), which is where its directory entry says.</summary>
    private static bool IsLocked(ReadOnlySpan<byte> all, int entry)
    {
        const int SectorShift = 0x1E, StartInEntry = 0x74, FlagsInStream = 0x0A, Locked = 0x0100;
        if (entry + StartInEntry + sizeof(uint) > all.Length)
        {
            return false;
        }

        var sector = BinaryPrimitives.ReadUInt32LittleEndian(all[(entry + StartInEntry)..]);
        var at = (((long)sector + 1) << Math.Min(12, (int)all[SectorShift])) + FlagsInStream;
        return at + sizeof(ushort) <= all.Length && (BinaryPrimitives.ReadUInt16LittleEndian(all[(int)at..]) & Locked) != 0;
    }

    /// <summary>Cut off, a package has no end: then its name says what it should have been.</summary>
    private static string? OfPackage(ReadOnlySpan<byte> all)
    {
        const int FlagsInHead = 6, Locked = 1;
        if (all.IndexOf("PK\u0005\u0006"u8) < 0)
        {
            return null;
        }

        var isWord = all.IndexOf("word/"u8) >= 0 || all.IndexOf("word\\"u8) >= 0;
        foreach (var (part, kind) in Parts)
        {
            if (!isWord && all.IndexOf(Encoding.ASCII.GetBytes(part)) >= 0)
            {
                return kind;
            }
        }

        return isWord && (all[FlagsInHead] & Locked) != 0 ? Encrypted : isWord || all.IndexOf("_rels/.rels"u8) >= 0 ? null : "zip";
    }
}
