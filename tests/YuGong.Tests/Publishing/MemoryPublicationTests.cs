using System.Text;
using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

public sealed class MemoryPublicationTests
{
    private readonly MemoryPublication memory = new();
    private readonly List<string> rendered = [];

    [Fact]
    public void A_page_is_rendered_when_asked_for_and_again_when_its_key_changes()
    {
        Assert.Equal(["a", "b"], memory.Update(Plan(("a", "1"), ("b", "1"))));
        Assert.Empty(rendered);
        Assert.Equal("a1", Get("a"));
        Assert.Equal("a1", Get("a"));
        Assert.Equal(["a", "b", "c"], memory.Update(Plan(("a", "1"), ("c", "1"), ("b", "2"))).Prepend("a"));
        Assert.Equal("a1", Get("a"));
        Assert.Equal("b2", Get("b"));
        Assert.Equal(["a1", "b2"], rendered);
        Assert.Equal(["b", "c"], memory.Update(Plan(("a", "1"))));
        Assert.Null(memory.Get("b"));
        Assert.Empty(memory.Update(Plan(("a", "1"))));
    }

    [Fact]
    public void A_page_that_could_not_be_rendered_is_tried_again()
    {
        var attempts = 0;
        memory.Update(PublicationPlan.Check(
            [new(OutputPath.Of("a"), default, () => ++attempts == 1 ? throw new IOException() : "a"u8.ToArray())], new())!);
        Assert.Throws<IOException>(() => memory.Get("a"));
        Assert.Equal("a", Get("a"));
    }

    [Fact]
    public void Many_readers_and_an_editor_see_whole_plans_and_render_once()
    {
        memory.Update(Plan(("a", "0"), ("b", "0")));
        Parallel.For(0, 2000, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            if (i % 50 == 0)
            {
                memory.Update(Plan(("a", $"{i}"), ("b", "0")));
            }

            Assert.StartsWith("a", Get("a"), StringComparison.Ordinal);
            Assert.Equal("b0", Get("b"));
        });
        Assert.Single(rendered, "b0");
    }

    private string? Get(string path) => memory.Get(path) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    private PublicationPlan Plan(params (string Path, string Version)[] files) =>
        PublicationPlan.Check(
            files.Select(file => new OutputFile(OutputPath.Of(file.Path), Fingerprint.Of(file.Version), () =>
            {
                lock (rendered)
                {
                    rendered.Add(file.Path + file.Version);
                }

                return Encoding.UTF8.GetBytes(file.Path + file.Version);
            })),
            new())!;
}
