using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>
/// The index that <c>search.js</c> reads below <c>/search/index/</c>: a table of all pages, names with their pinyin, shards of pairs
/// of characters, and the texts for excerpts. Every file is a script, because a page on a USB stick may load nothing else.
/// </summary>
public sealed class SearchPipeline(Func<PublicSite> made, SearchTables known) : IPipeline
{
    private const string Folder = "search/index/";
    private const int TextsInAFile = 4;

    /// <summary>About so many places in a shard: some 20 kB, of which a query needs one for every two characters.</summary>
    private const int PlacesInAShard = 14_000;

    public string Name => "search";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var open = made();
        var places = open.Entries.Sum(e => (long)e.Entry.Header.Body.File.Text.Length);
        var shards = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, places / PlacesInAShard));
        var count = open.Entries.Count + (site.Call is null ? 0 : 1);
        var terms = string.Join('|', VocabularyOf(site).SelectMany(v => v.Terms).Select(t => t.Id + t.Name));
        var key = ApiProgram.Id.With(open.Revision).With(known.Key).With(Fingerprint.Of($"{site.Call} {terms}"));
        var index = new Lazy<SearchIndex>(() => new(open, known, shards, key.ToString()[..8]));
        yield return new(OutputPath.Of(Folder + "table.js"), key, () => index.Value.Table(VocabularyOf(site)));
        yield return new(OutputPath.Of(Folder + "names.js"), key, () => index.Value.Names());
        yield return new(OutputPath.Of(Folder + "fold.js"), key, () => index.Value.Fold());
        for (var shard = 0; shard < shards; shard++)
        {
            var number = shard;
            yield return new(OutputPath.Of($"{Folder}s{number}.js"), key, () => index.Value.Shard(number));
        }

        for (var file = 0; file * TextsInAFile < count; file++)
        {
            var number = file;
            yield return new(OutputPath.Of($"{Folder}t{number}.js"), key, () => index.Value.Texts(number, TextsInAFile));
        }
    }

    private static IReadOnlyList<(string Id, string Name, IReadOnlyList<Term> Terms)> VocabularyOf(Site site) =>
    [
        ("type", "类别", [.. ListBuilder.Types.Select(t => new Term(t, site.Texts[t]))]),
        ("direction", "方向", [.. site.Taxonomies.Directions.Select(d => new Term(d.Id, d.Short))]),
        ("trade", "专业", site.Taxonomies.Trades), ("era", "年代", site.Taxonomies.Eras), ("district", "区县", site.Taxonomies.Districts),
        .. site.Taxonomies.Declared.Where(v => v.IsFilter).Select(v => (v.Id, v.Name, v.Terms)),
    ];
}

/// <summary>What the search knows of characters, from the packages that set-up installed.</summary>
/// <param name="Key">Of the files they are read from.</param>
public sealed record SearchTables(Fingerprint Key, Lazy<SearchFolding> SearchFolding, Lazy<PinyinTable> Pinyin)
{
    public static SearchTables None { get; } = new(default, new(() => Api.SearchFolding.None), new(() => PinyinTable.None));
}

