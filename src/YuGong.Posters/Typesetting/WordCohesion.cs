namespace YuGong.Posters.Typesetting;

/// <summary>
/// Which neighbours belong together, counted in texts about the same matter: where 打枪坝 is said ten times, a title is not broken inside
/// it. No dictionary, hence no surprise about names.
/// </summary>
public sealed class WordCohesion
{
    private readonly Dictionary<(char, char), int> pairs = [];

    private WordCohesion(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            for (var i = 1; i < text.Length; i++)
            {
                var pair = (text[i - 1], text[i]);
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }
        }
    }

    public static WordCohesion None { get; } = new([]);

    public static WordCohesion Of(IEnumerable<string> texts) => new(texts);

    /// <summary>0 for strangers, 1 for those seen side by side once, 2 for those seen together three times and more.</summary>
    public double Between(char before, char after) => Math.Min(2, Math.Log2(1 + pairs.GetValueOrDefault((before, after))));
}
