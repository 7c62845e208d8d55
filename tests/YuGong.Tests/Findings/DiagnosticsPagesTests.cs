using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Findings;

/// <summary>docs/diagnostics says what the examples say; that the program says it too is held by those who run them.</summary>
public sealed class DiagnosticsPagesTests
{
    private static readonly string Folder = Repository.At("docs", "diagnostics");

    public static TheoryData<string> Codes => [.. Catalogue.Rules.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_is_true(string code)
    {
        var rule = Catalogue.Rules.Single(r => r.Code == code);
        var own = Catalogue.NameOf(rule);
        var examples = Catalogue.ExampleNames.Where(name => name[..5] == code).OrderBy(name => name != own).Select(Catalogue.Read).ToList();
        Golden.Matches(Path.Combine(Folder, code + ".md"), DiagnosticsPages.Page(rule, examples));
    }

    [Fact]
    public void The_index_is_whole()
    {
        Golden.Matches(Path.Combine(Folder, "README.md"), DiagnosticsPages.Index(Catalogue.Rooms));
        var strangers = Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f))
            .Except(Catalogue.Rules.Select(r => r.Code)).Where(n => n != "README");
        Assert.Empty(strangers);
    }
}
