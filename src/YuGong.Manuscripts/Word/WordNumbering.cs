using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <param name="Level">Counted from 0.</param>
/// <param name="Number">Of the paragraph on its level.</param>
/// <param name="Label">As it stands in front of the paragraph: <c>一、</c>, <c>3.</c>; empty for bullets.</param>
/// <param name="IsBullet">No number at all.</param>
/// <param name="IsPlain">An Arabic number with nothing but a mark behind it.</param>
internal sealed record NumberLabel(int Level, int Number, string Label, bool IsBullet, bool IsPlain);

/// <summary>
/// 自动编号: numbers that Word counts and no text holds (ISO/IEC 29500-1, 17.9). Whoever reads only the text loses <c>一、</c> and
/// <c>（三）</c>.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, XElement> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    public WordNumbering(XElement? part)
    {
        foreach (var element in part?.Elements() ?? [])
        {
            var (into, id) = element.Name.LocalName == "num"
                ? (lists, element.Said("numId")) : (definitions, element.Said("abstractNumId"));
            if (id is not null && element.Name.LocalName is "num" or "abstractNum")
            {
                into.TryAdd(id!, element);
            }
        }
    }

    /// <summary>Counts one paragraph; null where it has no number after all.</summary>
    /// <param name="numbering">Its <c>w:numPr</c>.</param>
    public NumberLabel? Next(XElement numbering)
    {
        var level = Math.Min(WordMarkup.Number(numbering, "ilvl") ?? 0, Levels - 1);
        if (WordMarkup.Value(numbering.Child("numId")) is not { } id || id == "0" || !lists.TryGetValue(id, out var list)
            || WordMarkup.Value(list.Child("abstractNumId")) is not { } kind || !definitions.TryGetValue(kind, out var definition))
        {
            return null;
        }

        if (!counters.TryGetValue(kind, out var counts))
        {
            counters[kind] = counts = new int?[Levels];
        }

        Begin(id, list, counts);
        counts[level] = (counts[level] ?? (Start(definition, level) - 1)) + 1;
        Array.Clear(counts, level + 1, Levels - level - 1); // a new number begins everything below it anew
        var format = FormatOf(definition, level);
        var pattern = WordMarkup.Value(LevelOf(definition, level).Child("lvlText")) ?? "";
        var isBullet = format is "bullet" or "none" && !pattern.Contains('%', StringComparison.Ordinal);
        return new(level, counts[level]!.Value, isBullet ? "" : Label(definition, pattern, counts), isBullet,
            format == "decimal" && IsPlain(pattern, level));
    }

    /// <summary>The first paragraph of a list that says where it starts starts there.</summary>
    private void Begin(string id, XElement list, int?[] counts)
    {
        if (!begun.Add(id))
        {
            return;
        }

        foreach (var change in list.Elements().Where(e => e.Name.LocalName == "lvlOverride"))
        {
            if (int.TryParse(change.Said("ilvl"), out var level) && level is >= 0 and < Levels
                && WordMarkup.Number(change, "startOverride") is { } start)
            {
                counts[level] = start - 1;
            }
        }
    }

    private static string Label(XElement definition, string pattern, int?[] counts)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9')
            {
                var level = pattern[++at] - '1';
                text.Append(ChineseNumbers.Format(FormatOf(definition, level), counts[level] ?? Start(definition, level)));
            }
            else
            {
                text.Append(pattern[at]);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(string pattern, int level) =>
        pattern.StartsWith(string.Create(CultureInfo.InvariantCulture, $"%{level + 1}"), StringComparison.Ordinal)
        && pattern[2..] is "" or "." or "、" or "．" or ")" or "）";

    private static XElement? LevelOf(XElement definition, int level) => definition.Elements()
        .FirstOrDefault(e => e.Name.LocalName == "lvl" && e.Said("ilvl") == level.ToString(CultureInfo.InvariantCulture));

    private static string FormatOf(XElement definition, int level) =>
        WordMarkup.Value(LevelOf(definition, level).Child("numFmt")) ?? "decimal";

    private static int Start(XElement definition, int level) => WordMarkup.Number(LevelOf(definition, level), "start") ?? 1;
}
