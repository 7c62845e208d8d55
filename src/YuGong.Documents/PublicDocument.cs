using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using YuGong.Content;

namespace YuGong.Documents;

// The headless contract. What these records cannot say cannot be published: there is no member for a telephone number, a
// private address, a consent form or a lead. Every member is always present; what is not known is null or an empty list.

/// <summary>What every document of the API has.</summary>
[Description("每份文档都有的部分。(What every document has.)")]
public abstract record PublicDocument
{
    private static readonly Uri Nowhere = new("about:blank");

    [JsonPropertyOrder(-100)]
    [Description("类型:person、object、dialogue、video、news、page。")]
    [AllowedValues("person", "object", "dialogue", "video", "news", "page")]
    public string Type { get; init; } = "";

    [JsonPropertyOrder(-99)]
    [Description("编号,在同类中唯一,永不改变。(Stable id, unique in its type.)")]
    public string Id { get; init; } = "";

    [JsonPropertyOrder(-98)]
    [Description("内容指纹,16 位十六进制;内容没变它就不变。(Content hash.)")]
    public string Revision { get; init; } = "";

    [JsonPropertyOrder(-97)]
    [Description("姓名或标题。")]
    public string Title { get; init; } = "";

    [JsonPropertyOrder(-96)]
    [Description("摘要,纯文字。")]
    public string Summary { get; init; } = "";

    [JsonPropertyOrder(-95)]
    [Description("网页的完整地址(权威地址)。(Canonical page.)")]
    public Uri Page { get; init; } = Nowhere;

    [JsonPropertyOrder(-94)]
    [Description("网页在本站的地址,以 / 开头。(The same, relative to the host.)")]
    public string Path { get; init; } = "";

    [JsonPropertyOrder(-93)]
    [Description("本文档的完整地址。(This document.)")]
    public Uri Self { get; init; } = Nowhere;

    [JsonPropertyOrder(-92)]
    [Description("发布日,ISO 8601;没有排定为 null。")]
    public DateOnly? Published { get; init; }

    [JsonPropertyOrder(-91)]
    [Description("最近一次实质修改的日子,ISO 8601。")]
    public DateOnly? Updated { get; init; }

    [JsonPropertyOrder(-90)]
    [Description("语言,BCP 47。")]
    public string Language { get; init; } = "zh-Hans";

    [JsonPropertyOrder(-89)]
    [Description("署名,照原样显示。(Byline, to be shown as it is.)")]
    public string? Byline { get; init; }

    [JsonPropertyOrder(-88)]
    [Description("文字的权利说明。(Rights in the text.)")]
    public string? Rights { get; init; }

    [JsonPropertyOrder(-87)]
    [Description("图片署名,去重。(Picture credits.)")]
    public IReadOnlyList<string> Credits { get; init; } = [];

    [JsonPropertyOrder(89)]
    [Description("网站自己的词表里的词,没有为空。(Words of the site's own vocabularies.)")]
    public IReadOnlyList<VocabularyTermsDocument> Terms { get; init; } = [];

    [JsonPropertyOrder(90)]
    [Description("这条内容的图片。")]
    public IReadOnlyList<PictureDocument> Pictures { get; init; } = [];

    [JsonPropertyOrder(91)]
    [Description("来源,次序即正文里的编号。(Sources in the order of their numbers.)")]
    public IReadOnlyList<SourceDocument> Sources { get; init; } = [];

    [JsonPropertyOrder(92)]
    [Description("谁(岗位)、怎么、何时核实。")]
    public VerificationDocument? Verification { get; init; }

    [JsonPropertyOrder(93)]
    [Description("依据什么同意发布;不需要同意的没有。(What publication rests on.)")]
    public ConsentDocument? Consent { get; init; }

    [JsonPropertyOrder(94)]
    [Description("更正:发布以后改了什么,早的在前。(What was mended after publication.)")]
    public IReadOnlyList<CorrectionDocument> Corrections { get; init; } = [];

    [JsonPropertyOrder(95)]
    [Description("有来源只读到摘录,尚待对照全文复核。(Some source was read as an excerpt only.)")]
    public bool HasExcerpts { get; init; }

    [JsonPropertyOrder(100)]
    [Description("正文,纯文字,一段一行。(Body as plain text, one paragraph a line.)")]
    public string Text { get; init; } = "";

    [JsonPropertyOrder(101)]
    [Description("正文,净化过的 HTML:只有版面标签,地址完整,没有脚本和样式。(Body as sanitized HTML with absolute addresses.)")]
    public string Html { get; init; } = "";
}

/// <summary>A date of history: EDTF (ISO 8601-2:2019), and as a reader says it.</summary>
[Description("历史日期。")]
public sealed record DateDocument(
    [property: Description("EDTF(ISO 8601-2):1927-03、1935~、1929/1932、194X。")] string Edtf,
    [property: Description("读者读到的写法。")] string Text,
    [property: Description("能写成 ISO 8601 年、月、日的写在这里,否则 null。")] string? Iso,
    [property: Description("开始的年份,供排序。")] int Year);

