using System.Text.Json;
using YuGong.Books.Screens;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Build.Books;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Documents;
using YuGong.Manuscripts;

namespace YuGong.Cli;

/// <summary>
/// What <c>yugong article</c> and <c>yugong book</c> made into their usual folders. Each file says of which revisions of which entries it
/// is; here they are compared with what the entries say now.
/// </summary>
/// <param name="all">The editors' edition: papers to sign are of drafts.</param>
internal sealed class MadePapers(ProjectFolder project, Site all)
{
    private const string ArticleFolder = "articles", BookFolder = "books", Facts = "article.json";

    private readonly PublicSite drafts = new(Outside(project, all)), released = new(Outside(project, all).Released());

    public IReadOnlyList<MadePaper> Find() =>
        [.. FoldersIn(ArticleFolder).SelectMany(Articles), .. FoldersIn(BookFolder).SelectMany(Books)];

    /// <summary>With the addresses that everybody else knows: at the desk the site lies in a folder of the desk's.</summary>
    private static Site Outside(ProjectFolder project, Site all) =>
        all with { Settings = all.Settings with { LinkRoot = Settings.Peek(project.Settings).LinkRoot } };

    private IEnumerable<MadePaper> Articles(string folder)
    {
        var name = Path.GetFileName(folder);
        var entry = all.Entries.FirstOrDefault(e => $"{DocumentAddresses.TypeOf(e)}-{e.Id}" == name);
        foreach (var channel in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(channel, Facts)))
            {
                yield return new()
                {
                    Place = PlaceOf(channel), Kind = NameOf(Path.GetFileName(channel)), Title = entry?.Title ?? name,
                    Address = entry is null ? null : OverviewPage.AddressOf(entry), Stale = WhyStale(entry, channel),
                };
            }
        }
    }

    private string? WhyStale(Entry? entry, string channel)
    {
        if (entry is null)
        {
            return "条目已经没有了";
        }

        var isPaper = Path.GetFileName(channel) == ArticleExport.Review;
        var site = isPaper ? drafts : released;
        return !site.Site.Entries.Contains(entry, ReferenceEqualityComparer.Instance) ? "条目现在没有发布"
            : RevisionOf(Path.Combine(channel, Facts)) == site.Of(entry).Document.Revision ? null : "旧了：条目改过";
    }

    private IEnumerable<MadePaper> Books(string folder)
    {
        var id = Path.GetFileName(folder);
        var book = all.Books.FirstOrDefault(b => b.Id == id) ?? (id == BookExport.Hall ? BookExport.WholeHall(project) : null);
        var now = book is null ? null : BookFacts.Of(released, book);
        foreach (var (file, made) in BookFacts.Read(folder))
        {
            yield return new()
            {
                Place = $"{PlaceOf(folder)}/{file}", Kind = file.EndsWith(".epub", StringComparison.Ordinal) ? "电子书" : "书",
                Title = book?.Title ?? all.Settings.SiteTitle, Stale = WhyStale(made, now),
            };
        }
    }

    private string? WhyStale(IReadOnlyDictionary<string, string> made, IReadOnlyDictionary<string, string>? now)
    {
        const int Named = 4;
        if (now is null)
        {
            return "现在做不成这本书";
        }

        List<string> changed =
        [
            .. made.Keys.Union(now.Keys, StringComparer.Ordinal).Where(k => made.GetValueOrDefault(k) != now.GetValueOrDefault(k))
                .Order(StringComparer.Ordinal).Select(TitleOf).Distinct(StringComparer.Ordinal),
        ];
        return changed.Count == 0 ? null
            : $"旧了：{string.Join("、", changed.Take(Named))}{(changed.Count > Named ? $"等 {changed.Count} 篇" : "")}改过";
    }

    private string TitleOf(string name) => name == BookFacts.Own ? "书的设置"
        : all.Entries.FirstOrDefault(e => $"{DocumentAddresses.TypeOf(e)}/{e.Id}" == name)?.Title ?? "一篇已经没有的条目";

    private IEnumerable<string> FoldersIn(string folder) => Path.Combine(project.Root, folder) is var path && Directory.Exists(path)
        ? Directory.GetDirectories(path).Order(StringComparer.Ordinal) : [];

    private string PlaceOf(string path) => Path.GetRelativePath(project.Root, path).Replace('\\', '/');

    private static string NameOf(string target) => target switch
    {
        ScreenPress.LongPicture => "长图", ScreenPress.Carousel => "轮播图", ArticleExport.Word => "Word 稿",
        ArticleExport.Review => "审稿单", _ => ChannelProfile.Find(target)?.Label.Zh ?? target,
    };

    /// <summary>Null where the file says none.</summary>
    private static string? RevisionOf(string path)
    {
        try
        {
            using var facts = JsonDocument.Parse(PlainFile.Bytes(path));
            return facts.RootElement.ValueKind == JsonValueKind.Object && facts.RootElement.TryGetProperty("revision", out var revision)
                && revision.ValueKind == JsonValueKind.String ? revision.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
