using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>An English document says what its Chinese original says: the same headings, lists, tables, blocks of code and names.</summary>
public sealed partial class EnglishDocumentsTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Repository.At("docs", "en"), "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_readme_and_the_five_main_documents_are_there_in_English() => Assert.Equal(
        ["README.md", "api.md", "content.md", "desk.md", "posters.md", "themes.md"],
        Documents.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_English_document_is_built_like_its_original(string name)
    {
        var (english, chinese) = (File.ReadAllText(Repository.At("docs", "en", name)), File.ReadAllText(OriginalOf(name)));
        var (body, twin) = (Lines(chinese), Lines(english));
        Assert.Equal(body.Where(IsFrame).Select(Frame), twin.Where(IsFrame).Select(Frame));
        Assert.Equal(Code(chinese), Code(english));

        // Names of files, keys, commands and rules; what is Chinese in them may be put into English.
        Assert.Equal(Spans(body), Spans(twin));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_leads_to_the_other(string name)
    {
        Assert.StartsWith($"[中文]({Path.GetRelativePath(Repository.At("docs", "en"), OriginalOf(name)).Replace('\\', '/')})",
            File.ReadAllText(Repository.At("docs", "en", name)));
        var link = Path.GetRelativePath(Path.GetDirectoryName(OriginalOf(name))!, Repository.At("docs", "en", name)).Replace('\\', '/');
        Assert.Contains($"[English]({link})", File.ReadAllText(OriginalOf(name)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_links_lead_somewhere(string name)
    {
        foreach (Match link in Link().Matches(File.ReadAllText(Repository.At("docs", "en", name))))
        {
            var path = link.Groups[1].Value.Split('#')[0];
            Assert.True(path.Contains("://", StringComparison.Ordinal) || path.Length == 0
                || Path.Exists(Repository.At("docs", "en", path)), link.Value);
        }
    }

    private static string OriginalOf(string name) => name == "README.md" ? Repository.At(name) : Repository.At("docs", name);

    private static List<string> Lines(string text) => [.. Fence().Replace(text, "").Split('\n')];

    private static bool IsFrame(string line) => Opening().IsMatch(line);

    /// <summary>What a line is, and how many cells it has.</summary>
    private static string Frame(string line) =>
        Opening().Match(line).Value.Trim() + (line[0] == '|' ? $" {InlineCode().Replace(line, "").Count(c => c == '|')}" : "");

    /// <summary>Every line of code without its comment, which is translated, and without blanks at its end.</summary>
    private static IEnumerable<string> Code(string text) => Fence().Matches(text)
        .SelectMany(block => block.Value.Split('\n')).Select(line => Remark().Replace(line, "").TrimEnd());

    private static SortedSet<string> Spans(IEnumerable<string> lines) => new(
        lines.SelectMany(l => InlineCode().Matches(l)).Select(m => m.Value).Where(LanguageTests.IsEnglish), StringComparer.Ordinal);

    [GeneratedRegex("^```.*\\n[\\s\\S]*?^```", RegexOptions.Multiline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^(#+ |\\| ?|[*-] |[0-9]+\\. )", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("`[^`]+`", RegexOptions.None, 1000)]
    private static partial Regex InlineCode();

    /// <summary>What explains a line of code: behind # or //, or in a second column.</summary>
    [GeneratedRegex("(?<=\\S)(\\s{2,}\\S|\\s(#|//) ).*$|^\\s*(#|//) .*$", RegexOptions.None, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
