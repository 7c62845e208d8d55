using System.Text;
using System.Text.Json.Nodes;
using YuGong.Imaging.Vips;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>A file beside an entry's text.</summary>
public sealed record MediaFile
{
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file on the main branch's folder; null for one that is only in a draft, or not saved at all.</summary>
    public string? Lies { get; init; }

    /// <summary>Bytes; 0 where it lies nowhere yet.</summary>
    public long Size { get; init; }

    /// <summary>Where the entry names it, as it stands, as its draft and as it was typed.</summary>
    public IReadOnlyList<MediaUse> Uses { get; init; } = [];
}

/// <summary>An entry with its files.</summary>
public sealed record MediaEntry(DeskCollection Collection, string Id, IReadOnlyList<MediaFile> Files);

/// <summary>The library: every upload of every entry, who uses it, and the way out for what nobody uses.</summary>
public sealed class MediaShelf
{
    /// <summary>Pixels of a thumbnail; cards are 280 × 160 points.</summary>
    private const int Side = 480;

    private static readonly string[] Texts = [".md", ".yaml", ".txt"];

    private readonly UnsavedText typed;
    private readonly Drafts drafts;
    private readonly WorkingTree folder;
    private readonly FileActions files;
    private readonly string thumbs;
    private readonly Func<Operation, Editor, Task<DeskAnswer>> run;

    internal MediaShelf(UnsavedText typed, Drafts drafts, WorkingTree folder, FileActions files, string thumbs,
        Func<Operation, Editor, Task<DeskAnswer>> run) =>
        (this.typed, this.drafts, this.folder, this.files, this.thumbs, this.run) = (typed, drafts, folder, files, thumbs, run);

    /// <summary>Entries that have files or are asked for, by kind and id, without what is known of each file.</summary>
    /// <param name="isWanted">Whether an entry is shown even where it has no file, or a file by its name.</param>
    public Task<IReadOnlyList<MediaEntry>> ListAsync(Func<DeskCollection, string, bool> isWanted, Func<string, bool> isWantedFile) =>
        Task.Run<IReadOnlyList<MediaEntry>>(() => List(isWanted, isWantedFile));

    /// <summary>The same entry with everything that is to be said of its files.</summary>
    public Task<MediaEntry> TellAsync(MediaEntry entry) => Task.Run(() =>
    {
        var texts = typed.Versions(entry.Collection, entry.Id);
        return entry with { Files = [.. entry.Files.Select(f => Told(entry, f.Name, texts))] };
    });

    /// <summary>A small WebP of a picture in the folder; null for what is none, or cannot be opened.</summary>
    public byte[]? Thumb(DeskCollection collection, string id, string name)
    {
        var path = typed.PathOf(collection, id, name);
        if (!IsName(name) || !Uploads.IsPicture(path) || folder.Read(path) is not { } bytes)
        {
            return null;
        }

        var kept = Path.Combine(thumbs, WorkingTree.IdOf(bytes) + ".webp");
        try
        {
            if (!File.Exists(kept))
            {
                AtomicFile.WriteCached(kept, Thumbnail.Of(folder.Places.Full(path), Side));
            }

            return File.ReadAllBytes(kept);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or DllNotFoundException or TypeInitializationException)
        {
            return null; // a list without this picture is better than none
        }
    }

    /// <summary>Takes a file away that no version of its entry names, as a commit that can be taken back.</summary>
    /// <param name="seen">The file that whoever asks has looked at (<see cref="MediaFile.Lies"/>).</param>
    public async Task<DeskAnswer> DeleteAsync(DeskCollection collection, string id, string name, string? seen, Editor editor)
    {
        if (!IsName(name) || Told(new(collection, id, []), name, typed.Versions(collection, id)) is not { Lies: not null } file)
        {
            return DeskAnswer.Error(404, "没有这个文件。");
        }

        if (file.Uses.Count > 0)
        {
            return DeskAnswer.Error(422, $"{name} 还用在“{file.Uses[0].Place}”里:先在表单里换下来、存好,再删。");
        }

        var path = typed.PathOf(collection, id, name);
        return await run(files.Deleting(path, seen, $"删除文件:{collection.Name}/{id}/{name}"), editor);
    }

    private static bool IsName(string name) => Path.GetFileName(name) == name && !Texts.Contains(Path.GetExtension(name));

    private List<MediaEntry> List(Func<DeskCollection, string, bool> isWanted, Func<string, bool> isWantedFile)
    {
        var branches = drafts.Saved().Select(d => d.Id.Split('/')).Select(p => $"{p[0]}/{p[1]}").ToHashSet(StringComparer.Ordinal);
        var found = new List<MediaEntry>();
        foreach (var collection in DeskCollection.All)
        {
            foreach (var id in typed.Standing(collection).Union(typed.Ids(collection)).Order(StringComparer.Ordinal))
            {
                var names = typed.Files(collection, id, hasDraft: branches.Contains($"{collection.Name}/{id}"))
                    .Where(n => !Texts.Contains(Path.GetExtension(n))).ToList();
                var isAsked = isWanted(collection, id);
                var shown = isAsked ? names : names.Where(isWantedFile).ToList();
                if (isAsked || shown.Count > 0)
                {
                    found.Add(new(collection, id, [.. shown.Select(n => new MediaFile { Name = n })]));
                }
            }
        }

        return found;
    }

    private MediaFile Told(MediaEntry entry, string name, IReadOnlyList<JsonObject> texts)
    {
        var path = typed.PathOf(entry.Collection, entry.Id, name);
        var bytes = folder.Read(path) ?? typed.FileOf(entry.Collection, entry.Id, name);
        List<MediaUse> uses = [.. texts.SelectMany(t => MediaUses.Of(entry.Collection.Schema, t, name)).Distinct()];
        if (uses.Count == 0 && typed.Mentions(entry.Collection, entry.Id, name))
        {
            uses.Add(new("文字", "", "")); // in a text that no form can read, in a comment
        }

        return new()
        {
            Name = name, Size = bytes?.Length ?? 0, Lies = folder.Read(path) is { } lies ? WorkingTree.IdOf(lies) : null,
            Uses = uses,
        };
    }
}
