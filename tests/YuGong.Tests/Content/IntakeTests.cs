using System.Text;
using Xunit;
using YuGong.Content;
using YuGong.Content.Yaml;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Tests.Content;

public class IntakeTests
{
    [Theory]
    [InlineData("渝工", "渝工")]
    [InlineData("铸\u200B铁\uFEFF管\u2060\u00AD", "铸铁管")]
    [InlineData("\u202E反\u202C\u200F向\u2066。\u2069", "反向。")]
    [InlineData("⼯程师看着⾼压⽔泵，⻓年如此", "工程师看着高压水泵，长年如此")]
    [InlineData("\uF900\uFA30\U0002F800", "豈侮丽")]
    [InlineData("cafe\u0301 か\u3099 e\u0323\u0302", "café が ệ")]
    [InlineData("\u212B \u2126", "Å Ω")]
    [InlineData("葛\U000E0100洲坝，\U000E0100A\uFE0F水\uFE00", "葛\U000E0100洲坝，A水")]
    [InlineData("👨‍👩‍👧 ❤️ 1️⃣ 工‍程", "👨‍👩‍👧 ❤️ 1️⃣ 工程")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 工󠁧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 工")]
    [InlineData("甲\r\n乙\r丙\n", "甲\n乙\n丙\n")]
    [InlineData("甲\u000B乙 a\u2028b", "甲  \n乙 a  \nb")]
    [InlineData("## 甲\u000B乙 a\u000Bb\n丙\u2029丁", "## 甲乙 a b\n丙\n\n丁")]
    [InlineData("甲\u0085乙\f丙", "甲\n乙\n\n丙")]
    [InlineData("\u0008退\u009F格\uFFFE", "\uFFFD退\uFFFD格\uFFFD")]
    [InlineData("\uE000\uFFFC照写", "\uE000\uFFFC照写")]
    public void A_body_is_taken_in_like_this(string raw, string taken) =>
        Assert.Equal(taken, TextIntake.Take(raw, IntakeForm.Entry).Text);

    [Theory]
    [InlineData("---\ntitle: 甲\u000B乙\n---\n丙\u000B丁", "---\ntitle: 甲乙\n---\n丙  \n丁")]
    [InlineData("---\r\ntitle: A\u2028B\r\n---\r\n丙\u2028丁", "---\ntitle: A B\n---\n丙  \n丁")]
    public void A_break_within_a_value_does_not_end_it(string raw, string taken) =>
        Assert.Equal(taken, TextIntake.Take(raw, IntakeForm.Entry).Text);

    [Fact]
    public void Ledgers_and_templates_keep_every_character_but_what_no_text_may_hold() =>
        Assert.Equal("⼯\u200B\uFFFD\n", TextIntake.Take("⼯\u200B\u0008\r\n", IntakeForm.Lines).Text);

    [Fact]
    public void Places_are_told_in_the_file_and_not_in_what_was_taken_from_it()
    {
        var random = new Random(22);
        string[] pieces = ["水", "泵", "a", " ", "\n", "\r\n", "\r", "\u200B", "\u00AD", "⼯", "e\u0301", "\u000B", "👷", "\U000E0101",
            "\u0008"];
        for (var round = 0; round < 3000; round++)
        {
            var raw = new StringBuilder();
            for (var i = random.Next(40); i >= 0; i--)
            {
                raw.Append(pieces[random.Next(pieces.Length)]);
            }

            var marks = 0;
            while (marks < 3)
            {
                raw.Insert(random.Next(raw.Length + 1), $"<{marks++}>");
            }

            var taken = TextIntake.Take(raw.ToString(), IntakeForm.Entry);
            var file = new SourceFile("x.md", taken);
            for (var i = 0; i < marks; i++)
            {
                var at = taken.Text.IndexOf($"<{i}>", StringComparison.Ordinal);
                var there = raw.ToString().IndexOf($"<{i}>", StringComparison.Ordinal);
                if (at < 0)
                {
                    continue; // one mark was put into another
                }

                Assert.Equal(there, file.OriginalOffset(at));
                var before = raw.ToString(0, there).Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
                Assert.Equal(before.Length, file.At(at).Line);
            }
        }
    }

    [Theory]
    [InlineData("a: 渝工移山\n  匠心实干\n", "渝工移山匠心实干")]
    [InlineData("a: 渝工 移山\n  abc\n  水\n", "渝工 移山 abc 水")]
    [InlineData("a: >\n  一台水泵，\n  装在江边。\n", "一台水泵，装在江边。\n")]
    [InlineData("a: >-\n  一台水泵\n  《图》\n\n  另一段\n", "一台水泵《图》\n另一段")]
    [InlineData("a: '一台\n  水泵'\n", "一台水泵")]
    [InlineData("a: \"一台\n  水泵 \\\n  abc\"\n", "一台水泵 abc")]
    [InlineData("a: |\n  一台\n  水泵\n", "一台\n水泵\n")]
    public void Lines_of_a_value_join_as_Chinese_does(string yaml, string value)
    {
        var node = YamlReader.Read(new("x.yaml", yaml), 0, yaml.Length, new());
        Assert.Equal(value, Assert.IsType<Scalar>(Assert.IsType<Mapping>(node).Find("a")!.Value).Text);
    }

    [Theory]
    [InlineData("a: ［s1，s2］\n", "s1 s2")]
    [InlineData("a: 【s1、s2】\n", "s1 s2")]
    [InlineData("a: [s1，s2、s3, s4]\n", "s1 s2 s3 s4")]
    [InlineData("a: [s1, s2]\n", "s1 s2")]
    public void Lists_of_ids_may_be_typed_by_a_Chinese_input_method(string yaml, string ids)
    {
        var node = Assert.IsType<Mapping>(YamlReader.Read(new("x.yaml", yaml), 0, yaml.Length, new())).Find("a")!.Value;
        var items = WideList.Items(node)!;
        Assert.Equal(ids, string.Join(' ', items.Select(i => ((Scalar)i).Text)));
        Assert.All(items, i => Assert.Equal(((Scalar)i).Text, yaml.Substring(i.Span.Start, i.Span.Length)));
    }

    [Theory]
    [InlineData("a: 1\nb：2\n", "2:2")]
    [InlineData("a:　1\n", "1:3")]
    [InlineData("a:\u00A01\n", "1:3")]
    [InlineData("a:张三\nb: 2\n", "1:2")]
    [InlineData("a:\n\u00A0 b: 1\n", "2:1")]
    [InlineData("a:\n　b: 1\n", "2:1")]
    [InlineData("a:\n  － 甲\n  － 乙\n", "2:3")]
    [InlineData("a:\n  b：1\n", "2:4")]
    [InlineData("a: 1\n＃ 注\n", "2:1")]
    [InlineData("a:\n  - b：1\n    c: 2\n", "2:6")]
    public void Signs_of_an_input_method_are_found_where_they_stand(string yaml, string place)
    {
        var (file, findings) = (new SourceFile("x.yaml", yaml), new Diagnostics());
        Assert.Null(YamlReader.Read(file, 0, yaml.Length, findings));
        var first = findings.Sorted()[0];
        Assert.Equal("YG129", first.Rule.Code);
        Assert.Equal(place, $"{file.At(first.Span.Start).Line}:{file.At(first.Span.Start).Column}");
    }

    [Theory]
    [InlineData("a: 水泵：一台\n")]
    [InlineData("a: |\n  b：一台\n  － 甲\n")]
    [InlineData("a: \"b：一台\n  c：两台\"\n")]
    [InlineData("a: 一台——\n  两台\n")]
    [InlineData("a: http://x.cn/1\nb: 12:30\n")]
    public void Signs_within_words_are_words(string yaml)
    {
        var findings = new Diagnostics();
        Assert.NotNull(YamlReader.Read(new("x.yaml", yaml), 0, yaml.Length, findings));
        Assert.Empty(findings.Sorted());
    }

    [Theory]
    [InlineData("a: 一台 #1 机组\n", true)]
    [InlineData("a: x #1\n", true)]
    [InlineData("a: 一台 # 旧名\n", true)]
    [InlineData("a:\n  - 甲 #乙\n", true)]
    [InlineData("a: draft # 还没写完\n", false)]
    [InlineData("a: 一台#1\n", false)]
    [InlineData("# 注\na: 一台\n", false)]
    [InlineData("a: '一台 #1'\n", false)]
    [InlineData("a: [x, y] # 注\n", false)]
    public void What_a_comment_swallowed_is_found(string yaml, bool isFound)
    {
        var findings = new Diagnostics();
        Assert.NotNull(YamlReader.Read(new("x.yaml", yaml), 0, yaml.Length, findings));
        Assert.Equal(isFound ? ["YG128"] : [], findings.Sorted().Select(f => f.Rule.Code));
    }

    [Theory]
    [InlineData("con", false)]
    [InlineData("AUX.jpg", false)]
    [InlineData("com1", false)]
    [InlineData("lpt9.tar.gz", false)]
    [InlineData("图.", false)]
    [InlineData("图 ", false)]
    [InlineData("谁画的?.jpg", false)]
    [InlineData("a:b.jpg", false)]
    [InlineData("console", true)]
    [InlineData("com10", true)]
    [InlineData("1#机组 50%.jpg", true)]
    [InlineData(".gitignore", true)]
    public void Windows_can_or_cannot_hold_a_name(string name, bool can) => Assert.Equal(can, WindowsName.CanBe(name));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void A_ledger_says_the_same_whatever_ends_its_lines(string end)
    {
        var findings = new Diagnostics();
        var file = TextFile.Decode(Encoding.UTF8.GetBytes($"# 台账{end}/a/ x{end}/b/ y{end}"), "input/urls.txt", Phrase.Empty, findings)!;
        Assert.Equal("# 台账\n/a/ x\n/b/ y\n", file.Text);
        Assert.All(findings.Sorted(), f => Assert.Equal("YG103", f.Rule.Code));
    }

    [Fact]
    public void Of_a_ledger_in_conflict_both_sides_are_read_and_the_conflict_is_told()
    {
        var findings = new Diagnostics();
        var file = TextFile.Decode("/a/\n<<<<<<< HEAD\n/b/\n=======\n/c/\n>>>>>>> draft\n"u8, "input/urls.txt", Phrase.Empty, findings)!;
        Assert.Equal(["/a/", "/b/", "/c/"], file.Text.Split('\n').Where(l => l.StartsWith('/')));
        Assert.Equal("YG127", Assert.Single(findings.Sorted()).Rule.Code);
        Assert.Equal(2, file.At(findings.Sorted()[0].Span.Start).Line);
    }

    [Fact]
    public void Every_code_point_is_taken_in_and_what_comes_out_stays_as_it_is()
    {
        for (var code = 1; code <= 0x10FFFF; code += code < 0x30000 ? 1 : 37)
        {
            var raw = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            foreach (var text in (string[])[raw, $"水{raw}泵", $"e{raw}"])
            {
                var once = TextIntake.Take(text, IntakeForm.Data).Text;
                Assert.Equal(once, TextIntake.Take(once, IntakeForm.Data).Text);
                Assert.True(BadCharacters.In(once) < 0, $"U+{code:X4}");
            }
        }
    }
}
