using YuGong.Text;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The section <c>CopyDesk</c> of <c>statiq.json</c>: how grave each of its rules is, and words that stand as they are.</summary>
internal static class CopyDeskKeys
{
    private static readonly ChoiceShape<Severity?> Grave = Choice<Severity?>(
        ("off", "不报", null), ("note", "说明", Severity.Note), ("warning", "警告", Severity.Warning), ("error", "错误", Severity.Error));

    private static readonly Key<Severity?>[] Rules =
        [.. CopyRules.All.Select(rule => new Key<Severity?>(rule.Code, rule.Title.Zh, "off | note | warning | error;不写是 warning", Grave))];

    private static readonly Key<IReadOnlyList<string>> Sic = new("Sic", "原文如此", "全站照原样留着的词", ListOf(Words)) { IsVerbatim = true };

    public static Schema<CopySettings> Schema { get; } = new("CopyDesk", [.. Rules, Sic], m =>
        new(Rules.Where(m.Says).ToDictionary(k => k.Name, m.Get, StringComparer.Ordinal), m.All(Sic)));
}
