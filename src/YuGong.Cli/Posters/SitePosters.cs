using YuGong.Content;
using YuGong.Posters;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The posters of a build: pressed before the site is planned, so that preflight can still stop it.</summary>
internal sealed class SitePosters(PosterRoom room, PostersPipeline pipeline) : IDisposable
{
    public IPipeline Pipeline => pipeline;

    public PosterShelf Shelf => pipeline.Shelf;

    /// <summary>Null where no posters can be made; findings say why, and the site goes on without.</summary>
    public static SitePosters? Press(ProjectFolder project, Site site, PosterTalk talk, int jobs, Diagnostics findings, CancellationToken cancel)
    {
        var ledger = PostersWork.ReadCodes(project, findings);
#pragma warning disable CA2000 // The posters take the room and close it.
        if (findings.HasErrors || PosterRoom.Open(site, PostersWork.PlacesOf(project, site.Settings.Theme, null), ledger, findings) is not { } room)
        {
            return null;
        }
#pragma warning restore CA2000

        if (site.Edition == Edition.Release)
        {
            PostersWork.WriteCodes(project, room.Codes);
        }

        using var told = new PressTold(room.Orders, talk.Quiet, talk.Verbose);
        var pressed = room.Press.Run(PosterChoice.Everything.From(room.Orders), PostersPipeline.FormatsOf, jobs, findings, told.Step, cancel);
        var kits = new DesignerKit(room, site, Path.Combine(project.Themes, site.Settings.Theme)).Make(pressed, jobs);
        return new(room, new(room, pressed, kits));
    }

    /// <summary>A site without posters still answers the codes that were printed before.</summary>
    public static PosterShelf Without(ProjectFolder project, Diagnostics findings) =>
        PosterShelf.Empty with { Codes = [.. PostersWork.ReadCodes(project, findings).Codes.Select(c => new ShortAddress(c.Short, c.Address))] };

    /// <summary>Where the pages of posters are; a site that is built without them does not lose them.</summary>
    public static bool IsOne(string address) => address.StartsWith("/posters/", StringComparison.Ordinal);

    public void Dispose() => room.Dispose();
}

/// <summary>How much is said while posters are pressed.</summary>
internal sealed record PosterTalk(bool Quiet, bool Verbose);
