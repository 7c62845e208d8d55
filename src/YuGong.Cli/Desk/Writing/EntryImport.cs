using System.Text;
using YuGong.Api;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Manuscripts;

namespace YuGong.Cli;

/// <summary>A manuscript on its way into a draft.</summary>
/// <param name="File">Its name.</param>
/// <param name="Name">What the entry is called.</param>
internal sealed record NewManuscript(DeskCollection Collection, string File, byte[] Bytes, string Name);

/// <summary>
/// A Word manuscript as a draft of a story or a dialogue, as <c>yugong import</c> makes it: notes become sources to fill, pictures go into
/// the entry, and what was not understood stands above the form until somebody says that it is done.
/// </summary>
internal sealed class EntryImport(EditingDesk desk, EntryPaste paste)
{
    /// <summary>What a manuscript says; everything else of a draft is the form's.</summary>
    private static readonly string[] Taken = ["headline", "exchanges", "sources", FormSteps.Body];

    private readonly WritingDesk writing = desk.Writing;

    public static bool Takes(DeskCollection collection) =>
        collection.Kind == EntryKind.Story || collection.Kind == EntryKind.Dialogue;

    /// <returns>The draft's id; or why there is none.</returns>
    public async Task<(string? Id, string? Why)> BeginAsync(NewManuscript file, NameSpelling spelling, Taxonomies words, Editor editor)
    {
        Manuscript read;
        try
        {
            read = ManuscriptFile.Read(file.File, file.Bytes, ReadingLimits.Ample);
        }
        catch (ReadingException e)
        {
            return (null, e.Words.Zh + "。");
        }

        var collection = file.Collection;
        var isTitled = collection.Kind == EntryKind.Dialogue && read.Title is not null;
        var begun = NewEntry.Named(collection, isTitled ? read.Title! : file.Name, spelling);
        var id = await writing.BeginAsync(collection, begun.Id, begun.Values, editor);
        var (blocks, lost) = await paste.PutAsync(collection, id, read, editor);
        var draft = FormValues.Of(ManuscriptDraft.Write(collection.Kind, id, file.File, read with { Blocks = blocks }, words))!;
        var changes = Taken.Where(key => draft[key] is not null)
            .ToDictionary(key => key, key => new FieldChange(null, draft[key]!.DeepClone()), StringComparer.Ordinal);
        if (await writing.KeepAsync(collection, id, changes, editor, tab: null) is (null, { } why))
        {
            await writing.DropAsync(collection, id);
            return (null, (why.Body as Refusal)?.Error ?? "没有做成。");
        }

        Tell(collection, id, file.File, lost, editor);
        return (id, null);
    }

    /// <summary>In as many remarks as it takes: nothing is cut away.</summary>
    private void Tell(DeskCollection collection, string id, string file, List<string> lost, Editor editor)
    {
        var text = new StringBuilder();
        foreach (var piece in lost.SelectMany(l => l.Chunk(ReviewDesk.LongestRemark - 200)).Select(c => new string(c)))
        {
            if (text.Length + piece.Length + 2 > ReviewDesk.LongestRemark)
            {
                Add();
            }

            text.Append(text.Length == 0 ? $"由 {file[..Math.Min(file.Length, 80)]} 做成，这些没有进正文，对照原稿看过就可以划掉：" : "")
                .Append('\n').Append("· ").Append(piece);
        }

        if (text.Length > 0)
        {
            Add();
        }

        void Add()
        {
            desk.Review?.Add(collection, id, new() { Id = "", At = default, By = editor.Name, Revision = "", Text = text.ToString() });
            text.Clear();
        }
    }
}
