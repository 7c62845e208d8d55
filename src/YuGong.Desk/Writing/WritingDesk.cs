using System.Text;
using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>
/// Writing with our own forms: what is typed is kept at once and by field, and becomes a step of the history by the same saves, steps and
/// guards as everything else.
/// </summary>
public sealed class WritingDesk
{
    /// <summary>UTF-16 units that one entry may hold; a file ends at 2 MB.</summary>
    private const int Longest = 1_000_000;

    private readonly UnsavedText unsaved;
    private readonly DraftActions actions;
    private readonly FileActions files;
    private readonly FileKinds kinds;
    private readonly UploadParts parts;
    private readonly OpenPages pages;
    private readonly Func<Operation, Editor, Task<DeskAnswer>> run;
    private readonly KeyedLocks turns = new();

    internal WritingDesk(UnsavedText unsaved, DraftActions actions, FileActions files, FileKinds kinds, UploadParts parts,
        TimeProvider clock, Func<Operation, Editor, Task<DeskAnswer>> run)
    {
        (this.unsaved, this.actions, this.files, this.kinds, this.parts, this.run) = (unsaved, actions, files, kinds, parts, run);
        pages = new(clock);
    }

    /// <summary>Ids of a kind that lie in the folder, and those that were begun and lie nowhere yet.</summary>
    public Task<(IReadOnlyList<string> Standing, IReadOnlyList<string> Unsaved)> ListAsync(DeskCollection collection) =>
        Task.Run(() => (unsaved.Standing(collection), unsaved.Ids(collection)));

    /// <summary>Null where there is no such entry, or its file cannot be read as keys and a text.</summary>
    /// <param name="tab">The page that asks; null where none does.</param>
    public Task<WritingState?> OpenAsync(DeskCollection collection, string id, Editor editor, string? tab = null) =>
        InTurn(collection, id, () => Told(collection, id, editor, tab));

    /// <summary>Begins an entry: an id is found that nobody has.</summary>
    /// <param name="wanted">A valid id; a number comes behind it where it is taken.</param>
    /// <param name="said">What is known of it already.</param>
    public Task<string> BeginAsync(DeskCollection collection, string wanted, JsonObject said, Editor editor) =>
        turns.RunAsync([collection.Name], () =>
        {
            var id = wanted;
            for (var number = 2; unsaved.IsTaken(collection, id); number++)
            {
                id = $"{wanted[..Math.Min(wanted.Length, 60)].TrimEnd('-')}-{number}";
            }

            unsaved.Begin(collection, id, said, editor);
            return id;
        });

    /// <summary>Keeps what was typed, however incomplete; nothing of it is judged but whose entry it is.</summary>
    /// <returns>The entry as everybody has it now; or why nothing was kept.</returns>
    public async Task<(WritingState? Now, DeskAnswer? Refused)> KeepAsync(DeskCollection collection, string id,
        IReadOnlyDictionary<string, FieldChange> changes, Editor editor, string? tab)
    {
        if (Refuses(collection, id, DeskAction.Save, "index.md", editor) is { } refused)
        {
            return (null, refused);
        }

        if (changes.Values.Sum(c => c.Now?.ToJsonString().Length ?? 0) > Longest)
        {
            return (null, DeskAnswer.Error(413, "这一篇太长了,一篇最多一百万字。"));
        }

        var told = await InTurn(collection, id, () =>
        {
            var before = changes.Count > 0 ? unsaved.Keep(collection, id, changes, editor) : null;
            return Told(collection, id, editor, tab) is { } now ? now with { Before = before ?? now.Version } : null;
        });
        return told is null ? (null, DeskAnswer.Error(404, "没有这一篇。")) : (told, null);
    }

    /// <summary>A page was closed.</summary>
    public void Left(DeskCollection collection, string id, string? tab) => pages.Left($"{collection.Name}/{id}", tab);

    /// <summary>Puts the words away that were kept when two wrote the same field.</summary>
    public Task<bool> ForgetKeptAsync(DeskCollection collection, string id) =>
        InTurn(collection, id, () => unsaved.ForgetKept(collection, id));

    /// <summary>What was typed becomes a step of the entry's draft: by the saves, rights and rules of every other save.</summary>
    public async Task<DeskAnswer> CommitAsync(DeskCollection collection, string id, string message, Editor editor)
    {
        var made = await InTurn(collection, id, () => unsaved.Save(collection, id, message));
        if (made is not var (save, version))
        {
            return DeskAnswer.Said("nothing to save");
        }

        var answer = await run(actions.Saving(save), editor);
        if (answer.Status == 200)
        {
            await InTurn(collection, id, () => unsaved.Settle(collection, id, version));
        }

        return answer;
    }

    /// <summary>Forgets what was typed since the last step.</summary>
    public Task<bool> DropAsync(DeskCollection collection, string id) => InTurn(collection, id, () => unsaved.Drop(collection, id));

    /// <summary>Errors that would bar the entry from being published as it was typed.</summary>
    public Task<IReadOnlyList<Diagnostic>> MissingAsync(DeskCollection collection, string id) => InTurn(collection, id, () =>
        unsaved.Whole(collection, id) is { } whole && whole[0].Bytes is not [] // a file that would say nothing is none yet
            ? actions.BarredFromPublishing(UnsavedText.DraftOf(collection, id), whole) : []);

    /// <summary>The same for a text that was saved.</summary>
    public Task<IReadOnlyList<Diagnostic>> MissingAsync(DeskCollection collection, string id, string text)
    {
        var change = new Change(unsaved.PathOf(collection, id), Encoding.UTF8.GetBytes(text));
        return Task.Run(() => actions.BarredFromPublishing(UnsavedText.DraftOf(collection, id), [change]));
    }

