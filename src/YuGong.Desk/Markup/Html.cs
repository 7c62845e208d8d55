using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace YuGong.Desk;

/// <summary>Finished markup. Made from interpolated text, where every value that is not markup itself is escaped.</summary>
public readonly record struct Html(string Text)
{
    public static Html None { get; } = new("");

    public static Html Of(HtmlBuilder text) => new(text.ToString());

    public static Html Join<T>(IEnumerable<T> items, Func<T, Html> each) => new(string.Concat(items.Select(i => each(i).Text)));

    public override string ToString() => Text;
}

/// <summary>The hand that writes <see cref="Html"/>: literal parts as they are, values escaped.</summary>
[InterpolatedStringHandler]
public readonly struct HtmlBuilder
{
    private static readonly HtmlEncoder Escaping = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text;

    public HtmlBuilder(int literalLength, int formattedCount) => text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html value) => text.Append(value.Text);

    public void AppendFormatted(string? value) => text.Append(Escaping.Encode(value ?? ""));

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <param name="format">As in .NET: <c>yyyy-MM-dd</c>.</param>
    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => text.Append(Escaping.Encode(value.ToString(format, CultureInfo.InvariantCulture)));

    public override string ToString() => text.ToString();
}
