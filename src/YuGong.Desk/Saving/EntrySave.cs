namespace YuGong.Desk;

/// <summary>A text to be saved.</summary>
/// <param name="Version">SHA-256 of the file that it was made from; null for a new one.</param>
internal sealed record EntryText(string Path, byte[] Bytes, string? Version);

/// <summary>A file beside a text.</summary>
internal sealed record Asset(string Path, byte[] Bytes);

/// <summary>What a form saves to a draft: a text, and what was put beside it.</summary>
/// <param name="Draft">The draft's name.</param>
/// <param name="Message">Of the commit.</param>
internal sealed record EntrySave(string Draft, EntryText Text, IReadOnlyList<Asset> Assets, string Message)
{
    public IEnumerable<string> Paths => [Text.Path, .. Assets.Select(a => a.Path)];

    /// <summary>What it writes, for the table of rights.</summary>
    public IEnumerable<Demand> Demands =>
    [
        new(DeskAction.Save, Branch.Draft, Text.Path), .. Assets.Select(a => new Demand(DeskAction.Upload, Branch.Draft, a.Path)),
    ];
}
