using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>Every mistake, exactly as people are told of it. The files beside this one are the examples.</summary>
public sealed partial class FindingsTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, (Example Example, string Said)>> Ran = new(RunAll);

    public static TheoryData<string> Examples => [.. Catalogue.ExampleNames];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_mistake_is_told_like_this(string name)
    {
        var (example, said) = Ran.Value[name];
        Assert.Contains($" {example.Code}: ", said);
        Golden.Matches(Path.Combine(Catalogue.Folder, name + ".txt"), example.Finding(said).ToString());
    }

    [Fact]
    public void Nothing_is_wrong_with_the_base()
    {
        using var trial = new Trial();
        Assert.Equal([], trial.Check().Select(d => $"{d.Rule.Code} {d.Span.File.Path} {d.Message(Language.Chinese)}"));
    }

    [Fact]
    public void Every_rule_has_an_example_and_every_example_a_rule()
    {
        Assert.Equal([], Catalogue.Rules.Select(Catalogue.NameOf).Except(Catalogue.ExampleNames));
        Assert.All(Catalogue.ExampleNames, name => Assert.Contains(Catalogue.Rules, rule => name.StartsWith(Catalogue.NameOf(rule), StringComparison.Ordinal)));
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

        static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
    }

    internal static IReadOnlyDictionary<string, (Example Example, string Said)> All => Ran.Value;

    private static ConcurrentDictionary<string, (Example Example, string Said)> RunAll()
    {
        var ran = new ConcurrentDictionary<string, (Example, string)>();
        var waiting = new ConcurrentQueue<string>(Catalogue.ExampleNames);

        // Threads of their own: a build borrows from the pool, and would wait for itself on a machine with few cores.
        var threads = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => new Thread(() =>
        {
            while (waiting.TryDequeue(out var name))
            {
                var example = Catalogue.Read(name);
                ran[name] = (example, Run(example));
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return ran;
    }

    private static string Run(Example example)
    {
        using var trial = new Trial();
        try
        {
            foreach (var section in example.Input)
            {
                trial.Lay(section);
            }

            return trial.Say(example);
        }
        catch (Exception e)
        {
            return e.ToString(); // fails its own example and no other
        }
    }

    [GeneratedRegex("(?<!\\{)\\{[0-9]\\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
