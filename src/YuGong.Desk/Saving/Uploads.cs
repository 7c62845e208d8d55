using System.Buffers.Binary;
using System.Text;
using YuGong.Imaging.Vips;
using YuGong.Publishing;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Desk;

/// <summary>
/// Looks at an upload before it is written: the kind it claims, from its first byte to its last, and nothing else within.
/// </summary>
internal static class Uploads
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".tif", ".tiff"];

    /// <summary>For <c>accept</c>: by names, for a phone that is asked for a kind of picture turns its HEIC into one of these.</summary>
    public const string PictureTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff";

    private static readonly PrivacyScanner Scanner = new(PrivacyMatcher.Plain);

    private static readonly string[] Others = [".mp4", ".webm", ".vtt", ".pdf"];

    /// <summary>What makes a browser, a server or an unpacker see something else in a picture.</summary>
    private static readonly string[] Foreign = ["<script", "<!doctype html", "<html", "<svg", "<?php", "<iframe", "/javascript", "/launch"];

    public static bool IsPicture(string path) => Pictures.Contains(ExtensionOf(path), StringComparer.Ordinal);

    public static void Check(Asset asset, Diagnostics findings)
    {
        var extension = ExtensionOf(asset.Path);
        if (!Pictures.Contains(extension, StringComparer.Ordinal) && !Others.Contains(extension, StringComparer.Ordinal))
        {
            findings.Report(DeskRules.UnwantedKind, FileActions.Nowhere(asset.Path), asset.Path);
        }
        else if (Why(asset.Bytes, extension) is { } why)
        {
            findings.Report(DeskRules.NotWhatItSays, FileActions.Nowhere(asset.Path), asset.Path, why);
        }
        else
        {
            FindPrivate(asset, findings);
        }
    }

    /// <summary>What a build would refuse is not taken in: git would keep it for good.</summary>
    private static void FindPrivate(Asset asset, Diagnostics findings)
    {
        foreach (var found in Scanner.Scan(asset.Path, asset.Bytes))
        {
            if (found.Match is { } match)
            {
                var path = PrivatePlaces.Hidden(asset.Path, match);
                findings.Report(PublishingRules.PrivateLeak, FileActions.Nowhere(path), PrivateKinds.Words(match.Kind), match.Masked, "1",
                    path);
            }
            else
            {
                findings.Report(PublishingRules.Unsearchable, FileActions.Nowhere(asset.Path), "", found.Unreadable!);
            }
        }
    }

    private static Phrase? Why(byte[] bytes, string extension)
    {
        if (bytes.Length < 8)
        {
            return new("没有传完整", "it was not sent whole");
        }

        var end = End(bytes, extension);
        if (end < 0)
        {
            return new($"内容不是 {extension[1..].ToUpperInvariant()}", $"it is no {extension[1..].ToUpperInvariant()}");
        }

        if (end < bytes.Length && bytes.AsSpan(end).ContainsAnyExcept((byte)0) && !IsSecondPicture(bytes, end, extension))
        {
            var (kind, more) = (extension[1..].ToUpperInvariant(), bytes.Length - end);
            return new($"{kind} 结束以后还有 {more} 字节别的东西", $"behind the end of the {kind} there are {more} bytes of something else");
        }

        return Strange(bytes, extension) ?? Decoded(bytes, extension);
    }

    /// <summary>Where a file of this kind ends by its own account, or -1 when it is none.</summary>
    private static int End(ReadOnlySpan<byte> b, string extension) => extension switch
    {
        ".png" => b.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? EndOfPng(b) : -1,
        ".jpg" or ".jpeg" => b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? EndOfJpeg(b) : -1,
        ".gif" => (b.StartsWith("GIF89a"u8) || b.StartsWith("GIF87a"u8)) && b[^1] == 0x3B ? b.Length : -1,
        ".webp" => b.Length > 16 && b.StartsWith("RIFF"u8) && b[8..].StartsWith("WEBP"u8)
            ? (int)Math.Min(int.MaxValue, 8L + BinaryPrimitives.ReadUInt32LittleEndian(b[4..]) + (b[4] & 1))
            : -1,
        ".avif" or ".mp4" => b[4..].StartsWith("ftyp"u8) ? EndOfBoxes(b) : -1,
        ".tif" or ".tiff" => b.StartsWith("II*\0"u8) || b.StartsWith("MM\0*"u8) ? b.Length : -1,
        ".webm" => b.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? b.Length : -1,
        ".vtt" => b.StartsWith("WEBVTT"u8) && System.Text.Unicode.Utf8.IsValid(b) ? b.Length : -1,
        ".pdf" => b.StartsWith("%PDF-"u8) && b[Math.Max(0, b.Length - 1024)..].IndexOf("%%EOF"u8) >= 0 ? b.Length : -1,
        _ => -1,
    };

    /// <summary>PNG (ISO/IEC 15948): length, type, data, CRC, until IEND.</summary>
    private static int EndOfPng(ReadOnlySpan<byte> b)
    {
        for (long at = 8; at + 12 <= b.Length;)
        {
            var next = at + 12 + BinaryPrimitives.ReadUInt32BigEndian(b[(int)at..]);
            if (b[((int)at + 4)..].StartsWith("IEND"u8))
            {
                return (int)Math.Min(next, b.Length);
            }

            at = next;
        }

        return -1;
    }

    /// <summary>
    /// JPEG (ITU-T T.81): segments with lengths; in the compressed data FF is followed by 00 or a restart mark until EOI.
    /// </summary>
    private static int EndOfJpeg(ReadOnlySpan<byte> b)
    {
        for (var at = 2; at + 4 <= b.Length;)
        {
            if (b[at] != 0xFF)
            {
                return -1;
            }

            var mark = b[at + 1];
            if (mark == 0xD9)
            {
                return at + 2;
            }

            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
            while (mark == 0xDA && at + 1 < b.Length && !(b[at] == 0xFF && b[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7) and not 0xFF))
            {
                at++;
            }

            if (at + 2 <= b.Length && b[at] == 0xFF && b[at + 1] == 0xD9)
            {
                return at + 2;
            }
        }

        return -1;
    }

    /// <summary>ISO base media (ISO/IEC 14496-12): boxes of a size and a type, one behind the other.</summary>
    private static int EndOfBoxes(ReadOnlySpan<byte> b)
    {
        long at = 0;
        while (at + 8 <= b.Length)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(b[(int)at..]);
            size = size == 1 && at + 16 <= b.Length
                ? BinaryPrimitives.ReadInt64BigEndian(b[((int)at + 8)..]) : size == 0 ? b.Length - at : size;
            if (size < 8 || at + size > b.Length || !char.IsAsciiLetterOrDigit((char)b[(int)at + 4]))
            {
                return at == 0 ? -1 : (int)at;
            }

            at += size;
        }

        return (int)at;
    }

    /// <summary>Telephones put further pictures behind the first (CIPA DC-007, multi-picture format).</summary>
    private static bool IsSecondPicture(byte[] bytes, int end, string extension) =>
        extension is ".jpg" or ".jpeg" && bytes.AsSpan(end).TrimStart((byte)0).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            && bytes.AsSpan(0, Math.Min(end, 65536)).IndexOf("MPF\0"u8) > 0;

    private static Phrase? Strange(byte[] bytes, string extension)
    {
        var words = Encoding.Latin1.GetString(bytes).ToLowerInvariant();
        var found = Foreign.FirstOrDefault(f => (f[0] == '<' || extension == ".pdf") && words.Contains(f, StringComparison.Ordinal));
        return found is not null ? new($"里面有 {found}", $"there is {found} in it")
            : extension != ".pdf" && words.AsSpan(0, Math.Min(1024, words.Length)).Contains("%pdf-", StringComparison.Ordinal) 
                ? new("里面有 PDF", "there is a PDF in it")
            : bytes.AsSpan(Math.Max(0, bytes.Length - 66000)).IndexOf("PK\x05\x06"u8) >= 0
                ? new("里面有压缩包", "there is an archive in it") : null;
    }

    private static Phrase? Decoded(byte[] bytes, string extension)
    {
        try
        {
            return Thumbnail.Size(bytes, extension) is { } size && (long)size.Width * size.Height > Imaging.Vips.Pictures.MostPixels
                ? new($"{size.Width} × {size.Height} 像素,太大了", $"{size.Width} × {size.Height} pixels are too many")
                : null;
        }
        catch (InvalidDataException)
        {
            return new("打不开", "it does not open");
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            return null; // without libvips the bytes are all there is to go by
        }
    }

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
