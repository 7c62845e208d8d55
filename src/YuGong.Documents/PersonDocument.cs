using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace YuGong.Documents;

/// <summary>A person's story.</summary>
[Description("人物。")]
public sealed record PersonDocument : PublicDocument
{
    [Description("拉丁字母姓名。")]
    public required string LatinName { get; init; }

    [Description("带声调的拼音。")]
    public required string? Pinyin { get; init; }

    [Description("字、号、曾用名。")]
    public required IReadOnlyList<string> OtherNames { get; init; }

    [Description("男、女。")]
    [AllowedValues("男", "女")]
    public required string Gender { get; init; }

    [Description("主题句,不超过 24 字。")]
    public required string Headline { get; init; }

    [Description("出生;未能确证为 null。")]
    public required VitalDocument? Birth { get; init; }

    [Description("逝世;未能确证为 null。")]
    public required VitalDocument? Death { get; init; }

    public required string? NativePlace { get; init; }

    public required string? WorkUnit { get; init; }

    public required string? Post { get; init; }

    public required string? ProfessionalTitle { get; init; }

    public required string? YearsOfService { get; init; }

    [Description("方向之一。")]
    public required TermDocument Direction { get; init; }

    public required IReadOnlyList<TermDocument> Traits { get; init; }

    public required IReadOnlyList<TermDocument> Trades { get; init; }

    public required IReadOnlyList<TermDocument> Districts { get; init; }

    public required TermDocument Era { get; init; }

    [Description("产业集群。")]
    public required IReadOnlyList<TermDocument> Clusters { get; init; }

    [Description("科技创新领域。")]
    public required IReadOnlyList<TermDocument> Fields { get; init; }

    public required TermDocument? Batch { get; init; }

    [Description("推荐单位或推荐人;没有写明同意公开的为 null。")]
    public required string? Recommender { get; init; }

    [Description("展厅路线中的位置,从 1 数起。")]
    public required int Position { get; init; }

    public required PictureDocument? Portrait { get; init; }

    [Description("其他图片,不含肖像。(Pictures besides the portrait.)")]
    public required IReadOnlyList<PictureDocument> Album { get; init; }

    [Description("姓氏的印,SVG;没有肖像的地方放它。(The surname as a seal, where there is no portrait.)")]
    public required Uri Seal { get; init; }

    [Description("这个人的山,SVG,六层以内,每层一个 class。(A mountain of one's own, in layers.)")]
    public required Uri Ridge { get; init; }

    public required IReadOnlyList<EventDocument> Events { get; init; }

    [Description("年表:生、事、卒,早的在前。(Birth, events and death in order of time.)")]
    public required IReadOnlyList<ChronicleDocument> Chronicle { get; init; }

    public required IReadOnlyList<FigureDocument> Figures { get; init; }

    public required IReadOnlyList<HonourDocument> Honours { get; init; }

    public required IReadOnlyList<QuotationDocument> Quotations { get; init; }

    public required IReadOnlyList<ProjectDocument> Projects { get; init; }

    public required IReadOnlyList<LinkDocument> Objects { get; init; }

    public required IReadOnlyList<RelationDocument> Related { get; init; }

    [Description("尚待核实:没有查到、各处说法不合而没有写的,一句一条。(What is not established yet, a sentence each.)")]
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    public required IReadOnlyList<LinkDocument> Dialogues { get; init; }

    public required IReadOnlyList<LinkDocument> Videos { get; init; }

    [Description("有关的动态,新的在前。(News about this person, the newest first.)")]
    public required IReadOnlyList<LinkDocument> News { get; init; }

    [Description("这个人的海报,每个文件一条,与 posters.json 里的相同。(Files of this person's posters, as in posters.json.)")]
    public required IReadOnlyList<PosterDocument> Posters { get; init; }
}

[Description("生或卒。")]
public sealed record VitalDocument(DateDocument Date, string? Place, IReadOnlyList<int> Sources);

/// <param name="Kind">birth, event or death.</param>
/// <param name="Text">Of an event; birth and death are said by whoever shows them.</param>
[Description("年表的一行。kind 为 birth、event、death;生卒的 text 为 null。")]
public sealed record ChronicleDocument(
    [property: AllowedValues("birth", "event", "death")] string Kind,
    DateDocument Date, string? Text, string? Place, IReadOnlyList<int> Sources);

public sealed record HonourDocument(string Name, DateDocument? Date, IReadOnlyList<int> Sources);

[Description("引语。direct 为 false 时是转述,不是原话。")]
public sealed record QuotationDocument(string Text, string? Speaker, bool Direct, string? Occasion, IReadOnlyList<int> Sources);

public sealed record ProjectDocument(string Name, string? Role, DateDocument? Date, string? Place, IReadOnlyList<int> Sources);

[Description("相关人物。关系写一边,两边都有;sources 只在写明依据的一边。")]
public sealed record RelationDocument(LinkDocument Person, string Relation, IReadOnlyList<int> Sources);
