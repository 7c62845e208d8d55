using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;

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

    private static readonly TemplateParameter Numbers = new("number[]", t => t.Item?.Kind == ValueKind.Number);
    private static readonly TemplateParameter Sources = new("SourceDocument[]", IsListOf<SourceDocument>);
    private static readonly TemplateParameter Term = new("TermDocument", t => t == Of<TermDocument>());
    private static readonly TemplateParameter Terms = new("TermDocument[]", IsListOf<TermDocument>);
    private static readonly TemplateParameter Link = new("LinkDocument", t => t == Of<LinkDocument>());
    private static readonly TemplateParameter Person = new("PersonDocument", t => t == Of<PersonDocument>());
    private static readonly TemplateType SourceList = TemplateType.ListOf(Of<SourceDocument>());

    /// <param name="site">Asked at each call: one theme shows one site after the other.</param>
    /// <param name="unbroken">The same.</param>
    public static IReadOnlyDictionary<string, TemplateFunction> Of(
        Func<Site> site, Func<UnbrokenWords> unbroken, Func<string, string> addressOfAsset) =>
        new TemplateFunction[]
        {
            new(Asset, "asset 'site.css'", [Text], TemplateType.Text, (name, _) => addressOfAsset((string)name!)),
            new("cited", "sources | cited event.sources", [Sources, Numbers], SourceList, Cited),
            new("date", "day | date", [Text], TemplateType.Text, (day, _) => Date((string)day!)),
            new("join", "list | join '、'", [Words, Text], TemplateType.Text, Join),
            new("json", "value | json", [Scalar], TemplateType.Markup, (value, _) => Json(value)),
            new("list_url", "term | list_url 'trade'", [Term, Text], TemplateType.Text,
                (term, list) => ListUrl(site(), (TermDocument)term!, list)),
            new("names", "terms | names '、'", [Terms, Text], TemplateType.Text, Names),
            new("number", "value | number", [Number], TemplateType.Text, (value, _) => Grouped(value)),
            new("person", "person link", [Link], Of<PersonDocument>(), (link, _) => Follow(link) as PersonDocument),
            new("seal", "seal person", [Person], TemplateType.Markup, (person, _) => SealOf((PersonDocument)person!)),
            new("unbroken", "text | unbroken", [Text], TemplateType.Markup, (text, _) => Unbroken(unbroken(), (string)text!)),
        }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    private static bool IsScalar(TemplateType type) =>
        type.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Truth or ValueKind.Absent;

    private static bool IsListOf<T>(TemplateType type) => type.Kind == ValueKind.List && type.Item == Of<T>();

    private static TemplateType Of<T>() => TemplateSchema.Types.Of(typeof(T));

    /// <summary>The sources that a claim names by their numbers.</summary>
    private static object Cited(object? sources, object? numbers)
    {
        var wanted = (IReadOnlyList<object>)numbers!;
        return wanted.Count == 0 ? [] : ((IReadOnlyList<object>)sources!).Where(s => wanted.Contains(((SourceDocument)s).Number)).ToArray();
    }

    /// <summary>A day as readers say it.</summary>
    private static string Date(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)
            ? HistoricalDate.Of(known).Chinese
            : day;

    /// <summary>The star board of a word; which vocabularies have such pages, theme.json says.</summary>
    private static string ListUrl(Site site, TermDocument term, object? list) => site.Settings.Link($"/people/{list}/{term.Id}/");

    private static string Names(object? terms, object? between) =>
        string.Join((string?)between, ((IReadOnlyList<object>)terms!).Select(t => ((TermDocument)t).Name));

    /// <summary>Where a link leads.</summary>
    private static PublicDocument? Follow(object? link) => ((LinkDocument?)link)?.Target?.Invoke();

    private static Markup SealOf(PersonDocument person)
    {
        var surname = Seals.Surname(person.Title);
        return new($"seal{surname}:{person.Id}", () => Seals.Draw(person.Id, surname));
    }

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
