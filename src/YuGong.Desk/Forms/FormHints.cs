using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>
/// What a form says below a field. The model's hints are for people who type YAML; what a widget already shows is left away.
/// </summary>
internal static class FormHints
{
    public static string Of(IKey key) => key.Shape switch
    {
        IWordsShape or IListShape { Item: IWordsShape } => "",
        IEntryShape or IListShape { Item: IEntryShape } => "打几个字就能找到;没有的先去建那个条目。",
        _ when key.Hint == key.Label => "",
        _ when key.Shape == Shapes.Flag => FlagHint(key.Hint),
        ISchema or IListShape => WithoutBraces(key.Hint),
        _ => key.Hint,
    };

    private static string FlagHint(string hint) =>
        hint is "true" ? "" : hint.StartsWith("true:", StringComparison.Ordinal) ? "打开:" + hint["true:".Length..] : hint;

    /// <summary><c>{ date, place, cite };未能确证就不写</c> → <c>未能确证就不写</c></summary>
    private static string WithoutBraces(string hint)
    {
        var open = hint.IndexOf('{', StringComparison.Ordinal);
        var close = hint.LastIndexOf('}');
        return open < 0 || close < open
            ? hint : (hint[..open].TrimEnd().TrimEnd('列').TrimEnd('一').TrimEnd(',') + hint[(close + 1)..].TrimStart(';', ' ')).Trim();
    }
}
