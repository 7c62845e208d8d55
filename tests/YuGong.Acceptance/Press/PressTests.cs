using System.Collections.Concurrent;
using Xunit;
using YuGong.Posters.Codes;
using YuGong.Posters.Pressing;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Tests.Press;

public sealed class PressTests
{
    [Fact]
    public void A_second_run_typesets_and_renders_nothing_and_still_says_what_there_is_to_say()
    {
        var store = new Shelf();
        var (first, second) = (new Diagnostics(), new Diagnostics());
        var order = Sheet.OrderOf(Sheet.Card(type: 2));
        var one = Run(store, [order], 1, first);
        var two = Run(store, [order with { Compose = _ => throw new InvalidOperationException("typeset again") }], 1, second);
        Assert.Equal(one[0].Files, two[0].Files);
        Assert.Equal(TimeSpan.Zero, two[0].Took);
        Assert.Equal(["YG526"], first.Sorted().Select(d => d.Rule.Code));
        Assert.Equal(Words(first), Words(second));
    }

    [Fact]
    public void One_job_two_jobs_and_four_shards_give_the_same_bytes()
    {
        var orders = Enumerable.Range(0, 8)
            .Select(i => Sheet.OrderOf(Sheet.Card(nudge: -i / 10.0) with { Name = new($"s{i}", "peak", i % 2 == 0 ? "a" : "b") })).ToList();
        var (alone, together, shards) = (new Shelf(), new Shelf(), new Shelf());
        Run(alone, orders, 1, new());
        Run(together, orders, 2, new());
        for (var i = 1; i <= 4; i++)
        {
            Run(shards, PosterChoice.Everything.From(orders).Intersect(new Shard(i, 4).Take(orders)).ToList(), 2, new());
        }

        Assert.Equal(alone.Files.Keys.Order(StringComparer.Ordinal), together.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(alone.Files.Keys.Order(StringComparer.Ordinal), shards.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(alone.Files,
            f => Assert.True(f.Value.AsSpan().SequenceEqual(together.Files[f.Key]) && f.Value.AsSpan().SequenceEqual(shards.Files[f.Key]),
            f.Key));
    }

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("3/16", true)]
    [InlineData("0/4", false)]
    [InlineData("5/4", false)]
    [InlineData("x", false)]
    public void A_shard_is_written_as_one_of_how_many(string text, bool good) => Assert.Equal(good, Shard.Parse(text) is not null);

    [Fact]
    public void Preflight_sees_what_a_printer_would_refuse()
    {
        IEnumerable<string> Codes(Scene scene)
        {
            var found = new Diagnostics();
            Run(new Shelf(), [Sheet.OrderOf(scene)], 1, found);
            return found.Sorted().Select(d => d.Rule.Code);
        }

        Assert.Empty(Codes(Sheet.Card()));
        Assert.Equal(["YG523"], Codes(Sheet.Card(nudge: 5)));
        Assert.Equal(["YG525", "YG525"], Codes(Sheet.Card(text: Colour.Parse("#C9D3CF"))));
        Assert.Equal(["YG531"], Codes(Sheet.Card(sample: true)));
    }

    [Fact]
    public void A_printed_code_keeps_its_letters_whatever_becomes_of_the_ledger()
    {
        var found = new Diagnostics();
        var file = new SourceFile("input/codes.txt", "# 说明\nzz99 story:yu-gong /people/yu-gong/\n");
        var ledger = ShortLinks.Parse(file, found);
        Assert.Equal("/q/zz99/", ledger.Of("story:yu-gong").Short);
        Assert.False(ledger.IsNew);
        Assert.Equal("# 说明\nzz99 story:yu-gong /people/yu-gong/\n", ledger.ToString());
        ledger.Check(["/"], found);
        Assert.Equal(["YG533"], found.Sorted().Select(d => d.Rule.Code));
    }

    private static IReadOnlyList<RenderedPoster> Run(IPosterStore store, IReadOnlyList<PosterJob> orders, int jobs, Diagnostics found) =>
        new YuGong.Posters.Pressing.PosterPrinter(new(Sheet.Fonts, CmykProfile.Find("", "", found), store)).Run(
            orders, _ => [PosterFormat.Pdf, PosterFormat.PdfOutlines, PosterFormat.Svg, PosterFormat.Png, PosterFormat.Preview], jobs,
            found, null, CancellationToken.None);

    private static IEnumerable<string> Words(Diagnostics found) => found.Sorted().Select(d => d.Message(Language.Chinese));

    private sealed class Shelf : IPosterStore
    {
        public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

        public ReadOnlyMemory<byte>? Get(string name) => Files.TryGetValue(name, out var bytes) ? bytes : null;

        public void Put(string name, ReadOnlyMemory<byte> bytes) => Files[name] = bytes.ToArray();
    }
}
