using System.Diagnostics;
using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>One hostile file never stops the others: it is one line, and the file is kept for people.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private readonly Registry registry = new();

    public static TheoryData<string> Names => [.. HostileFiles.All().Select(f => f.Name)];

    public void Dispose() => registry.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_with_bounds_and_kept(string name)
    {
        var bytes = HostileFiles.All().First(f => f.Name == name).Bytes();
        var done = registry.Take(name, bytes);
        Assert.True(registry.Book.Held().Count == 1 || done.Numbers.Count > 0, "the file is lost");
        Assert.Equal(registry.Book.Held().Count > 0, done.Held is not null);
        Assert.NotEmpty(registry.Findings.Sorted());
        Assert.All(registry.Findings.Sorted(), f => Assert.StartsWith(name, f.Span.File.Path));
        Assert.True(done.Numbers.Count <= 1);
        var kept = done.Numbers.Count > 0 ? registry.Book.OriginalsOf(registry.Book.Rows()[0])[0] : registry.Book.Held()[0];
        Assert.Equal(bytes, registry.Book.BytesOf(kept));
    }

    [Fact]
    public void The_good_files_beside_them_are_all_taken_in()
    {
        var folder = Directory.CreateDirectory(Path.Combine(registry.Root, "来件")).FullName;
        foreach (var (name, bytes) in HostileFiles.All(20_000))
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes());
        }

        for (var i = 0; i < 50; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i:D2}-good.docx"),
                FormWriter.Write(null, Sample.Form((Field.Person, $"测试{i}"), (Field.PersonPhone, $"138{i:D8}"))));
        }

        var findings = new Diagnostics();
        var files = IncomingFile.In(folder, findings);
        var done = new Import(registry.Book, Registry.Taxonomies, Registry.Today)
            .Run(files, 4, findings, TestContext.Current.CancellationToken);
        Assert.Equal(50, done.Count(d => d.Path.EndsWith("-good.docx", StringComparison.Ordinal) && d.New == 1));
        Assert.Equal(files.Count, done.Count);
        Assert.Null(registry.Book.WhyBroken());
    }

    [Fact]
    public void What_cannot_be_taken_in_lies_where_it_lay_and_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and links are Unix's");
        var folder = Directory.CreateDirectory(Path.Combine(registry.Root, "来件")).FullName;
        Process.Start("mkfifo", [Path.Combine(folder, "pipe.docx")]).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(folder, "dangling.docx"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(folder, "device.docx"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(folder, "loop"), "..");
        File.WriteAllBytes(Path.Combine(folder, "empty.docx"), []);
        using (var large = File.Create(Path.Combine(folder, "large.eml")))
        {
            large.SetLength(IncomingFile.Largest + 1L);
        }

        File.WriteAllBytes(Path.Combine(folder, "good\u001B[2J\n.docx"), FormWriter.Write(null, Sample.Form()));
        var findings = new Diagnostics();
        var files = IncomingFile.In(folder, findings);
        var done = new Import(registry.Book, Registry.Taxonomies, Registry.Today)
            .Run(files, 2, findings, TestContext.Current.CancellationToken);
        Assert.Equal(1, done.Sum(d => d.New));
        var left = findings.Sorted().Where(f => f.Rule == LeadsRules.LeftThere)
            .Select(f => (Path.GetFileName(f.Span.File.Path), f.Details[0].Zh)).Order().ToList();
        Assert.Equal(
            [
                ("dangling.docx", "链接指着的文件不在"), ("device.docx", "是管道、套接字或设备,不是文件"), ("empty.docx", "是空文件"), ("large.eml", "文件有 50 MB,太大了"),
                ("loop", "这是到别的文件夹的链接"), ("pipe.docx", "是管道、套接字或设备,不是文件"),
            ],
            left);
        Assert.True(File.Exists(Path.Combine(folder, "large.eml")));
    }

    [Fact]
    public void A_good_form_in_a_mail_is_taken_whatever_lies_beside_it()
    {
        var bomb = HostileFiles.Docx("<w:p><w:r><w:t>" + HostileFiles.Repeat("0", 40_000_000) + "</w:t></w:r></w:p>");
        var mail = Mails.Mail("Subject: x", "From: x@example.org",
            Mails.Multipart("mixed", "b", Mails.File("filename=a.docx", FormWriter.Write(null, Sample.Form())),
            Mails.File("filename=b.docx", bomb)));
        Assert.Null(Reading.ReadOrdinary("a.eml", mail));
        var read = Reading.Read("a.eml", mail);
        Assert.Equal("测试甲", Assert.Single(read.Forms).Form[Field.Person]);
        Assert.Contains(read.Findings, f => f.Rule == LeadsRules.TooMuch && f.Span.File.Path == "a.eml » 附件 2.docx");
    }

    [Fact]
    public void An_answer_that_is_too_long_is_cut_and_the_rest_is_kept()
    {
        var read = Reading.Read("a.docx",
            HostileFiles.Docx($"<w:p><w:r><w:t>姓名：测试甲</w:t></w:r></w:p><w:p><w:r><w:t>核心事迹：{new string('字', 30_000)}</w:t></w:r></w:p>"));
        var form = Assert.Single(read.Forms);
        Assert.Equal(20_000, form.Form[Field.Deeds].Length);
        Assert.Equal(10_000, Assert.Single(form.Leftovers).Text.Length);
    }
}
