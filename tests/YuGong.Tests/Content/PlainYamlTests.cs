using System.Text;
using Xunit;
using YuGong.Content;
using YuGong.Content.Yaml;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>The quick reader may be silent; when it answers, it says what the full one says, to the character.</summary>
public sealed class PlainYamlTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Quick_and_full_agree_on_anything(int seed)
    {
        var random = new Random(seed);
        var (answered, wrong) = (0, 0);
        for (var i = 0; i < 6000; i++)
        {
            var yaml = new YamlWriter(random).Document();
            if (i % 4 == 0)
            {
                yaml = Spoil(yaml, random);
            }

            var file = new SourceFile("x.yaml", "---\n" + yaml + "---\n正文");
            var quick = FastYamlReader.TryRead(file, 4, yaml.Length);
            Diagnostics findings = new();
            var full = YamlReader.ReadFully(file, 4, yaml.Length, findings);
            wrong += findings.HasErrors ? 1 : 0;
            if (quick is not null)
            {
                answered++;
                var said = string.Join(' ', findings.Sorted().Select(d => d.Message(Language.English)));
                Assert.True(findings.Count == 0, $"only the full reader refuses ({said})\n{yaml}");
                Assert.True(Dump(full) == Dump(quick), $"{yaml}\n{Dump(full)}\n{Dump(quick)}");
            }

            Assert.True(full is not null || findings.Count > 0, $"no answer and no finding\n{yaml}");
        }

        Assert.True(answered > 1300 && wrong > 600, $"{answered} answered, {wrong} wrong: the writer is too wild or too tame");
    }

    [Fact]
    public void Quick_and_full_agree_on_everything_we_have()
    {
        var answered = 0;
        foreach (var path in Directory.GetFiles(Repository.At("input"), "*", SearchOption.AllDirectories)
            .Where(p => Path.GetExtension(p) is ".md" or ".yaml"))
        {
            var file = new SourceFile(path, File.ReadAllText(path));
            var (start, length) = path.EndsWith(".md", StringComparison.Ordinal) && FrontMatter.Find(file, new()) is { } matter
                ? (matter.Start, matter.Length)
                : (0, file.Text.Length);
            if (FastYamlReader.TryRead(file, start, length) is not { } quick)
            {
                continue;
            }

            answered++;
            Diagnostics findings = new();
            Assert.Equal(Dump(YamlReader.ReadFully(file, start, length, findings)), Dump(quick));
            Assert.Equal(0, findings.Count);
        }

        Assert.True(answered > 30, $"only {answered} files are plain");
    }

    /// <summary>Small texts that once were, or might be, read differently.</summary>
    [Theory]
    [InlineData("a: b\n")]
    [InlineData("a:\n")]
    [InlineData("a: # 没有值\nb: c\n")]
    [InlineData("a:\n- b\n- c\n")]
    [InlineData("a:\n  - b\n  -\n")]
    [InlineData("a: [b, c,]\n")]
    [InlineData("a: [b , c ]\n")]
    [InlineData("a: [ ]\n")]
    [InlineData("a: {b: c, d: [e, {f: g}]}\n")]
    [InlineData("a: {b: }\n")]
    [InlineData("a: {b}\n")]
    [InlineData("a: {\"b\": c}\n")]
    [InlineData("a: [b: c]\n")]
    [InlineData("a: [http://x.org/?a=b, c]\n")]
    [InlineData("a: [b:c]\n")]
    [InlineData("a: b:c\n")]
    [InlineData("a: b #c\n")]
    [InlineData("a: b#c\n")]
    [InlineData("a: 'b' # c\n")]
    [InlineData("a: 'b'c\n")]
    [InlineData("a: 'b''c'\n")]
    [InlineData("a: \"b\\n\"\n")]
    [InlineData("a: \"b\nc\"\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: >-\n  b\n")]
    [InlineData("a: -b\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: ?b\n")]
    [InlineData("a: ? b\n")]
    [InlineData("a: :b\n")]
    [InlineData("a: ::\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: `b\n")]
    [InlineData("a: %b\n")]
    [InlineData("a: *b\n")]
    [InlineData("a: &b c\n")]
    [InlineData("a: !b c\n")]
    [InlineData("a: ]\n")]
    [InlineData("a: ,\n")]
    [InlineData("a: ,b\n")]
    [InlineData("a: }b\n")]
    [InlineData("a: b, c\n")]
    [InlineData("a: b]\n")]
    [InlineData("a: #b\n")]
    [InlineData("a:b\n")]
    [InlineData("a : b\n")]
    [InlineData("a:  b  \n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a: {b: c, b: d}\n")]
    [InlineData("- a: b\n  c: d\n- e\n")]
    [InlineData("- a: b\n c: d\n")]
    [InlineData("- - a\n")]
    [InlineData("-\n  a: b\n")]
    [InlineData("  a: b\n  c: d\n")]
    [InlineData("  a: b\nc: d\n")]
    [InlineData("a: b\n c: d\n")]
    [InlineData("a:\n  b: c\n d: e\n")]
    [InlineData("a:\n    b: c\n\n\n  # x\nd: e\n")]
    [InlineData("a: [b\n]\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a: b\n...\n")]
    [InlineData("a: ---\n")]
    [InlineData("--- a\n")]
    [InlineData("%YAML 1.2\n---\na: b\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("\u00a0a: b\n")]
    [InlineData("a:\u3000b\n")]
    [InlineData("a: \u3000b\n")]
    [InlineData("a: b\u0085c: d\n")]
    [InlineData("a: b\u2028c: d\n")]
    [InlineData("a: \ufeffb\n")]
    [InlineData("a: \u0001b\n")]
    [InlineData("- 1: 2\n")]
    [InlineData("_a-b: c\n")]
    [InlineData("-a: c\n")]
    [InlineData("'a': c\n")]
    [InlineData("键: 值\n")]
    [InlineData("a: 值: 值\n")]
    [InlineData("a: ~\n")]
    [InlineData("a\n")]
    [InlineData("# only\n")]
    [InlineData("\n")]
    [InlineData("a: [b, # c\n  d]\n")]
    [InlineData("a: [b#c]\n")]
    [InlineData("a: [b #c]\n")]
    [InlineData("a: [-b, - c]\n")]
    [InlineData("a: ['b', \"c\"d]\n")]
    [InlineData("a: {b: c d: e}\n")]
    [InlineData("a: {b:c}\n")]
    [InlineData("a: {b: c}}\n")]
    [InlineData("a: {b: c} d\n")]
    [InlineData("a: {b: c}# d\n")]
    [InlineData("a: [b] # d\n")]
    [InlineData("a: {? b: c}\n")]
    [InlineData("a:\n  - b: c\n    d:\n    - e\n    - f\n  - g: h\n")]
    public void Quick_and_full_agree_on_this(string yaml)
    {
        var file = new SourceFile("x.yaml", yaml);
        Diagnostics findings = new();
        var full = YamlReader.ReadFully(file, 0, yaml.Length, findings);
        if (FastYamlReader.TryRead(file, 0, yaml.Length) is { } quick)
        {
            Assert.Equal((Dump(full), 0), (Dump(quick), findings.Count));
        }
    }

    [Fact]
    public void A_bomb_and_a_tower_are_findings_and_take_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var bomb = "a: &a [x]\n" + string.Concat(Enumerable.Range(1, 25)
            .Select(i =>
            $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(", ", Enumerable.Repeat("*" + (char)('a' + i - 1), 9))}]\n"));
        Assert.Equal(["YG123"], Codes(bomb));
        Assert.Equal(["YG125"], Codes("a: " + new string('[', 500_000) + "\n"));
        Assert.Equal(["YG125"], Codes("a: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)) + "\n"));
        Assert.Equal(["YG125"], Codes(string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i) + "a:\n"))));
        Assert.Equal(["YG124"], Codes("a: !!binary aGk=\n"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static IEnumerable<string> Codes(string yaml)
    {
        Diagnostics findings = new();
        YamlReader.Read(new SourceFile("x.yaml", yaml), 0, yaml.Length, findings);
        return findings.Sorted().Select(d => d.Rule.Code);
    }

    private static string Spoil(string yaml, Random random)
    {
        const string Signs = " \n:-#[]{},'\"&*!|>%@`?~\\\t.渝a1";
        var text = new StringBuilder(yaml);
        for (var edits = random.Next(1, 4); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(at, Signs[random.Next(Signs.Length)]);
                    break;
                case 1:
                    text.Remove(at, 1);
                    break;
                default:
                    text[at] = Signs[random.Next(Signs.Length)];
                    break;
            }
        }

        return text.ToString();
    }

    private static string Dump(Node? node) => node switch
    {
        null => "nothing",
        Scalar s => $"{Place(s)}{(s.Plain ? "" : "'")}{s.Text}",
        Sequence s => $"{Place(s)}[{string.Join(", ", s.Items.Select(Dump))}]",
        Mapping m => $"{Place(m)}{{{string.Join(", ", m.Entries.Select(e => $"{Dump(e.Key)}: {Dump(e.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static string Place(Node node) => $"<{node.Span.Start}+{node.Span.Length}>";
}
