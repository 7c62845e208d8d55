using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xunit;
using YuGong.Content;
using YuGong.Content.Markdown;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Manuscripts;

/// <summary>What others wrote is in the draft, or listed: nothing of it is lost.</summary>
public sealed class WordReaderTests
{
    public static TheoryData<string> Names => [.. WordCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_of_a_manuscript_is_in_the_text_or_listed(string name)
    {
        var bytes = Of(name);
        var read = Read(bytes);
        var kept = Bare(PlainText.Of(read) + string.Concat(read.Notes) + string.Concat(read.Unread.Select(u => u.Text)));
        Assert.All(Said(bytes), words => Assert.Contains(Bare(words), kept, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_site_reads_the_draft_as_the_manuscript_said_it(string name)
    {
        var read = Read(Of(name));
        var markdown = MarkdownWriter.Write(read.Blocks);
        var sources = read.Notes.Select((_, i) => Source(MarkdownWriter.SourceOf(i + 1))).ToList();
        var files = read.Pictures.Select(p => p.Name).ToList();
        var parsed = MarkdownText.Parse(new("input/stories/x/index.md", markdown), 0, new(sources, files, address => address));
        string[] toFill = ["YG187", "YG188"]; // what is to be seen on a picture, and whose it is, no manuscript says
        Assert.Equal([], parsed.Findings.Where(f => !toFill.Contains(f.Rule.Code)).Select(f => f.Rule.Code + f.Message(Language.Chinese)));
        Assert.Equal(Bare(string.Join('\n', PlainText.Lines(read.Blocks))), Bare(HtmlText.Of(parsed.Html)));
    }

    /// <summary>Look at the difference before it is accepted: structure is what only eyes judge.</summary>
    [Fact]
    public void Manuscripts_become_these_drafts()
    {
        var text = new StringBuilder();
        foreach (var (name, bytes) in WordCases.All.Select(c => (c.Name, c.Bytes)))
        {
            var read = Read(bytes);
            text.Append("== ").Append(name).Append(" ==\n").Append(read.Title is { } title ? $"title: {title}\n" : "")
                .Append(MarkdownWriter.Write(read.Blocks));
            foreach (var (note, i) in read.Notes.Select((n, i) => (n, i)))
            {
                text.Append($"[s{i + 1}] {note}\n");
            }

            foreach (var piece in read.Unread)
            {
                text.Append($"! {piece.What.Zh}:{piece.Text}\n");
            }

            text.Append('\n');
        }

        Golden.Matches(Repository.At("tests", "YuGong.Tests", "Manuscripts", "drafts.golden.txt"), text.ToString());
    }

    [Fact]
    public void There_are_at_least_25_of_them() => Assert.True(WordCases.All.Count >= 25, $"{WordCases.All.Count}");

    [Fact]
    public void What_is_no_document_says_why()
    {
        Assert.Throws<ReadingException>(() => Read("hello"u8.ToArray()));
        Assert.Throws<ReadingException>(() => Read(ZipBytes.Write([("word/document.xml", "<a/>"u8.ToArray())])));
    }

    private static byte[] Of(string name) => WordCases.All.Single(c => c.Name == name).Bytes;

    private static Manuscript Read(byte[] bytes) => WordReader.Read(bytes, ReadingBudget.Ample());

    /// <summary>Every run of text in every part, but the twin that Word writes for old programs, and what a control asks for.</summary>
    private static IEnumerable<string> Said(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        string[] silent = ["styles.xml", "numbering.xml"];
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) && !silent.Contains(e.Name)))
        {
            using var stream = entry.Open();
            foreach (var run in XDocument.Load(stream).Descendants().Where(e => e.Name.LocalName is "t" or "delText"))
            {
                var isTwin = run.Ancestors().Any(a => a.Name.LocalName == "Fallback");
                var isHint = run.Ancestors().Any(a => a.Name.LocalName == "sdt"
                    && a.Descendants().Any(d => d.Name.LocalName == "showingPlcHdr"));
                var isNumber = run.Value.All(char.IsAsciiDigit);
                if (!isTwin && !isHint && !isNumber)
                {
                    yield return run.Value;
                }
            }
        }
    }

    internal static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Source Source(string id) => new()
    {
        Id = new(id, new SourceFile("x", "").Whole), Title = "", Author = null, Publisher = "", Date = null, Url = null, Archive = null,
        Grade = Grade.A, Group = null, ReadInFull = true,
    };
}
