using YuGong.Content;

namespace YuGong.Leads;

/// <summary>What the words of a form say plainly about its place in the statistics. Nothing is inferred beyond the words.</summary>
public static class LeadClassifier
{
    private static readonly string[] Organizations =
        ["公司", "单位", "集团", "协会", "学会", "商会", "大学", "学院", "学校", "研究院", "研究所", "设计院", "医院", "中心", "委员会", "管理局", "工程局", "局", "厂", "所", "院",
            "处", "部", "站", "办公室", "办", "社", "会", "工会", "科", "队"];

    public static Classification Classify(LeadForm form, DateOnly received, Taxonomies words) => new(
        received, ChannelOf(form), words.Batches.FirstOrDefault(b => b.Opens <= received && received <= b.Closes)?.Id,
        DirectionOf(form, words)?.Id, DistrictOf(form, words)?.Id);

    public static IReadOnlyList<Term> TraitsOf(LeadForm form, Taxonomies words) =>
        [.. words.Traits.Where(t => form[Field.Highlights].Contains(t.Name, StringComparison.Ordinal)
            || form[Field.Deeds].Contains(t.Name, StringComparison.Ordinal))];

    private static Channel? ChannelOf(LeadForm form)
    {
        var (recommender, relation) = (form[Field.Recommender], form[Field.Relation]);
        return recommender.Length == 0 && relation.Length == 0 ? null
            : relation.Contains("本人", StringComparison.Ordinal) || relation.Contains("自荐", StringComparison.Ordinal)
                || recommender is "本人" or "自荐" || recommender == form[Field.Person] ? Channel.Self
            : Organizations.Any(end => recommender.TrimEnd('）', ')').EndsWith(end, StringComparison.Ordinal)) && recommender.Length > 3
                ? Channel.Unit
            : Channel.Other;
    }

    private static Direction? DirectionOf(LeadForm form, Taxonomies words) =>
        words.Directions.Where(d => form[Field.Highlights].Contains(d.Name, StringComparison.Ordinal)
            || form[Field.Subject].Contains(d.Name, StringComparison.Ordinal)).ToList() is [var one] ? one : null;

    /// <summary>By its name without 区 or 县 in the employer's name; two districts in it are none.</summary>
    private static Term? DistrictOf(LeadForm form, Taxonomies words) =>
        words.Districts.Where(d => form[Field.Unit].Contains(d.Name.Length > 2 ? d.Name[..2] : d.Name, StringComparison.Ordinal))
            .ToList() is [var one] ? one : null;
}
