using System.Globalization;
using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Media.Renditions;
using YuGong.Text;

namespace YuGong.Media.Originals;

/// <summary>Finds every picture that the site shows and looks at its head; what is wrong with it is said, and it is left out.</summary>
internal static class OriginalFiles
{
    /// <summary>What is read line by line may be this large.</summary>
    private const long MostPixels = 200_000_000;

    /// <summary>What unfolds whole: four bytes a pixel are 320 MB.</summary>
    private const long MostAtOnce = 80_000_000;

    /// <summary>Of other files the content rules have spoken already.</summary>
    private static readonly HashSet<string> Suffixes =
        new([".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".heic", ".heif", ".svg"], StringComparer.OrdinalIgnoreCase);

    private const double PrintDpi = 200;

    public static IReadOnlyList<Original> Find(Site site, FileFacts known, Diagnostics findings)
    {
        var named = site.Entries.Where(e => e.Header.Folder.Files.Count > 0).SelectMany(Named).ToList();
        return [.. named.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(n => Look(n, known, findings)).OfType<Original>()];
    }

    private sealed record NamedFile(Entry Entry, string Name, SourceSpan Place, PictureUse Use, Picture? Says);

    /// <summary>Each file once, with all that it is used for.</summary>
    private static IEnumerable<NamedFile> Named(Entry entry)
    {
        var use = entry switch { CollectionObject => PictureUse.Thing, Video => PictureUse.Film, _ => PictureUse.Album };
        var portrait = (entry as Story)?.Portrait;
        return entry.Pictures.Select(p =>
            new NamedFile(entry, p.File.Id, p.File.Span, ReferenceEquals(p, portrait) ? PictureUse.Portrait : use, p))
            .Concat(entry.Header.Body.Pictures.Select(p => new NamedFile(entry, p.Id, p.Span, PictureUse.Prose, null)))
            .Where(n => Suffixes.Contains(Path.GetExtension(n.Name)) && entry.Header.Folder.Files.Contains(n.Name, StringComparer.Ordinal))
            .GroupBy(n => n.Name, StringComparer.Ordinal)
            .Select(g => g.First() with { Use = g.Aggregate(PictureUse.None, (all, n) => all | n.Use) });
    }

    private static Original? Look(NamedFile file, FileFacts known, Diagnostics findings)
    {
        var full = file.Entry.Header.Folder.At(file.Name);
        try
        {
            var (sha, head) = VipsErrors.Of(_ => known.Of(full));
            var original = new Original
            {
                Entry = file.Entry, Name = file.Name, Place = file.Place, Use = file.Use, Says = file.Says, Sha256 = sha, Head = head,
                Drawing = null, Canvas = (head?.Width ?? 0, head?.Height ?? 0),
            };
            return head is null ? LookAtDrawing(original, findings) : LookAtPhoto(original, head, findings) ? original : null;
        }
        catch (InvalidDataException e)
        {
            findings.Add([PictureRules.Unreadable(file.Place, file.Name, e.Message)]);
            return null;
        }
    }

    private static bool LookAtPhoto(Original original, ImageHeader head, Diagnostics findings)
    {
        var (name, place) = (original.Name, original.Place);
        if (head.Kind == PictureKind.Unknown)
        {
            findings.Report(PictureRules.NotAPicture, place, name);
        }
        else if (head.Kind == PictureKind.Heic)
        {
            findings.Report(PictureRules.Heic, place, name);
        }
        else if (head.CutOff)
        {
            findings.Report(PictureRules.Damaged, place, name, new Phrase("文件到一半就没有了", "the file ends half way"));
        }
        else if (head.Pixels > MostPixels)
        {
            findings.Report(PictureRules.TooManyPixels, place, name, $"{head.Width}", $"{head.Height}", $"{MostPixels / 100_000_000}");
        }
        else if (head.AtOnce && head.Pixels > MostAtOnce)
        {
            findings.Report(PictureRules.TooLargeAtOnce, place, name, $"{head.Pixels / 10_000}",
                SavedAs(head.Kind));
        }
        else
        {
            CheckSuffix(original, head.Kind, findings);
            CheckSize(original, findings);
            if (head.Pages > 1)
            {
                findings.Report(PictureRules.OnlyFirstPage, place, name, $"{head.Pages}");
            }

            return true;
        }

        return false;
    }

    private static Original? LookAtDrawing(Original original, Diagnostics findings)
    {
        var (drawing, isUnsafe, bad) = DrawingFile.Read(PlainFile.Bytes(original.Full), XmpCredit.Of(original.Says));
        if (isUnsafe is not null)
        {
            findings.Report(PictureRules.UnsafeDrawing, original.Place, isUnsafe);
        }
        else if (bad is not null)
        {
            findings.Report(PictureRules.BadDrawing, original.Place, bad);
        }

        if (drawing is null)
        {
            return null;
        }

        CheckSuffix(original, PictureKind.Svg, findings);
        var scale = Original.DrawingSide / Math.Max(drawing.Width, drawing.Height);
        return original with { Drawing = drawing, Canvas = VipsErrors.Of(_ => SourcePicture.SizeOf(drawing.Svg, scale)) };
    }

    private static void CheckSuffix(Original original, PictureKind kind, Diagnostics findings)
    {
        var suffix = Path.GetExtension(original.Name).ToLowerInvariant();
        string[] right = kind switch
        {
            PictureKind.Jpeg => [".jpg", ".jpeg"],
            PictureKind.Png => [".png"],
            PictureKind.Webp => [".webp"],
            PictureKind.Tiff => [".tif", ".tiff"],
            PictureKind.Avif => [".avif", ".heif"],
            _ => [".svg"],
        };
        if (!right.Contains(suffix, StringComparer.Ordinal))
        {
            findings.Report(PictureRules.SuffixLies, original.Place, original.Name, kind.ToString().ToUpperInvariant(),
                Path.GetFileNameWithoutExtension(original.Name) + right[0]);
        }
    }

    /// <summary>A picture may lie or stand: its longer side is held against the place's longer side.</summary>
    private static void CheckSize(Original original, Diagnostics findings)
    {
        var (width, height) = original.Canvas;
        var wanted = PicturePlace.WantedBy(original.Use);
        if (Math.Max(width, height) < Math.Max(wanted.Width, wanted.Height)
            || Math.Min(width, height) < Math.Min(wanted.Width, wanted.Height) / 2)
        {
            findings.Report(PictureRules.TooSmall, original.Place, original.Name, $"{width}", $"{height}", wanted.Name,
                $"{wanted.Width} × {wanted.Height}", $"{Printed(width)} × {Printed(height)} mm");
        }

        static string Printed(int pixels) => Math.Max(1, Math.Floor(pixels / PrintDpi * 25.4)).ToString(CultureInfo.InvariantCulture);
    }

    private static Phrase SavedAs(PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => new("渐进式 JPEG", "progressive JPEG"),
        PictureKind.Png => new("隔行 PNG", "interlaced PNG"),
        PictureKind.Webp => new("WebP", "WebP"),
        _ => new("AVIF", "AVIF"),
    };
}
