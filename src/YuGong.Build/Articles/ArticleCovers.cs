using YuGong.Content;
using YuGong.Imaging.Vips;
using YuGong.Manuscripts;
using YuGong.Media;
using YuGong.Media.Renditions;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>Covers of an article: a person's own poster in the nearest shape, else the entry's first picture, cropped.</summary>
internal sealed class ArticleCovers(RunOptions run, Site site, PictureProcessor? pictures)
{
    /// <summary>The first of these that the theme has.</summary>
    private static readonly string[] Designs = ["lights", "peak", "card"];

    /// <summary>Shapes of posters by what is wide, and what is square.</summary>
    private const string Wide = "wechat", Square = "square";

    /// <summary>Files by name; a cover that could not be made is not among them.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Make(
        Entry entry, ChannelProfile profile, Diagnostics findings, CancellationToken cancel)
    {
        if (profile.Covers.Count == 0)
        {
            return [];
        }

        var printed = entry is Story ? Printed(entry.Id, findings, cancel) : [];
        return
        [
            .. from cover in profile.Covers
               let shape = cover.Width == cover.Height ? Square : Wide
               let bytes = printed.TryGetValue(shape, out var poster) ? Fit(poster, cover.Width, cover.Height) : Cropped(entry, cover)
               where bytes is not null
               select (cover.Name, bytes),
        ];
    }

    /// <summary>Posters by shape; where the theme has none, or this machine no fonts, there are none.</summary>
    private Dictionary<string, byte[]> Printed(string person, Diagnostics findings, CancellationToken cancel)
    {
        var aside = new Diagnostics();
        var codes = PosterStep.ReadCodes(run.Project, aside);
        using var room = PosterRenderer.Open(site, PosterStep.PlacesOf(run.Project, site.Settings.Theme), codes, aside);
        if (room is null || aside.HasErrors)
        {
            Tell(aside, findings);
            return [];
        }

        var orders = new PosterChoice([person], Designs, [Wide, Square], Shard.Whole).From(room.Orders)
            .GroupBy(o => o.Name.Shape, StringComparer.Ordinal)
            .Select(shape => shape.MinBy(o => Array.IndexOf(Designs, o.Name.Design))!).ToList();
        var pressed = room.Printer.Run(orders, _ => [PosterFormat.Jpeg], run.Jobs, aside, null, cancel);
        Tell(aside, findings);
        if (pressed.Any(p => p.Holds))
        {
            PosterStep.WriteCodes(run.Project, room.Codes); // what was printed must lead somewhere for good
        }

        return pressed.Where(p => p.File(PosterFormat.Jpeg) is not null).ToDictionary(p => p.Order.Name.Shape,
            p => room.Means.Store.Get(p.File(PosterFormat.Jpeg)!.Stored)!.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A cover is no reason to refuse an article.</summary>
    private static void Tell(Diagnostics aside, Diagnostics findings) =>
        findings.Add(aside.Sorted().Select(f => f.Severity == Severity.Error ? f with { Here = Severity.Warning } : f));

    private byte[]? Cropped(Entry entry, (string Name, int Width, int Height) cover)
    {
        var first = entry.Pictures.FirstOrDefault();
        return first is null
            ? null : pictures?.Export(entry, first.File.Id, new(0, int.MaxValue, (cover.Width, cover.Height)))?.Jpeg;
    }

    /// <summary>The middle of a poster in the shape of the cover.</summary>
    private static byte[] Fit(byte[] poster, int width, int height)
    {
        var full = Pictures.Size(poster);
        if (full == (width, height))
        {
            return poster;
        }

        var scale = Math.Min((double)full.Width / width, (double)full.Height / height);
        var (wide, high) = (width * scale, height * scale);
        return Pictures.LoadExactly(poster, new((full.Width - wide) / 2, (full.Height - high) / 2, wide, high), width, height).Jpeg;
    }
}
