using System.Text.Json;
using Xunit;
using YuGong.Build;
using YuGong.Build.Books;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Tests.Support;

namespace YuGong.Tests.DeskFront;

/// <summary>What was made for others says of which revisions it is, and the desk when that is no longer so.</summary>
public sealed class MadePapersTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly Lazy<(Site Preview, Site Release)> Own = new(() =>
    {
        var project = ProjectFolder.At(Repository.Root);
        return (project.Load(Edition.Preview, Today, new())!, project.Load(Edition.Release, Today, new())!);
    });

    private readonly string root = Directory.CreateTempSubdirectory("yugong-made-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_a_release_shows_follows_from_what_editors_see()
    {
        var (preview, release) = Own.Value;
        var (told, expected) = (new PublicSite(preview.Released()), new PublicSite(release));
        Assert.True(preview.Entries.Count() > release.Entries.Count());
        Assert.Equal(expected.Entries.Select(e => $"{e.Entry.Id} {e.Revision}"), told.Entries.Select(e => $"{e.Entry.Id} {e.Revision}"));
        Assert.Equal(expected.Revision, told.Revision);
    }

    [Fact]
    public void An_article_is_stale_when_its_entry_says_something_else()
    {
        var (preview, release) = Own.Value;
        var (story, sample) = (release.Stories[0], preview.Entries.First(e => e.Header.Sample));
        var folder = $"{DocumentAddresses.TypeOf(sample)}-{sample.Id}";
        var now = new PublicSite(release).Of(story).Document.Revision;
        var draft = new PublicSite(preview).Of(sample).Document.Revision;
        Made($"person-{story.Id}/wechat", now);
        Made($"person-{story.Id}/word", "0000000000000000");
        Made($"{folder}/carousel", draft);
        Made($"{folder}/review", draft);
        Made("person-nobody/cms", now);
        Assert.Equal(new HashSet<string>
        {
            "articles/person-nobody/cms 条目已经没有了", $"articles/person-{story.Id}/wechat ",
            $"articles/person-{story.Id}/word 旧了：条目改过", $"articles/{folder}/carousel 条目现在没有发布",
            $"articles/{folder}/review ",
        }, [.. Found()]);
    }

    [Fact]
    public void A_book_is_stale_when_anybody_in_it_says_something_else_and_names_them()
    {
        var folder = Path.Combine(root, "books", "hall");
        Directory.CreateDirectory(folder);
        var (site, book) = (new PublicSite(Own.Value.Release), Own.Value.Release.Books.Single());
        var made = BookFacts.Of(site, book)!;
        foreach (var name in new[] { "hall.pdf", "hall.epub", "gone.pdf" })
        {
            File.WriteAllText(Path.Combine(folder, name), "");
        }

        BookFacts.Write(folder, ["hall.pdf", "gone.pdf"], made);
        File.Delete(Path.Combine(folder, "gone.pdf"));
        var story = Own.Value.Release.Stories[0];
        BookFacts.Write(folder, ["hall.epub"], made.ToDictionary(e => e.Key, e => e.Key == $"person/{story.Id}" ? "0" : e.Value));
        Assert.Equal([$"books/hall/hall.epub 旧了：{story.Name}改过", "books/hall/hall.pdf "], Found());

        // What cannot be read says nothing.
        File.WriteAllText(Path.Combine(folder, BookFacts.Name), "[");
        Assert.Empty(Found());
    }

    private static Site AtTheDesk => Own.Value.Preview with
    {
        Settings = Own.Value.Preview.Settings with { LinkRoot = "/desk/site" },
    };

    private IEnumerable<string> Found() =>
        new MadePapers(ProjectFolder.At(root), AtTheDesk).Find().Select(p => $"{p.Place} {p.Stale}");

    private void Made(string place, string revision)
    {
        var folder = Path.Combine(root, "articles", place);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "article.json"), JsonSerializer.Serialize(new { revision }));
    }
}
