using System.Diagnostics;
using System.Security.Cryptography;
using YuGong.Imaging.Vips;
using YuGong.Posters.Kit;
using YuGong.Posters.Preflight;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <param name="Done">Posters finished, of <paramref name="Total"/>.</param>
public sealed record PressProgress(int Done, int Total, RenderedPoster Last);

/// <summary>
/// Turns orders into finished files in the store. A poster is typeset and drawn once for all its formats, and only if the store lacks one
/// of them. At most <c>jobs</c> posters are in memory at a time.
/// </summary>
public sealed class PosterPrinter(RenderContext means)
{
    /// <summary>Width of previews, px: a page with all of a person's is at most 600 kB.</summary>
    private const int PreviewWidth = 340;

    private static readonly IReadOnlyDictionary<string, Rule> Rules = PosterRules.All.Concat(PressRules.All)
        .ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>In the order of the orders, whatever the number of jobs; findings of all of them.</summary>
    /// <exception cref="OperationCanceledException">Files that are finished by then stay, whole, in the store.</exception>
    public IReadOnlyList<RenderedPoster> Run(
        IReadOnlyList<PosterJob> orders, Func<PosterJob, IReadOnlyList<PosterFormat>> formats, int jobs, Diagnostics findings,
        Action<PressProgress>? progress, CancellationToken cancel)
    {
        var pressed = new RenderedPoster[orders.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        Parallel.For(0, orders.Count, options, i =>
        {
            pressed[i] = One(orders[i], FormatsOf(orders[i], formats(orders[i])), findings);
            progress?.Invoke(new(Interlocked.Increment(ref done), orders.Count, pressed[i]));
        });
        return pressed;
    }

    private static IReadOnlyList<PosterFormat> FormatsOf(PosterJob order, IReadOnlyList<PosterFormat> formats) => KitAssets.IsOne(order)
        ? KitAssets.Formats
        : [.. formats.Where(f => f.Fits(order.Page))];

    private RenderedPoster One(PosterJob order, IReadOnlyList<PosterFormat> formats, Diagnostics findings)
    {
        var watch = Stopwatch.StartNew();
        var shelf = $"{order.Key.With(Fingerprint.Of(means.Engines + order.Date))}";
        shelf = $"{shelf[..2]}/{shelf}";
        if (RenderRecord.Read(means.Store.Get($"{shelf}/poster.json")) is { } known)
        {
            var files = formats.Select(f => Known(order, shelf, f)).ToList();
            if (!known.Holds || files.All(f => f is not null))
            {
                findings.Add(known.Told(Rules));
                return new(order, known.Holds, known.FontList, known.Holds ? [.. files.OfType<RenderedFile>()] : [], TimeSpan.Zero);
            }
        }

        var own = new Diagnostics();
        var scene = order.Compose(own);
        IReadOnlyList<RenderedFile> made = [];
        try
        {
            made = scene is null ? [] : Make(order, scene, formats, shelf, own);
        }
        catch (InvalidDataException unreadable)
        {
            own.Report(PressRules.PictureUnreadable, order.Place, order.Name.ToString(),
                Phrase.List(scene!.Marks.OfType<PictureMark>().Select(m => m.Source.Name)), unreadable.Message);
            scene = null;
        }

        var sorted = own.Sorted();
        findings.Add(sorted);

        // Last, because it says that all before it is there.
        means.Store.Put($"{shelf}/poster.json", RenderRecord.Of(scene, sorted).ToBytes());
        return new(order, scene is not null, scene?.Fonts ?? [], made, watch.Elapsed);
    }

    private RenderedFile? Known(PosterJob order, string shelf, PosterFormat format) =>
        FileRecord.Read(means.Store.Get($"{shelf}/{format}.json")) is { } record
            ? new(format, order.Name + format.Suffix, $"{shelf}/{format}", record.Length, record.Sha256, record.Width, record.Height)
            : null;

    private List<RenderedFile> Make(PosterJob order, Scene scene, IReadOnlyList<PosterFormat> formats, string shelf, Diagnostics findings)
    {
        var dpi = RenderContext.Dpi;
        scene = KitAssets.IsOne(order) ? KitAssets.Layered(scene) : scene;
        var pictures = new ScenePictures(RasterWriter.PixelsPerUnit(scene.Page, dpi));
        var preflight = new PreflightCheck(order, scene, means.Outlines, pictures, findings);
        if (!KitAssets.IsOne(order))
        {
            preflight.Scene();
        }

        var files = new List<RenderedFile>();
        using var raster = new Lazily<Raster>(() => RasterWriter.Draw(scene, dpi, means.Outlines, pictures));
        foreach (var format in formats)
        {
            var (width, height) = format.IsRaster ? RasterWriter.SizeOf(scene.Page, dpi) : (0, 0);
            byte[] bytes;
            if (format == PosterFormat.Preview)
            {
                (width, height) = (PreviewWidth, (int)Math.Round(PreviewWidth * scene.Page.Height / scene.Page.Width));
                using var small = RasterWriter.Draw(scene, scene.Page.Trim, width, height, 96, means.Outlines, pictures);
                bytes = small.Web(ImageFormat.Webp);
            }
            else
            {
                bytes = Bytes(order, scene, format, () => raster.Value, pictures);
            }

            preflight.File(format, bytes);
            files.Add(Keep(order, shelf, format, bytes, width, height));
        }

        preflight.Codes(raster.Made);
        return files;
    }

    private byte[] Bytes(PosterJob order, Scene scene, PosterFormat format, Func<Raster> raster, ScenePictures pictures)
    {
        var isOutlined = format == PosterFormat.PdfOutlines;
        var pdf = new PdfOptions(order.Date, $"{order.Title} · {order.Revision}", CropMarks: isOutlined, LiveText: !isOutlined);
        return format.Name switch
        {
            "pdf" or "pdf-outlines" => PdfWriter.Write(scene, pdf, means.Outlines, pictures),
            "svg" => new SvgWriter(means.Outlines, pictures, liveText: true).Write(scene),
            "svg-outlines" => new SvgWriter(means.Outlines, pictures, liveText: false).Write(scene),
            "png" when KitAssets.IsOne(order) => ClearPng(scene, pictures),
            "png" => raster().Png(),
            "jpg" => raster().Jpeg(),
            "webp" => raster().Webp(),
            "tiff" => raster().CmykTiff(means.Profile.File),
            _ => throw new InvalidOperationException($"No writer for {format}."),
        };
    }

    private byte[] ClearPng(Scene scene, ScenePictures pictures)
    {
        using var clear = RasterWriter.DrawClear(scene, RenderContext.Dpi, means.Outlines, pictures);
        return clear.Png();
    }

    private RenderedFile Keep(PosterJob order, string shelf, PosterFormat format, byte[] bytes, int width, int height)
    {
        var record = new FileRecord(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), width, height);
        means.Store.Put($"{shelf}/{format}", bytes);
        means.Store.Put($"{shelf}/{format}.json", record.ToBytes());
        return new(format, order.Name + format.Suffix, $"{shelf}/{format}", record.Length, record.Sha256, width, height);
    }

    /// <summary>Made when it is first asked for, and given back.</summary>
    private sealed class Lazily<T>(Func<T> make) : IDisposable
        where T : class, IDisposable
    {
        public T? Made { get; private set; }

        public T Value => Made ??= make();

        public void Dispose() => Made?.Dispose();
    }
}
