using System.Text.Json;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Content;

namespace YuGong.Cli;

/// <param name="Place">Relative to the project: <c>articles/person-x/word</c>.</param>
/// <param name="IsCurrent">Whether its entry still says what it says.</param>
internal sealed record LyingArticle(string Place, bool IsCurrent);

/// <summary>Articles that <c>yugong article</c> made into files: each says of which revision of its entry it is.</summary>
internal static class MadeArticles
{
    private const string Folder = "articles", Facts = "article.json";

    /// <summary>Those of an entry, in the usual folder, but for papers to sign: they are of drafts, whose revision is another.</summary>
    public static IReadOnlyList<LyingArticle> Find(ProjectFolder project, MadeArticle made)
    {
        var folder = Path.Combine(project.Root, Folder, $"{made.Document.Type}-{made.Document.Id}");
        return !Directory.Exists(folder) ? []
            :
            [
                .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
                    .Where(f => Path.GetFileName(f) != ArticleExport.Review && File.Exists(Path.Combine(f, Facts)))
                    .Select(f => new LyingArticle(Path.GetRelativePath(project.Root, f).Replace('\\', '/'),
                        RevisionOf(Path.Combine(f, Facts)) == made.Article.Revision)),
            ];
    }

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
