using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Leads;
using YuGong.Manuscripts;

namespace YuGong.Tests.Leads;

/// <summary>What a file is, is told by its bytes: an empty form, a locked document, another program's file under a wrong name.</summary>
public sealed partial class OfficeKindTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string> EmptyForms =>
    [
        "as written", "without the mark of a placeholder", "controls flattened", "hints gone", "strict", "with a note below the table",
    ];

    [Theory]
    [MemberData(nameof(EmptyForms))]
    public void A_form_that_nobody_filled_in_is_an_empty_form_however_it_was_saved(string how)
    {
        var bytes = Saved(xml => how switch
        {
            "without the mark of a placeholder" => xml.Replace("<w:showingPlcHdr />", "", StringComparison.Ordinal),
            "controls flattened" => Control().Replace(xml, "$1"),
            "hints gone" => Hint().Replace(xml, ""),
            "strict" => xml.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal),
            "with a note below the table" => xml.Replace("<w:sectPr>", "<w:p><w:r><w:t>请查收,谢谢</w:t></w:r></w:p><w:sectPr>",
                StringComparison.Ordinal),
            _ => xml,
        });
        var read = Reading.Read("a.docx", bytes);
        Assert.Equal(LeadsRules.EmptyForm, Assert.Single(read.Findings).Rule);
        Assert.Empty(read.Forms);
        Assert.NotNull(read.Held);
    }

    [Fact]
    public void One_answer_is_enough_to_be_a_lead()
    {
        var read = Reading.Read("a.docx", FormWriter.Write(null, LeadForm.Empty.With(Field.Person, "测试甲")));
        Assert.Equal("测试甲", Assert.Single(read.Forms).Form[Field.Person]);
    }

    [Fact]
    public void A_document_without_the_labels_of_a_form_is_none()
    {
        var read = Reading.Read("a.docx", WordOdditiesTests.Docx("<w:p><w:r><w:t>姓名和单位都写在信里了</w:t></w:r></w:p>"));
        Assert.Equal(LeadsRules.NoForm, Assert.Single(read.Findings).Rule);
    }

    [Theory]
    [InlineData("a.docx", "EncryptedPackage", "YG614")]
    [InlineData("a.doc", "EncryptedPackage", "YG614")]
    [InlineData("a", "EncryptedPackage", "YG614")]
    [InlineData("a.docx", "WordDocument", "YG602")]
    [InlineData("a.wps", "WordDocument", "YG602")]
    [InlineData("a.wps", "CONTENTS", "YG602")]
    [InlineData("a.docx", "Workbook", "YG603")]
    public void A_compound_file_is_what_its_streams_are(string name, string stream, string code) =>
        Assert.Equal(code, Code(name, [.. Compound, .. new byte[512], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[2048]]));

    [Fact]
    public void A_locked_document_of_old_Word_is_told_as_locked()
    {
        var bytes = new byte[4096];
        Compound.CopyTo(bytes, 0);
        bytes[0x1E] = 9; // sectors of 512 bytes
        Encoding.Unicode.GetBytes("WordDocument\0").CopyTo(bytes, 1024);
        bytes[1024 + 0x74] = 3; // the stream begins in the fourth sector behind the head
        bytes[(4 * 512) + 0x0B] = 0x01;
        Assert.Equal("YG614", Code("a.doc", bytes));
        bytes[(4 * 512) + 0x0B] = 0;
        Assert.Equal("YG602", Code("a.doc", bytes));
    }

    [Theory]
    [InlineData("a.docx", "xl/workbook.xml", "YG603", "电子表格")]
    [InlineData("a.docx", "ppt/presentation.xml", "YG603", "演示文稿")]
    [InlineData("a.docx", "photos/1.jpg", "YG603", "压缩包")]
    [InlineData("a.zip", "photos/1.jpg", "YG603", "压缩包")]
    [InlineData("a.doc", "word/nothing.xml", "YG601", "")]
    public void A_package_is_what_its_parts_are(string name, string part, string code, string words)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write("<x/>"u8);
        }

        var finding = Assert.Single(Reading.Read(name, buffer.ToArray()).Findings);
        Assert.Equal(code, finding.Rule.Code);
        Assert.Contains(words, finding.Message(YuGong.Text.Language.Chinese));
    }

    [Theory]
    [InlineData("a.docx", "{\\rtf1 \\ansi}", "YG602")]
    [InlineData("a.rtf", "{\\rtf1 \\ansi}", "YG602")]
    [InlineData("a.docx", "PK", "YG601")]
    [InlineData("a.docx", "一段文字", "YG601")]
    public void Other_bytes_under_these_names(string name, string text, string code) =>
        Assert.Equal(code, Code(name, Encoding.UTF8.GetBytes(text)));

    private static string Code(string name, byte[] bytes) => Assert.Single(Reading.Read(name, bytes).Findings).Rule.Code;

    private static byte[] Saved(Func<string, string> changed)
    {
        using var buffer = new MemoryStream();
        buffer.Write(FormWriter.Write(null));
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = changed(reader.ReadToEnd());
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml);
        }

        return buffer.ToArray();
    }

    [GeneratedRegex("<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>")]
    private static partial Regex Control();

    [GeneratedRegex("(?<=<w:t xml:space=\"preserve\">)(　+|以简洁[^<]*|标注[^<]*)(?=</w:t>)")]
    private static partial Regex Hint();
}
