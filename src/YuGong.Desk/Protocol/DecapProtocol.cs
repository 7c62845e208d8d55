using System.Text.Json;

namespace YuGong.Desk;

/// <summary>
/// Decap CMS's proxy protocol, as decap-server 3.11 speaks it: one address, a JSON body <c>{ action, params }</c>.
/// <c>shared/conformance/decap-proxy.test.mjs</c> holds it to that.
/// </summary>
internal sealed class DecapProtocol(FileActions files, MediaActions media, DraftActions? drafts, GitStore? store, string project)
{
    private static readonly string[] Actions =
    [
        "info", "entriesByFolder", "entriesByFiles", "getEntry", "unpublishedEntries", "unpublishedEntry", "unpublishedEntryDataFile", "unpublishedEntryMediaFile",
        "deleteUnpublishedEntry", "persistEntry", "updateUnpublishedEntryStatus", "publishUnpublishedEntry", "getMedia", "getMediaFile", "persistMedia", "deleteFile",
        "deleteFiles", "getDeployPreview",
    ];

    public DeskAnswer Answer(JsonElement request, Editor editor, string? tab)
    {
        if (request.ValueKind != JsonValueKind.Object || !request.TryGetProperty("action", out var said))
        {
            return DeskAnswer.Error(422, "\"action\" is required");
        }

        if (said.ValueKind != JsonValueKind.String || said.GetString() is not { } action || !Actions.Contains(action, StringComparer.Ordinal))
        {
            return DeskAnswer.Error(422, $"\"action\" must be one of [{string.Join(", ", Actions)}]");
        }

        if (action == "info")
        {
            return DeskAnswer.Done(new InfoAnswer(project, drafts is null ? ["simple"] : ["simple", "editorial_workflow"], drafts is null ? "local_fs" : "local_git"));
        }

        if (!request.TryGetProperty("params", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            return DeskAnswer.Error(422, "\"params\" is required");
        }

        var p = new Parameters(parameters, "params");
        var branch = p.Text("branch");
        var work = Read(action, p);
        return p.Wrong is { } wrong ? DeskAnswer.Error(422, wrong)
            : store is not null && branch != store.Branch ? WrongBranch(store, branch)
            : work is null ? DeskAnswer.Error(422, $"Unknown action {action}")
            : work(new(editor, tab));
    }

    /// <summary>Reads all parameters of an action, so that what is wrong with them is told before anything is done.</summary>
    private Func<Asker, DeskAnswer>? Read(string action, Parameters p)
    {
        switch (action)
        {
            case "entriesByFolder":
                var (folder, extension, depth) = (p.Path("folder"), p.Text("extension"), p.Number("depth"));
                return asker => files.ByFolder(folder, extension, depth);
            case "entriesByFiles":
                IReadOnlyList<(string, string?)> wanted = [.. p.Groups("files").Select(f => (f.Path("path"), f.MaybeText("label")))];
                return asker => files.ByFiles(wanted);
            case "getEntry":
                var entry = p.Path("path");
                return asker => files.Get(entry, asker);
            case "persistEntry":
                var save = SaveRequest.Read(p);
                return asker => save.UseWorkflow && drafts is not null ? drafts.Save(save, asker) : files.Save(save, asker);
            case "deleteFile":
                var (file, why) = (p.Path("path"), p.Group("options").Text("commitMessage"));
                return asker => files.Delete([file], why, asker, $"deleted file {file}");
            case "deleteFiles":
                var (all, message) = (p.Paths("paths"), p.Group("options").Text("commitMessage"));
                return asker => files.Delete(all, message, asker, $"deleted files {string.Join(", ", all)}");
            case "getMedia":
                var mediaFolder = p.Path("mediaFolder");
                return asker => media.List(mediaFolder);
            case "getMediaFile":
                var path = p.Path("path");
                return asker => media.Get(path);
            case "persistMedia":
                var (asset, note) = (SaveRequest.Asset(p.Group("asset")), p.Group("options").Text("commitMessage"));
                return asker => media.Save(asset, note, asker);
            case "getDeployPreview":
                p.Text("collection");
                p.Text("slug");
                return asker => DeskAnswer.Done(null);
            default:
                return drafts?.Read(action, p);
        }
    }

    /// <summary>The desk works on the branch that is checked out, and checks nothing out itself.</summary>
    private static DeskAnswer WrongBranch(GitStore store, string branch) => DeskAnswer.Error(
        422, store.Tip("refs/heads/" + branch) is null ? $"Default branch '{branch}' doesn't exist" : $"编辑台在分支 {store.Branch} 上,不能写 {branch}。");
}

/// <summary>Who asks, from which open page.</summary>
internal sealed record Asker(Editor Editor, string? Tab);
