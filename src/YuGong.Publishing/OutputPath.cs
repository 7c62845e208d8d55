namespace YuGong.Publishing;

/// <summary>
/// A file's place inside the output, with <c>/</c>, never leading or climbing: <c>people/shui-xiheng/index.html</c>.
/// </summary>
public readonly record struct OutputPath : IComparable<OutputPath>
{
    private OutputPath(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// The address at which readers meet a page: <c>/people/shui-xiheng/</c>. Null for what is no page, and for
    /// <c>404.html</c> and <c>410.html</c>, which have every address and none.
    /// </summary>
    public string? Address =>
        !Value.EndsWith(".html", StringComparison.Ordinal) || Value is "404.html" or "410.html" ? null
        : Value == "index.html" || Value.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + Value[..^"index.html".Length]
        : "/" + Value;

    /// <summary>Checks the shape of a place.</summary>
    /// <exception cref="ArgumentException">The text is empty, absolute, climbs with <c>..</c> or holds a backslash: our own
    /// mistake.</exception>
    public static OutputPath Of(string value) =>
        !IsPlace(value)
            ? throw new ArgumentException($"'{value}' is no place inside the output.", nameof(value))
            : new(value);

    /// <summary>Whether it has the shape of a place; asked of what people or ledgers say, before <see cref="Of"/>.</summary>
    public static bool IsPlace(string value) => !value.Contains('\\') && !value.Contains('\0') && HasParts(value);

    /// <summary>Whether an address of the site, such as <c>/people/shui-xiheng/</c>, can have a page.</summary>
    public static bool IsAddress(string address) =>
        address.StartsWith('/') && IsPlace(address.EndsWith('/') ? address[1..] + "index.html" : address[1..]);

    /// <summary>None empty, none climbing. A loop over places: this is asked for every file.</summary>
    private static bool HasParts(string value)
    {
        foreach (var part in value.AsSpan().Split('/'))
        {
            if (value.AsSpan(part) is "" or "." or "..")
            {
                return false;
            }
        }

        return true;
    }

    public int CompareTo(OutputPath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
