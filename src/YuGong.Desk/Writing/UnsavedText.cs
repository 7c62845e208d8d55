using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YuGong.Content.Schemas;
using YuGong.Content.Writing;

namespace YuGong.Desk;

/// <summary>
/// What was typed, laid over what stands: the draft's branch, else the folder. Where somebody saved meanwhile, both are brought together by
/// field before anybody sees it. Whoever calls has the entry to themselves.
/// </summary>
/// <param name="idOf">An id from a name, for words of a vocabulary that have none yet.</param>
internal sealed class UnsavedText(UnsavedStore kept, Drafts drafts, GitStore store, WorkingTree folder, string input, TimeProvider clock,
    Func<string, string> idOf)
{
    private const string OwnText = "index.md";
    private const int MostKept = 50;

    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>What holds where a file about the whole site says nothing, by the form's id.</summary>
    public Func<string, JsonObject> Given { get; init; } = _ => [];

    /// <summary>The draft's name: that of its branch behind <c>cms/</c>.</summary>
    public static string DraftOf(DeskCollection collection, string id) => $"{collection.Name}/{id}/index";

    public string PathOf(DeskCollection collection, string id, string name = OwnText) => collection.PathOf(input, id, name);

    /// <summary>The last part of a name, in characters that a file's name may have.</summary>
    public static string FileName(string said)
    {
        var name = said[(said.LastIndexOfAny(['/', '\\']) + 1)..].Trim().Replace(' ', '-');
        return string.Concat(name.Where(c => !char.IsControl(c) && !"<>:\"|?*#%&+()[]".Contains(c, StringComparison.Ordinal)));
    }

    public IReadOnlyList<string> Standing(DeskCollection collection)
    {
        var full = folder.Places.Full($"{input}/{collection.Name}");
        return !Directory.Exists(full) ? []
            : [.. Directory.GetDirectories(full).Where(d => File.Exists(Path.Combine(d, OwnText))).Select(d => Path.GetFileName(d))
                .Where(n => n[0] != '.').Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Ids(DeskCollection collection) => kept.Ids(collection.Name);

    public bool IsTaken(DeskCollection collection, string id) =>
        Directory.Exists(folder.Places.Full($"{input}/{collection.Name}/{id}")) || kept.Read(collection.Name, id) is not null
        || drafts.Tip(DraftOf(collection, id)) is not null;

    public void Begin(DeskCollection collection, string id, JsonObject said, Editor editor)
    {
        var values = Fresh(collection, id);
        foreach (var (key, value) in said)
        {
            values[key] = value?.DeepClone();
        }

        var mark = new FieldMark(editor.Name, clock.GetUtcNow());
        kept.Write(collection.Name, id, new()
        {
            Version = NewVersion(), Began = Fresh(collection, id), Values = values,
            Marks = said.ToDictionary(s => s.Key, _ => mark, StringComparer.Ordinal),
        });
    }

    public WritingState? State(DeskCollection collection, string id)
    {
        if (Read(collection, id) is not var (standing, entry, tip))
        {
            return null;
        }

        return new()
        {
            Version = entry.Version, Values = entry.Values, IsUnsaved = entry.Marks.Count > 0 || kept.Files(collection.Name, id).Count > 0,
            Stands = standing is not null, Step = tip is null ? null : drafts.Status(DraftOf(collection, id)), Tip = tip,
            Status = standing is null ? "draft" : FrontMatterPatcher.ValueOf(standing, "status") ?? "draft", Marks = entry.Marks,
            Kept = entry.Kept, Files = Files(collection, id, tip), Lies = Lies(collection, id),
        };
    }

    /// <summary>Lays changes over what was typed so far.</summary>
    /// <returns>The version before; null where there is no such entry.</returns>
    public string? Keep(DeskCollection collection, string id, IReadOnlyDictionary<string, FieldChange> changes, Editor editor)
    {
        if (Read(collection, id) is not var (_, entry, _))
        {
            return null;
        }

        var (values, lost) = (entry.Values.DeepClone().AsObject(), new List<LostWords>());
        var marks = new Dictionary<string, FieldMark>(entry.Marks, StringComparer.Ordinal);
        var mark = new FieldMark(editor.Name, clock.GetUtcNow());
        foreach (var (key, change) in changes.Where(c => !FormSteps.Hidden.Contains(c.Key)))
        {
            var (was, now) = (FormValues.Kept(collection.Schema, key, change.Was), FormValues.Kept(collection.Schema, key, change.Now));
            values[key] = ValueMerge.Of(was, now, entry.Values[key], [key], lost);
            marks[key] = mark;
        }

        var words = lost.Select(l => Told(collection, l, entry.Marks.GetValueOrDefault(l.Field[0])?.By ?? "", mark));
        Write(collection, id, entry with { Version = NewVersion(), Values = values, Marks = marks, Kept = Some(entry.Kept.Concat(words)) });
        return entry.Version;
    }

    public bool ForgetKept(DeskCollection collection, string id)
    {
        if (kept.Read(collection.Name, id) is not { } entry)
        {
            return false;
        }

        Write(collection, id, entry with { Kept = [] });
        return true;
    }

    public bool Drop(DeskCollection collection, string id)
    {
        kept.Remove(collection.Name, id);
        return true;
    }

    /// <summary>What was typed as a save, and the version it was; null when there is nothing.</summary>
    public (EntrySave Save, string Version)? Save(DeskCollection collection, string id, string message)
    {
        if (Read(collection, id) is not var (standing, entry, _) || Whole(collection, id) is not { } whole || whole[0].Bytes is []
            || (whole.Count == 1 && standing is not null && Dressed(collection, whole[0].Bytes!) == standing))
        {
            return null;
        }

        var own = new EntryText(whole[0].Path, whole[0].Bytes!, entry.Base);
        return (new(DraftOf(collection, id), own, [.. whole.Skip(1).Select(c => new Asset(c.Path, c.Bytes!))], message), entry.Version);
    }

    /// <summary>A save was made of this version; what was typed since goes on from it.</summary>
    public bool Settle(DeskCollection collection, string id, string version)
    {
        if (kept.Read(collection.Name, id) is not { } entry)
        {
            return false;
        }

        if (entry.Version == version && entry.Kept.Count == 0)
        {
            return Drop(collection, id);
        }

        if (entry.Version == version)
        {
            kept.RemoveFiles(collection.Name, id);
        }

        var (bytes, _) = Stands(collection, id);
        var stands = bytes is null ? null : ValuesOf(collection, id, Dressed(collection, bytes));
        Write(collection, id, entry with
        {
            Base = bytes is null ? null : WorkingTree.IdOf(bytes), Began = stands ?? entry.Began,
            Marks = entry.Version == version ? new Dictionary<string, FieldMark>(StringComparer.Ordinal) : entry.Marks,
            Values = entry.Version == version && stands is not null ? stands.DeepClone().AsObject() : entry.Values,
        });
        return true;
    }

    /// <summary>The entry's file as it would be, then the files that were put beside it.</summary>
    public IReadOnlyList<Change>? Whole(DeskCollection collection, string id)
    {
        if (Read(collection, id) is not var (standing, entry, _))
        {
            return null;
        }

        var values = entry.Values.DeepClone().AsObject();
        if (collection.Site is null)
        {
            values["id"] = id;
            values["status"] = standing is null ? "draft" : FrontMatterPatcher.ValueOf(standing, "status");
            if (values["status"] is null)
            {
                values.Remove("status");
            }
        }
        else
        {
            TermIds.Fill(collection.Schema, values, idOf);
            GivenValues.Leave(values, Given(id), key => standing is not null && FrontMatterPatcher.Has(standing, key));
        }

        var text = FormValues.Into(standing, collection.Schema, values);
        return
        [
            new(PathOf(collection, id), Utf8.GetBytes(collection.Site?.Bare(text) ?? text)),
            .. kept.Files(collection.Name, id).Select(f => new Change(PathOf(collection, id, f), kept.FileOf(collection.Name, id, f))),
        ];
    }

    /// <summary>As the form has it, one line a key; places in it are places of the form.</summary>
    public string? Text(DeskCollection collection, string id) =>
        Read(collection, id) is var (_, entry, _) ? FormValues.Text(collection.Schema, entry.Values) : null;

    /// <summary>Keeps a file under a name that no other one beside the entry has.</summary>
    public string Put(DeskCollection collection, string id, string name, byte[] bytes)
    {
        var taken = Files(collection, id, drafts.Tip(DraftOf(collection, id)));
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var free = name;
        for (var number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            if (FileOf(collection, id, free) is { } same && same.AsSpan().SequenceEqual(bytes))
            {
                return free;
            }

            free = $"{stem}-{number}{ending}";
        }

        kept.Put(collection.Name, id, free, bytes);
        return free;
    }

    public byte[]? FileOf(DeskCollection collection, string id, string name)
    {
        var path = PathOf(collection, id, name);
        return folder.Places.WhyNot(path) is not null || name == OwnText || collection.Site is not null ? null
            : kept.FileOf(collection.Name, id, name) is { } unsaved ? unsaved
            : drafts.Tip(DraftOf(collection, id)) is { } tip ? store.Read(tip, path) : folder.Read(path);
    }

    /// <summary>Whether the entry has a draft of its own.</summary>
    public bool HasDraft(DeskCollection collection, string id) => drafts.Tip(DraftOf(collection, id)) is not null;

    private string? Lies(DeskCollection collection, string id) =>
        folder.Read(PathOf(collection, id)) is { } bytes ? WorkingTree.IdOf(bytes) : null;

    /// <summary>Names of the files beside an entry, wherever they lie.</summary>
    /// <param name="hasDraft">Whether it is known to have one: asking git for each of many entries takes long.</param>
    public IReadOnlyList<string> Files(DeskCollection collection, string id, bool hasDraft) =>
        Files(collection, id, hasDraft ? drafts.Tip(DraftOf(collection, id)) : null);

    /// <summary>An entry as it lies in the folder, as its draft has it, and as it was typed: those there are.</summary>
    public IReadOnlyList<JsonObject> Versions(DeskCollection collection, string id)
    {
        var path = PathOf(collection, id);
        byte[]?[] texts = [folder.Read(path), drafts.Tip(DraftOf(collection, id)) is { } tip ? store.Read(tip, path) : null];
        return
        [
            .. texts.OfType<byte[]>().Select(b => FormValues.Of(Dressed(collection, b))).OfType<JsonObject>(),
            .. kept.Read(collection.Name, id) is { } typed ? [typed.Values] : Array.Empty<JsonObject>(),
        ];
    }

    /// <summary>Whether a saved text of the entry has these words anywhere, readable as a form or not.</summary>
    public bool Mentions(DeskCollection collection, string id, string words)
    {
        var path = PathOf(collection, id);
        byte[]?[] texts = [folder.Read(path), drafts.Tip(DraftOf(collection, id)) is { } tip ? store.Read(tip, path) : null];
        return texts.Any(t => t is not null && Utf8.GetString(t).Contains(words, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Files(DeskCollection collection, string id, string? tip)
    {
        if (collection.Site is not null)
        {
            return [];
        }

        var home = PathOf(collection, id, "");
        var names = folder.List(home.TrimEnd('/'), 1).Select(f => f[home.Length..]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in tip is null ? [] : drafts.Changed(tip).Where(f => f.Path.StartsWith(home, StringComparison.Ordinal)))
        {
            _ = file.Blob is null ? names.Remove(file.Path[home.Length..]) : names.Add(file.Path[home.Length..]);
        }

        names.UnionWith(kept.Files(collection.Name, id));
        names.Remove(OwnText);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private (byte[]? Bytes, string? Tip) Stands(DeskCollection collection, string id)
    {
        var path = PathOf(collection, id);
        var tip = drafts.Tip(DraftOf(collection, id));
        return (tip is null ? folder.Read(path) : store.Read(tip, path), tip);
    }

    private (string? Standing, UnsavedEntry Entry, string? Tip)? Read(DeskCollection collection, string id)
    {
        var (bytes, tip) = Stands(collection, id);
        var standing = bytes is null ? null : Dressed(collection, bytes);
        var stands = standing is null ? Fresh(collection, id) : ValuesOf(collection, id, standing);
        var now = bytes is null ? null : WorkingTree.IdOf(bytes);
        var typed = kept.Read(collection.Name, id);
        if (stands is null || (bytes is null && typed is null && collection.Site is not { IsKnown: true }))
        {
            return null;
        }

        return (standing, typed is null
            ? new() { Version = "stands-" + (now ?? "nowhere-yet")[..11], Base = now, Began = stands, Values = stands }
            : typed.Base == now ? typed : Joined(collection, id, typed, stands, now, tip), tip);
    }

    /// <summary>Somebody saved the file otherwise since the typing began: both are brought together by field, and told.</summary>
    private UnsavedEntry Joined(DeskCollection collection, string id, UnsavedEntry typed, JsonObject stands, string? now, string? tip)
    {
        var (values, lost) = (new JsonObject(), new List<LostWords>());
        foreach (var key in stands.Select(s => s.Key).Concat(typed.Values.Select(v => v.Key)).Distinct(StringComparer.Ordinal).ToList())
        {
            values[key] = ValueMerge.Of(typed.Began[key], typed.Values[key], stands[key], [key], lost);
        }

        var who = tip is not null ? drafts.Last(tip).Who : EntryHistory.LastOf(store, PathOf(collection, id)) ?? "";
        var mark = new FieldMark(typed.By, clock.GetUtcNow());
        var joined = typed with
        {
            Version = NewVersion(), Base = now, Began = stands, Values = values,
            Kept = Some(typed.Kept.Concat(lost.Select(l => Told(collection, l, who, mark)))),
        };
        Write(collection, id, joined);
        return joined;
    }

    /// <summary>What says nothing but what stands is not kept.</summary>
    private void Write(DeskCollection collection, string id, UnsavedEntry entry)
    {
        if (entry.Kept.Count == 0 && entry.Base is not null && kept.Files(collection.Name, id).Count == 0
            && FormValues.Text(collection.Schema, entry.Values) == FormValues.Text(collection.Schema, entry.Began))
        {
            kept.Remove(collection.Name, id);
        }
        else
        {
            kept.Write(collection.Name, id, entry);
        }
    }

    private static KeptWords Told(DeskCollection collection, LostWords lost, string by, FieldMark over) =>
        new(FormPlace.Words(collection.Schema, lost.Field), lost.Text, by, over.By, over.At);

    private static IReadOnlyList<KeptWords> Some(IEnumerable<KeptWords> words) => [.. words.TakeLast(MostKept)];

    private static string Dressed(DeskCollection collection, byte[] bytes) =>
        collection.Site?.Dress(Utf8.GetString(bytes)) ?? Utf8.GetString(bytes);

    private JsonObject Fresh(DeskCollection collection, string id) =>
        collection.Site is null ? new() { ["id"] = id, ["status"] = "draft" } : GivenValues.Under([], Given(id));

    /// <summary>What a text says; of a file about the whole site, with what holds besides.</summary>
    private JsonObject? ValuesOf(DeskCollection collection, string id, string standing) => FormValues.Of(standing) is not { } said ? null
        : collection.Site is null ? said : GivenValues.Under(said, Given(id));

    private string NewVersion() => clock.GetUtcNow().UtcTicks.ToString("x", CultureInfo.InvariantCulture);
}
