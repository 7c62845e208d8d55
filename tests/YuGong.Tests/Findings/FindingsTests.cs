using System.Text.RegularExpressions;
using Xunit;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>
/// Mistakes that a check meets, exactly as people are told of them. The files beside this one are the examples; those that need a
/// command, the press or a look at pictures are tried in <c>CommandFindingsTests</c>.
/// </summary>
public sealed partial class FindingsTests
{
    private static readonly Lazy<ExampleRuns> Ran = new(() => new(Names));

    public static TheoryData<string> Examples => [.. Names];

    private static IEnumerable<string> Names => Catalogue.ExampleNames.Where(name => !Catalogue.Read(name).NeedsMoreThanTheSdk);

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_mistake_is_told_like_this(string name) => Ran.Value.Judge(name);

    [Fact]
    public void Nothing_is_wrong_with_the_base()
    {
        using var trial = new ExampleProject();
        Assert.Equal([], trial.Check().Select(d => $"{d.Rule.Code} {d.Span.File.Path} {d.Message(Language.Chinese)}"));
    }

    [Fact]
    public void Every_rule_has_an_example_and_every_example_a_rule()
    {
        Assert.Equal([], Catalogue.Rules.Select(Catalogue.NameOf).Except(Catalogue.ExampleNames));
        Assert.All(Catalogue.ExampleNames,
            name => Assert.Contains(Catalogue.Rules, rule => name.StartsWith(Catalogue.NameOf(rule), StringComparison.Ordinal)));
    }

    [Fact]
    public void Codes_are_unique_and_in_their_hundred()
    {
        Assert.Equal(Catalogue.Rules.Count, Catalogue.Rules.DistinctBy(r => r.Code).Count());
        Assert.Equal(Catalogue.Rules.Count, Catalogue.Rules.DistinctBy(r => r.Title.Zh).Count());
        foreach (var (_, hundred, rules) in Catalogue.Rooms)
        {
            Assert.All(rules, rule => Assert.Matches($"^YG{hundred}[0-9]{{2}}$", rule.Code));
        }
    }

    [Fact]
    public void Every_rule_says_the_same_in_both_languages()
    {
        foreach (var rule in Catalogue.Rules)
        {
            Assert.All(new[] { rule.Title, rule.Message, rule.Hint, rule.Why }, phrase =>
            {
                Assert.True(phrase.Zh.Length > 0 && phrase.En.Length > 0, rule.Code);
                Assert.Equal(Placeholders(phrase.Zh), Placeholders(phrase.En));
                Assert.DoesNotMatch("[\u4e00-\u9fff]", phrase.En);
            });
            Assert.All(new[] { rule.Title, rule.Why }, phrase => Assert.Empty(Placeholders(phrase.Zh)));
            Assert.DoesNotMatch("[。.]$", rule.Title.Zh);
            Assert.All(new[] { rule.Message.Zh, rule.Why.Zh }, words => Assert.Matches("([。?]|[:}])$", words));
        }

        static IEnumerable<string> Placeholders(string text) =>
            Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("(?<!\\{)\\{[0-9]\\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
