using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>A function that templates may call, as <c>value | name</c> or <c>name value</c>.</summary>
/// <param name="Usage">How it is written.</param>
/// <param name="Call">Takes the values; the second is null where there is only one parameter.</param>
internal sealed record TemplateFunction(
    string Name, string Usage, IReadOnlyList<TemplateParameter> Parameters, TemplateType Result, Func<object?, object?, object?> Call);

/// <summary>What a function wants at a place.</summary>
/// <param name="Wants">As findings call it.</param>
internal sealed record TemplateParameter(string Wants, Func<TemplateType, bool> Accepts, bool MayBeAbsent = false);

/// <summary>The functions of templates. There are no others: none of Scriban's own, which know the clock and chance.</summary>
internal static class TemplateFunctions
{
    public const string Asset = "asset";

    /// <summary>Not a function like the others: it writes a partial where it stands.</summary>
    public const string Include = "include";

    private static readonly JavaScriptEncoder JsonEncoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateParameter Text = new("text", t => t.Kind == ValueKind.Text);
    private static readonly TemplateParameter Number = new("number", t => t.Kind == ValueKind.Number);
    private static readonly TemplateParameter Scalar = new("text", IsScalar, MayBeAbsent: true);
    private static readonly TemplateParameter Words = new("text[]", t => t.Kind == ValueKind.List && IsScalar(t.Item!));

    /// <param name="unbroken">Asked at each call: one theme shows one site after the other.</param>
    public static IReadOnlyDictionary<string, TemplateFunction> Of(Func<UnbrokenWords> unbroken, Func<string, string> addressOfAsset) =>
        new TemplateFunction[]
        {
            new(Asset, "asset 'site.css'", [Text], TemplateType.Text, (name, _) => addressOfAsset((string)name!)),
            new("join", "list | join '、'", [Words, Text], TemplateType.Text, Join),
            new("json", "value | json", [Scalar], TemplateType.Markup, (value, _) => Json(value)),
            new("number", "value | number", [Number], TemplateType.Text, (value, _) => Grouped(value)),
            new("unbroken", "text | unbroken", [Text], TemplateType.Markup, (text, _) => Unbroken(unbroken(), (string)text!)),
        }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    private static bool IsScalar(TemplateType type) =>
        type.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Truth or ValueKind.Absent;

    private static string Join(object? list, object? between) => string.Join((string?)between, (IReadOnlyList<object>)list!);

    private static Markup Json(object? value) => Markup.Of(value switch
    {
        null => "null",
        true => "true",
        false => "false",
        string text => $"\"{JsonEncoder.Encode(text)}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    });

    private static string Grouped(object? number) =>
        Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Which words hold together is a part of every page's key.</summary>
    private static Markup Unbroken(UnbrokenWords words, string text) => new(text, () => Unbreak(words, text));

    private static string Unbreak(UnbrokenWords words, string text)
    {
        var markup = new StringBuilder();
        foreach (var (part, together) in words.Split(text))
        {
            var escaped = Utf8Page.Escape(part);
            markup.Append(together ? $"<span class=\"unbroken\">{escaped}</span>" : escaped);
        }

        return markup.ToString();
    }

}
