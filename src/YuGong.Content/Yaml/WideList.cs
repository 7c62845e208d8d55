namespace YuGong.Content.Yaml;

/// <summary>
/// Lists of ids as a Chinese input method writes them: <c>［s1，s2］</c>, <c>【s1、s2】</c>, <c>[s1，s2]</c>. No id has such a mark, so
/// they are read as they were meant.
/// </summary>
internal static class WideList
{
    private const string Marks = "，、；,;";

    /// <summary>Null when it is no list.</summary>
    public static IReadOnlyList<Node>? Items(Node node) => node switch
    {
        Sequence sequence when sequence.Items.Any(IsSeveral) =>
            [.. sequence.Items.SelectMany(i => IsSeveral(i) ? Parts((Scalar)i) : [i])],
        Sequence sequence => sequence.Items,
        Scalar { Plain: true, Text: ['［' or '【' or '〔', .., '］' or '】' or '〕' or ']'] } scalar => [.. Parts(scalar)],
        _ => null,
    };

    private static bool IsSeveral(Node node) => node is Scalar { Plain: true } scalar && scalar.Text.AsSpan().ContainsAny("，、；");

    private static IEnumerable<Node> Parts(Scalar scalar)
    {
        var text = scalar.Span.File.Text;
        var (from, end) = (scalar.Span.Start, scalar.Span.Start + scalar.Span.Length);
        for (var at = from; at <= end; at++)
        {
            if (at < end && !Marks.Contains(text[at], StringComparison.Ordinal)
                && text[at] is not ('［' or '【' or '〔' or '］' or '】' or '〕' or ']'))
            {
                continue;
            }

            var word = text[from..at].Trim();
            if (word.Length > 0)
            {
                var start = text.IndexOf(word, from, StringComparison.Ordinal);
                yield return new Scalar(scalar.Span.File.Span(start, word.Length), word, Plain: true);
            }

            from = at + 1;
        }
    }
}
