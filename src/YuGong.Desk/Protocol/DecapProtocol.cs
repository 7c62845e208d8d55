using System.Text.Json;

namespace YuGong.Desk;

/// <summary>
/// Decap CMS's proxy protocol, as decap-server 3.11 speaks it: one address, a JSON body <c>{ action, params }</c>.
/// <c>shared/conformance/decap-proxy.test.mjs</c> holds it to that.
/// </summary>
internal sealed class DecapProtocol(FileActions files, MediaActions media, DraftActions drafts, GitStore store, string project)
{
    private static readonly string[] Actions =
    [
        "info", "entriesByFolder", "entriesByFiles", "getEntry", "unpublishedEntries", "unpublishedEntry", "unpublishedEntryDataFile",
        "unpublishedEntryMediaFile",
        "deleteUnpublishedEntry", "persistEntry", "updateUnpublishedEntryStatus", "publishUnpublishedEntry", "getMedia", "getMediaFile",
        "persistMedia", "deleteFile",
        "deleteFiles", "getDeployPreview",
    ];

    /// <summary>What is wrong with a request, or what it asks for. Nothing is done yet.</summary>
    public (DeskAnswer? Refused, Operation? Asked) Read(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object || !request.TryGetProperty("action", out var said))
        {
            return (DeskAnswer.Error(422, "\"action\" is required"), null);
        }

        if (said.ValueKind != JsonValueKind.String || said.GetString() is not { } action
            || !Actions.Contains(action, StringComparer.Ordinal))
        {
            return (DeskAnswer.Error(422, $"\"action\" must be one of [{string.Join(", ", Actions)}]"), null);
        }

        if (action == "info")
        {
            return (null, Operation.Reading(_ => DeskAnswer.Done(new InfoAnswer(project, ["simple", "editorial_workflow"], "local_git"))));
        }

        if (!request.TryGetProperty("params", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            return (DeskAnswer.Error(422, "\"params\" is required"), null);
        }

        var p = new Parameters(parameters, "params");
        var branch = p.Text("branch");
        var asked = Read(action, p);
        return p.Wrong is { } wrong ? (DeskAnswer.Error(422, wrong), null)
            : branch != store.Branch ? (WrongBranch(branch), null)
            : (null, asked);
    }

    /// <summary>Reads all parameters of an action, so that what is wrong with them is told before anything is done.</summary>
    private Operation Read(string action, Parameters p)
    {
        switch (action)
        {
            case "entriesByFolder":
                var (folder, extension, depth) = (p.Path("folder"), p.Text("extension"), p.Number("depth"));
                return Operation.Reading(_ => files.ByFolder(folder, extension, depth));
            case "entriesByFiles":
                IReadOnlyList<(string Path, string?)> wanted = [.. p.Groups("files").Select(f => (f.Path("path"), f.MaybeText("label")))];
                return Operation.Reading(_ => files.ByFiles(wanted), wanted.Select(f => f.Path));
            case "getEntry":
                var entry = p.Path("path");
                return Operation.Reading(asker => files.Get(entry, asker), entry);
            case "persistEntry":
                var save = SaveRequest.Read(p);
                return save.UseWorkflow
                    ? drafts.Saving(save) : Operation.OnMain(save.Demands(Branch.Main), asker => files.Save(save, asker));
            case "deleteFile":
                var (file, why) = (p.Path("path"), p.Group("options").Text("commitMessage"));
                return Deleting([file], why, $"deleted file {file}");
            case "deleteFiles":
                var (all, message) = (p.Paths("paths"), p.Group("options").Text("commitMessage"));
                return Deleting(all, message, $"deleted files {string.Join(", ", all)}");
            case "getMedia":
                var mediaFolder = p.Path("mediaFolder");
                return Operation.Reading(asker => media.List(mediaFolder, asker));
            case "getMediaFile":
                var path = p.Path("path");
                return Operation.Reading(asker => media.Get(path, asker), path);
            case "persistMedia":
                var (asset, note) = (SaveRequest.Asset(p.Group("asset")), p.Group("options").Text("commitMessage"));
                return Operation.OnMain([new(DeskAction.Upload, Branch.Main, asset.Path)], asker => media.Save(asset, note, asker));
            case "getDeployPreview":
                p.Text("collection");
                p.Text("slug");
                return Operation.Reading(_ => DeskAnswer.Done(null));
            default:
                return drafts.Read(action, p);
        }
    }

    private Operation Deleting(IReadOnlyList<string> paths, string message, string done) =>
        Operation.OnMain(paths.Select(p => new Demand(DeskAction.Delete, Branch.Main, p)),
            asker => files.Delete(paths, message, asker, done));

    /// <summary>The desk works on the branch that is checked out, and checks nothing out itself.</summary>
    private DeskAnswer WrongBranch(string branch) => DeskAnswer.Error(
        422, store.Tip("refs/heads/" + branch) is null
            ? $"Default branch '{branch}' doesn't exist" : $"编辑台在分支 {store.Branch} 上,不能写 {branch}。");
}
