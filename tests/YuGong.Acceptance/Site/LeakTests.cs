using System.Text;
using Xunit;
using YuGong.Tests.Media;

namespace YuGong.Tests.Sites;

/// <summary>
/// Mutations: something private is put into one place after another, and each time nothing is published and the place is named.
/// </summary>
public sealed class LeakTests
{
    private const string Phone = "13812345678";
    private const string Identity = "11010519491231002X";
    private const string Registered = "登记册里的一句私人话";

    /// <summary>A real picture with a text in it, behind its head.</summary>
    private static byte[] Picture(string text)
    {
        var png = OddPictures.Png(1200, 900);
        return [.. png[..33], .. OddPictures.Chunk("tEXt", Encoding.ASCII.GetBytes(text)), .. png[33..]];
    }

    private static readonly string[] Values = [Phone, Identity, Registered];

    /// <summary>Fields of every kind of file, as (file, a text that is there, the same with the value in it).</summary>
    private static readonly (string File, string Old, string New)[] Fields =
    [
        ("input/stories/test-person/index.md", "headline: 只为测试而有的人", "headline: V"),
        ("input/stories/test-person/index.md", "summary: ", "summary: V "),
        ("input/stories/test-person/index.md", "byline: 文 / 测试员", "byline: V"),
        ("input/stories/test-person/index.md", "rights: 文字 © 测试", "rights: V"),
        ("input/stories/test-person/index.md", "name: 测试员", "name: V"),
        ("input/stories/test-person/index.md", "other_names: [字测", "other_names: [V"),
        ("input/stories/test-person/index.md", "work_unit: 测试厂", "work_unit: V"),
        ("input/stories/test-person/index.md", "alt: 测试员的肖像", "alt: V"),
        ("input/stories/test-person/index.md", "credit: 测试摄影", "credit: V"),
        ("input/stories/test-person/index.md", "text: 说过的一句话。", "text: V"),
        ("input/stories/test-person/index.md", "place: 重庆巴县", "place: V"), ("input/stories/test-person/index.md", "name: 一项荣誉", "name: V"),
        ("input/stories/test-person/index.md", "label: 装机", "label: V"),
        ("input/stories/test-person/index.md", "title: 测试用的官方来源", "title: V"),
        ("input/stories/test-person/index.md", "https://example.org/a?b=1", "https://example.org/V?b=1"),
        ("input/stories/test-person/index.md", "## 第一节", "## V"),
        ("input/stories/test-person/index.md", "![工地的照片]", "![V]"), ("input/objects/test-object/index.md", "summary: ", "summary: V "),
        ("input/dialogues/test-talk/index.md", "summary: ", "summary: V "), ("input/videos/test-film/index.md", "summary: ", "summary: V "),
        ("input/news/test-news/index.md", "summary: ", "summary: V "),
        ("input/taxonomies/trades.yaml", "name: ", "name: V "), ("input/call.yaml", "deadline_note: ", "deadline_note: V "),
        ("statiq.json", "\"Description\": \"", "\"Description\": \"V "), ("themes/yugong/templates/layout.scriban", "跳到正文", "V"),
        ("themes/yugong/assets/site.css", ":root", "/* V */ :root"),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Fields.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Something_private_in_a_field_is_refused_and_its_place_named(int place)
    {
        var (file, old, text) = Fields[place];
        using var project = Clean.Small();
        var register = project.At("register.txt");
        await File.WriteAllTextAsync(register, $"住址\t{Registered}\n", TestContext.Current.CancellationToken);
        var before = project.Read(file);
        var at = before.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        var value = Values[place % Values.Length];
        project.Write(file, string.Concat(before.AsSpan(0, at), text.Replace("V", value, StringComparison.Ordinal),
            before.AsSpan(at + old.Length)));
        var said = await project.BuildAsync("--private-values", register);
        Assert.True(said.Code == 1, $"{value}: {said.Out}{said.Err}");
        Assert.False(Directory.Exists(project.Output));
        Assert.Matches($"(?m)^(input|themes|output|statiq)[^\n]*:[0-9]+:[0-9]+: error YG(213|1[0-9][0-9])", said.Err);
    }

    [Fact]
    public async Task Something_private_in_a_picture_or_its_name_is_refused()
    {
        using var project = Clean.Small();
        const string Story = "input/stories/test-person/";
        var before = project.Read(Story + "index.md");
        project.Write(Story + "portrait.png", Picture("Author\0" + Phone));
        var said = await project.BuildAsync();
        Assert.Equal(1, said.Code);
        Assert.Contains(Story + "portrait.png:1:1: error YG213", said.Err);
        Assert.DoesNotContain(Phone, said.Err);

        project.Write(Story + "portrait.png", Picture("Author\0nobody"));
        project.Write(Story + Phone + ".png", Picture("Author\0nobody"));
        project.Write(Story + "index.md", before.Replace("src: site.png", $"src: {Phone}.png", StringComparison.Ordinal));
        Assert.Equal(1, (await project.BuildAsync()).Code);

        project.Write(Story + "index.md", before);
        Assert.Equal(1, (await project.BuildAsync()).Code); // nobody uses the file, and it lies in the repository

        project.Delete(Story + Phone + ".png");
        said = await project.BuildAsync();
        Assert.True(said.Code == 0, said.Err);
    }

    [Fact]
    public async Task A_new_private_value_is_looked_for_in_files_that_stand_already()
    {
        using var project = Clean.Small();
        Assert.Equal(0, (await project.BuildAsync()).Code);
        await File.WriteAllTextAsync(project.At("register.txt"), "一座水厂\n", TestContext.Current.CancellationToken);
        var said = await project.BuildAsync("--private-values", project.At("register.txt"));
        Assert.Equal(1, said.Code);
        Assert.Contains("input/stories/test-person/index.md:", said.Err);
        Assert.Contains("YG213", said.Err);
    }

    [Fact]
    public async Task The_scan_of_a_folder_finds_what_somebody_put_there()
    {
        using var project = Clean.Small();
        Assert.Equal(0, (await project.BuildAsync()).Code);
        Assert.Equal(0, (await project.RunAsync("scan")).Code);
        await File.WriteAllTextAsync(Path.Combine(project.Output, "note.txt"), $"call {Phone}", TestContext.Current.CancellationToken);
        var said = await project.RunAsync("scan");
        Assert.Equal(1, said.Code);
        Assert.Contains("output/note.txt:1:6: error YG213", said.Out);
    }

    [Fact]
    public async Task What_the_association_publishes_itself_may_stand()
    {
        using var project = Clean.Small();
        project.Edit("statiq.json", "\"Title\": \"渝工移山\",", "\"Title\": \"渝工移山\", \"PublicContacts\": [\"023-63612345\"],");
        project.Edit("input/call.yaml", "deadline_note: ", "deadline_note: 电话 023-63612345。");
        var said = await project.BuildAsync();
        Assert.True(said.Code == 0, said.Err);
    }
}
