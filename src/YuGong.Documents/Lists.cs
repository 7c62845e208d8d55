using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace YuGong.Documents;

/// <summary>One page of a list.</summary>
[Description("列表的一页。(One page of a list.)")]
public sealed record ListDocument
{
    [Description("契约版本,语义化版本。")]
    public required string Contract { get; init; }

    public required string Type { get; init; }

    [Description("全部条数。")]
    public required int Total { get; init; }

    [Description("第几页,从 1 数起。")]
    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required Uri? Previous { get; init; }

    public required Uri? Next { get; init; }

    [Description("全部文档,每行一份。(All documents, one a line.)")]
    public required Uri Ndjson { get; init; }

    public required IReadOnlyList<SummaryDocument> Items { get; init; }
}

/// <summary>An entry of a list: enough to show a card.</summary>
[Description("列表里的一条,够画一张卡片。")]
public sealed record SummaryDocument
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public required string Revision { get; init; }

    public required string Title { get; init; }

    public required string? LatinName { get; init; }

    public required string? Headline { get; init; }

    public required string Summary { get; init; }

    [Description("只有人物有。(People only.)")]
    public required TermDocument? Direction { get; init; }

    public required IReadOnlyList<string> Trades { get; init; }

    public required IReadOnlyList<string> Districts { get; init; }

    public required string? Era { get; init; }

    [Description("老物件的类别。")]
    public required string? Kind { get; init; }

    public required DateDocument? Date { get; init; }

    public required DateOnly? Updated { get; init; }

    [Description("画卡片用的图片;renditions 只有一种裁法,人物是 card。(With the renditions of one cut.)")]
    public required PictureDocument? Picture { get; init; }

    [Description("人物的印,SVG;别的为 null。(People only.)")]
    public required Uri? Seal { get; init; }

    [Description("人物的山,SVG;别的为 null。(People only.)")]
    public required Uri? Ridge { get; init; }

    public required Uri Page { get; init; }

    public required string Path { get; init; }

    public required Uri Self { get; init; }
}

/// <summary>The door of the API.</summary>
[Description("接口的入口。(Start here.)")]
public sealed record IndexDocument(
    string Contract, SiteDocument Site,
    [property: Description("全站指纹;没变就不用再取任何东西。(Changes with any document.)")] string Revision,
    DateOnly? Updated, IReadOnlyList<CollectionDocument> Collections, IReadOnlyList<ResourceDocument> Resources,
    IReadOnlyList<FeedLink> Feeds);

public sealed record SiteDocument(
    string Title, string Tagline, string Description, Uri Home, string Language, IReadOnlyList<string> Organizers,
    [property: Description("征集通知公布的邮箱。(The public address of the call.)")] string? Mail,
    [property: Description("首页的灯:多少人、说的是谁;没有的站为 null。(How many people the site is about; null where it does not say.)")]
    LightsDocument? Lights);

/// <summary>The lights of the home page.</summary>
/// <param name="Count">People whom the site tells of.</param>
public sealed record LightsDocument(
    [property: Description("有多少盏灯,就是多少人。(How many lights: how many people.)")] int Number,
    string Text, string Lit,
    [property: Description("已经发布的人数。(People published so far.)")] int Count,
    [property: Description("这个数的出处。(Where the number was said.)")] string Source,
    string Invitation);

public sealed record CollectionDocument(string Type, string Title, int Total, Uri List, Uri Ndjson, Uri Schema);

public sealed record ResourceDocument(string Name, string Title, Uri Url, Uri? Schema);

public sealed record FeedLink(string Title, Uri Rss, Uri Atom, Uri Json);

/// <summary>Every document there is, newest first: what a consumer compares with what it holds.</summary>
[Description("同步清单:全部文档和它们的指纹,新的在前。手里有而这里没有的,已经撤下。(Everything there is; what you hold and do not find here was withdrawn.)")]
public sealed record ChangesDocument(string Contract, string Revision, IReadOnlyList<ChangeDocument> Documents,
    IReadOnlyList<MovedDocument> Moved,
    [property: Description("不再有的文档,新的在前。(Documents that are no more, newest first.)")]
    IReadOnlyList<TombstoneDocument> Tombstones);

/// <summary>
/// A document that is no more. Who was withdrawn is not named: whoever holds the document knows its key, nobody else learns anything.
/// </summary>
/// <param name="Date">Of the withdrawal; null where nobody wrote it down.</param>
/// <param name="Page">Where it was; null of what was withdrawn.</param>
[Description("不再有的一份文档。key 是“类型/编号”的 SHA-256(UTF-8,十六进制):手里有它的人认得出,别人看不出是谁。"
    + "(key: SHA-256 of “type/id”, so that only who holds the document recognizes it.)")]
public sealed record TombstoneDocument(
    [property: AllowedValues("person", "object", "dialogue", "video", "news", "page")] string Type,
    string Key,
    [property: Description("withdrawn 撤下,请删去;moved 换了编号,successor 是现在的。")]
    [property: AllowedValues("withdrawn", "moved")] string Reason,
    [property: Description("哪一天;没有记的为 null。")] DateOnly? Date,
    [property: Description("原来的网页;撤下的不再指名,为 null。")] Uri? Page,
    LinkDocument? Successor);

public sealed record ChangeDocument(
    [property: AllowedValues("person", "object", "dialogue", "video", "news", "page")] string Type,
    string Id, string Revision, DateOnly? Updated, Uri Self, Uri Page);

[Description("改了地址的网页。")]
public sealed record MovedDocument(string From, string To);

