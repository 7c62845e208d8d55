using YuGong.Manuscripts;

namespace YuGong.Tests.Manuscripts;

/// <summary>An article with everything that an article can have. Nobody in it exists.</summary>
internal static class SampleArticle
{
    public static Article Make() => new()
    {
        Title = "愚公：移山 & <海>", Summary = "愚公九十岁，想移山。", Byline = "文 / 编辑部", Rights = "文字 © 某会", Language = "zh-Hans",
        Revision = "0123456789abcdef", Page = new("https://example.org/people/yu-gong/"),
        Pictures = [Picture(1, "太行山"), Picture(2, "王屋山") with { Label = "人工智能生成", Rights = "公有领域" }],
        Statements = ["核实：编辑部，文献互证，2026-11-22。", "同意：据公开史料。"],
        Text = new()
        {
            Title = "愚公", Notes = ["《列子》，某书局。https://example.org/a?b=1&c=2", "口述。", "没有提到的。"],
            Blocks =
            [
                new HeadingBlock(2, Words("起因")),
                new ParagraphBlock(
                [
                    new TextInline("愚公"), new TextInline("九十岁", true), new TextInline("。"), new NoteInline(2), new NoteInline(1),
                    new TextInline("见", false, true), new LinkInline("https://example.org/x", Words("这里")), new BreakInline(),
                    new TextInline("a < b\u00A0“c”"),
                ]),
                new HeadingBlock(3, Words("经过")), new FigureBlock("01.jpg", "太行山", []),
                new ListBlock(false, [new([new ParagraphBlock(Words("锄头")), new ListBlock(true, [Item("木柄"), Item("铁头")])]), Item("畚箕")]),
                new QuoteBlock([new ParagraphBlock([.. Words("子又有子。"), new NoteInline(1)]), new ParagraphBlock(Words("子又有孙。"))]),
                new TableBlock([new(true, [Words("年"), Words("事")]), new(false, [Words("一"), Words("挖土")])]), new DividerBlock(),
                new FigureBlock("02.jpg", "王屋山", []), new ParagraphBlock(Words("完。")),
            ],
        },
    };

    private static ArticlePicture Picture(int number, string caption) => new()
    {
        Name = $"{number:00}.jpg", Number = number, Alt = caption, Caption = caption, Credit = "某人 摄", Rights = null, Label = null,
        Bytes = Docx.Png, Size = (640, 480),
    };

    private static ListItem Item(string words) => new([new ParagraphBlock(Words(words))]);

    private static IReadOnlyList<Inline> Words(string text) => [new TextInline(text)];
}
