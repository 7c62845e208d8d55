using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Findings;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Structure;

/// <summary>Every sentence for people is there in Chinese and in English.</summary>
public sealed partial class LanguageTests
{
    /// <summary>
    /// Where Chinese stands that is no sentence of the console: what readers and editors of a site see (the desk's pages are Chinese), what
    /// is looked for in texts, what is written into files.
    /// </summary>
    private static readonly string[] Elsewhere =
    [
        "Text/Privacy/", "Content/Schemas/", "Content/Model/", "Content/HistoricalDate.cs", "Content/SpokenDate.cs",
        "Content/PrivateKeys.cs", "Content/SecretKeys.cs", "Documents/",
        "Pages/Theming/", "Pages/Hosting/", "Pages/Fonts/", "Pages/Planning/", "Pages/Templating/TemplateFunctions.cs", "Pages/Maps/",
        "Pages/Views/", "Pages/Typography/", "Text/Segmentation/", "Api/", "Posters/", "Media/Manifests/", "Publishing/Motifs/",
        "Publishing/Folders/FolderKind.cs",
        "Publishing/Publication/ClaimLedger.cs", "Publishing/Publication/WithdrawnLedger.cs", "Publishing/Privacy/", "Leads/Form/",
        "Leads/Model/", "Leads/Reading/", "Leads/Scoring/", "Leads/Certificates/", "Leads/Workflow/", "Leads/Public/",
        "Leads/Mail/MailSubject.cs", "Manuscripts/Channels/", "Manuscripts/Word/", "Manuscripts/Article.cs", "Manuscripts/ReviewSheet.cs",
        "Build/Articles/",
        "Books/",
        "Leads/Intake/LeadClassifier.cs", "Leads/Intake/Reading.cs", "Leads/Intake/Import.cs", "Leads/Rules/FormCheck.cs",
        "Leads/Register/PassphraseStrength.cs", "Build/Exports/CertificateExport.cs", "Build/Takedown/WithdrawalProof.cs",
        "Desk/", "Cli/Desk/", "Cli/Preview/", "Cli/Skeletons/", "Cli/Commands/InitCommand.cs", "Cli/SameOrigin/", "Cli/Serving/",
        "Content/Loading/SiteFilesReader.cs", "Text/Intake/Radicals.cs", "Content/Yaml/SyntaxTwins.cs", "Content/Yaml/WideList.cs",
        "Content/Markdown/Chinese/",
        "Content/CopyDesk/Rules/", "Content/CopyDesk/HanText.cs", "Content/CopyDesk/Homophones.cs", "Content/CopyDesk/Spellings.cs",
        "Content/CopyDesk/Triage.cs",
    ];

    /// <summary>
    /// Names that stay as they are: the file of the form, columns of tables that people fill in, what a new site is called.
    /// </summary>
    internal static readonly string[] Names = ["线索征集表.docx", "致谢", "人物", "编号", "校验码", "评分", "意见", "工程师故事", "主办单位"];

    [Fact]
    public void Every_sentence_of_the_console_is_there_in_both_languages()
    {
        var (sentences, alone) = (0, new List<string>());
        foreach (var file in Directory.GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.At("src"), file).Replace('\\', '/');
            if (!name.Contains("/obj/", StringComparison.Ordinal) && name.StartsWith("YuGong.", StringComparison.Ordinal))
            {
                var (paired, lonely) = Sentences(File.ReadAllText(file));
                sentences += paired;
                alone.AddRange(Elsewhere.Any(e => name["YuGong.".Length..].StartsWith(e, StringComparison.Ordinal)) ? []
                    : lonely.Select(words => $"{name}: {words}"));
            }
        }

