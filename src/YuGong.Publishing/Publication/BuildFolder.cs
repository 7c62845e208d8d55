using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// <c>.output.build</c> beside <c>output</c>, on the same disk so that trees can change places by renaming. It holds
/// <c>next/</c>, the spare tree: the generation before, brought up to date and swapped in at the next change. Deleting
/// the folder costs time and nothing else, as long as no build is at work: whose the output is, and what in it, stands in the
/// output's own marker (<see cref="SiteMarker"/>).
/// </summary>
internal sealed class BuildFolder
{
    private readonly string manifest, coming, old;

    public BuildFolder(string output)
    {
        Output = output;
        Root = Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.build");
        Next = Path.Combine(Root, "next");
        manifest = Path.Combine(Root, "manifest");
        coming = Path.Combine(Root, "next.manifest");
        old = Path.Combine(Root, "old");
    }

    public string Output { get; }

    public string Root { get; }

    public string Next { get; }

    /// <summary>False takes the way of systems without an exchange call.</summary>
    public bool MayExchange { get; init; } = true;

    /// <summary>False takes the way of systems that cannot bring a whole disk up to date.</summary>
    public bool MaySyncDisk { get; init; } = true;

    /// <summary>Whether a record lies here, of whatever tree.</summary>
    public bool HasRecord => File.Exists(manifest) || File.Exists(coming);

    /// <summary>The record as it stands, touching nothing; null when a build is at work or was killed.</summary>
    public Manifest? Recorded() => File.Exists(coming) ? null : Manifest.Read(manifest);

    /// <summary>
    /// Puts right what a killed build left and gives the record of the tree that stands as output. Killed before the swap,
    /// <c>next.manifest</c> describes a tree that never became the output; killed after it, it is the true record.
    /// Identity tells which; where the system has none, <c>next/</c> is gone exactly from the swap to the end of the build.
    /// </summary>
    public Manifest? Recover()
    {
        if (!Directory.Exists(Output) && Directory.Exists(old))
        {
            Directory.Move(old, Output); // killed between the two renamings of a system without exchange
        }

        if (File.Exists(coming))
        {
            var standing = Directory.Exists(Output) ? FileStat.At(Output) : null;
            var swapped = standing is { Identity: not 0 }
                ? Manifest.Read(coming)?.Tree == standing.Identity
                : standing is not null && !Directory.Exists(Next);
            if (swapped)
            {
                File.Move(coming, manifest, overwrite: true);
            }
            else
            {
                File.Delete(coming);
            }
        }

        ReuseOld();
        return Manifest.Read(manifest);
    }

    /// <summary>The tree that stands is right; only what we know of it changed.</summary>
    public void Note(Manifest standing) => standing.Write(manifest);

    /// <summary>First the record, then the swap: from here on a kill at any moment leaves one whole tree and its record.</summary>
    public void Record(Manifest next) => next.Write(coming);

    /// <summary>
    /// The swap before this one reaches the disk before the spare tree is written to: were that swap lost in a power cut, the
    /// spare tree would be the site again, with half of this build in it. Costs nothing a few seconds after the last build.
    /// </summary>
    public void SyncLastSwap()
    {
        if (Directory.Exists(Output))
        {
            Unix.SyncFolder(Path.GetDirectoryName(Output)!);
            Unix.SyncFolder(Root);
        }
    }

    /// <summary>What was written so far, where that is one call; of the rest <see cref="Sync"/> takes care.</summary>
    public void SyncEarly() => _ = MaySyncDisk && Unix.SyncDisk(Root);

    /// <summary>The new tree and its record are on the disk, not only in memory, before they take the place of the old.</summary>
    /// <param name="written">Paths in the new tree.</param>
    public void Sync(IEnumerable<string> written)
    {
        if (MaySyncDisk && Unix.SyncDisk(Root))
        {
            return;
        }

        foreach (var file in written.Select(path => Path.Join(Next, path)).Append(coming))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        foreach (var folder in Directory.EnumerateDirectories(Next, "*", SearchOption.AllDirectories).Append(Next).Append(Root))
        {
            Unix.SyncFolder(folder);
        }
    }

    public void Swap()
    {
        if (!Directory.Exists(Output))
        {
            Directory.Move(Next, Output);
        }
        else if (!MayExchange || !Unix.Exchange(Next, Output))
        {
            Directory.Move(Output, old);
            try
            {
                Directory.Move(Next, Output);
            }
            catch
            {
                Directory.Move(old, Output);
                throw;
            }
        }
    }

    /// <summary>
    /// Tidies up after the swap. The new site stands already and <see cref="Recover"/> does the same, so a failure here is none.
    /// </summary>
    public void Settle()
    {
        try
        {
            File.Move(coming, manifest, overwrite: true);
            ReuseOld();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Frees the space of the spare tree.</summary>
    public void DropSpare()
    {
        try
        {
            File.Delete(coming);
            File.Delete(coming + ".draft");
            File.Delete(manifest + ".draft");
            if (Directory.Exists(Next))
            {
                Directory.Delete(Next, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The finding that brought us here is the one to report.
        }
    }

    private void ReuseOld()
    {
        if (!Directory.Exists(old))
        {
            return;
        }

        if (Directory.Exists(Next))
        {
            Directory.Delete(Next, recursive: true);
        }

        Directory.Move(old, Next);
    }
}
