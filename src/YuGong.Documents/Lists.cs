using System.ComponentModel;

namespace YuGong.Documents;

/// <summary>One page of a list.</summary>
[Description("列表的一页。(One page of a list.)")]
public sealed record ListDocument(
    [property: Description("契约版本,语义化版本。")] string Contract,
    string Type,
    [property: Description("全部条数。")] int Total,
    [property: Description("第几页,从 1 数起。")] int Page,
    int Pages,
    Uri? Previous,
    Uri? Next,
    [property: Description("全部文档,每行一份。(All documents, one a line.)")] Uri Ndjson,
    IReadOnlyList<SummaryDocument> Items);

/// <summary>An entry of a list: enough to show a card.</summary>
[Description("列表里的一条,够画一张卡片。")]
public sealed record SummaryDocument(
    string Type, string Id, string Revision, string Title, string? LatinName, string? Headline, string Summary,
    [property: Description("方向的编号;只有人物有。")] string? Direction, IReadOnlyList<string> Trades, IReadOnlyList<string> Districts, string? Era,
    [property: Description("老物件的类别。")] string? Kind, DateDocument? Date, DateOnly? Updated, PictureDocument? Picture, Uri Page, string Path,
    Uri Self);

/// <summary>The door of the API.</summary>
[Description("接口的入口。(Start here.)")]
public sealed record IndexDocument(
    string Contract, SiteDocument Site,
    [property: Description("全站指纹;没变就不用再取任何东西。(Changes with any document.)")] string Revision,
    DateOnly? Updated, IReadOnlyList<CollectionDocument> Collections, IReadOnlyList<ResourceDocument> Resources,
    IReadOnlyList<FeedLink> Feeds);

public sealed record SiteDocument(
    string Title, string Tagline, string Description, Uri Home, string Language, IReadOnlyList<string> Organizers,
    [property: Description("征集通知公布的邮箱。(The public address of the call.)")] string? Mail);

public sealed record CollectionDocument(string Type, string Title, int Total, Uri List, Uri Ndjson, Uri Schema);

public sealed record ResourceDocument(string Name, string Title, Uri Url, Uri? Schema);

public sealed record FeedLink(string Title, Uri Rss, Uri Atom, Uri Json);

/// <summary>Every document there is, newest first: what a consumer compares with what it holds.</summary>
[Description("同步清单:全部文档和它们的指纹,新的在前。手里有而这里没有的,已经撤下。(Everything there is; what you hold and do not find here was withdrawn.)")]
public sealed record ChangesDocument(string Contract, string Revision, IReadOnlyList<ChangeDocument> Documents,
    IReadOnlyList<MovedDocument> Moved);

public sealed record ChangeDocument(string Type, string Id, string Revision, DateOnly? Updated, Uri Self, Uri Page);

[Description("改了地址的网页。")]
public sealed record MovedDocument(string From, string To);

[Description("各方向和各自的人物。")]
public sealed record DirectionsDocument(string Contract, IReadOnlyList<DirectionDocument> Directions);

/// <param name="Number">1 for the first.</param>
/// <param name="Path">The hall's page on this site.</param>
public sealed record DirectionDocument(
    string Id, [property: Description("第几个,从 1 数起。")] int Number, string Name, string Short, string Mark, string Text,
    [property: Description("展厅的名字。")] string Hall, string HallText, int Total, Uri Page, string Path, Uri Feed,
    IReadOnlyList<string> People);

/// <summary>The notice: everything a person needs to send a lead.</summary>
/// <param name="Form">The empty form as a .docx.</param>
/// <param name="FormPath">The same, relative to the host.</param>
[Description("征集通知。(The call for leads.)")]
public sealed record CallDocument(
    string Contract, string Title, string Theme, DateOnly Issued, IReadOnlyList<string> Issuers, string DeadlineNote, string Mail,
    [property: Description("邮件主题的写法。")] string Subject, string? Salutation, IReadOnlyList<string> Background, string Scope,
    IReadOnlyList<NamedTextDocument> Requirements, IReadOnlyList<NamedTextDocument> Channels, string Submission, string UseIntro,
    IReadOnlyList<string> Uses, IReadOnlyList<string> Notes, string Closing, string FormTitle,
    IReadOnlyList<NamedTextDocument> FormFields, IReadOnlyList<BatchDocument> Batches, Uri Form, string FormPath);

public sealed record NamedTextDocument(string Name, string? Text);

/// <param name="Closed">Its closing day has passed on the day of the build.</param>
public sealed record BatchDocument(string Name, DateOnly Opens, DateOnly Closes, bool Closed);

[Description("纪念馆的展厅,照参观路线。")]
public sealed record HallsDocument(string Contract, Uri Page, IReadOnlyList<HallDocument> Halls);

public sealed record HallDocument(string Direction, string Name, string Text, Uri Page, IReadOnlyList<LinkDocument> People,
    IReadOnlyList<LinkDocument> Objects);

[Description("受控词表。")]
public sealed record TaxonomiesDocument(
    string Contract, IReadOnlyList<CountedTerm> Directions, IReadOnlyList<CountedTerm> Traits, IReadOnlyList<CountedTerm> Trades,
    IReadOnlyList<CountedTerm> Districts,
    IReadOnlyList<CountedTerm> Eras, IReadOnlyList<CountedTerm> Clusters, IReadOnlyList<CountedTerm> Fields,
    IReadOnlyList<CountedTerm> Batches);

public sealed record CountedTerm(string Id, string Name, string? Note, [property: Description("有多少人物。")] int Total);

[Description("时间线的一页:人物和老物件的全部带日期的事件,早的在前。")]
public sealed record TimelineDocument(string Contract, int Total, int Page, int Pages, Uri? Previous, Uri? Next,
    IReadOnlyList<MomentDocument> Events);

public sealed record MomentDocument(DateDocument Date, string Text, string? Place, LinkDocument Entry);

[Description("海报清单。(Poster manifests.)")]
public sealed record PostersDocument(string Contract, int Total, IReadOnlyList<PosterDocument> Posters);

/// <summary>A poster of the press, as the room that made it tells us.</summary>
/// <param name="Entry">Type and id of the entry: <c>person/shui-xiheng</c>.</param>
/// <param name="Path">Address on the site.</param>
[Description("一张海报的一个文件。")]
public sealed record PosterDocument(string Entry, string Variant, string Title, string Path, string MediaType, int? Width, int? Height,
    long? Bytes);