        Assert.Equal("", string.Join('\n', alone));
        Assert.InRange(sentences, 1000, 5000);
    }

    /// <summary>What else writes there: the stream of the leads commands, a line that is written over, a question.</summary>
    [Fact]
    public void Only_the_terminal_speaks_on_the_console() => Assert.Equal(
        ["LeadsPrompt.cs", "ProgressLine.cs", "Terminal.cs", "VisibleOutput.cs"],
        Directory.GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Split("Console.").Skip(1).Any(IsWriting))
            .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_says_all_it_says_in_both_languages()
    {
        foreach (var rule in Catalogue.Rules)
        {
            foreach (var words in new[] { rule.Title, rule.Message, rule.Hint, rule.Why })
            {
                Assert.True(words.Zh.Length > 0 && words.En.Length > 0, $"{rule.Code}: {words}");
                Assert.False(Han().IsMatch(words.En), $"{rule.Code}: {words.En}");
            }
        }
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.Chinese, "LANG=C.UTF-8")]
    [InlineData(Language.Chinese, "LC_ALL=POSIX", "LANG=en_US.UTF-8")]
    [InlineData(Language.Chinese, "LANG=zh_CN.UTF-8")]
    [InlineData(Language.Chinese, "LC_MESSAGES=zh_TW", "LANG=en_US")]
    [InlineData(Language.Chinese, "LANG=en_US", "LANGUAGE=zh_CN:en")]
    [InlineData(Language.Chinese, "YUGONG_LANG=zh", "LANG=en_US")]
    [InlineData(Language.English, "LANG=en_GB.UTF-8")]
    [InlineData(Language.English, "LANG=de_DE")]
    [InlineData(Language.English, "YUGONG_LANG=en", "LANG=zh_CN")]
    [InlineData(Language.English, "YUGONG_LANG=martian", "LANG=en_US")]
    public void The_environment_says_which_language_is_spoken(Language expected, params string[] variables)
    {
        var set = variables.Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        Assert.Equal(expected, Languages.Of(name => set.GetValueOrDefault(name)));
    }

    [Fact]
    public void Windows_says_it_where_no_variable_does()
    {
        Assert.Equal(Language.English, Languages.Of(_ => null, "en-US"));
        Assert.Equal(Language.Chinese, Languages.Of(_ => null, "zh-CN"));
    }

    [Theory]
    [InlineData(0, "0 warnings")]
    [InlineData(1, "1 warning")]
    [InlineData(2, "2 warnings")]
    public void English_counts_with_a_plural(int number, string expected) => Assert.Equal(expected, Phrase.Count(number, "warning"));

    /// <summary>Without a Chinese character, but for such names.</summary>
    internal static bool IsEnglish(string words) =>
        !Han().IsMatch(words) || !Han().IsMatch(Names.Aggregate(words, (text, name) => text.Replace(name, "", StringComparison.Ordinal)));

    /// <summary>Chinese literals that an English one follows, and those that none does.</summary>
    private static (int Paired, IReadOnlyList<string> Alone) Sentences(string source)
    {
        var code = Comment().Replace(source, "");
        var literals = Literal().Matches(code);
        var (paired, alone) = (0, new List<string>());
        for (var i = 0; i < literals.Count; i++)
        {
            if (IsEnglish(literals[i].Value))
            {
                continue;
            }

            // Pieces of one sentence are joined by +; behind the last of them stands a comma and the English.
            var last = i;
            while (last + 1 < literals.Count && Between(last).Trim() == "+")
            {
                last++;
            }

            var hasEnglish = last + 1 < literals.Count && Between(last).Trim() == "," && IsEnglish(literals[last + 1].Value);
            if (hasEnglish)
            {
                paired++;
            }
            else
            {
                alone.Add(literals[i].Value);
            }

            i = last;
        }

        return (paired, alone);

        string Between(int at) => code[(literals[at].Index + literals[at].Length)..literals[at + 1].Index];
    }

    private static bool IsWriting(string call) => call.StartsWith("Out.", StringComparison.Ordinal)
        || call.StartsWith("Out;", StringComparison.Ordinal) || call.StartsWith("Error.", StringComparison.Ordinal)
        || call.StartsWith("Write", StringComparison.Ordinal);

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    /// <summary>A comment of its own line, or behind code: not the // of an address.</summary>
    [GeneratedRegex("(?m)^\\s*//.*$|(?<=[;{}),]\\s)// .*$", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    /// <summary>Raw, interpolated (with literals in its holes) and plain.</summary>
    [GeneratedRegex(
        "\\$*\"\"\"[\\s\\S]*?\"\"\"|\\$\"(?:[^\"\\\\{]|\\\\.|\\{\\{|\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\})*\"|@\"(?:[^\"]|\"\")"
        + "*\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.None, 2000)]
    private static partial Regex Literal();
}
