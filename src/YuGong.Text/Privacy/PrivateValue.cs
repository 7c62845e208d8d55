namespace YuGong.Text.Privacy;

/// <summary>A value that must never leave the house: from the private register, from a file of values, or of somebody withdrawn.</summary>
/// <param name="Kind">What it is, in Chinese, for the finding: 电话, 住址.</param>
/// <param name="Value">As somebody wrote it; it is found in every other spelling.</param>
/// <param name="Owner">Whose it is, for the finding; empty when that is not said.</param>
/// <param name="IsWord">Found only as a word of its own: an id such as <c>ce-shi</c>, not within <c>ce-shi-jia</c>.</param>
public sealed record PrivateValue(string Kind, string Value, string Owner = "", bool IsWord = false)
{
    /// <summary>The kind of a value that came without one.</summary>
    public const string Unnamed = "登记的私人信息";
}

/// <summary>Something private in a text.</summary>
/// <param name="Start">UTF-16 offset in the text as it was given.</param>
/// <param name="Value">As it stands in the text.</param>
/// <param name="Registered">The value that was looked for; null when the shape gave it away.</param>
public sealed record PrivateMatch(int Start, int Length, string Value, string Kind, PrivateValue? Registered)
{
    /// <summary>The same for every spelling of one value.</summary>
    public string Canonical { get; init; } = Value;

    /// <summary>Enough to find it, not enough to call it.</summary>
    public string Masked => Mask(Value);

    public static string Mask(string value) => value.Length <= 5
        ? new string('*', value.Length)
        : string.Concat(value.AsSpan(0, 3), new string('*', value.Length - 5), value.AsSpan(value.Length - 2));
}

/// <summary>How a text is written, because numbers in a program or a drawing are not those of people.</summary>
public enum TextForm
{
    /// <summary>Prose, Markdown, YAML, the text of a document.</summary>
    Plain,

    /// <summary>HTML, XML, SVG: words are also looked for with the tags taken out.</summary>
    Markup,

    /// <summary>JSON, scripts and style sheets: bare numbers are quantities.</summary>
    Code,

    /// <summary>Bytes of unknown meaning: only registered values are looked for.</summary>
    Noise,
}