    /// <summary>The entry's own text as it was typed, for whoever draws it; null where there is none.</summary>
    public Task<string?> TextAsync(DeskCollection collection, string id) => InTurn(collection, id, () => unsaved.Text(collection, id));

    /// <param name="word">draft, pending_review, pending_publish, published, or proofread.</param>
    /// <param name="seen">The draft's commit that whoever asks has looked at; null when they do not say.</param>
    public Task<DeskAnswer> StepAsync(DeskCollection collection, string id, string word, string? seen, Editor editor)
    {
        var draft = UnsavedText.DraftOf(collection, id);
        return word == "published" ? run(actions.Publishing(draft, seen), editor)
            : word == "proofread" ? run(actions.Proofreading(draft, seen), editor)
            : DraftStep.Find(word) is { } step ? run(actions.Moving(draft, step, seen), editor)
            : Task.FromResult(DeskAnswer.Error(422, "没有这一步。"));
    }

    /// <summary>Throws a draft away; it can be found again in git.</summary>
    /// <param name="seen">As of a step.</param>
    public Task<DeskAnswer> DiscardAsync(DeskCollection collection, string id, string? seen, Editor editor) =>
        run(actions.Discarding(UnsavedText.DraftOf(collection, id), seen), editor);

    /// <summary>
    /// Takes an entry away from the main branch with everything beside it, as one commit that can be taken back; what was typed goes too.
    /// </summary>
    /// <param name="seen">The text in the folder that whoever asks has looked at (<see cref="WritingState.Lies"/>).</param>
    public async Task<DeskAnswer> DeleteAsync(DeskCollection collection, string id, string? seen, Editor editor)
    {
        if (unsaved.HasDraft(collection, id))
        {
            return DeskAnswer.Error(422, "这一篇还有一份没发布的草稿:先发布或丢弃它,再删。");
        }

        var answer = await run(files.Deleting(unsaved.PathOf(collection, id), seen, $"删除{collection.Singular}:{id}"), editor);
        if (answer.Status == 200)
        {
            await DropAsync(collection, id);
        }

        return answer;
    }

    /// <summary>A picture or another file, looked at as every upload and put beside the entry; the next step saves it.</summary>
    /// <returns>Its name, which may have got a number; or why it is not taken.</returns>
    public async Task<(string? Name, DeskAnswer? Refused)> UploadAsync(DeskCollection collection, string id, string name, byte[] bytes,
        Editor editor)
    {
        var plain = UnsavedText.FileName(name);
        if (Refuses(collection, id, DeskAction.Upload, plain, editor) is { } refused)
        {
            return (null, refused);
        }

        var findings = new Diagnostics();
        Uploads.Check(new(unsaved.PathOf(collection, id, plain), bytes), findings);
        return findings.HasErrors ? (null, ErrorAnswers.Of(FileActions.Errors(findings)))
            : (await InTurn(collection, id, () => unsaved.Put(collection, id, plain, bytes)), null);
    }

    /// <summary>A part of such a file; with the last one it is looked at and put beside the entry.</summary>
    /// <returns>How many bytes there are; its name, once all are; or why it is not taken.</returns>
    public async Task<(long Have, string? Name, DeskAnswer? Refused)> UploadPartAsync(DeskCollection collection, string id, UploadPart part,
        Editor editor)
    {
        var plain = UnsavedText.FileName(part.Name);
        if (part.Size is <= 0 or > UploadParts.MostBytes || part.At < 0)
        {
            return (0, null, DeskAnswer.Error(422, $"一个文件最多 {UploadParts.MostBytes / 1024 / 1024} MB，也不能是空的。"));
        }

        if (Refuses(collection, id, DeskAction.Upload, plain, editor) is { } refused)
        {
            return (0, null, refused);
        }

        var key = $"{editor.Name}\n{collection.Name}/{id}/{plain}\n{part.Size}\n{part.Stamp}";
        if (await Task.Run(() => parts.Take(key, part)) is not var (have, whole))
        {
            return (0, null, DeskAnswer.Error(422, "没传完的文件太多了，先传完别的。"));
        }

        var (name, why) = whole is null ? default : await UploadAsync(collection, id, plain, whole, editor);
        return (have, name, why);
    }

    /// <summary>A file beside the entry, saved or not; null when there is none.</summary>
    public Task<byte[]?> FileAsync(DeskCollection collection, string id, string name) =>
        Task.Run(() => unsaved.FileOf(collection, id, UnsavedText.FileName(name)));

    private WritingState? Told(DeskCollection collection, string id, Editor editor, string? tab)
    {
        var entry = $"{collection.Name}/{id}";
        pages.Saw(entry, editor, tab);
        return unsaved.State(collection, id) is { } state ? state with { Others = pages.Besides(entry, editor, tab) } : null;
    }

    private DeskAnswer? Refuses(DeskCollection collection, string id, DeskAction action, string name, Editor editor)
    {
        var findings = new Diagnostics();
        Demand.Check([new(action, Branch.Draft, unsaved.PathOf(collection, id, name))], kinds, editor, findings);
        return findings.HasErrors ? ErrorAnswers.Of(FileActions.Errors(findings)) : null;
    }

    private Task<T> InTurn<T>(DeskCollection collection, string id, Func<T> work) =>
        turns.RunAsync([$"{collection.Name}/{id}"], work);
}
