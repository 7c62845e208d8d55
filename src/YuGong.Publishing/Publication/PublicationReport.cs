namespace YuGong.Publishing;

/// <summary>What a publication did to the disk. All lists are sorted.</summary>
/// <param name="Written">Files with new bytes.</param>
/// <param name="Kept">Files that were right already; neither bytes nor time were touched.</param>
/// <param name="Removed">Files that are in the output no more.</param>
/// <param name="Foreign">Files and links in the output that we did not make and left as they are.</param>
/// <param name="Rendered">Files whose bytes had to be made to know whether they changed.</param>
/// <param name="Bytes">Size of the written files together.</param>
public sealed record PublicationReport(
    IReadOnlyList<string> Written,
    int Kept,
    IReadOnlyList<string> Removed,
    int Foreign,
    int Rendered,
    long Bytes,
    PublicationTimings Timings);

/// <param name="Wait">For another build to end.</param>
/// <param name="Look">At the output and its record, to decide what to render.</param>
/// <param name="Render">Includes writing what changed into the spare tree.</param>
/// <param name="Stage">Bringing the rest of the spare tree up to date.</param>
/// <param name="Sync">Noting what was made, and until all of it is on the disk.</param>
/// <param name="Swap">The exchange.</param>
public sealed record PublicationTimings(TimeSpan Wait, TimeSpan Look, TimeSpan Render, TimeSpan Stage, TimeSpan Sync, TimeSpan Swap);

/// <summary>Where a publication is; for a progress bar, and for tests that kill it there.</summary>
public enum PublicationStep
{
    Look,
    Render,
    Stage,
    Record,
    Swap,
    Settle,
    Done,
}
