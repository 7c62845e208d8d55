using Xunit;
using YuGong.Books;
using YuGong.Books.Screens;
using YuGong.Imaging.Codes;
using YuGong.Imaging.Vips;
using YuGong.Manuscripts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Books;

/// <summary>Articles in pictures, from a text that nobody wrote about anybody.</summary>
public sealed class ScreenTests : IDisposable
{
    private const string Words = "甲地的水厂一九二九年三月开工，一九三二年通水，从筹备到通水前后五年。水厂的布局借了山势：前一段要把水提上去，后一段就交给地形。";

    private readonly Diagnostics findings = new();
    private readonly BookDesign design;

    public ScreenTests() => design = BookDesign.Open(Repository.At("themes", "yugong"), "themes/yugong", Repository.At(".cache", "fonts"),
        findings, ScreenPress.Folder) ?? throw new InvalidOperationException("no design");

    public void Dispose() => design.Dispose();

    [Theory]
    [InlineData(ScreenPress.LongPicture)]
    [InlineData(ScreenPress.Carousel)]
    public void Pictures_of_everything_are_set_like_this(string target)
    {
        var scenes = Set(target, Text(sections: 2, paragraphs: 3, withFigure: true));
        var lines = scenes.SelectMany(scene => scene.Marks.Select(Line)
            .Prepend($"{scene.Name.Shape} {SceneText.Number(scene.Page.Width)} × {SceneText.Number(scene.Page.Height)}"));
        Golden.Matches(Repository.At("tests", "YuGong.Acceptance", "Books", $"{target}.golden.txt"), string.Join('\n', lines) + "\n");
        Assert.Empty(findings.Sorted());
    }

    [Fact]
    public void A_long_text_is_cut_into_files_of_like_height_and_keeps_every_line()
    {
        var text = Text(sections: 6, paragraphs: 22);
        var scenes = Set(ScreenPress.LongPicture, text);
        Assert.True(scenes.Count > 1);
        Assert.All(scenes, s => Assert.InRange(s.Page.Height, 400, 1600));
        var set = string.Concat(scenes.SelectMany(s => s.Marks).OfType<GlyphRun>().Where(r => r.Box == "text").Select(r => r.Text));
        Assert.Equal(6 * 22, set.Split("就交给地形。").Length - 1);
    }

    [Fact]
    public void A_carousel_ends_with_a_section_and_says_what_is_missing()
    {
        var scenes = Set(ScreenPress.Carousel, Text(sections: 6, paragraphs: 22));
        Assert.Equal("YG807", Assert.Single(findings.Sorted()).Rule.Code);
        Assert.InRange(scenes.Count, 10, 18);
        var last = string.Concat(scenes[^1].Marks.OfType<GlyphRun>().Select(r => r.Text));
        Assert.Contains("这里放不下的", last, StringComparison.Ordinal);
        Assert.Contains("第六节", last, StringComparison.Ordinal);
        Assert.DoesNotContain("第一节", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_carousel_is_not_made_of_half_a_section()
    {
        Assert.Null(ScreenPress.Set(Request(Text(sections: 1, paragraphs: 130)), ScreenPress.Carousel, Place, findings));
        Assert.Equal("YG808", Assert.Single(findings.Sorted()).Rule.Code);
    }

    [Fact]
    public void The_code_on_the_last_picture_can_be_read()
    {
        var scene = Set(ScreenPress.Carousel, Text(1, 1))[^1];
        using var raster = new ScenePainter(GlyphOutlines.Of(design.Fonts)).Paint(scene, ScreenPress.Width);
        Assert.Equal((1080, 1440), (raster.Width, raster.Height));
        var grey = new byte[raster.Width * raster.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = raster.Pixels[(i * 3) + 1];
        }

        Assert.Equal(["https://example.org/people/a/"], QrReader.Read(grey, raster.Width, raster.Height));
    }

    private static SourceSpan Place => new SourceFile("input/stories/a/index.md", "").Whole;

    private static string Line(Mark mark) => mark switch
    {
        GlyphRun run => $"  {run.Font.Key} {SceneText.Number(run.Size)} @{SceneText.Number(run.Clusters[0].X)},"
            + $"{SceneText.Number(run.Clusters[0].Y)} “{run.Text}”",
        PictureMark picture => $"  picture {Of(picture.Place)}",
        CodeMark code => $"  code {code.Text} {Of(code.Place)}",
        _ => $"  {mark.GetType().Name}",
    };

    private static string Of(Rect place) => string.Join(' ',
        new[] { place.X, place.Y, place.Width, place.Height }.Select(SceneText.Number));

    private static Article Text(int sections, int paragraphs, bool withFigure = false)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < sections; i++)
        {
            blocks.Add(new HeadingBlock(2, [new TextInline($"第{"一二三四五六"[i]}节")]));
            blocks.AddRange(Enumerable.Range(0, paragraphs).Select(_ => new ParagraphBlock([new TextInline(Words), new NoteInline(1)])));
        }

        if (withFigure)
        {
            blocks.Insert(2, new FigureBlock("01.jpg", "一张图", []));
            blocks.Insert(4, new QuoteBlock([new ParagraphBlock([new TextInline("水往低处流。")])]));
            ListItem[] items = [new([new ParagraphBlock([new TextInline("取水")])]), new([new ParagraphBlock([new TextInline("送水")])])];
            blocks.Add(new ListBlock(true, items));
        }

        return new()
        {
            Title = "某工：水从山上来", Summary = "某工修过一座水厂。", Byline = "文 / 编辑部", Rights = "文字 © 某会", Language = "zh-Hans",
            Revision = "0123456789abcdef", Page = new("https://example.org/people/a/"), Pictures = withFigure ? [Picture()] : [],
            Statements = ["核实：编辑部，文献互证，2026-11-22。"],
            Text = new() { Title = "某工", Blocks = blocks, Notes = ["《某书》，某社。https://example.org/a"] },
        };
    }

    private static ArticlePicture Picture()
    {
        using var raster = new Raster(300, 200, 3, 96);
        raster.Pixels.Fill(128);
        return new()
        {
            Name = "01.jpg", Number = 1, Alt = "一张图", Caption = "一张图", Credit = "某人 绘", Rights = null, Label = null,
            Bytes = raster.Png(), Size = (300, 200),
        };
    }

    private ScreenRequest Request(Article article) =>
        new() { Design = design, Article = article, Name = "某工", Poster = null, Organizers = ["某会"] };

    private IReadOnlyList<Scene> Set(string target, Article article)
    {
        var scenes = ScreenPress.Set(Request(article), target, Place, findings);
        Assert.NotNull(scenes);
        return scenes;
    }
}
