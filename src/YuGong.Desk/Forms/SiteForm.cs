using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>
/// A file about the whole site in the dress of an entry: its YAML between the fences of a front matter, a list under a key of its own. What
/// reads, patches and places an entry then does so here too, and the file gets back nothing but its own text.
/// </summary>
public sealed class SiteForm
{
    private const string Fence = "---\n";
    private const string Items = "items";
    private const string Indent = "  ";

    /// <summary>The settings are no content: programs, servers and keys hang on them.</summary>
    private static readonly SiteForm[] Known = [.. SiteFileTable.All.Where(f => f != SiteFileTable.Settings).Select(f => new SiteForm(f))];

    private SiteForm(SiteFile file) =>
        (File, Schema) = (file, file.IsList ? new ListSchema(file.Name, [new ListKey(Items, file.Title, file.Shape)]) : file.Schema);

    public SiteFile File { get; }

    /// <summary>The keys of the form.</summary>
    public ISchema Schema { get; }

    /// <summary>Whether every site may have the file: it can be begun where it does not lie yet.</summary>
    public bool IsKnown => Array.Exists(Known, f => f.File == File);

    /// <summary>In addresses: <c>trades</c>, <c>call</c>.</summary>
    public string Id => File.Name[(File.Name.LastIndexOf('.') + 1)..];

    /// <summary>Units of UTF-16 by which the dress moves every place of the file.</summary>
    public int Shift => Fence.Length + (File.IsList ? Items.Length + 2 : 0);

    /// <summary>Every file that all sites may have, then the vocabularies that this one declares.</summary>
    public static IReadOnlyList<SiteForm> All(Taxonomies taxonomies) =>
        [.. Known, .. taxonomies.Declared.Select(v => new SiteForm(SiteFileTable.Own(v.Id, v.Name)))];

    /// <param name="id">A valid one; what is none of the known is a vocabulary of the site's own.</param>
    public static SiteForm Find(string id) => Array.Find(Known, f => f.Id == id) ?? Own(id, id);

    /// <summary>A vocabulary of the site's own, whether it lies anywhere or not.</summary>
    public static SiteForm Own(string id, string title) => new(SiteFileTable.Own(id, title));

    /// <summary>Whether a vocabulary of the site's own may be called so: nothing else is.</summary>
    public static bool MayBeOwn(string id) =>
        Slug.IsValid(id) && WindowsName.CanBe(id) && !VocabularyKeys.IsTaken(id) && !Array.Exists(Known, f => f.Id == id);

    /// <summary>The form whose file it is; null for other files.</summary>
    /// <param name="path">Below the content's folder: <c>taxonomies/trades.yaml</c>.</param>
    public static SiteForm? At(string path) => Array.Find(Known, f => f.PathIn("") == "/" + path)
        ?? (path.Split('/') is ["taxonomies", var name] && name.EndsWith(".yaml", StringComparison.Ordinal)
            && Slug.IsValid(name[..^".yaml".Length]) ? new(SiteFileTable.Own(name[..^".yaml".Length], name[..^".yaml".Length])) : null);

    public string PathIn(string input) => input + File.Path[File.Path.IndexOf('/')..];

    public string Dress(string text) =>
        Fence + (File.IsList ? Items + ":\n" : "") + text + (text.Length == 0 || text.EndsWith('\n') ? "" : "\n") + Fence;

    /// <summary>The file's own text. A list that was printed anew stands below its key and is moved to the margin.</summary>
    public string Bare(string dressed)
    {
        var end = dressed.LastIndexOf("\n" + Fence, StringComparison.Ordinal);
        var lines = dressed[Fence.Length..(end + 1)];
        if (!File.IsList)
        {
            return lines;
        }

        lines = lines.StartsWith(Items + ":\n", StringComparison.Ordinal) ? lines[(Items.Length + 2)..] : lines;
        var rows = lines.Split('\n');
        return Array.TrueForAll(rows, r => r.Length == 0 || r.StartsWith(Indent, StringComparison.Ordinal))
            ? string.Join('\n', rows.Select(r => r.Length == 0 ? r : r[Indent.Length..]))
            : lines.StartsWith(Items + ":", StringComparison.Ordinal) ? lines[(Items.Length + 1)..].TrimStart(' ') : lines;
    }

    private sealed record ListSchema(string Name, IReadOnlyList<IKey> Keys) : ISchema;

    private sealed record ListKey(string Name, string Label, IShape Shape) : IKey
    {
        public string Hint => "";

        public bool Required => true;

        public bool IsVerbatim => false;
    }
}
