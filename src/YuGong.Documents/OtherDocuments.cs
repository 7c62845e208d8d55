using System.ComponentModel;

namespace YuGong.Documents;

/// <summary>老物件: an object of the collection.</summary>
[Description("老物件。")]
public sealed record ObjectDocument : PublicDocument
{
    [Description("类别:drawing、tool、machine、photo、document、building、site、specimen、instrument。")]
    public required TermDocument Kind { get; init; }

    public required DateDocument? Made { get; init; }

    public required PictureDocument? Picture { get; init; }

    public required string? Material { get; init; }

    public required string? Dimensions { get; init; }

    [Description("今在何处。")]
    public required string? Location { get; init; }

    [Description("馆藏次序,从 1 数起。")]
    public required int Position { get; init; }

    public required IReadOnlyList<TermDocument> Districts { get; init; }

    public required IReadOnlyList<ParticipationDocument> People { get; init; }

    public required IReadOnlyList<EventDocument> Events { get; init; }

    public required IReadOnlyList<FigureDocument> Figures { get; init; }
}

[Description("人物与物件的关系。")]
public sealed record ParticipationDocument(LinkDocument Person, TermDocument Role);

/// <summary>An interview.</summary>
[Description("访谈。")]
public sealed record DialogueDocument : PublicDocument
{
    public required LinkDocument? Person { get; init; }

    public required string Interviewer { get; init; }

    public required DateDocument Date { get; init; }

    public required string? Place { get; init; }

    public required IReadOnlyList<string> PullQuotes { get; init; }

    public required IReadOnlyList<ExchangeDocument> Exchanges { get; init; }
}

[Description("一问一答。")]
public sealed record ExchangeDocument(string Question, string Answer);

/// <summary>A film; its body is the transcript.</summary>
[Description("短视频;正文是文字稿。")]
public sealed record VideoDocument : PublicDocument
{
    public required DateDocument Date { get; init; }

    [Description("秒。")]
    public required int Duration { get; init; }

    public required IReadOnlyList<LinkDocument> People { get; init; }

    public required PictureDocument? Poster { get; init; }

    [Description("本站的影片文件,没有为 null。")]
    public required Uri? File { get; init; }

    [Description("WebVTT 字幕,没有为 null。")]
    public required Uri? Captions { get; init; }

    [Description("发布者网站上的地址,没有为 null。")]
    public required string? PublisherUrl { get; init; }
}

/// <summary>News.</summary>
[Description("动态:哪一天发生了什么。依据是 sources。")]
public sealed record NewsDocument : PublicDocument
{
    public required DateDocument Date { get; init; }

    [Description("有关的人物。")]
    public required IReadOnlyList<LinkDocument> People { get; init; }
}

/// <summary>An ordinary page.</summary>
[Description("普通页面:关于、权利、更正。")]
public sealed record PageDocument : PublicDocument;
