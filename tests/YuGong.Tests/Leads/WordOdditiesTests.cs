using System.IO.Compression;
using System.Text;
using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>What Word and WPS do to a table that LibreOffice does not.</summary>
public sealed class WordOdditiesTests
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    [Fact]
    public void A_label_merged_down_by_Word_goes_on_with_its_answer() => Said(
        "<w:tbl><w:tr>" + Cell("姓名") + Cell("测试甲") + "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + P("核心事迹")
            + "</w:tc>" + Cell("一") + "</w:tr>"
        + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + Cell("二") + "</w:tr></w:tbl>",
        (Field.Person, "测试甲"), (Field.Deeds, "一\n二"));

    [Fact]
    public void Words_cut_into_runs_by_the_spelling_check_are_one() => Said(
        Row("<w:tc><w:p><w:r><w:t>姓</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>名</w:t></w:r></w:p></w:tc>",
            "<w:tc><w:p><w:r><w:t>测</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:r><w:t>试甲</w:t></w:r></w:p></w:tc>"),
        (Field.Person, "测试甲"));

    [Fact]
    public void What_was_deleted_with_changes_tracked_is_not_said() => Said(
        Row(Cell("姓名"),
            "<w:tc><w:p><w:del><w:r><w:delText>测试旧</w:delText></w:r></w:del><w:ins><w:r><w:t>测试甲</w:t></w:r></w:ins></w:p></w:tc>"),
            (Field.Person, "测试甲"));

    [Fact]
    public void Text_in_a_box_is_read_once() => Said(
        Row(Cell("姓名"),
            "<w:tc><w:p><w:r><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice><w:txbxContent>" + P("测试甲")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + P("测试甲")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p></w:tc>"),
        (Field.Person, "测试甲"));

    [Fact]
    public void Cells_and_rows_may_be_wrapped_in_controls() => Said(
        "<w:tbl><w:sdt><w:sdtContent><w:tr>" + Cell("姓名") + "<w:sdt><w:sdtContent>" + Cell("测试甲")
            + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>", (Field.Person, "测试甲"));

    [Fact]
    public void A_placeholder_is_no_answer() => Said(
        Row(Cell("姓名"), Cell("测试甲")) + Row(Cell("职称"),
            "<w:tc><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:"
            + "sdt></w:p></w:tc>"),
        (Field.Person, "测试甲"));

    [Fact]
    public void Field_codes_are_not_said() => Said(
        Row(Cell("姓名"),
            "<w:tc><w:p><w:r><w:fldChar/></w:r><w:r><w:instrText> HYPERLINK \"mailto:x\" </w:instrText></w:r><w:hyperlink><w:r><w:"
            + "t>测试甲</w:t></w:r></w:hyperlink></w:p></w:tc>"), (Field.Person, "测试甲"));

    [Fact]
    public void Ticks_from_Wingdings_are_ticks() => Said(
        Row(Cell("姓名"), Cell("测试甲")) + Row(Cell("性别"),
            "<w:tc><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r><w:r><w:t>男</w:t></w:r><w:r><w:sym w:"
            + "font=\"Wingdings\" w:char=\"F0FE\"/></w:r><w:r><w:t>女</w:t></w:r></w:p></w:tc>"),
        (Field.Person, "测试甲"), (Field.Sex, "女"));

    [Fact]
    public void Strict_documents_are_read_too()
    {
        var read = FormReader.ReadDocx(Docx(Row(Cell("姓名"), Cell("测试甲")), Strict));
        Assert.Equal("测试甲", Assert.Single(read.Forms).Form[Field.Person]);
    }

    [Fact]
    public void A_cell_that_Word_merges_sideways_keeps_its_columns() => Said(
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("姓名") + Cell("职称") + "</w:tr><w:tr>" + Cell("") + Cell("测试甲")
            + Cell("工程师") + "</w:tr></w:tbl>",
        (Field.Person, "测试甲"), (Field.Title, "工程师"));

    [Fact]
    public void A_document_that_unfolds_to_gigabytes_is_not_unfolded()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 64; i++)
            {
                stream.Write(blanks);
            }
        }

        var read = Reading.Read("bomb.docx", buffer.ToArray());
        Assert.Equal(LeadsRules.TooMuch, Assert.Single(read.Findings).Rule);
    }

    [Fact]
    public void No_document_type_is_followed()
    {
        var read = Reading.Read("xxe.docx",
            Zip("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"" + Transitional
            + "\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"));
        Assert.Equal("damaged", read.Held);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damage_is_said_and_never_thrown(int seed)
    {
        var random = new Random(seed);
        var whole = FormWriter.Write(null, Sample.Form());
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole.ToArray();
            if (i % 2 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }
            else
            {
                for (var k = random.Next(1, 30); k > 0; k--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }
            }

            var read = Reading.Read("damaged.docx", bytes);
            Assert.True(read.Forms.Count > 0 || read.Held is not null);
        }
    }

    internal static byte[] Docx(string body, string ns = Transitional) =>
        Zip($"<w:document xmlns:w=\"{ns}\"><w:body>{body}</w:body></w:document>");

    private static void Said(string body, params (Field, string)[] expected)
    {
        var read = FormReader.ReadDocx(Docx(body));
        Assert.Equal(expected, Assert.Single(read.Forms).Form.Written.Select(w => (w.Key, w.Value)));
        Assert.Empty(read.Forms[0].Leftovers);
    }

    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Cell(string text) => $"<w:tc>{P(text)}</w:tc>";

    private static string Row(params string[] cells) => $"<w:tbl><w:tr>{string.Concat(cells)}</w:tr></w:tbl>";

    private static byte[] Zip(string document)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("word/document.xml").Open();
            stream.Write(Encoding.UTF8.GetBytes(document));
        }

        return buffer.ToArray();
    }
}
