using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Typesetting;

namespace YuGong.Books.Review;

/// <summary>The running text of a 审稿单.</summary>
internal sealed class ReviewText
{
    private const int Line = PageDesign.Line;

    /// <summary>Room to sign: so many lines.</summary>
    private const int BoxLines = 3;

    /// <summary>Columns of the claims begin here, in hundredths of the line: number, kind, text, sources, what is to be done.</summary>
    private static readonly int[] Claims = [0, 6, 15, 62, 82, 100];

    /// <summary>Columns of what was said at the desk: the step, who, when, which revision.</summary>
    private static readonly int[] Steps = [0, 30, 55, 80, 100];

    /// <summary>Columns of the signatures: who, what they think, their name, the day.</summary>
    private static readonly int[] Boxes = [0, 16, 58, 80, 100];

    private readonly Article article;
    private readonly ReviewSheet review;
    private readonly BookDesign design;
    private readonly PageDesign page;
    private readonly Structure structure;
    private readonly BlockMaker make;
    private readonly int section;

    public ReviewText(Article article, ReviewSheet review, BookDesign design, PageDesign page, Structure structure)
    {
        (this.article, this.review, this.design, this.page, this.structure) = (article, review, design, page, structure);
        make = new(design, page, structure, new(design, withNotes: true));
        section = structure.Add("Sect");
    }

    /// <summary>What is to be published, sources and all.</summary>
    public IEnumerable<FlowBlock> Article() =>
    [
        make.Heading(article.Title, section, "H1") with { Size = 1.6, SpaceBefore = 0 },
        .. article.Byline is { } byline ? [make.Aside(byline, section, keeps: true)] : Array.Empty<FlowBlock>(),
        make.Paragraph(make.Words.Plain(article.Summary, design.Kai), section) with { SpaceAfter = Line },
        .. make.Of(article.Text.Blocks, section, (name, _) => Figure(name)),
        .. article.Text.Notes.Count == 0 ? [] : make.Notes(article.Text.Notes, section).Prepend(make.Heading(Labels.Sources, section)),
        .. Statements().Select((s, i) => make.Aside(s, section) with { SpaceBefore = i == 0 ? Line : 0 }),
    ];

    /// <summary>What its readers have to say to it.</summary>
    public IEnumerable<FlowBlock> Review() =>
    [
        make.Heading("逐条核对", section) with { Clears = true },
        .. Rows(Claims, [["", "类", "内容", "来源和等级", "核对"], .. review.Claims.Select(Row)], Line),
        .. review.Missing.Count == 0 ? []
            : review.Missing.Select(lacks => (FlowBlock)make.Aside("□ " + lacks, section)).Prepend(make.Heading("发布以前还差", section)),
        .. review.Stamps.Count == 0 ? []
            : Rows(Steps, review.StampRows, Line).Prepend(make.Heading("编辑台上审过的步骤", section)),
        make.Heading("签字", section),
        .. Rows(Boxes, [["环节", "意见", "签字", "日期"]], Line),
        .. Rows(Boxes, [.. review.Signers.Select(s => new[] { s, "", "", "" })], BoxLines * Line),
    ];

    private IEnumerable<string> Statements() => article.Rights is { } rights ? article.Statements.Append(rights) : article.Statements;

    private static string[] Row(ReviewedClaim claim, int index) =>
    [
        $"{index + 1}", claim.Kind, claim.Text, string.Join("，", claim.Sources.Select(s => $"[{s.Note}] {s.Grade}")),
        claim.Weakness is { } lacks ? "不够：" + lacks : "□ 对过",
    ];

    /// <param name="columns">Where they begin, and where the last ends.</param>
    /// <param name="leading">From line to line.</param>
    private IEnumerable<FlowBlock> Rows(int[] columns, IReadOnlyList<string[]> rows, int leading)
    {
        var table = structure.Add("Table", section);
        double At(int column) => columns[column] * page.Characters / 100.0;
        return rows.Select((cells, i) =>
        {
            var row = structure.Add("TR", table);
            return (FlowBlock)new RowBlock
            {
                // Neither the first line nor the last stands alone on a page.
                Element = row, Fill = design.Inks.Text, Size = 0.88, Leading = leading, Rule = make.Hairline,
                KeepsWithNext = i == 0 || i == rows.Count - 2,
                Cells =
                [
                    .. cells.Select((cell, c) => new FlowCell(make.Words.Plain(cell), At(c), At(c + 1) - At(c) - 0.8,
                        structure.Add("TD", row), Align.Start)),
                ],
            };
        }).ToList();
    }

    private FlowBlock? Figure(string name) => article.Pictures.FirstOrDefault(p => p.Name == name) is { } picture
        ? make.Figure(ArticleFigures.Of(picture), picture.Line, picture.Alt, section) : null;
}
