using System.Buffers.Binary;
using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>How many pictures one file holds.</summary>
internal static class PageCount
{
    /// <summary>Looked at one by one; a scan of more pages than this has more than one in any case.</summary>
    private const int MostPages = 20;

    public static int Of(string path, PictureKind kind, Image first, FileStream file) => kind switch
    {
        PictureKind.Tiff when first.Number("n-pages") is > 1 and var pages => Scans(path, first, pages),
        PictureKind.Webp or PictureKind.Avif when first.Number("n-pages") is > 1 and var pages => pages,
        PictureKind.Avif => IsSequence(file) ? 2 : 1,
        PictureKind.Png => Frames(file),
        _ => 1,
    };

    /// <summary>A TIFF may carry its first page again, at half the size and less, for viewers that zoom.</summary>
    private static int Scans(string path, Image first, int pages)
    {
        const double Smaller = 0.6;
        var longer = Math.Max(first.Width, first.Height);
        var looked = Math.Min(pages, MostPages);
        return 1 + (pages - looked) + Enumerable.Range(1, looked - 1).Count(page =>
        {
            using var one = Image.Tiffload(path, page: page);
            return Math.Max(one.Width, one.Height) > longer * Smaller;
        });
    }

    /// <summary>The brand of image sequences (AV1 Image File Format, 6.3).</summary>
    private static bool IsSequence(FileStream file)
    {
        var start = new byte[256];
        file.Seek(0, SeekOrigin.Begin);
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var box = (int)Math.Min((uint)read, BinaryPrimitives.ReadUInt32BigEndian(start));
        return start.AsSpan(0, box).IndexOf("avis"u8) >= 0;
    }

    /// <summary>The number of frames in the chunk acTL, which stands before the picture data (PNG third edition, 11.3.6.1).</summary>
    private static int Frames(FileStream file)
    {
        var head = new byte[12];
        for (var at = 8L; at + head.Length <= file.Length;)
        {
            file.Seek(at, SeekOrigin.Begin);
            file.ReadExactly(head);
            var type = head.AsSpan(4, 4);
            if (type.SequenceEqual("acTL"u8))
            {
                return (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(8)), 1, int.MaxValue);
            }

            if (type.SequenceEqual("IDAT"u8))
            {
                break;
            }

            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(head);
        }

        return 1;
    }
}
