namespace YuGong.Desk;

/// <summary>A text to be saved. <paramref name="NewPath"/>: where it moves to.</summary>
/// <param name="Version">The id of the file that it was made from, for programs that are no page with a tab; null when it is not
/// said.</param>
internal sealed record DataFile(string Slug, string Path, string Raw, string? NewPath, string? Version)
{
    public bool Moves => NewPath is not null && NewPath != Path;
}

/// <param name="Bytes">Null when the Base64 could not be read.</param>
/// <param name="Version">As of a text.</param>
internal sealed record Asset(string Path, byte[]? Bytes, string? Version);

/// <summary>What <c>persistEntry</c> asks for.</summary>
/// <param name="MovesFolder">A move takes everything beside the entry along.</param>
internal sealed record SaveRequest(
    IReadOnlyList<DataFile> Data, IReadOnlyList<Asset> Assets, string Message, bool UseWorkflow, string Status, string? Collection,
    bool MovesFolder)
{
    public IEnumerable<string> Paths =>
        [.. Data.Select(d => d.Path), .. Data.Where(d => d.Moves).Select(d => d.NewPath!), .. Assets.Select(a => a.Path)];

    /// <summary>What it writes and takes away, for the table of rights.</summary>
    public IEnumerable<Demand> Demands(Branch branch) =>
    [
        .. Data.Select(d => new Demand(DeskAction.Save, branch, d.NewPath ?? d.Path)),
        .. Data.Where(d => d.Moves).Select(d => new Demand(DeskAction.Delete, branch, d.Path)),
        .. Assets.Select(a => new Demand(DeskAction.Upload, branch, a.Path)),
    ];

    public static SaveRequest Read(Parameters p)
    {
        var (one, many) = (p.Says("entry"), p.Says("dataFiles"));
        IReadOnlyList<DataFile> data =
            [.. one ? [Text(p.Group("entry"))] : Array.Empty<DataFile>(), .. many ? p.Groups("dataFiles").Select(Text) : []];
        IReadOnlyList<Asset> assets = [.. p.Groups("assets").Select(Asset)];
        var options = p.Group("options");
        var (message, workflow) = (options.Text("commitMessage"), options.Flag("useWorkflow", required: true));
        var (status, collection, moves) = (options.Text("status"), options.MaybeText("collectionName"), options.Unless("hasSubfolders"));
        if (one == many)
        {
            p.Mistake(one
                ? "\"params\" contains a conflict between exclusive peers [entry, dataFiles]"
                : "\"params\" must contain at least one of [entry, dataFiles]");
        }

        return new(data, assets, message, workflow, status, collection, moves);
    }

    public static Asset Asset(Parameters p)
    {
        var (path, content) = (p.Path("path"), p.Text("content"));
        if (p.Text("encoding") != "base64")
        {
            p.Mistake($"\"{p.Name}.encoding\" must be [base64]");
        }

        var bytes = new byte[content.Length / 4 * 3 + 3];
        return new(path, Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : null, p.MaybeText("version"));
    }

    private static DataFile Text(Parameters p) =>
        new(p.Text("slug"), p.Path("path"), p.Text("raw"), p.MaybePath("newPath"), p.MaybeText("version"));
}
