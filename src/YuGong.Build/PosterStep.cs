using YuGong.Content;
using YuGong.Posters;
using YuGong.Posters.Codes;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>The posters of a site: made before it is planned, so that preflight can still stop it. The files go to the cache.</summary>
public sealed class PosterStep : IDisposable
{
    private readonly PosterRenderer room;

    private PosterStep(PosterRenderer room, PostersPipeline pipeline) => (this.room, Pipeline) = (room, pipeline);

    public PostersPipeline Pipeline { get; }

    /// <summary>With a code for everything that has a poster.</summary>
    public ShortLinks Codes => room.Codes;

    /// <summary>Null where no posters can be made; findings say why, and the site goes on without.</summary>
    public static PosterStep? Run(RunOptions options, Site site, ShortLinks codes, Diagnostics findings, CancellationToken cancel)
    {
#pragma warning disable CA2000 // The posters take the room and close it.
        if (findings.HasErrors || PosterRenderer.Open(site, PlacesOf(options.Project, site.Settings.Theme), codes,
            findings) is not { } room)
        {
            return null;
        }
#pragma warning restore CA2000

        options.Progress.PostersBegin(room.Orders);
        var orders = PosterChoice.Everything.From(room.Orders);
        var pressed = room.Printer.Run(orders, PostersPipeline.FormatsOf, options.Jobs, findings, options.Progress.PosterDone, cancel);
        options.Progress.StepEnded();
        var kits = new DesignerKit(room, site, Path.Combine(options.Project.Themes, site.Settings.Theme)).Make(pressed, options.Jobs);
        return new(room, new(room, pressed, kits));
    }

    /// <summary>A site without posters still answers the codes that were printed before.</summary>
    public static PosterCatalog Without(ShortLinks codes) =>
        PosterCatalog.Empty with { Codes = [.. codes.Codes.Select(c => new ShortAddress(c.Short, c.Address))] };

    /// <param name="store">Null for the cache.</param>
    public static PosterPlaces PlacesOf(ProjectFolder project, string theme, IPosterStore? store = null) => new(
        Path.Combine(project.Themes, theme), $"themes/{theme}", Path.Combine(project.Cache, "fonts"),
        store ?? new FolderStore(StoreOf(project)));

    /// <summary>Where finished posters are kept unless somebody says otherwise.</summary>
    public static string StoreOf(ProjectFolder project) => Path.Combine(project.Cache, "posters");

    public static ShortLinks ReadCodes(ProjectFolder project, Diagnostics findings) =>
        ShortLinks.Parse(TextFile.Ledger(project.Codes, $"{project.InputName}/codes.txt", findings), findings);

    /// <summary>False when the file says so already.</summary>
    public static bool WriteCodes(ProjectFolder project, ShortLinks codes)
    {
        if (codes.IsNew)
        {
            AtomicFile.Write(project.Codes, codes.ToString());
        }

        return codes.IsNew;
    }

    /// <summary>Where the pages of posters are; a site that is built without them does not lose them.</summary>
    public static bool IsPoster(string address) => address.StartsWith("/posters/", StringComparison.Ordinal);

    public void Dispose() => room.Dispose();
}
