using YuGong.Content;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>A person's own posters as files: in each shape the first design that they agreed to and the theme has.</summary>
internal sealed class PersonPosters(RunOptions run, Site site)
{
    private static readonly string[] Designs = ["lights", "peak", "card"];

    /// <summary>By shape; where the theme has none, or this machine no fonts, there are none.</summary>
    public Dictionary<string, byte[]> Print(
        string person, IReadOnlyList<string> shapes, PosterFormat format, Diagnostics findings, CancellationToken cancel)
    {
        var aside = new Diagnostics();
        var codes = PosterStep.ReadCodes(run.Project, aside);
        using var room = PosterRenderer.Open(site, PosterStep.PlacesOf(run.Project, site.Settings.Theme), codes, aside);
        if (room is null || aside.HasErrors)
        {
            Tell(aside, findings);
            return [];
        }

        var orders = new PosterChoice([person], Designs, shapes, Shard.Whole).From(room.Orders)
            .GroupBy(o => o.Name.Shape, StringComparer.Ordinal)
            .Select(shape => shape.MinBy(o => Array.IndexOf(Designs, o.Name.Design))!).ToList();
        var pressed = room.Printer.Run(orders, _ => [format], run.Jobs, aside, null, cancel);
        Tell(aside, findings);
        if (pressed.Any(p => p.Holds))
        {
            PosterStep.WriteCodes(run.Project, room.Codes); // what was printed must lead somewhere for good
        }

        return pressed.Where(p => p.File(format) is not null).ToDictionary(p => p.Order.Name.Shape,
            p => room.Means.Store.Get(p.File(format)!.Stored)!.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A poster is no reason to refuse an article.</summary>
    private static void Tell(Diagnostics aside, Diagnostics findings) =>
        findings.Add(aside.Sorted().Select(f => f.Severity == Severity.Error ? f with { Here = Severity.Warning } : f));
}
