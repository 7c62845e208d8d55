using Xunit;
using YuGong.Content;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>What may be published, and what never.</summary>
public sealed class TruthGateTests
{
    private static readonly SourceFile File = new("x", "");

    /// <param name="sources">Grade and group of each cited source: <c>A</c>, <c>B</c>, <c>B:history</c>.</param>
    [Theory]
    [InlineData("A", null)]
    [InlineData("A C", null)]
    [InlineData("C A", null)]
    [InlineData("B B", null)]
    [InlineData("B:x B", null)]
    [InlineData("B:x B:y", null)]
    [InlineData("B:x B:x B:y", null)]
    [InlineData("B:x B:x A:x", null)]
    [InlineData("B:x B:x", "两个 B 级来源同出一源")]
    [InlineData("B:x B:x C", "两个 B 级来源同出一源")]
    [InlineData("B", "只有一个独立的 B 级来源")]
    [InlineData("B C C", "只有一个独立的 B 级来源")]
    [InlineData("C", "只有 C 级来源")]
    [InlineData("C C C", "只有 C 级来源")]
    [InlineData("", "没有来源")]
    public void A_claim_rests_on_this(string sources, string? weakness)
    {
        var known = sources.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => Source($"s{i}", word)).ToList();
        var claim = new Honour("荣誉", null, File.Whole, [.. known.Select(s => s.Id)]);
        Assert.Equal(weakness, TruthGate.Weakness(claim, [.. known, Source("uncited", "A")])?.Zh);
    }

    /// <param name="differ">What the second source says otherwise than the first, whose everything else is another's.</param>
    [Theory]
    [InlineData("", true)]
    [InlineData("publisher: 出版者s0", false)]
    [InlineData("publisher: 《出版者 Ｓ０》", false)]
    [InlineData("archive: 档号-S0", false)]
    [InlineData("url: https://www.example.com/b", false)]
    [InlineData("url: http://m.example.com:8080/", false)]
    [InlineData("url: https://user@News.EXAMPLE.com./", false)]
    [InlineData("url: https://example.org/", true)]
    [InlineData("url: https://example.com.cn/", true)]
    public void Two_sources_are_independent_when_everything_differs(string differ, bool independent)
    {
        var first = Source("s0", "B") with { Url = "https://example.com/a" };
        var (key, value) = differ.Split(": ", 2) is [var k, var v] ? (k, v) : ("", "");
        var second = Source("s1", "B") with { Url = "https://example.net/" };
        second = key switch
        {
            "publisher" => second with { Publisher = value },
            "archive" => second with { Archive = value },
            "url" => second with { Url = value },
            _ => second,
        };
        var claim = new Honour("荣誉", null, File.Whole, [first.Id, second.Id]);
        Assert.Equal(independent, TruthGate.Weakness(claim, [first, second]) is null);
        Assert.Equal(independent, TruthGate.Weakness(claim, [second, first]) is null);
    }

    [Theory]
    [InlineData("https://cq.people.com.cn/1", "http://www.people.com.cn/2", false)]
    [InlineData("https://a.edu.tw/", "https://b.edu.tw/", true)]
    [InlineData("https://wjj.cq.gov.cn/", "https://jtj.cq.gov.cn/", true)]
    [InlineData("https://fx361.cc/1", "https://fx361.cc/2", false)]
    [InlineData("http://127.0.0.1/a", "http://127.0.0.2/a", true)]
    [InlineData("https://重庆.中国/a", "https://xn--zwt745i.xn--fiqs8s/b", false)]
    public void Hosts_differ_where_somebody_else_registered_them(string one, string other, bool independent)
    {
        var (a, b) = (Source("s0", "B") with { Url = one }, Source("s1", "B") with { Url = other });
        Assert.Equal(independent, TruthGate.Weakness(new Honour("荣誉", null, File.Whole, [a.Id, b.Id]), [a, b]) is null);
    }

    [Fact]
    public void Citing_one_source_twice_makes_it_no_two() =>
        Assert.NotNull(TruthGate.Weakness(new Honour("荣誉", null, File.Whole, [Ref("s1"), Ref("s1")]), [Source("s1", "B")]));

    [Fact]
    public void Citing_what_is_not_there_establishes_nothing() =>
        Assert.Equal("没有来源", TruthGate.Weakness(new Honour("荣誉", null, File.Whole, [Ref("s9")]), [Source("s1", "A")])?.Zh);

    public static TheoryData<string, string, string> AllSamples()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var status in new[] { "", "draft", "review", "ready", "published" })
        {
            foreach (var from in new[] { "", "2020-01-01", "2026-12-01", "2030-01-01" })
            {
                foreach (var to in new[] { "", "2026-12-01", "2031-01-01" })
                {
                    all.Add(status, from, to);
                }
            }
        }

        return all;
    }

    [Fact]
    public void No_sample_is_ever_in_a_release()
    {
        using var trial = new ExampleProject();
        var number = 0;
        foreach (var (status, from, to) in AllSamples().Select(row => row.Data))
        {
            number++;
            var keys = (status.Length > 0 ? $"status: {status}\n" : "") + (from.Length > 0 ? $"publish_at: {from}\n" : "")
                + (to.Length > 0 ? $"expire_at: {to}\n" : "") + "sample: true\n";
            trial.Put($"input/dialogues/d-{number}/index.md", Dialogue($"d-{number}", keys));
            trial.Put($"input/pages/p-{number}/index.md", $"---\nid: p-{number}\n{keys}title: 示例页面\nsummary: 这是一个编出来的示例页面。\n---\n\n示例。\n");
        }

        foreach (var today in new[] { new DateOnly(2026, 11, 23), ExampleProject.Today, new DateOnly(2040, 1, 1) })
        {
            var release = trial.Load(Edition.Release, today);
            Assert.DoesNotContain(release.Entries, e => e.Header.Sample);
            Assert.Equal(2 * number, release.LeftOut.Count(l => l.Entry.Header.Sample));
            Assert.Equal(2 * number, trial.Load(Edition.Preview, today).Entries.Count(e => e.Header.Sample));
        }
    }

    [Theory]
    [InlineData("", "2026-12-01", true)]
    [InlineData("publish_at: 2026-12-01\n", "2026-11-30", false)]
    [InlineData("publish_at: 2026-12-01\n", "2026-12-01", true)]
    [InlineData("publish_at: 2026-12-01\n", "2026-12-02", true)]
    [InlineData("expire_at: 2026-12-01\n", "2026-11-30", true)]
    [InlineData("expire_at: 2026-12-01\n", "2026-12-01", false)]
    [InlineData("publish_at: 2026-11-25\nexpire_at: 2026-12-01\n", "2026-11-24", false)]
    [InlineData("publish_at: 2026-11-25\nexpire_at: 2026-12-01\n", "2026-11-30", true)]
    public void An_entry_has_its_days(string keys, string today, bool shown)
    {
        using var trial = new ExampleProject();
        trial.Put("input/dialogues/d/index.md", Dialogue("d", "status: ready\n" + keys));
        Assert.Equal(shown, trial.Load(Edition.Release, DateOnly.Parse(today)).Dialogues.Count == 1);
        Assert.Single(trial.Load(Edition.Preview, DateOnly.Parse(today)).Dialogues);
    }

    [Theory]
    [InlineData("scope: [web]", "2026-12-01", true)]
    [InlineData("scope: [poster, web]", "2026-12-01", true)]
    [InlineData("scope: [poster]", "2026-12-01", false)]
    [InlineData("scope: [web], until: 2026-12-01", "2026-12-01", true)]
    [InlineData("scope: [web], until: 2026-12-01", "2026-12-02", false)]
    public void Consent_has_a_scope_and_an_end(string consent, string today, bool shown)
    {
        using var trial = new ExampleProject();
        trial.Put("input/dialogues/d/index.md", Dialogue("d", "status: ready\n", consent));
        Assert.Equal(shown, trial.Load(Edition.Release, DateOnly.Parse(today)).Dialogues.Count == 1);
    }

    [Theory]
    [InlineData("status: ready\n", true, "note warning")]
    [InlineData("status: published\n", true, "error note")]
    [InlineData("status: review\n", true, "note")]
    [InlineData("status: ready\n", false, "")]
    [InlineData("status: published\n", false, "")]
    public void A_promise_makes_a_missing_check_an_error(string status, bool unverified, string severities)
    {
        using var trial = new ExampleProject();
        var text = Dialogue("d", status);
        trial.Put("input/dialogues/d/index.md",
            unverified ? text.Replace("verification: { checker: 编辑部, method: 听录音, date: 2026-11-22 }\n", "") : text);
        var words = trial.Check().Select(d => d.Severity.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal);
        Assert.Equal(severities, string.Join(' ', words));
    }

    [Theory]
    [InlineData("person", "", "YG131")]
    [InlineData("family", "", "YG131")]
    [InlineData("person", "by: 愚公, ", "")]
    [InlineData("public-record", "", "")]
    public void A_living_person_agrees_by_name(string basis, string by, string codes)
    {
        using var trial = new ExampleProject();
        trial.Put("input/dialogues/d/index.md",
            Dialogue("d", "status: ready\n").Replace("basis: person, by: 愚公, ", $"basis: {basis}, {by}"));
        Assert.Equal(codes, string.Join(' ', trial.Check().Select(d => d.Rule.Code)));
    }

    internal static string Dialogue(string id, string keys, string consent = "scope: [web]") =>
        $"---\nid: {id}\n{keys}title: 谈话\nperson: yu-gong\ninterviewer: 操蛇之神\ndate: 2026-11-01\nsummary: 山神问他什么时候停，他说子子孙孙无穷匮也。\n"
        + "exchanges: [{ question: 何苦而不平, answer: 子子孙孙无穷匮也 }]\nverification: { checker: 编辑部, method: 听录音, date: 2026-11-22 }\n"
        + $"consent: {{ basis: person, by: 愚公, {consent} }}\n---\n";

    private static Ref Ref(string id) => new(id, File.Whole);

    private static Source Source(string id, string word) =>
        new()
        {
            Id = Ref(id), Title = $"题目{id}", Author = null, Publisher = $"出版者{id}", Date = null, Url = null, Archive = $"档号{id}",
            Grade = Enum.Parse<Grade>(word[..1]), Group = word.Length > 2 ? word[2..] : null, ReadInFull = false,
        };
}
