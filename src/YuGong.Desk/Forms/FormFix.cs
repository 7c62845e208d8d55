using System.Globalization;
using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What one field of a form holds, and what it holds once a finding is mended: by the same code that <c>check --fix</c> runs.</summary>
public sealed record FormFix(string Was, string Value)
{
    /// <summary>Null for a finding that only people can mend, or whose mending would make another entry of the form.</summary>
    /// <param name="field">From the outermost key inwards; see <see cref="FormPlace"/>.</param>
    public static FormFix? Of(FrontMatterBlock form, Diagnostic finding, IReadOnlyList<string> field)
    {
        if (finding.Fix is not { } fix || FixedText.Of(form.File, [fix]) is not { Edits.Count: > 0 } made
            || FrontMatterBlock.Read(new(form.File.Path, made.Text), new()) is not { } mended)
        {
            return null;
        }

        return (ValueOf(form, field), ValueOf(mended, field)) is ({ } was, { } value) ? new(was, value) : null;
    }

    private static string? ValueOf(FrontMatterBlock form, IReadOnlyList<string> field)
    {
        if (field is ["body"])
        {
            return form.File.Text[form.BodyStart..].Trim('\n');
        }

        Node? node = form.Keys;
        foreach (var step in field)
        {
            node = node switch
            {
                Mapping mapping => mapping.Find(step)?.Value,
                Sequence list => list.Items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return (node as Scalar)?.Text;
    }
}
