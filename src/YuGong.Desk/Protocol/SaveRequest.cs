namespace YuGong.Desk;

/// <summary>A text to be saved. <paramref name="NewPath"/>: where it moves to.</summary>
internal sealed record DataFile(string Slug, string Path, string Raw, string? NewPath);

/// <param name="Bytes">Null when the Base64 could not be read.</param>
internal sealed record Asset(string Path, byte[]? Bytes);

/// <summary>What <c>persistEntry</c> asks for.</summary>
/// <param name="MovesFolder">A move takes everything beside the entry along.</param>
internal sealed record SaveRequest(
    IReadOnlyList<DataFile> Data, IReadOnlyList<Asset> Assets, string Message, bool UseWorkflow, string Status, string? Collection, bool MovesFolder)
{
    public static SaveRequest Read(Parameters p)
    {
        var (one, many) = (p.Says("entry"), p.Says("dataFiles"));
        IReadOnlyList<DataFile> data = [.. one ? [Text(p.Group("entry"))] : Array.Empty<DataFile>(), .. many ? p.Groups("dataFiles").Select(Text) : []];
        IReadOnlyList<Asset> assets = [.. p.Groups("assets").Select(Asset)];
        var options = p.Group("options");
        var (message, workflow) = (options.Text("commitMessage"), options.Flag("useWorkflow", required: true));
        var (status, collection, moves) = (options.Text("status"), options.MaybeText("collectionName"), options.Unless("hasSubfolders"));
        if (one == many)
        {
            p.Mistake(one ? "\"params\" contains a conflict between exclusive peers [entry, dataFiles]" : "\"params\" must contain at least one of [entry, dataFiles]");
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
        return new(path, Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : null);
    }

    private static DataFile Text(Parameters p) => new(p.Text("slug"), p.Path("path"), p.Text("raw"), p.MaybePath("newPath"));
}