/// <summary>The index of one edition, made once when the first of its files is rendered.</summary>
internal sealed class SearchIndex
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchJson Json = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly SearchText[] texts;
    private readonly string[] folded;
    private readonly BigramIndex bigrams;
    private readonly SearchTables known;
    private readonly string revision;
    private readonly int shards;

    public SearchIndex(PublicSite open, SearchTables known, int shards, string revision)
    {
        (this.known, this.shards, this.revision) = (known, shards, revision);
        texts = new SearchText[open.Entries.Count + (open.Site.Call is null ? 0 : 1)];
        folded = new string[texts.Length];
        var folding = known.SearchFolding.Value;
        Parallel.For(0, texts.Length, i =>
        {
            texts[i] = i < open.Entries.Count
                ? SearchText.Of(open.Entries[i].Document with { Text = PublicSite.TextOf(open.Entries[i]) })
                : SearchText.Of(open.Site.Call!, open.Site.Texts["call"]);
            folded[i] = folding.Of(texts[i].Text);
        });
        bigrams = new(folded, shards);
    }

    /// <summary>
    /// Numbers of shards and texts, the vocabulary, and for each text, as it is folded, its length, where title and names end, and its
    /// terms.
    /// </summary>
    public byte[] Table(IReadOnlyList<(string Id, string Name, IReadOnlyList<Term> Terms)> vocabulary)
    {
        var used = texts.SelectMany(t => t.Terms).ToHashSet(StringComparer.Ordinal);
        var groups = vocabulary
            .Select(v => (v.Id, v.Name, Terms: v.Terms.Where(t => used.Contains($"{v.Id}:{t.Id}")).ToList()))
            .Where(v => v.Terms.Count > 0).ToList();
        var numbers = groups.SelectMany(g => g.Terms.Select(t => $"{g.Id}:{t.Id}")).Select((term, i) => (term, i))
            .ToDictionary(x => x.term, x => x.i, StringComparer.Ordinal);
        var kinds =
            new JsonArray(
            [.. groups.Select(g => new JsonArray(g.Id, g.Name, new JsonArray([.. g.Terms.Select(t => new JsonArray(t.Id, t.Name))])))]);
        var head = new JsonArray(texts.Length, shards, 4, bigrams.Length, kinds, UsedTraditional()).ToJsonString(Plain);
        var bits = new Utf16BitWriter($"yugongSearch(\"table\",\"{revision}\",{head},\"");
        for (var i = 0; i < texts.Length; i++)
        {
            var text = texts[i];
            var (titleEnd, namesEnd) = (Fold(text.Text[..text.TitleEnd]).Length, Fold(text.Text[..text.NamesEnd]).Length);
            bits.Gamma((uint)folded[i].Length + 1);
            bits.Gamma((uint)titleEnd + 1);
            bits.Gamma((uint)(namesEnd - titleEnd) + 1);
            List<int> terms = [.. text.Terms.Where(numbers.ContainsKey).Select(t => numbers[t]).Order()];
            bits.Gamma((uint)terms.Count + 1);
            terms.ForEach(t => bits.Gamma((uint)t + 1));
        }

        return bits.Close("\")\n");
    }

    /// <summary>Title and readings of each text, for pinyin and for single characters.</summary>
    public byte[] Names()
    {
        var script = new StringBuilder("\ufeffyugongSearch(\"names\",\"").Append(revision).Append("\",");
        script.Append(JsonSerializer.Serialize(
            [.. texts.Select(t => (string[])[Fold(t.Text[..t.NamesEnd]),
                known.Pinyin.Value.Readings(t.Title, t.Pinyin, t.Type == "person")])], Json.Rows));
        return Utf16(script.Append(")\n"));
    }

    private string Fold(string text) => known.SearchFolding.Value.Of(text);

    /// <summary>The Traditional characters of these texts, each followed by what it becomes: for marks in them.</summary>
    private string UsedTraditional()
    {
        var used = texts.SelectMany(t => t.Text).ToHashSet();
        return string.Concat(known.SearchFolding.Value.Simplified.Where(p => used.Contains(p.From)).Select(p => $"{p.From}{p.To}"));
    }

    /// <summary>Traditional characters, each followed by what it becomes.</summary>
    public byte[] Fold()
    {
        var script = new StringBuilder("\ufeffyugongSearch(\"fold\",\"").Append(revision).Append("\",\"");
        foreach (var (from, to) in known.SearchFolding.Value.Simplified)
        {
            script.Append(from).Append(to);
        }

        return Utf16(script.Append("\")\n"));
    }

    public byte[] Shard(int number)
    {
        var bits = new Utf16BitWriter($"yugongSearch(\"s{number.ToString(CultureInfo.InvariantCulture)}\",\"{revision}\",\"");
        bigrams.Write(number, bits);
        return bits.Close("\")\n");
    }

    /// <summary>Title, path, type and line of a few texts, and the texts themselves deflated (RFC 1951), each behind the other.</summary>
    public byte[] Texts(int number, int many)
    {
        var mine = texts.AsSpan(number * many, Math.Min(many, texts.Length - (number * many))).ToArray();
        string[] Head(SearchText t) => [t.Title, t.Path, t.Type, t.Line, t.When, t.Thumbnail, t.Mark];
        var head = JsonSerializer.Serialize([.. mine.Select(Head)], Json.Rows);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(string.Concat(mine.Select(t => t.Text + "\n\0"))));
        }

        var bits =
            new Utf16BitWriter(
                $"yugongSearch(\"t{number.ToString(CultureInfo.InvariantCulture)}\",\"{revision}\",{head},{packed.Length},\"");
        bits.Bytes(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return bits.Close("\")\n");
    }

    private static byte[] Utf16(StringBuilder script) => Encoding.Unicode.GetBytes(script.ToString());
}
