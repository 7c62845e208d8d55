using System.Globalization;
using System.Text.Json.Nodes;
using DiffPlex;
using DiffPlex.Chunkers;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>A field that says something else than before.</summary>
/// <param name="Field">From the outermost key inwards, as the new text has it; as the old one, where it is gone.</param>
/// <param name="Place">The same in the form's own words: 年表 · 第 4 项 · 日期.</param>
/// <param name="Before">Empty where it said nothing.</param>
/// <param name="After">Empty where it says nothing any more.</param>
public sealed record ChangedField(IReadOnlyList<string> Field, string Place, string Before, string After);

/// <summary>
/// What changed between two texts of an entry, field by field: of a list the items, of an item that both have its members, of the Markdown
/// the paragraphs.
/// </summary>
/// <param name="keys">In the order in which a reader meets them.</param>
/// <param name="gone">Words for the values of the old text.</param>
/// <param name="made">Words for those of the new one.</param>
public sealed class FieldComparison(IReadOnlyList<IKey> keys, FieldWords gone, FieldWords made)
{
    private const string Gap = "\n\n";

    /// <summary>By these members an item is the same one, wherever in the list it stands.</summary>
    private static readonly string[] Identities = ["id", "src"];

    /// <param name="before">Null for a new entry.</param>
    public IReadOnlyList<ChangedField> Of(JsonObject? before, JsonObject after)
    {
        var changes = new List<ChangedField>();
        foreach (var key in keys.Where(k => !FormSteps.Hidden.Contains(k.Name)))
        {
            Compare(key.Shape, before?[key.Name], after[key.Name], new([key.Name], [key.Label]), changes);
        }

        Paragraphs(FieldWords.TextOf(before?[FormSteps.Body]), FieldWords.TextOf(after[FormSteps.Body]), changes);
        return changes;
    }

    private void Compare(IShape shape, JsonNode? was, JsonNode? now, Spot at, List<ChangedField> changes)
    {
        switch (shape, was, now)
        {
            case var _ when ValueMerge.Same(was, now):
                break;
            case (ISchema schema, JsonObject old, JsonObject next):
                foreach (var key in schema.Keys)
                {
                    Compare(key.Shape, old[key.Name], next[key.Name], at.Into(key.Name, key.Label), changes);
                }

                break;
            case (IListShape { Item: ISchema item }, var old, var next):
                Items(item, old as JsonArray ?? [], next as JsonArray ?? [], at, changes);
                break;
            default:
                Tell(gone.Of(shape, was), made.Of(shape, now), at, changes);
                break;
        }
    }

    private void Items(ISchema item, JsonArray was, JsonArray now, Spot at, List<ChangedField> changes)
    {
        foreach (var (old, next) in Pairs(was, now))
        {
            var spot = at.Into(next ?? old!.Value);
            if (old is { } from && next is { } to)
            {
                Compare((IShape)item, was[from], now[to], spot, changes);
            }
            else
            {
                var (left, came) = (old is { } o ? was[o] : null, next is { } n ? now[n] : null);
                Tell(gone.Of((IShape)item, left), made.Of((IShape)item, came), spot, changes);
            }
        }
    }

    /// <summary>Which item became which, by their places.</summary>
    private static IEnumerable<(int? Old, int? Next)> Pairs(JsonArray was, JsonArray now)
    {
        if (Array.Find(Identities, i => was.Concat(now).All(n => FieldWords.TextOf((n as JsonObject)?[i]).Length > 0)) is not { } identity)
        {
            return Aligned([.. was.Select(n => n?.ToJsonString() ?? "")], [.. now.Select(n => n?.ToJsonString() ?? "")]);
        }

        var places = was.Index().GroupBy(n => IdOf(n.Item), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Index,
            StringComparer.Ordinal);
        var kept = now.Index().Select(n => (Old: places.TryGetValue(IdOf(n.Item), out var old) ? old : (int?)null, Next: (int?)n.Index))
            .ToList();
        return [.. kept, .. Enumerable.Range(0, was.Count).Except(kept.Select(k => k.Old ?? -1)).Select(o => ((int?)o, (int?)null))];

        string IdOf(JsonNode? node) => FieldWords.TextOf(node![identity]);
    }

    /// <summary>Pieces that differ, one beside the other as far as both sides go; those that are alike are left out.</summary>
    private static List<(int? Old, int? Next)> Aligned(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var pairs = new List<(int?, int?)>();
        if (was.Count == 0 || now.Count == 0)
        {
            pairs.AddRange(was.Index().Select(w => ((int?)w.Index, (int?)null)));
            pairs.AddRange(now.Index().Select(n => ((int?)null, (int?)n.Index)));
            return pairs;
        }

        var diff = Differ.Instance.CreateDiffs("-", "+", false, false, new CustomFunctionChunker(s => s == "-" ? was : now));
        foreach (var block in diff.DiffBlocks)
        {
            for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
            {
                pairs.Add((i < block.DeleteCountA ? block.DeleteStartA + i : null, i < block.InsertCountB ? block.InsertStartB + i : null));
            }
        }

        return pairs;
    }

    private static void Paragraphs(string before, string after, List<ChangedField> changes)
    {
        string[] was = before.Length == 0 ? [] : before.Split(Gap), now = after.Length == 0 ? [] : after.Split(Gap);
        foreach (var (old, next) in Aligned(was, now))
        {
            var number = (next ?? old!.Value) + 1;
            Tell(old is { } o ? was[o] : "", next is { } n ? now[n] : "", new([FormSteps.Body], [$"正文 · 第 {number} 段"]), changes);
        }
    }

    private static void Tell(string before, string after, Spot at, List<ChangedField> changes)
    {
        if (before != after)
        {
            changes.Add(new(at.Field, string.Join(" · ", at.Words), before, after));
        }
    }

    private sealed record Spot(IReadOnlyList<string> Field, IReadOnlyList<string> Words)
    {
        public Spot Into(string key, string label) => new([.. Field, key], [.. Words, label]);

        public Spot Into(int index) => Into(index.ToString(CultureInfo.InvariantCulture), $"第 {index + 1} 项");
    }
}
