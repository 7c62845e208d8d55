using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Pictures and other files beside the entries.</summary>
internal sealed class MediaActions(WorkFolder folder, MediaShelf shelf, FileActions files)
{
    /// <summary>The files of one folder; texts are no media.</summary>
    public DeskAnswer List(string path) =>
        DeskAnswer.Done(folder.List(path, 1).Where(f => Path.GetExtension(f) is not (".md" or ".yaml" or ".txt")).AsParallel().AsOrdered().Select(shelf.Listed).OfType<MediaAnswer>().ToList());

    public DeskAnswer Get(string path) => shelf.Whole(path) is { } found ? DeskAnswer.Done(found) : DeskAnswer.Error(500, "Unknown error");

    public DeskAnswer Save(Asset asset, string message, Asker asker)
    {
        if (folder.Places.IsLinked(asset.Path))
        {
            return DeskAnswer.Error(500, $"编辑台不写 {asset.Path}:它是符号链接,通到别处。");
        }

        var findings = new Diagnostics();
        files.MayWrite(asset.Path, asker, findings);
        Uploads.Check(asset, findings);
        IReadOnlyList<Change> changes = [new(asset.Path, asset.Bytes)];
        files.Check(changes, findings);
        if (findings.HasErrors)
        {
            return Refusals.Of(FileActions.Errors(findings));
        }

        files.Write(changes, message, asker);
        return DeskAnswer.Done(MediaShelf.Of(asset.Path, asset.Bytes!));
    }
}
