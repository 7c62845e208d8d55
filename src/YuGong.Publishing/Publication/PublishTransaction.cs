using System.Diagnostics;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>One publication while it holds the lock: look, render, stage, swap.</summary>
internal sealed class PublishTransaction(
    DiskPublication how, BuildFolder build, PublicationPlan plan, string name, Diagnostics diagnostics, CancellationToken cancellation)
{
    public PublicationReport? Run(TimeSpan waited)
    {
        var clock = Stopwatch.StartNew();
        At(PublicationStep.Look);
        var manifest = build.Recover();
        MakeKeys(manifest);
        var beside = MayChange(manifest) ? Task.Run(() => Tree.Look(build.Next, how.Jobs), cancellation) : null;
        var output = Tree.Look(build.Output, how.Jobs);
        var next = beside?.GetAwaiter().GetResult();
        var record = new TreeRecord(manifest, output);
        var survey = OutputDiff.Compare(plan, record, output, how.Force);
        if (IsRefused(survey, survey.Obstacles) || IsEmptied(record))
        {
            return null;
        }

        // Made when the first change asks for it; most builds in a day have none.
        var spare = new Lazy<StagingTree>(() => Spare(beside is null ? Tree.Look(build.Next, how.Jobs) : next, output, survey));
        var early = new EarlySync(build.SyncEarly);
        var rendering = new Rendering(output, spare, how.Force && survey.IsOurTree, early);
        foreach (var place in survey.Kept)
        {
            rendering.Hold(place, place.Known!.Content);
        }

        var looked = clock.Elapsed;
        Render(survey, rendering);
        var rendered = clock.Elapsed;
        if (IsRefused(survey, rendering.Obstacles) || how.MayPublish?.Invoke() == false)
        {
            return null;
        }

        var standing = survey;
        var (staged, synced) = (rendered, rendered);
        if (output is null || rendering.Written.Count > 0 || survey.Stale.Count > 0 || survey.HasStaleFolders)
        {
            Stage(spare.Value, rendering, survey);
            if (output?.HasMoved() ?? Directory.Exists(build.Output))
            {
                var now = Tree.Look(build.Output, how.Jobs);
                standing = OutputDiff.Compare(plan, new(manifest, now), now, how.Force);
                if (!StageAgain(rendering, standing))
                {
                    return null;
                }
            }

            staged = clock.Elapsed;
            Record(spare.Value, rendering, early);
            synced = clock.Elapsed;
            Swap();
        }
        else
        {
            Note(manifest, output, rendering);
        }

        foreach (var path in standing.Edited)
        {
            diagnostics.Report(PublishingRules.EditedByHand, Named(path), path);
        }

        At(PublicationStep.Done);
        rendering.Written.Sort(StringComparer.Ordinal);
        standing.Stale.Sort(StringComparer.Ordinal);
        return new(
            rendering.Written,
            rendering.Held.Count,
            standing.Stale,
            standing.Foreign.Count,
            survey.Doubtful.Count,
            rendering.Bytes,
            new(waited, looked, rendered - looked, staged - rendered, synced - staged, clock.Elapsed - synced));
    }

    /// <summary>Whether keys alone say that the spare tree will be needed: then both trees are looked at side by side.</summary>
    private bool MayChange(Manifest? manifest) =>
        manifest is null || manifest.Files.Count != plan.Files.Count
        || plan.Files.Any(file => !manifest.Files.TryGetValue(file.Path.Value, out var entry) || entry.Key != file.Key);

    /// <summary>On every core, the keys that will be compared. A file that never was needs none before it is rendered.</summary>
    private void MakeKeys(Manifest? manifest)
    {
        if (manifest is not null)
        {
            ParallelWork.Share(plan.Files, how.Jobs, file => _ = manifest.Files.ContainsKey(file.Path.Value) ? file.Key : default,
                cancellation);
        }
    }

    private StagingTree Spare(Tree? next, Tree? output, OutputDiff survey)
    {
        build.SyncLastSwap();
        var spare = new StagingTree(build.Next, next, output);
        spare.Clear(plan, survey);
        return spare;
    }

    private void Render(OutputDiff survey, Rendering rendering)
    {
        var done = 0;
        ParallelWork.Share(
            [.. survey.Doubtful.OrderByDescending(place => place.Known?.Size ?? 0)], // the longest first: nobody waits for one begun last
            how.Jobs,
            place =>
            {
                rendering.Render(place);
                At(PublicationStep.Render, Interlocked.Increment(ref done), survey.Doubtful.Count);
            },
            cancellation);
    }

    private void Stage(StagingTree spare, Rendering rendering, OutputDiff survey)
    {
        At(PublicationStep.Stage);
        ParallelWork.Share(rendering.Held, how.Jobs, place => spare.Hold(place.File.Path.Value, place.Entry!), cancellation);
        foreach (var (path, entry) in survey.Foreign)
        {
            spare.Hold(path, entry);
        }

        spare.HoldFolders(survey.ForeignFolders);
        spare.CopyMode();
    }

    /// <summary>
    /// Somebody put a file into the output, or took one out, while we rendered: the swap would lose it, or bring it back.
    /// So the foreign files are carried over once more. One that comes in the last milliseconds before the swap stays
    /// behind in the spare tree.
    /// </summary>
    private bool StageAgain(Rendering rendering, OutputDiff survey)
    {
        var written = rendering.Written.ToHashSet(StringComparer.Ordinal);
        var newcomers = survey.Doubtful
            .Where(place => place.Ownership == Ownership.Foreign && !how.Force)
            .Select(place => place.File.Path.Value)
            .Where(written.Contains);
        if (IsRefused(survey, [.. survey.Obstacles, .. newcomers]))
        {
            return false;
        }

        Stage(Spare(Tree.Look(build.Next, how.Jobs), Tree.Look(build.Output, how.Jobs), survey), rendering, survey);
        return true;
    }

    /// <summary>Everything that the swap will make the site is on the disk afterwards.</summary>
    private void Record(StagingTree spare, Rendering rendering, EarlySync early)
    {
        At(PublicationStep.Record);
        cancellation.ThrowIfCancellationRequested();
        spare.WriteMarker(Marker(rendering));
        build.Record(new(FileStat.At(build.Next)!.Identity, rendering.Records));
        early.Finish();
        build.Sync(rendering.Written.Append(FolderKind.Marker));
    }

    private byte[] Marker(Rendering rendering) => SiteMarker.Bytes(how.Entries ?? plan.Files.Count, rendering.Records);

    private void Swap()
    {
        At(PublicationStep.Swap);
        build.Swap();
        At(PublicationStep.Settle);
        build.Settle();
    }

    /// <summary>The output is right as it stands. Its record is rewritten only when it says something new.</summary>
    private void Note(Manifest? manifest, Tree output, Rendering rendering)
    {
        var standing = new Manifest(output.Self.Identity, rendering.Records);
        if (manifest?.Says(standing) != true)
        {
            At(PublicationStep.Record);
            build.Note(standing);
        }

        if (!output.IsMarked)
        {
            AtomicFile.Write(Path.Combine(build.Output, FolderKind.Marker), Marker(rendering)); // a site of an older version
        }
    }

    /// <summary>A site that shows somebody is not replaced by one that shows nobody, unless that is what was asked for.</summary>
    private bool IsEmptied(TreeRecord record)
    {
        if (how.Entries != 0 || how.AllowEmpty || record.Entries(how.IsEntry) is not (> 0 and var entries))
        {
            return false;
        }

        diagnostics.Report(PublishingRules.EmptySite, new SourceFile(name, "").Whole, $"{entries}");
        return true;
    }

    /// <summary>One cause, one finding: in a folder that is not ours the folder is the mistake, not each file in it.</summary>
    private bool IsRefused(OutputDiff survey, IReadOnlyCollection<string> inTheWay)
    {
        if (survey.IsForeignTree || (inTheWay.Count > 0 && !survey.IsOurTree))
        {
            var first = inTheWay.Concat(survey.Foreign.Keys).Concat(survey.ForeignFolders).Order(StringComparer.Ordinal).First();
            diagnostics.Report(PublishingRules.OutputNotOurs, new SourceFile(name, "").Whole, name, first);
            return true;
        }

        foreach (var path in inTheWay)
        {
            diagnostics.Report(PublishingRules.ForeignInTheWay, Named(path), path);
        }

        return inTheWay.Count > 0;
    }

    private SourceSpan Named(string path) => new SourceFile($"{name}/{path}", "").Whole;

    private void At(PublicationStep step, int done = 0, int of = 0) => how.Progress?.Invoke(step, done, of);
}
