using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Pictures and other files beside the entries.</summary>
internal sealed class MediaActions(WorkingTree folder, MediaLibrary shelf, FileActions files)
{
    /// <summary>The files of one folder; texts are no media.</summary>
    public DeskAnswer List(string path, DeskRequest asker)
    {
        var listed = folder.List(path, 1).Where(f => Path.GetExtension(f) is not (".md" or ".yaml" or ".txt")).AsParallel().AsOrdered()
            .Select(shelf.Listed).OfType<MediaAnswer>().ToList();
        listed.ForEach(f => files.Saw(asker, f.Path, f.Id));
        return DeskAnswer.Done(listed);
    }

    public DeskAnswer Get(string path, DeskRequest asker)
    {
        if (shelf.Whole(path) is not { } found)
        {
            return DeskAnswer.Error(500, "Unknown error");
        }

        files.Saw(asker, path, found.Id);
        return DeskAnswer.Done(found);
    }

    public DeskAnswer Save(Asset asset, string message, DeskRequest asker)
    {
        if (folder.Places.IsLinked(asset.Path))
        {
            return DeskAnswer.Error(500, $"编辑台不写 {asset.Path}:它是符号链接,通到别处。");
        }

        var findings = new Diagnostics();
        Uploads.Check(asset, findings);
        files.CheckVersion(asset.Path, folder.Read(asset.Path), asset.Bytes, asset.Version, asker, findings);
        IReadOnlyList<Change> changes = [new(asset.Path, asset.Bytes)];
        files.Check(changes, findings);
        if (findings.HasErrors)
        {
            return ErrorAnswers.Of(FileActions.Errors(findings));
        }

        files.Write(changes, message, asker);
        return DeskAnswer.Done(MediaLibrary.Of(asset.Path, asset.Bytes!));
    }
}
