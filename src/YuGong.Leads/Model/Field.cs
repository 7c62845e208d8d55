using YuGong.Text;

namespace YuGong.Leads;

/// <summary>What a lead says. The first fourteen are the cells of the form (annex of the notice of 2026-01-26), in its order.</summary>
public enum Field
{
    Person,
    Sex,
    Birth,
    Unit,
    Party,
    Years,
    Post,
    Title,
    PersonPhone,
    RecommenderPhone,
    Deeds,
    Highlights,
    Recommender,
    Relation,

    /// <summary>Who sent the mail: address, and name if any.</summary>
    Sender,

    /// <summary>The subject of the mail as it came.</summary>
    Subject,

    /// <summary>What was written and not understood, with its places.</summary>
    Rest,

    /// <summary>The id of the published story.</summary>
    Story,

    /// <summary>Who sees to it, by the name that the desk knows them by.</summary>
    Assigned,

    /// <summary>The verifiers' checklist, as JSON.</summary>
    Checks,

    /// <summary>The experts' scores, as JSON.</summary>
    Scores,
}

/// <summary>
/// A cell of the form: its tag in content controls and JSON, the label printed on it, and how else people write the label.
/// </summary>
public sealed record FormField(Field Field, string Tag, string Label, bool Required, params IReadOnlyList<string> AlsoWritten);

public static class LeadFormFields
{
    public static readonly IReadOnlyList<FormField> All =
    [
        new(Field.Person, "person", "被推荐人姓名", true, "被推荐人", "被推荐者姓名", "被推荐工程师姓名", "推荐对象", "人物姓名", "工程师姓名", "姓名"),
        new(Field.Sex, "sex", "性别", false),
        new(Field.Birth, "birth", "出生年月", false, "出生日期", "出生年月日", "出生时间", "生日"),
        new(Field.Unit, "unit", "工作单位", true, "所在单位", "现工作单位", "工作单位及部门", "单位名称", "工作单位全称"),
        new(Field.Party, "party", "党派", false, "政治面貌", "党派政治面貌"),
        new(Field.Years, "years", "工作年限", false, "从业年限", "工龄", "从事工程技术年限"),
        new(Field.Post, "post", "职务", false, "现任职务", "行政职务", "岗位", "职务岗位"),
        new(Field.Title, "title", "职称", false, "专业技术职称", "技术职称", "职称等级"),
        new(Field.PersonPhone, "person_phone", "被推荐人联系电话", true, "被推荐人电话", "被推荐人联系方式", "被推荐人手机", "本人联系电话", "本人电话"),
        new(Field.RecommenderPhone, "recommender_phone", "推荐人联系电话", true, "推荐人电话", "推荐人联系方式", "推荐人手机", "推荐单位联系电话", "推荐单位电话", "推荐人单位联系电话"),
        new(Field.Deeds, "deeds", "核心事迹简介", true, "核心事迹", "事迹简介", "主要事迹", "事迹介绍", "主要事迹简介", "先进事迹"),
        new(Field.Highlights, "highlights", "线索亮点", true, "亮点", "故事亮点", "事迹亮点"),
        new(Field.Recommender, "recommender", "推荐人/单位", true, "推荐人单位", "推荐人", "推荐单位", "推荐单位推荐人", "推荐人姓名", "推荐人姓名单位", "推荐单位名称"),
        new(Field.Relation, "relation", "与被推荐人关系", false, "与被推荐人的关系", "推荐人与被推荐人关系", "与本人关系"),
    ];

    private static readonly Dictionary<string, FormField> ByTag = All.ToDictionary(f => f.Tag, StringComparer.Ordinal);

    public static FormField Of(Field field) => All[(int)field];

    public static FormField? Find(string tag) => ByTag.GetValueOrDefault(tag);

    /// <summary>The name of any field in JSON and in the store.</summary>
    public static string TagOf(Field field) => (int)field < All.Count ? All[(int)field].Tag : field.ToString().ToLowerInvariant();

    /// <summary>In English a field is called by its tag.</summary>
    public static Phrase Words(Field field) => new(LabelOf(field), TagOf(field));

    public static string LabelOf(Field field) => field switch
    {
        Field.Sender => "来信人",
        Field.Subject => "邮件主题",
        Field.Rest => "没有认出的内容",
        Field.Story => "故事",
        Field.Assigned => "经办人",
        Field.Checks => "核实清单",
        Field.Scores => "评分",
        _ => All[(int)field].Label,
    };
}
