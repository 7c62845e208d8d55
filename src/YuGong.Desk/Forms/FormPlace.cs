using System.Globalization;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>The field of a form that a finding is about.</summary>
public static class FormPlace
{
    /// <summary>
    /// From the outermost key inwards: <c>events, 3, cite</c>; <c>body</c> for the Markdown, nothing for the whole entry.
    /// </summary>
    /// <param name="offset">UTF-16 units from the start of the entry's text.</param>
    public static IReadOnlyList<string> Of(FrontMatterBlock matter, int offset)
    {
        if (offset >= matter.BodyStart)
        {
            return ["body"];
        }

        var path = new List<string>();
        Walk(matter.Keys, offset, path);
        return path;
    }

    /// <summary>The same for a finding; what is missing has the field that would hold it.</summary>
    public static IReadOnlyList<string> Of(FrontMatterBlock matter, Diagnostic finding)
    {
        if (finding.Rule == PublishingRules.NoCorrection)
        {
            return [HeaderKeys.Corrections.Name]; // what changed is said there and then
        }

        var place = Of(matter, matter.File.OffsetIn(finding.Span));
        if (finding.Rule != ContentRules.MissingKey || finding.Details is not [var missing, ..] || place is ["body"])
        {
            return place;
        }

        var isItem = place is [.., var last] && int.TryParse(last, CultureInfo.InvariantCulture, out _);
        return [.. isItem ? place : place.SkipLast(1), missing.In(Language.Chinese)];
    }

    /// <summary>The same in the form's own words: 年表 · 第 4 项 · 依据.</summary>
    public static string Words(ISchema schema, IReadOnlyList<string> path)
    {
        if (path is ["body"])
        {
            return "正文";
        }

        var words = new List<string>();
        IShape? shape = schema as IShape;
        var keys = schema.Keys;
        foreach (var step in path)
        {
            if (shape is IListShape list && int.TryParse(step, CultureInfo.InvariantCulture, out var index))
            {
                words.Add($"第 {index + 1} 项");
                shape = list.Item;
            }
            else if (keys.FirstOrDefault(k => k.Name == step) is { } key)
            {
                words.Add(key.Label);
                shape = key.Shape;
            }
            else
            {
                words.Add(step);
                break;
            }

            keys = shape is ISchema inner ? inner.Keys : [];
        }

        return string.Join(" · ", words);
    }

    private static bool Walk(Node node, int offset, List<string> path)
    {
        switch (node)
        {
            case Mapping mapping:
                return Into(mapping.Entries.Select(e => (e.Key.Text, Start: e.Key.Span.Start, e.Value)), offset, path);
            case Sequence sequence:
                return Into(sequence.Items.Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), Start: item.Span.Start, item)),
                    offset, path);
            default:
                return false;
        }
    }

    /// <summary>The last child that begins at or before the place holds it.</summary>
    private static bool Into(IEnumerable<(string Name, int Start, Node Value)> children, int offset, List<string> path)
    {
        (string Name, int Start, Node Value)? holder = null;
        foreach (var child in children.Where(c => c.Start <= offset))
        {
            holder = child;
        }

        if (holder is not { } found)
        {
            return false;
        }

        path.Add(found.Name);
        Walk(found.Value, offset, path);
        return true;
    }
}