[Description("各方向和各自的人物。")]
public sealed record DirectionsDocument(string Contract, IReadOnlyList<DirectionDocument> Directions);

public sealed record DirectionDocument
{
    public required string Id { get; init; }

    /// <summary>1 for the first.</summary>
    [Description("第几个,从 1 数起。")]
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string Short { get; init; }

    public required string Mark { get; init; }

    public required string Text { get; init; }

    [Description("展厅的名字。")]
    public required string Hall { get; init; }

    public required string HallText { get; init; }

    public required int Total { get; init; }

    public required Uri Page { get; init; }

    /// <summary>The hall's page on this site.</summary>
    public required string Path { get; init; }

    public required Uri Feed { get; init; }

    public required IReadOnlyList<string> People { get; init; }
}

/// <summary>The notice: everything a person needs to send a lead.</summary>
[Description("征集通知。(The call for leads.)")]
public sealed record CallDocument
{
    public required string Contract { get; init; }

    public required string Title { get; init; }

    public required string Theme { get; init; }

    public required DateOnly Issued { get; init; }

    public required IReadOnlyList<string> Issuers { get; init; }

    public required string DeadlineNote { get; init; }

    public required string Mail { get; init; }

    [Description("邮件主题的写法。")]
    public required string Subject { get; init; }

    public required string? Salutation { get; init; }

    public required IReadOnlyList<string> Background { get; init; }

    public required string Scope { get; init; }

    public required IReadOnlyList<NamedTextDocument> Requirements { get; init; }

    public required IReadOnlyList<NamedTextDocument> Channels { get; init; }

    public required string Submission { get; init; }

    public required string UseIntro { get; init; }

    public required IReadOnlyList<string> Uses { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required string Closing { get; init; }

    public required string FormTitle { get; init; }

    public required IReadOnlyList<NamedTextDocument> FormFields { get; init; }

    public required IReadOnlyList<BatchDocument> Batches { get; init; }

    /// <summary>The empty form as a .docx.</summary>
    public required Uri Form { get; init; }

    /// <summary>The same, relative to the host.</summary>
    public required string FormPath { get; init; }
}

public sealed record NamedTextDocument(string Name, string? Text);

/// <param name="Closed">Its closing day has passed on the day of the build.</param>
public sealed record BatchDocument(string Name, DateOnly Opens, DateOnly Closes, bool Closed);

[Description("纪念馆的展厅,照参观路线。")]
public sealed record HallsDocument(string Contract, Uri Page, IReadOnlyList<HallDocument> Halls);

public sealed record HallDocument(TermDocument Direction, string Name, string Text, Uri Page, IReadOnlyList<LinkDocument> People,
    IReadOnlyList<LinkDocument> Objects);

[Description("受控词表。")]
public sealed record TaxonomiesDocument
{
    public required string Contract { get; init; }

    public required IReadOnlyList<CountedTerm> Directions { get; init; }

    public required IReadOnlyList<CountedTerm> Traits { get; init; }

    public required IReadOnlyList<CountedTerm> Trades { get; init; }

    public required IReadOnlyList<CountedTerm> Districts { get; init; }

    public required IReadOnlyList<CountedTerm> Eras { get; init; }

    public required IReadOnlyList<CountedTerm> Clusters { get; init; }

    public required IReadOnlyList<CountedTerm> Fields { get; init; }

    public required IReadOnlyList<CountedTerm> Batches { get; init; }

    [Description("网站自己的词表。(The site's own vocabularies.)")]
    public required IReadOnlyList<CountedVocabulary> Declared { get; init; }
}

public sealed record CountedVocabulary(string Id, string Name, IReadOnlyList<CountedTerm> Terms);

public sealed record CountedTerm(string Id, string Name, string? Note, [property: Description("有多少人物。")] int Total);

[Description("时间线的一页:人物和老物件的全部带日期的事件,早的在前。")]
public sealed record TimelineDocument(string Contract, int Total, int Page, int Pages, Uri? Previous, Uri? Next,
    IReadOnlyList<MomentDocument> Events);

public sealed record MomentDocument(DateDocument Date, string Text, string? Place, LinkDocument Entry);

[Description("海报清单。(Poster manifests.)")]
public sealed record PostersDocument(string Contract, int Total, IReadOnlyList<PosterDocument> Posters);

/// <summary>A file of a poster, as the room that made it tells us.</summary>
[Description("一张海报的一个文件。")]
public sealed record PosterDocument
{
    [Description("画的是谁:类型和 id,如 person/shui-xiheng;全体的海报是 site。")]
    public required string Entry { get; init; }

    [Description("设计和版面:peak-a3。")]
    public required string Variant { get; init; }

    [Description("人物的名字;全体的海报是网站的名字。")]
    public required string Title { get; init; }

    [Description("版面的大小:297 × 420 mm。")]
    public required string Size { get; init; }

    [Description("pdf、pdf-outlines(转曲)、svg、svg-outlines、png、jpg、webp;设计师套件是 zip。")]
    public required string Format { get; init; }

    [Description("做什么用,一句话。")]
    public required string Purpose { get; init; }

    public required string Path { get; init; }

    public required Uri Url { get; init; }

    public required string MediaType { get; init; }

    [Description("像素;矢量文件没有。")]
    public required int? Width { get; init; }

    public required int? Height { get; init; }

    public required long? Bytes { get; init; }

    [Description("宽 640 像素的小图(WebP);套件没有。")]
    public required Uri? Preview { get; init; }
}