/// <summary>The words of one of the site's own vocabularies.</summary>
[Description("一张自己的词表里的词。")]
public sealed record VocabularyTermsDocument(string Vocabulary, string Name, IReadOnlyList<TermDocument> Terms);

/// <summary>A word of a controlled vocabulary.</summary>
[Description("受控词。")]
public sealed record TermDocument(string Id, string Name);

/// <summary>A reference to another document.</summary>
[Description("指向另一份文档。")]
public sealed record LinkDocument(
    [property: AllowedValues("person", "object", "dialogue", "video", "news", "page")] string Type, string Id, string Title, Uri Page,
    Uri Self)
{
    /// <summary>The document itself, for readers in this program: a template that follows a link. Absent in what was read back.</summary>
    [JsonIgnore]
    public Func<PublicDocument>? Target { get; init; }
}

/// <param name="Basis">public_record, family or person.</param>
/// <param name="Note">Only of a public record; what families and people said stays private.</param>
[Description("同意。basis 为 public_record(公开史料)、family(家属)、person(本人);note 只在公开史料时有。")]
public sealed record ConsentDocument([property: AllowedValues("public_record", "family", "person")] string Basis, string? Note);

[Description("一条更正。")]
public sealed record CorrectionDocument(DateOnly Date, string Text);

[Description("图片。ai 为 none、assisted、generated;后两种须照规定标明。")]
public sealed record PictureDocument
{
    [Description("代表这张图片的一个文件。(The one file that stands for it.)")]
    public required Uri Url { get; init; }

    public required string Alt { get; init; }

    [Description("署名,必须随图显示。(Must be shown with the picture.)")]
    public required string Credit { get; init; }

    public required string? Rights { get; init; }

    public required string? Caption { get; init; }

    [AllowedValues("none", "assisted", "generated")]
    public required string Ai { get; init; }

    [Description("url 的像素,制图的单位;没有做图片的网站为 null。(Pixels of the file at url; a drawing's own units.)")]
    public required int? Width { get; init; }

    public required int? Height { get; init; }

    [Description("裁开时要留在画面里的一点。(The point that must stay visible when it is cropped.)")]
    public required FocalPointDocument FocalPoint { get; init; }

    [Description("几个模糊的像素,data: 地址,图片到来以前显示;制图没有。(A blurred preview as a data: address.)")]
    public required string? Placeholder { get; init; }

    [Description("深度缩放:IIIF Image API 3 的 info.json;没有更多可看的为 null。(Deep zoom.)")]
    public required Uri? Iiif { get; init; }

    [Description("做出来的每一个文件,窄的在前;列表里只有卡片用的。制图没有。(Every file made of it; in lists, those for cards.)")]
    public required IReadOnlyList<RenditionDocument> Renditions { get; init; }

    /// <summary>Where it comes from, for readers in this program. Absent in what was read back.</summary>
    [JsonIgnore]
    public PictureOrigin? Origin { get; init; }
}

[Description("从左、从上数起,0 到 1。没有标的是中间偏上。(From the left and from the top.)")]
public sealed record FocalPointDocument(double X, double Y);

[Description("图片的一个文件。cut 是怎样裁的:whole 整张,card 4:5,square 1:1,sheet 4:3,still 16:9。(One file of a picture.)")]
public sealed record RenditionDocument(
    string Cut,
    [property: Description("image/jpeg、image/webp、image/avif;线稿的名片是 image/svg+xml。")] string MediaType, int Width, int Height, Uri Url);

/// <summary>The picture of the content that a <see cref="PictureDocument"/> tells of.</summary>
public sealed record PictureOrigin(Entry Entry, Picture Picture);

[Description("来源。grade 为 A、B、C;excerpt_only 表示只读到摘录。")]
public sealed record SourceDocument
{
    public required int Number { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string? Author { get; init; }

    public required string Publisher { get; init; }

    public required DateDocument? Date { get; init; }

    public required string? Url { get; init; }

    public required string? Archive { get; init; }

    [AllowedValues("A", "B", "C")]
    public required string Grade { get; init; }

    public required bool ExcerptOnly { get; init; }
}

[Description("核实。checker 是岗位,不是人名。")]
public sealed record VerificationDocument(string Checker, string Method, DateOnly Date);

[Description("带依据的事件。sources 是来源的编号。")]
public sealed record EventDocument(DateDocument Date, string Text, string? Place, IReadOnlyList<int> Sources);

[Description("带依据的数字,照来源写。")]
public sealed record FigureDocument(string Label, string Value, string? Unit, IReadOnlyList<int> Sources);
