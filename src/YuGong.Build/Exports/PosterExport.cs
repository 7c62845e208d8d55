using YuGong.Build.Stores;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Posters;
using YuGong.Posters.Kit;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Exports;

/// <summary>Which posters are wanted, in which formats, and where.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Cache">A folder, or a bucket (<see cref="BucketAddress"/>) behind the project's own folder; null for that alone.</param>
public sealed record PosterExportOptions(
    RunOptions Run, PosterChoice Choice, IReadOnlyList<PosterFormat> Formats, string Folder, string? Cache);

/// <summary>The straight line from content to posters in a folder.</summary>
public sealed class PosterExport : IDisposable
{
    private readonly PosterExportOptions options;
    private readonly Site site;
    private readonly PosterRenderer room;
    private readonly ExportFolder delivery;

    private PosterExport(PosterExportOptions options, Site site, PosterRenderer room)
    {
        (this.options, this.site, this.room) = (options, site, room);
        delivery = new(options.Folder);
        Orders = options.Choice.From(room.Orders);
    }

    /// <summary>What was chosen of all that there could be.</summary>
    public IReadOnlyList<PosterJob> Orders { get; }

    public int Delivered => delivery.Written;

    /// <summary>Reads and checks, and writes nothing.</summary>
    /// <returns>Null when the content cannot be loaded or no posters can be made; findings say why.</returns>
    public static PosterExport? Plan(PosterExportOptions options, Diagnostics findings)
    {
        var (run, project) = (options.Run, options.Run.Project);
        if (project.Load(run.Edition, run.Today, findings, run.Jobs) is not { } site || findings.HasErrors)
        {
            return null;
        }

        var codes = PosterStep.ReadCodes(project, findings);
        var store = PosterStores.Open(options.Cache, PosterStep.StoreOf(project));
        var places = PosterStep.PlacesOf(project, site.Settings.Theme, store);
#pragma warning disable CA2000 // The export takes the room and closes it.
        return !findings.HasErrors && PosterRenderer.Open(site, places, codes, findings) is { } room
            ? new(options, site, room)
            : null;
#pragma warning restore CA2000
    }

    /// <summary>Makes what the store lacks and puts it in the folder. New codes are noted before anything is printed with them.</summary>
    public IReadOnlyList<RenderedPoster> Write(Diagnostics findings, CancellationToken cancel)
    {
        var run = options.Run;
        if (run.Edition == Edition.Release)
        {
            PosterStep.WriteCodes(run.Project, room.Codes);
        }

        try
        {
            FolderKind.Posters.Open(options.Folder);
            run.Progress.PostersBegin(Orders);
            var pressed = room.Printer.Run(Orders, _ => options.Formats, run.Jobs, findings, Step, cancel);
            WriteKits(pressed);
            return pressed;
        }
        finally
        {
            run.Progress.StepEnded();
            delivery.Close();
        }
    }

    /// <summary>What could have been asked for.</summary>
    public Phrase Known()
    {
        Phrase All(Func<PosterJob, string> name) => Phrase.List(room.Orders.Select(name).Distinct(StringComparer.Ordinal));
        var (subjects, designs, shapes) = (All(o => o.Name.Subject), All(o => o.Name.Design), All(o => o.Name.Shape));
        return new($"人物:{subjects.Zh};设计:{designs.Zh};幅面:{shapes.Zh}。",
            $"Subjects: {subjects.En}; designs: {designs.En}; shapes: {shapes.En}.");
    }

    public void Dispose() => room.Dispose();

    private void Step(PressProgress step)
    {
        if (!step.Last.Holds)
        {
            Withdraw(step.Last.Order);
        }

        foreach (var file in step.Last.Files)
        {
            delivery.Deliver($"{step.Last.Order.Name.Subject}/{file.Name}", file.Sha256, file.Length, () => Stored(file.Stored));
        }

        options.Run.Progress.PosterDone(step);
    }

    /// <summary>A poster that is not made leaves none of an earlier run, which would say what is no longer so; nor a kit with it.</summary>
    private void Withdraw(PosterJob order)
    {
        var subject = order.Name.Subject;
        foreach (var name in PosterFormat.All.Select(f => $"{subject}/{order.Name}{f.Suffix}")
            .Concat(delivery.Delivered($"{subject}/").Where(n => n.EndsWith(".zip", StringComparison.Ordinal))))
        {
            delivery.Withdraw(name);
        }
    }

    /// <summary>Kits are made by a run that has every poster of its subjects; shards leave them to the run that gathers.</summary>
    private void WriteKits(IReadOnlyList<RenderedPoster> pressed)
    {
        var choice = options.Choice;
        if (choice.Shard.Of > 1 || choice.Designs.Count + choice.Shapes.Count > 0 || !DesignerKit.Needs.All(options.Formats.Contains))
        {
            return;
        }

        var theme = Path.Combine(options.Run.Project.Themes, site.Settings.Theme);
        foreach (var kit in new DesignerKit(room, site, theme).Make(pressed, options.Run.Jobs))
        {
            delivery.Deliver($"{kit.Subject}/{kit.Name}", kit.Sha256, kit.Length, () => Stored(kit.Stored));
        }
    }

    private ReadOnlyMemory<byte> Stored(string name) =>
        room.Means.Store.Get(name) ?? throw new IOException($"{name} has gone from the store.");
}
