using System.Globalization;
using System.Text;
using Xunit;
using YuGong.Leads;
using YuGong.Text;
using static YuGong.Tests.Leads.Mails;

namespace YuGong.Tests.Leads;

/// <summary>Mails as QQ, 163, Foxmail and Outlook write them. The people in them are made up.</summary>
public sealed class MailTests
{
    private static readonly byte[] Form = FormWriter.Write(null, Sample.Form());

    [Fact]
    public void A_mail_with_the_form_attached_becomes_a_lead_with_its_sender()
    {
        var read = Reading.Read("a.eml", Mail(
            Subject("渝工故事线索+测试推荐单位+13900000009", "utf-8"), "From: =?utf-8?B?" + B64("测试寄信人") + "?= <test@example.org>",
            "Date: Tue, 03 Mar 2026 23:30:00 -0500",
            Multipart("mixed", "b1", Multipart("alternative", "b2", Words("text/plain", "utf-8", "您好"),
                Words("text/html", "utf-8", "<p>您好</p>")), File("filename=\"form.docx\"", Form))));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 23, 30, 0, TimeSpan.FromHours(-5)), read.Received);
        var form = Assert.Single(read.Forms).Form;
        Assert.Equal("测试甲", form[Field.Person]);
        Assert.Equal("测试寄信人 <test@example.org>", form[Field.Sender]);
        Assert.Equal("023-60000002", form[Field.RecommenderPhone]);
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void Subjects_are_read_in_any_charset_and_encoding(string charset)
    {
        const string Said = "渝工故事线索+测试推荐者+13900000009";
        var encoding = charset == "utf-8" ? Encoding.UTF8 : Gbk;
        var bytes = encoding.GetBytes(Said);
        var q = string.Concat(bytes.Select(b => $"={b:X2}"));
        // Cut in the middle of a character, as QQ mail does.
        string[] heads =
        [
            $"Subject: =?{charset}?B?{Convert.ToBase64String(bytes)}?=", $"Subject: =?{charset}?Q?{q}?=",
            $"Subject: =?{charset}?B?{Convert.ToBase64String(bytes[..9])}?=\r\n =?{charset}?B?{Convert.ToBase64String(bytes[9..])}?=",
            "Subject: " + Encoding.Latin1.GetString(bytes),
        ];
        foreach (var head in heads)
        {
            var mail = MailReader.Read(Mail(head, "From: x@example.org", Words("text/plain", "utf-8", "您好")));
            Assert.Equal(Said, mail.Subject);
            Assert.Equal(new("测试推荐者", "13900000009"), MailSubject.Parse(mail.Subject));
        }
    }

    [Fact]
    public void File_names_are_read_as_every_mailer_writes_them()
    {
        const string Name = "测试甲的征集表.docx";
        var gbk = string.Concat(Gbk.GetBytes(Name).Select(b => $"%{b:X2}"));
        var utf8 = Uri.EscapeDataString(Name);
        string[] spellings =
        [
            $"filename*=gb2312''{gbk}", $"filename*=utf-8'zh-cn'{utf8}", $"filename*0*=utf-8''{utf8[..9]};\r\n filename*1*={utf8[9..]}",
            $"filename=\"=?gbk?B?{Convert.ToBase64String(Gbk.GetBytes(Name))}?=\"",
            $"filename=\"{Encoding.Latin1.GetString(Gbk.GetBytes(Name))}\"",
            $"filename=\"{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Name))}\"",
            "filename*0=\"=?utf-8?B?" + B64(Name)[..12] + "\";\r\n filename*1=\"" + B64(Name)[12..] + "?=\"",
        ];
        foreach (var spelling in spellings)
        {
            var mail =
                MailReader.Read(Mail("Subject: x", "From: x@example.org",
                Multipart("mixed", "b", Words("text/plain", "utf-8", "x"), File(spelling, Form))));
            var attachment = Assert.Single(mail.Attachments);
            Assert.Equal(Name, attachment.Name);
            Assert.Equal(Form, attachment.Bytes);
        }
    }

    [Fact]
    public void A_form_written_in_the_body_is_read()
    {
        var lines = "被推荐人姓名：测试甲\n性别：女\n工作单位：测试一厂\n被推荐人联系电话：13800000001\n核心事迹：2001年修好了一台虚构的机器。\n推荐人：测试推荐者\n推荐人联系电话：13900000002";
        var quoted = string.Concat(Gbk.GetBytes(lines).Select(b => b == '\n' ? "\r\n" : $"={b:X2}"));
        foreach (
            var part in new[] { "Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted,
            Words("text/html", "utf-8", "<div>" + lines.Replace("\n", "</div><div>") + "</div>") })
        {
            var read = Reading.Read("a.eml", Mail("Subject: x", "From: x@example.org", part));
            Assert.Equal(["测试甲", "女", "测试一厂", "13800000001", "测试推荐者"],
                new[] { Field.Person, Field.Sex, Field.Unit, Field.PersonPhone,
                Field.Recommender }.Select(f => Assert.Single(read.Forms).Form[f]));
        }
    }

    [Fact]
    public void A_forwarded_mail_is_opened()
    {
        var inner =
            Encoding.Latin1.GetString(Mail("Subject: y", "From: y@example.org",
            Multipart("mixed", "inner", Words("text/plain", "utf-8", "x"), File("filename=\"f.docx\"", Form))));
        var read = Reading.Read("a.eml",
            Mail("Subject: x", "From: x@example.org",
            Multipart("mixed", "outer", Words("text/plain", "utf-8", "转发"), "Content-Type: message/rfc822\r\n\r\n" + inner)));
        Assert.Equal("测试甲", Assert.Single(read.Forms).Form[Field.Person]);
    }

    [Theory]
    [InlineData("Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\n\r\nx", "winmail.dat")]
    [InlineData("Content-Type: application/pkcs7-mime\r\n\r\nx", "加了密")]
    [InlineData("Content-Type: text/plain; charset=klingon\r\n\r\nx", "字符集")]
    [InlineData("Content-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nx", "编码坏了")]
    [InlineData("Content-Type: text/plain\r\nContent-Transfer-Encoding: klingon\r\n\r\nx", "不认识的编码")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\nx", "分开")]
    [InlineData("Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nhalf", "断了")]
    [InlineData("Content-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDB", "坏了")]
    public void What_is_not_understood_is_said(string part, string word) =>
        Assert.Contains(MailReader.Read(Mail("Subject: x", "From: x@example.org", part)).Problems,
            p => p.Contains(word, StringComparison.Ordinal));

    [Theory]
    [InlineData("binary", "\r\n")]
    [InlineData("8bit", "\n")]
    [InlineData("7bit", "\r\n")]
    public void A_file_that_is_not_encoded_comes_out_byte_for_byte(string encoding, string lineEnd)
    {
        // The line break before a boundary is the boundary's (RFC 2046, 5.1.1); those of the file are the file's.
        foreach (var words in new[] { "PK", "PK\n", "PK\r\n\r\n", "", "--bx\n--" })
        {
            var part = string.Join(lineEnd, "Content-Disposition: attachment; filename=a.bin",
                $"Content-Transfer-Encoding: {encoding}", "", words);
            var mail = MailReader.Read(Encoding.Latin1.GetBytes(
                $"Subject: x{lineEnd}Content-Type: multipart/mixed; boundary=b{lineEnd}{lineEnd}--b{lineEnd}{part}{lineEnd}"
                + $"--b{lineEnd}{part}{lineEnd}--b--{lineEnd}"));
            Assert.Equal([words, words], mail.Attachments.Select(a => Encoding.Latin1.GetString(a.Bytes)));
            Assert.Empty(mail.Problems);
        }
    }

    [Theory]
    [InlineData("7-bit")]
    [InlineData("8bits")]
    [InlineData("8BIT ")]
    [InlineData("plain")]
    public void Words_in_an_encoding_of_an_odd_name_are_words(string encoding)
    {
        var mail = MailReader.Read(Mail("Subject: x", "From: x@example.org",
            $"Content-Type: text/plain\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{Encoding.Latin1.GetString(Gbk.GetBytes("您好"))}"));
        Assert.Equal("您好", mail.Body);
        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public void Uuencoded_files_and_base64_with_a_blank_behind_its_name_are_decoded()
    {
        string[] parts =
        [
            "Content-Type: application/octet-stream; name=a.txt\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n"
                + "begin 644 a.txt\r\n#0V%T\r\n`\r\nend",
            "Content-Type: application/octet-stream; name=a.txt\r\nContent-Transfer-Encoding: base64 \r\n\r\nQ2F0",
        ];
        var mail = MailReader.Read(Mail("Subject: x", "From: x@example.org", Multipart("mixed", "b", parts)));
        Assert.Equal(["Cat", "Cat"], mail.Attachments.Select(a => Encoding.ASCII.GetString(a.Bytes)));
        Assert.Empty(mail.Problems);
    }

    [Theory]
    [InlineData("base64", "QUJDRA", "ABCD", true)] // the padding is missing
    [InlineData("base64", "QUJDREU", "ABCDE", true)]
    [InlineData("base64", "QUJD\r\n****\r\nREVG", "ABCDEF", true)]
    [InlineData("base64", "QUJD\r\n \t\r\nREU=\r\n\r\n", "ABCDE", false)]
    [InlineData("quoted-printable", "AB=  \r\nC= D=\r\nE=ZZ", "ABC= DE=ZZ", false)]
    public void What_is_broken_is_read_as_far_as_it_goes_and_said(string encoding, string text, string bytes, bool broken)
    {
        var mail = MailReader.Read(Mail("Subject: x",
            $"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{text}"));
        Assert.Equal(bytes, Encoding.ASCII.GetString(Assert.Single(mail.Attachments).Bytes));
        Assert.Equal(broken ? ["有一个部分的编码坏了"] : [], mail.Problems);
    }

    [Theory]
    [InlineData("iso-2022-jp", "日本語")]
    [InlineData("shift_jis", "日本語")]
    [InlineData("euc-kr", "한국어")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("koi8-r", "Привет")]
    [InlineData("big5", "繁體")]
    public void Charsets_of_the_neighbours_are_read(string charset, string words)
    {
        var bytes = Convert.ToBase64String(CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(words));
        var mail = MailReader.Read(Mail($"Subject: =?{charset}?B?{bytes}?=", "From: x@example.org",
            $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n{bytes}"));
        Assert.Equal((words, words), (mail.Subject, mail.Body));
        Assert.Empty(mail.Problems);
    }

    /// <summary>Some mailers leave the padding out; the last character is there all the same.</summary>
    [Fact]
    public void A_subject_without_padding_is_read_to_its_end() =>
        Assert.Equal("推荐表 A", MailReader.Read(Mail($"Subject: =?utf-8?B?{Convert.ToBase64String("推荐表 A"u8).TrimEnd('=')}?=",
            "From: x@example.org", "\r\n")).Subject);

    [Theory]
    [InlineData("gb2312")]
    [InlineData("gbk")]
    [InlineData("GB18030")]
    public void Rare_characters_of_names_are_read_under_the_older_labels(string charset)
    {
        const string Name = "喆镕㛃𬭎";
        var bytes = Convert.ToBase64String(Gbk.GetBytes(Name));
        var mail = MailReader.Read(Mail($"Subject: =?{charset}?B?{bytes}?=", "From: x@example.org",
            $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n{bytes}"));
        Assert.Equal((Name, Name), (mail.Subject, mail.Body));
    }

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("")]
    public void A_charset_that_is_wrong_or_unsaid_is_guessed(string charset)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Gbk })
        {
            var mail = MailReader.Read(Mail("Subject: x", "From: x@example.org",
                $"Content-Type: text/plain; charset={charset}\r\n\r\n{Encoding.Latin1.GetString(encoding.GetBytes("被推荐人姓名"))}"));
            Assert.Equal("被推荐人姓名", mail.Body);
            Assert.Empty(mail.Problems);
        }
    }

    [Theory]
    [InlineData("3 Mar 2026 23:30:00 EST", 8, "2026-03-04")]
    [InlineData("Tue, 3 Mar 2026 23:30:00 GMT", 8, "2026-03-04")]
    [InlineData("Tue, 3 Mar 2026 23:30:00 GMT", 0, "2026-03-03")]
    [InlineData("Tue, 03 Mar 26 23:30 +0800 (CST)", 8, "2026-03-03")]
    public void The_day_of_a_mail_is_that_of_who_reads_it(string date, int hours, string day)
    {
        var sent = MailReader.Read(Mail("Subject: x", $"Date: {date}", Words("text/plain", "utf-8", "x"))).Sent;
        var reader = new AuditContext(new(2026, 3, 9, 8, 0, 0, TimeSpan.FromHours(hours)), "测试");
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), reader.DayOf(sent!.Value));
    }

    [Theory]
    [InlineData("application/ms-tnef")]
    [InlineData("application/octet-stream; name=winmail.dat")]
    public void Files_in_winmail_dat_are_taken_out(string type)
    {
        byte[] properties = [1, 0, 0, 0, 0x1F, 0, 0x07, 0x37, 1, 0, 0, 0, 14, 0, 0, 0, .. Encoding.Unicode.GetBytes("测试.docx"), 0, 0];
        var envelope = Tnef(
        [
            .. TnefAttribute(2, TnefFile, new byte[14]), .. TnefAttribute(2, TnefTitle, [.. Gbk.GetBytes("测试~1.DOC"), 0]),
            .. TnefAttribute(2, TnefBytes, Form), .. TnefAttribute(2, TnefProperties, properties),
            .. TnefAttribute(2, TnefFile, new byte[14]), .. TnefAttribute(2, TnefTitle, [.. Gbk.GetBytes("照片.jpg"), 0]),
            .. TnefAttribute(2, TnefBytes, [1, 2, 3]),
        ]);
        var mail = Mail("Subject: x", "From: x@example.org",
            $"Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(envelope)}");
        var read = MailReader.Read(mail);
        Assert.Equal([(1, "测试.docx"), (2, "照片.jpg")], read.Attachments.Select(a => (a.Number, a.Name)));
        Assert.Equal(Form, read.Attachments[0].Bytes);
        Assert.Empty(read.Problems);
        Assert.Equal("测试甲", Assert.Single(Reading.Read("a.eml", mail).Forms).Form[Field.Person]);
    }

    [Fact]
    public void A_mail_within_a_mail_is_opened_though_it_is_encoded()
    {
        var inner = Mail("Subject: y", "From: y@example.org", Multipart("mixed", "inner", File("filename=f.docx", Form)));
        var read = Reading.Read("a.eml", Mail("Subject: x", "From: x@example.org",
            $"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(inner)}"));
        Assert.Equal("测试甲", Assert.Single(read.Forms).Form[Field.Person]);
    }

    [Fact]
    public void Words_of_a_mail_within_stand_beside_those_around_it()
    {
        var inner = "Content-Type: message/rfc822\r\n\r\nSubject: y\r\nContent-Type: text/html\r\n\r\n<p>inner</p>";
        var mail = MailReader.Read(Mail("Subject: x", "From: x@example.org",
            Multipart("mixed", "b", Words("text/plain", "utf-8", "outer"), inner, Words("text/html", "utf-8", "<p>same</p>"))));
        Assert.Equal(["outer", "inner"], mail.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\nx")]
    [InlineData("no mail at all")]
    [InlineData("X-Only: a\r\n\r\nx")]
    public void What_is_no_mail_is_one_sentence(string text)
    {
        var read = Reading.Read("a.eml", Encoding.UTF8.GetBytes(text));
        Assert.Equal("不是一封邮件。原件已收存。", Assert.Single(read.Findings).Message(Language.Chinese));
    }

    [Fact]
    public void Findings_of_attachments_do_not_name_people()
    {
        var read = Reading.Read("a.eml",
            Mail("Subject: x", "From: x@example.org",
            Multipart("mixed", "b", Words("text/plain", "utf-8", "x"),
            File("filename=\"=?utf-8?B?" + B64("测试甲的表.doc") + "?=\"", [1, 2, 3]))));
        Assert.Contains(read.Findings, f => f.Rule == LeadsRules.OldFormat && f.Span.File.Path == "a.eml » 附件 1.doc");
        Assert.DoesNotContain(read.Findings,
            f => (f.Span.File.Path + f.Message(Language.Chinese)).Contains("测试甲", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("渝工故事线索+测试推荐单位+023-60000002", "测试推荐单位", "023-60000002")]
    [InlineData("渝工故事线索＋测试推荐者＋１３９００００００09", "测试推荐者", "13900000009")]
    [InlineData("转发：渝工故事线索 + 测试 + 139 0000 0009", "测试", "13900000009")]
    public void The_subject_names_recommender_and_contact(string subject, string recommender, string phone) =>
        Assert.Equal(new(recommender, phone), MailSubject.Parse(subject));

    [Theory]
    [InlineData("渝工故事线索+推荐单位/推荐人+联系方式")]
    [InlineData("推荐材料")]
    [InlineData("")]
    public void Other_subjects_name_nobody(string subject) => Assert.Null(MailSubject.Parse(subject));

    [Theory]
    [InlineData(3)]
    public void Damaged_mails_are_never_thrown(int seed)
    {
        var random = new Random(seed);
        var whole = Mail(Subject("渝工故事线索+测试+13900000009", "gbk"), "From: x@example.org",
            Multipart("mixed", "b", Words("text/plain", "utf-8", "您好"), File("filename=\"f.docx\"", Form)));
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            for (var k = random.Next(1, 40); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = i % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            var read = Reading.Read("damaged.eml", bytes);
            Assert.True(read.Forms.Count > 0 || read.Held is not null);
        }
    }
}
