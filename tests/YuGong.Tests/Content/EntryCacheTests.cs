using System.Collections;
using System.Reflection;
using Xunit;
using YuGong.Content;
using YuGong.Tests.Findings;
using YuGong.Tests.Sites;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>
/// An entry that comes from the cache of an earlier process is the entry that reading its file gives, to the last place in it.
/// </summary>
public sealed class EntryCacheTests : IDisposable
{
    /// <summary>What an entry has from a vocabulary, or from a form that is not saved, is not kept with it.</summary>
    private static readonly string[] NotKept = ["Batch.Note", "Direction.Note", "EntryFolder.Elsewhere"];

    private readonly Sites.Project project = CompleteContent.Extend(Sites.Project.OfRealSite());

    private string Cache => project.At(".cache/builds/test.entries");

    public void Dispose() => project.Dispose();

    [Fact]
    public void Every_member_of_every_entry_comes_back_as_it_was()
    {
        EveryKey();
        var read = Load(EntryMemo.None);
        read.Entries.Write(Cache);
        var unseen = new SortedSet<string>(StringComparer.Ordinal);
        var back = Load(EntryMemo.From(Cache));

        var (before, after) = (Entries(read), Entries(back));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, e => Same(e.Value, after[e.Key], e.Key, unseen));
        unseen.ExceptWith(seen);
        Assert.Equal([], unseen.Except(NotKept));
    }

    [Fact]
    public void Only_what_was_touched_is_read_again_and_nothing_is_written_when_nothing_was()
    {
        Load(EntryMemo.None).Entries.Write(Cache);
        var first = File.GetLastWriteTimeUtc(Cache);
        File.SetLastWriteTimeUtc(Cache, first.AddHours(-1));
        Load(EntryMemo.From(Cache)).Entries.Write(Cache);
        Assert.Equal(first.AddHours(-1), File.GetLastWriteTimeUtc(Cache));

        Rename();
        var again = Load(EntryMemo.From(Cache));
        Assert.Contains(again.Site.Stories, s => s.Name == "税某人");
        again.Entries.Write(Cache);
        Assert.True(File.GetLastWriteTimeUtc(Cache) > first.AddMinutes(-30));
    }

    /// <summary>A word of a vocabulary, a setting, the day, a picture beside the entry: whatever reading depends on.</summary>
    [Theory]
    [InlineData("input/taxonomies/trades.yaml")]
    [InlineData("statiq.json")]
    [InlineData("input/call.yaml")]
    public void What_reading_depends_on_makes_all_of_it_old(string file)
    {
        Load(EntryMemo.None).Entries.Write(Cache);
        File.SetLastWriteTimeUtc(project.At(file), DateTime.UnixEpoch.AddYears(40));
        File.SetLastWriteTimeUtc(Cache, DateTime.UnixEpoch.AddYears(40));
        Load(EntryMemo.From(Cache)).Entries.Write(Cache);
        Assert.NotEqual(DateTime.UnixEpoch.AddYears(40), File.GetLastWriteTimeUtc(Cache));
    }

    [Fact]
    public void A_damaged_cache_is_no_cache()
    {
        Load(EntryMemo.None).Entries.Write(Cache);
        var whole = File.ReadAllBytes(Cache);
        foreach (var (at, length) in ((int, int)[])[(0, whole.Length), (9, whole.Length), (whole.Length / 2, whole.Length),
            (whole.Length - 1, whole.Length), (0, whole.Length / 2), (0, 7), (0, 0)])
        {
            var damaged = whole[..length];
            if (at < length)
            {
                damaged[at] ^= 0x40;
            }

            File.WriteAllBytes(Cache, damaged);
            var back = Load(EntryMemo.From(Cache));
            Assert.Equal(Entries(Load(EntryMemo.None)).Keys, Entries(back).Keys);
        }
    }

    /// <summary>What is not read at once must not become something else later.</summary>
    [Fact]
    public void A_file_that_changes_after_it_was_listed_is_not_read_for_what_it_was()
    {
        EveryKey();
        var first = Load(EntryMemo.None);
        first.Entries.Write(Cache);
        var loaded = SiteLoader.Load(Request(EntryMemo.From(Cache)) with { CleanBodies = first.CleanBodies },
            InputFiles.Scan(project.At("input")), new())!;
        var story = loaded.Site.Stories.Single(s => s.Id == "every-key");
        project.Write("input/stories/every-key/index.md", File.ReadAllText(project.At("input/stories/every-key/index.md")) + "\n又一句。\n");

        Assert.Equal("张测试", story.Name);
        Assert.Equal("input/stories/every-key/index.md", Assert.Throws<InputChangedException>(() => story.Header.Body.Html).Path);
    }

    private void Rename() =>
        project.Write("input/stories/shui-xiheng/index.md",
            File.ReadAllText(project.At("input/stories/shui-xiheng/index.md")).Replace("name: 税西恒", "name: 税某人", StringComparison.Ordinal));

    private LoadRequest Request(EntryMemo known) =>
        new(project.At("input"), "input", project.At("statiq.json"), ExampleProject.Today, Edition.Preview, new HashSet<Fingerprint>(),
            2) { Known = known };

    private LoadedSite Load(EntryMemo known) => SiteLoader.Load(Request(known), InputFiles.Scan(project.At("input")), new())!;

    private static SortedDictionary<string, Entry> Entries(LoadedSite loaded) =>
        new(loaded.Site.Entries.ToDictionary(e => e.ToString(), e => e), StringComparer.Ordinal);

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Holds two values of a model against one another, member by member.</summary>
    /// <param name="unseen">Gets members that are empty here; one that is empty everywhere is tested by nothing.</param>
    private void Same(object? one, object? other, string where, SortedSet<string> unseen)
    {
        if (one is null || other is null)
        {
            Assert.True(one is null && other is null, $"{where}: {one} is not {other}");
            return;
        }

        switch (one)
        {
            case string or Enum or DateOnly or int or bool or double or Fingerprint:
                Assert.True(one.Equals(other), $"{where}: {one} is not {other}");
                return;
            case SourceFile file:
                Assert.Equal((file.Path, file.Text), (((SourceFile)other).Path, ((SourceFile)other).Text));
                return;
            case IEnumerable list:
                var (left, right) = (list.Cast<object?>().ToList(), ((IEnumerable)other).Cast<object?>().ToList());
                Assert.True(left.Count == right.Count, $"{where}: {left.Count} is not {right.Count}");
                for (var i = 0; i < left.Count; i++)
                {
                    Same(left[i], right[i], $"{where}[{i}]", unseen);
                }

                return;
        }

        Assert.Equal(one.GetType(), other.GetType());
        foreach (var member in one.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            var value = member.GetValue(one);
            var name = $"{one.GetType().Name}.{member.Name}";
            if (member.CanWrite)
            {
                (IsEmpty(value) ? unseen : (ISet<string>)seen).Add(name);
            }

            Same(value, member.GetValue(other), $"{where}.{member.Name}", unseen);
        }
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null or false or 0 => true,
        string text => text.Length == 0,
        IEnumerable list => !list.Cast<object?>().Any(),
        _ => false,
    };

    /// <summary>Two entries with the keys that no other entry of the test has.</summary>
    private void EveryKey()
    {
        project.Write("input/taxonomies/industry.yaml",
            "name: 行业\nof: [story, object]\nfilter: true\nterms:\n  - { id: stone, name: 石 }\n  - { id: steel, name: 钢 }\n");
        project.Write("input/stories/every-key/index.md", $$"""
            ---
            id: every-key
            status: ready
            publish_at: 2020-01-01
            expire_at: 2999-01-01
            updated: 2021-01-01
            author: 测试员
            name: 张测试
            latin_name: Mou Ren
            pinyin: Mǒu Rén
            gender: 女
            birth: { date: 1950, place: 重庆, cite: [s1] }
            death: { date: 2001, place: 重庆, cite: [s1] }
            direction: mentor
            traits: [perseverance]
            trades: [railway]
            districts: [yuzhong]
            era: early
            clusters: [smart-equipment]
            fields: [green]
            batch: first
            industry: [steel, stone]
            order: 7
            headline: 一个平常的人
            poster_line: 他做的事，今天还在用。
            summary: 这一段文字只为测试而写，说的不是任何真实的人，字数凑够摘要的下限，好让校验不再提醒，也好看出版面在有字的时候是什么样子。
            quotations: [{ text: 说过的话, speaker: 某人, form: direct, occasion: 某时, cite: [s1] }]
            events: [{ date: 2011, text: 身后的一件事, posthumous: true, cite: [s1] }]
            projects: [{ name: 某工程, role: 主持, date: 1990, place: 重庆, cite: [s1] }]
            honours: [{ name: 某荣誉, date: 1999, cite: [s1] }]
            related: [{ id: shui-xiheng, relation: 同事, cite: [s1] }]
            recommender: { name: 某推荐人, agreed: true }
            consent: { basis: family, by: 家属, scope: [web, poster, print, video], until: 2999-01-01, note: 一句话 }
            corrections: [{ date: 2021-02-03, text: 原来写错了年份。 }]
            sources:
              - { id: s1, title: 一, author: 某, publisher: 某社, date: 2020,
                  url: "https://example.org/", archive: 档号, grade: B, group: 甲, read: full }
            verification: { checker: 编辑部, method: 测试, date: 2026-01-02 }
            extra: { a: [1, "2"], b: { c: 三 } }
            ---

            ## 一节

            {{string.Concat(Enumerable.Repeat("这一句只为凑够字数而写没有别的意思。", 40))}}[@s1]
            """);
        project.Write("input/videos/every-key-film/index.md", """
            ---
            id: every-key-film
            title: 一段影片
            people: [every-key]
            date: 2020
            duration: 61
            url: https://example.org/film
            summary: 这一段文字只为测试而写，说的不是任何真实的人，也不是任何真实的影片。
            ---

            文字稿。
            """);
        project.Write("input/news/every-key-news/index.md", """
            ---
            id: every-key-news
            title: 一条动态
            date: 2020-05
            people: [every-key]
            summary: 这一段文字只为测试而写，说的不是任何真实的人，也不是任何真实的消息。
            photos: [{ src: one.png, alt: 一张图, credit: 测试 }]
            sources: [{ id: s1, title: 一, publisher: 某社, archive: 档号, grade: A }]
            ---

            正文。
            """);
    }
}
