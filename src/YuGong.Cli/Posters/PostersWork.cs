using YuGong.Content;
using YuGong.Posters;
using YuGong.Posters.Codes;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <param name="Cache">A folder, or a bucket (<see cref="BucketAddress"/>) behind the project's own folder; null for that alone.</param>
internal sealed record PostersRequest(
    ProjectFolder Project, DateOnly Today, Edition Edition, PosterChoice Choice, IReadOnlyList<PosterFormat> Formats, string Output, string? Cache, int Jobs);

/// <summary>The straight line from content to posters in a folder.</summary>
internal sealed class PostersWork : IDisposable
{
    private readonly PostersRequest request;
    private readonly DeliveryFolder delivery;

    private PostersWork(PostersRequest request, Site site, PosterRoom room)
    {
        (this.request, Site, Room) = (request, site, room);
        delivery = new(request.Output);
    }

    public Site Site { get; }

    public PosterRoom Room { get; }

    public int Delivered => delivery.Written;

    /// <summary>Null when the content cannot be loaded or no posters can be made here; findings say why.</summary>
    public static PostersWork? Open(PostersRequest request, Diagnostics findings)
    {
        var project = request.Project;
        var load = new LoadRequest(project.Input, project.InputName, project.Settings, request.Today, request.Edition, new HashSet<Fingerprint>(), request.Jobs);
        if (SiteLoader.Load(load, InputFiles.Scan(project.Input), findings) is not { } loaded || findings.HasErrors)
        {
            return null;
        }

        var ledger = ReadCodes(project, findings);
        var places = PlacesOf(project, loaded.Site.Settings.Theme, request.Cache);
#pragma warning disable CA2000 // The work takes the room and closes it.
        if (findings.HasErrors || PosterRoom.Open(loaded.Site, places, ledger, findings) is not { } room)
        {
            return null;
        }
#pragma warning restore CA2000

        if (request.Edition == Edition.Release)
        {
            WriteCodes(project, room.Codes);
        }

        return new(request, loaded.Site, room);
    }

    public static PosterPlaces PlacesOf(ProjectFolder project, string theme, string? cache) => new(
        Path.Combine(project.Themes, theme), $"themes/{theme}", Path.Combine(project.Cache, "fonts"), StoreAt.Place(cache, Path.Combine(project.Cache, "posters")));

    public static CodeLedger ReadCodes(ProjectFolder project, Diagnostics findings)
    {
        var name = $"{project.InputName}/codes.txt";
        return CodeLedger.Parse(TextFile.Ledger(project.Codes, name, findings), findings);
    }

    /// <summary>New codes are noted before anything is printed with them.</summary>
    public static bool WriteCodes(ProjectFolder project, CodeLedger codes)
    {
        if (codes.IsNew)
        {
            WholeFile.Write(project.Codes, codes.ToString());
        }

        return codes.IsNew;
    }

    public IReadOnlyList<PressedPoster> Press(IReadOnlyList<PosterOrder> orders, Diagnostics findings, Action<PressProgress> progress, CancellationToken cancel)
    {
        try
        {
            FolderKind.Posters.Open(request.Output);
            var pressed = Room.Press.Run(orders, _ => request.Formats, request.Jobs, findings, step =>
            {
                Deliver(step.Last);
                progress(step);
            }, cancel);
            Kits(pressed);
            return pressed;
        }
        finally
        {
            delivery.Close();
        }
    }

    /// <summary>What could have been asked for.</summary>
    public string Known()
    {
        string All(Func<PosterOrder, string> name) => string.Join('、', Room.Orders.Select(name).Distinct(StringComparer.Ordinal));
        return $"人物:{All(o => o.Name.Subject)};设计:{All(o => o.Name.Design)};幅面:{All(o => o.Name.Shape)}。";
    }

    public void Dispose() => Room.Dispose();

    /// <summary>Kits are made by a run that has every poster of its subjects; shards leave them to the run that gathers.</summary>
    private void Kits(IReadOnlyList<PressedPoster> pressed)
    {
        var choice = request.Choice;
        if (choice.Shard.Of > 1 || choice.Designs.Count + choice.Shapes.Count > 0 || !DesignerKit.Needs.All(request.Formats.Contains))
        {
            return;
        }

        foreach (var kit in new DesignerKit(Room, Site, Path.Combine(request.Project.Themes, Site.Settings.Theme)).Make(pressed, request.Jobs))
        {
            delivery.Deliver($"{kit.Subject}/{kit.Name}", kit.Sha256, kit.Length, () => Stored(kit.Stored));
        }
    }

    private ReadOnlyMemory<byte> Stored(string name) => Room.Means.Store.Get(name) ?? throw new IOException($"{name} has gone from the store.");

    private void Deliver(PressedPoster poster)
    {
        foreach (var file in poster.Files)
        {
            delivery.Deliver(
                $"{poster.Order.Name.Subject}/{file.Name}", file.Sha256, file.Length,
                () => Stored(file.Stored));
        }
    }
}
