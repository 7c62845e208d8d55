using System.IO.Compression;
using System.Text;

namespace YuGong.Tests.Leads;

/// <summary>
/// Files that a stranger might send to stop the reading of all others. Each is small to make and dear to read without bounds.
/// </summary>
internal static class HostileFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Head = "From: x@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

    /// <summary>Names and bytes of files that must be kept for people, whatever is read of them.</summary>
    /// <param name="size">How many times something is repeated.</param>
    public static IEnumerable<(string Name, Func<byte[]> Bytes)> All(int size = 100_000)
    {
        yield return ("nested.docx", () => Docx(Repeat("<w:p>", size) + Repeat("</w:p>", size)));
        yield return ("nested-controls.docx", () => Docx(Repeat("<w:sdt><w:sdtContent>", size) + Repeat("</w:sdtContent></w:sdt>", size)));
        yield return ("nested-tables.docx", () => Docx(Repeat("<w:tbl><w:tr><w:tc>", size) + Repeat("</w:tc></w:tr></w:tbl>", size)));
        yield return ("never-closed.docx", () => Docx(Repeat("<w:p>", size)));
        yield return ("wide-row.docx",
            () => Docx("<w:tbl><w:tr>" + Repeat("<w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc>", size) + "</w:tr></w:tbl>"));
        yield return ("tall-table.docx",
            () => Docx("<w:tbl>" + Repeat("<w:tr><w:tc><w:p><w:r><w:t>职务</w:t></w:r></w:p></w:tc></w:tr>", size) + "</w:tbl>"));
        yield return ("many-people.docx",
            () => Docx(Repeat("<w:p><w:r><w:t>姓名：测试甲</w:t></w:r></w:p><w:p><w:r><w:t>职务：总工</w:t></w:r></w:p>", size / 10)));
        yield return ("many-attributes.docx",
            () => Docx("<w:p " + string.Concat(Enumerable.Range(0, size).Select(i => $"w:a{i}='1' ")) + "/>"));
        yield return ("blanks-behind-a-label.docx", () => Docx($"<w:p><w:r><w:t>姓名{Repeat(" ", size * 10)}</w:t></w:r></w:p>"));
        yield return ("hint-letters.docx", () => Docx($"<w:p><w:r><w:t>{Repeat("以，，，", size)}</w:t></w:r></w:p>"));
        yield return ("one-long-word.docx", () => Docx($"<w:p><w:r><w:t>核心事迹：{Repeat("a", size * 10)}</w:t></w:r></w:p>"));
        yield return ("unpacked.docx", () => Docx("<w:p><w:r><w:t>" + Repeat("0", size * 400) + "</w:t></w:r></w:p>"));
        yield return ("declared-small.docx", () => Understated(Docx("<w:p><w:r><w:t>" + Repeat("0", size * 400) + "</w:t></w:r></w:p>")));
        yield return ("entities.docx",
            () => Docx("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>",
            "<!DOCTYPE w [<!ENTITY a 'lol'>"
            + string.Concat("bcdefghij".Select((c, i) => $"<!ENTITY {c} '{Repeat($"&{(char)(c - 1)};", 10)}'>")) + "]>"));
        yield return ("outside.docx",
            () => Package(
            ("_rels/.rels",
            "<Relationships><Relationship Type='x/officeDocument' TargetMode='External' Target='http:"
            + "//192.0.2.1/document.xml'/></Relationships>")));
        yield return ("many-parts.docx",
            () => Package([.. Enumerable.Range(0, 5_000).Select(i => ($"p{i}", "")), ("word/document.xml", "<w/>")]));
        yield return ("cut.docx", () => Docx("<w:p/>")[..^30]);
        yield return ("zip-in-zip.docx", () => Nested(Docx("<w:p/>"), 50));
        yield return ("directory-only.docx", () => [0x50, 0x4B, 0x05, 0x06, .. new byte[18]]);

        yield return ("nested.eml", () => Mail(MultipartIn(size)));
        yield return ("mails-in-mails.eml", () => Mail(Repeat("Content-Type: message/rfc822\r\n\r\n", size)));
        yield return ("files-in-files.eml",
            () => Mail(Repeat("Content-Type: application/octet-stream; name=a.eml\r\n\r\nFrom: x@example.org\r\n", size)));
        yield return ("many-parts.eml", () => Mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Repeat("--b\r\n\r\nx\r\n", size)));
        yield return ("folded.eml", () => Mail("X: a\r\n" + Repeat(" folded line of a header\r\n", size) + "\r\nx"));
        yield return ("folded-subject.eml",
            () => Bytes("From: x@example.org\r\nSubject: a\r\n" + Repeat(" =?utf-8?B?5rWL?= =?x?B?\r\n", size) + "\r\nx"));
        yield return ("many-headers.eml", () => Mail(string.Concat(Enumerable.Range(0, size * 10).Select(i => $"X-{i}: a\r\n")) + "\r\nx"));
        yield return ("many-parameters.eml",
            () => Mail("Content-Type: text/plain" + string.Concat(Enumerable.Range(0, size).Select(i => $"; name*{i}*=%41"))
            + "\r\n\r\nx"));
        yield return ("many-file-names.eml",
            () => Mail("Content-Disposition: attachment"
                + string.Concat(Enumerable.Range(0, size).Select(i => $"; filename*{size - i}*=%41")) + "\r\n\r\nx"));
        yield return ("quotes-in-a-type.eml", () => Mail($"Content-Type: text/plain; name=\"{Repeat("\\\"", size * 10)}\"\r\n\r\nx"));
        yield return ("comments-in-a-type.eml", () => Mail($"Content-Type: {Repeat("(", size * 10)}text/plain\r\n\r\nx"));
        yield return ("encoded-encoding.eml",
            () => Mail($"Content-Transfer-Encoding: {Repeat("=?utf-8?Q?base64?= ", size)}\r\n\r\nx"));
        yield return ("long-date.eml", () => Mail($"Date: {Repeat("1 Jan ", size)}\r\n\r\nx"));
        yield return ("no-boundary.eml",
            () => Mail("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n" + Repeat("--\r\n\r\nx\r\n", size)));
        yield return ("uuencode.eml",
            () => Mail($"Content-Type: text/plain\r\nContent-Transfer-Encoding: uuencode\r\n\r\n{Repeat("begin 644 a\r\n", size)}"));
        yield return ("winmail-files.eml",
            () => Winmail(Enumerable.Range(0, size / 10).SelectMany(_ => Mails.TnefAttribute(2, Mails.TnefFile, new byte[14]))));
        yield return ("winmail-lengths.eml",
            () => Winmail([.. Mails.TnefAttribute(2, Mails.TnefFile, new byte[14]), 2, .. BitConverter.GetBytes(Mails.TnefBytes),
                .. BitConverter.GetBytes(int.MaxValue), 1]));
        yield return ("open-comments.eml", () => Html(Repeat("<!--", size)));
        yield return ("open-tags.eml", () => Html(Repeat("<script <style <head ", size)));
        yield return ("nested-html.eml", () => Html(Repeat("<div><table><tr><td>", size)));
        yield return ("formatting-html.eml", () => Html(Repeat("<b><i><a><font><p>", size)));
        yield return ("attributes-html.eml", () => Html("<p " + string.Concat(Enumerable.Range(0, size).Select(i => $"a{i}=1 ")) + ">x"));
        yield return ("references-html.eml", () => Html(Repeat("&NotEqualTilde&#x110000;&#xD800;&", size)));
        yield return ("lines.eml", () => Mail("Content-Type: text/plain\r\n\r\n姓名：测试甲\r\n核心事迹：\r\n" + Repeat("a\r\n", size)));
        yield return ("twice.eml", () => Mail("Content-Type: text/plain\r\n\r\n姓名：测试甲\r\n职务：" + Repeat("a", 10_000) + "\r\n"
            + string.Concat(Enumerable.Range(0, size).Select(i => $"职务：{i}\r\n"))));
        yield return ("colons.eml", () => Mail("Content-Type: text/plain\r\n\r\n" + Repeat(" a", size * 5) + ":" + Repeat("a ", size * 5)
            + ":"));
        yield return ("quoted-printable.eml",
            () => Mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + Repeat("=   \r", size * 10)));
        yield return ("base64.eml", () => Mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Repeat("QUFB\r\n", size * 20)));
        yield return ("charset.eml", () => Mail($"Content-Type: text/plain; charset=\"{Repeat("../../%00", size)}\"\r\n\r\nx"));
        yield return ("utf-7.eml", () => Mail("Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-"));
        yield return ("boundary.eml", () => Mail($"Content-Type: multipart/mixed; boundary=\"{Repeat("-", 60_000)}\"\r\n\r\n"
            + Repeat("-", size * 50)));
        yield return ("packed.eml",
            () => Mail("Content-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Docx("<w:p><w:r><w:t>" + Repeat("0", size * 400) + "</w:t></w:r></w:p>"))));
        yield return ("nothing-but-zero.eml", () => new byte[size]);
        yield return ("zero.docx", () => new byte[size]);
        yield return ("scores.xlsx", () => Workbook("<row r='1'><c r='A1'/></row>"));
    }

    /// <summary>A workbook with these rows in its only sheet.</summary>
    public static byte[] Workbook(string rows, string shared = "") => Package(
        ("_rels/.rels", "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns='{Sheet}' xmlns:r='r'><sheets><sheet name='s' sheetId='1' r:id='s1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='t' "
            + "Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst xmlns='{Sheet}'>{shared}</sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Sheet}'><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>A document whose body is this.</summary>
    public static byte[] Docx(string body, string before = "") =>
        Package(("word/document.xml", $"{before}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    public static byte[] Mail(string rest) => Bytes(Head + rest);

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Html(string body) => Mail("Content-Type: text/html; charset=utf-8\r\n\r\n" + body);

    private static byte[] Winmail(IEnumerable<byte> attributes) =>
        Mail("Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Mails.Tnef(attributes)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string MultipartIn(int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            text.Append($"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        return text.ToString();
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Nested(byte[] inner, int depth)
    {
        for (var i = 0; i < depth; i++)
        {
            using var buffer = new MemoryStream();
            using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var stream = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
                stream.Write(inner);
            }

            inner = buffer.ToArray();
        }

        return inner;
    }

    /// <summary>The same package, whose directory says that its parts hold a hundred bytes each.</summary>
    private static byte[] Understated(byte[] package)
    {
        for (var at = package.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            BitConverter.GetBytes(100).CopyTo(package, at + 24);
            var next = package.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return package;
    }
}
