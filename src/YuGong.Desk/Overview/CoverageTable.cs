using YuGong.Content;

namespace YuGong.Desk;

/// <summary>How many people of each direction stand for each word of a vocabulary.</summary>
/// <param name="Rows">The five directions, each with a count for every word and the sum of its people.</param>
public sealed record CoverageTable(string Name, IReadOnlyList<CoverageGroup> Groups, IReadOnlyList<CoverageRow> Rows)
{
    /// <summary>Words that nobody stands for yet.</summary>
    public IEnumerable<Term> Gaps => Groups.SelectMany(g => g.Terms).Where((_, i) => Rows.All(r => r.Counts[i] == 0));

    /// <summary>Two tables: gender, era and trade beside one another, and the districts, which are many. Samples do not count.</summary>
    public static IReadOnlyList<CoverageTable> Of(Site site)
    {
        var words = site.Taxonomies;
        return
        [
            Table(site, "性别、年代、专业", [
                new("性别", [new("男", "男"), new("女", "女")], s => [s.Gender == Gender.Man ? "男" : "女"]),
                new("年代", words.Eras, s => [s.Era.Id]),
                new("专业", words.Trades, s => s.Trades.Select(t => t.Id)),
            ]),
            Table(site, "区县", [new("区县", words.Districts, s => s.Districts.Select(d => d.Id))]),
        ];
    }

    private static CoverageTable Table(Site site, string name, IReadOnlyList<CoverageGroup> groups) => new(name, groups, [
        .. site.Taxonomies.Directions.Select(direction =>
        {
            IReadOnlyList<Story> people = [.. site.Stories.Where(s => !s.Header.Sample && s.Direction.Id == direction.Id)];
            return new CoverageRow(direction, [.. groups.SelectMany(g => g.Terms.Select(t => people.Count(s => g.Of(s).Contains(t.Id))))],
                people.Count);
        }),
    ]);
}

/// <param name="Of">The words that a story stands for.</param>
public sealed record CoverageGroup(string Name, IReadOnlyList<Term> Terms, Func<Story, IEnumerable<string>> Of);

public sealed record CoverageRow(Direction Direction, IReadOnlyList<int> Counts, int People);
