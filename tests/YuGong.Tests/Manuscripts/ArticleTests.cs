using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Manuscripts;

/// <summary>What goes out says what the site says, and nothing that a channel would take away.</summary>
public sealed class ArticleTests
{
    private static readonly Lazy<IReadOnlyList<(PublicDocument Document, Article Article)>> Own = new(() =>
    {
        var project = ProjectFolder.At(Repository.Root);
        var site = project.Load(Edition.Release, new DateOnly(2026, 12, 1), new())!;
        var documents = new PublicSite(site);
        return [.. documents.Entries.Select(documents.Whole).Select(d => (d, new ArticleBuilder(d, _ => null, _ => null).Make()))];
    });

    public static TheoryData<string> Channels => [.. ChannelProfile.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_sanitiser_changes_nothing(string channel)
    {
        var (profile, sanitizer) = (ChannelProfile.Find(channel)!, Sanitizer.For(channel));
        var sample = ChannelHtml.Body(SampleArticle.Make(), profile);
        Assert.Equal(sample, sanitizer.Clean(sample));
        foreach (var body in Own.Value.Select(own => ChannelHtml.Body(own.Article, profile)))
        {
            Assert.Equal(body, sanitizer.Clean(body));
        }

        Golden.Matches(Repository.At("tests", "YuGong.Tests", "Manuscripts", $"{channel}.golden.html"),
            ChannelHtml.Page(SampleArticle.Make(), profile));
    }

    [Fact]
    public void A_paper_to_sign_has_numbered_lines_grades_claims_and_boxes()
    {
        var project = ProjectFolder.At(Repository.Root);
        var site = project.Load(Edition.Preview, new DateOnly(2026, 12, 1), new())!;
        var documents = new PublicSite(site);
        var entry = site.Stories.First(s => s.Id == "shui-xiheng");
        var document = documents.Whole(documents.Of(entry));
        var article = new ArticleBuilder(document, _ => null, _ => null).Make();
        Assert.Null(article.Review);
        var at = new DateTimeOffset(2026, 11, 30, 9, 5, 0, TimeSpan.FromHours(8));
        var review = ReviewCopy.Of(article, document, entry, site.Today, [new("初审", "王审", at, "0123abcd")]);
        Assert.Equal(entry.Claims.Count(), review.Review!.Claims.Count);
        Assert.Equal(["初审", "复审", "终审", "家属或单位"], review.Review.Signers);
        Assert.All(review.Text.Notes, n => Assert.Matches("^〔[ABC] 级〕", n));

        using var stream = new MemoryStream(WordWriter.Write(review));
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        var wrong = new OpenXmlValidator().Validate(word, TestContext.Current.CancellationToken);
        Assert.Empty(wrong.Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var body = word.MainDocumentPart!.Document!.Body!;
        Assert.NotNull(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.LineNumberType>().SingleOrDefault());
        Assert.Contains("逐条核对", body.InnerText);
        Assert.Contains("签字", body.InnerText);
        Assert.Contains("初审王审2026-11-30 09:050123abcd", body.InnerText);
        // A number beside a claim is that of the note on the paper, not of the source in the file.
        var notes = word.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<DocumentFormat.OpenXml.Wordprocessing.Footnote>()
            .Where(f => f.Id!.Value > 0).ToDictionary(f => f.Id!.Value, f => f.InnerText.Trim());
        var cited = review.Review.Claims.First(c => c.Text.StartsWith("1922", StringComparison.Ordinal)).Sources[0];
        var row = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().First(r => r.InnerText.Contains("1922"));
        var number = int.Parse(Regex.Match(row.InnerText, @"\[(\d+)\]").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.Equal(review.Text.Notes[cited.Note - 1], notes[number]);
        var header = word.MainDocumentPart.HeaderParts.Single().Header!.InnerText;
        Assert.Contains("供审核，请勿外传", header);
        Assert.Contains(article.Revision, header);
    }

    [Fact]
    public void The_sanitiser_takes_away_what_a_channel_does() => Assert.Equal(
        "<p style=\"color:red\">a<strong>b</strong></p>",
        Sanitizer.For("wechat").Clean(
            "<p id=a class=b style=\"color:red;position:fixed\" onclick=x>a<a href=\"https://x\"><strong>b</strong></a></p>"));

    [Fact]
    public void An_article_says_what_the_document_says()
    {
        Assert.True(Own.Value.Count >= 10);
        Assert.All(Own.Value, own => Assert.Equal(WordReaderTests.Bare(own.Document.Text),
            WordReaderTests.Bare(string.Concat(PlainText.Lines(own.Article.Text.Blocks)))));
    }

    [Fact]
    public void A_manuscript_in_Word_comes_back_with_the_same_text_and_notes()
    {
        foreach (var article in Own.Value.Select(o => o.Article).Append(SampleArticle.Make()))
        {
            var read = WordReader.Read(WordWriter.Write(article), ReadingBudget.Ample());
            Assert.Equal(article.Title, read.Title);
            var text = WordReaderTests.Bare(PlainText.Of(read));
            Assert.Contains(WordReaderTests.Bare(string.Concat(Lines(article.Text.Blocks))), text, StringComparison.Ordinal);
            var kept = text + string.Concat(read.Notes.Select(WordReaderTests.Bare));
            Assert.All(article.Text.Notes, note => Assert.Contains(WordReaderTests.Bare(note), kept, StringComparison.Ordinal));
            Assert.Equal([], read.Unread);
        }
    }

    [Fact]
    public void A_manuscript_in_Word_is_valid_and_the_same_every_time()
    {
        foreach (var article in Own.Value.Select(o => o.Article).Append(SampleArticle.Make()))
        {
            var bytes = WordWriter.Write(article);
            Assert.Equal(bytes, WordWriter.Write(article));
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            Assert.Equal([],
                new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
                    .Select(e => $"{e.Path?.XPath}: {e.Description}"));
            Assert.Null(document.PackageProperties.Creator);
            Assert.Null(document.PackageProperties.Created);
            Assert.Null(document.ExtendedFilePropertiesPart);
        }
    }

    [Fact]
    public void The_check_says_what_WeChat_would_refuse()
    {
        var findings = new Diagnostics();
        var article = SampleArticle.Make() with
        {
            Title = new('长', 65), Summary = new('长', 121),
            Pictures = [SampleArticle.Make().Pictures[0] with { Bytes = new byte[2_000_001] }],
        };
        var place = new SourceFile("x", "").Whole;
        ChannelCheck.Report(article, ChannelProfile.Wechat, new('x', 20_001), ["cover-900x383.jpg"], place, findings);
        Assert.Equal(["YG801", "YG802", "YG803", "YG804", "YG805", "YG806"], findings.Sorted().Select(f => f.Rule.Code));
    }

    [Theory]
    [InlineData("一句。两句。", 5, "一句。")]
    [InlineData("一句。两句。", 6, "一句。两句。")]
    [InlineData("一句；两句。", 4, "一句。")]
    [InlineData("很长的一句。", 3, "很长的一句。")]
    public void A_summary_is_cut_at_the_end_of_a_sentence(string summary, int longest, string shortened) =>
        Assert.Equal(shortened, ChannelCheck.Shorten(summary, longest));

    private static IEnumerable<string> Lines(IReadOnlyList<Block> blocks) =>
        PlainText.Lines(blocks.Where(b => b is not FigureBlock and not DividerBlock).TakeWhile(b => b is not ListBlock));
}
