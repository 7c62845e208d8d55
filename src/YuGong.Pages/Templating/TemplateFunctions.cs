using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Typography;
using YuGong.Pages.Views;
using YuGong.Publishing.Motifs;
using YuGong.Text.Segmentation;

namespace YuGong.Pages.Templating;

/// <summary>The functions of templates. There are no others: none of Scriban's own, which know the clock and chance.</summary>
internal static partial class TemplateFunctions
{
    public const string Asset = "asset";

    /// <summary>Not a function like the others: it writes a partial where it stands.</summary>
    public const string Include = "include";

    private static readonly JavaScriptEncoder JsonEncoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateParameter Text = new("text", t => t.Kind == ValueKind.Text);
    private static readonly TemplateParameter Number = new("number", t => t.Kind == ValueKind.Number);
    private static readonly TemplateParameter Scalar = new("text", IsScalar, MayBeAbsent: true);
    private static readonly TemplateParameter Words = new("text[]", t => t.Kind == ValueKind.List && IsScalar(t.Item!));
    private static readonly TemplateParameter Any = new("list", t => t.Kind == ValueKind.List);
    private static readonly TemplateParameter Numbers = new("number[]", t => t.Item?.Kind == ValueKind.Number);

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new TemplateFunction[]
    {
        new(Asset, "asset 'site.css'", [Text], TemplateType.Text, (page, name, _) => page.Data.AddressOf((string)name!)),
        new("cited", "sources | cited event.sources", [ListOf<SourceDocument>(), Numbers], TypeOf<SourceDocument[]>(), Cited),
        new("clauses", "text | clauses", [Text], TypeOf<string[]>(), (_, text, _) => Clauses((string)text!)),
        new("code", "code set.person_page", [Text], TemplateType.Markup,
            (_, address, _) => Drawn("code", (string)address!, QrCodes.DrawOther)),
        new("date", "day | date", [Text], TemplateType.Text, (_, day, _) => Date((string)day!)),
        new("decades", "events | decades", [ListOf<TimelineRow>()], TypeOf<DecadeView[]>(), (_, rows, _) => Decades(rows!)),
        new("dialogue", "dialogue link", [One<LinkDocument>()], TypeOf<DialogueDocument>(), Follow),
        new("direction_of", "direction_of person.direction", [One<TermDocument>()], TypeOf<DirectionDocument>(),
            (page, term, _) => page.Data.DirectionOf(((TermDocument)term!).Id)),
        new("encoded", "text | encoded", [Text], TemplateType.Text, (_, text, _) => Uri.EscapeDataString((string)text!)),
        new("filters", "'people' | filters", [Text with { Words = [.. PageLists.Known.Keys] }], TypeOf<FilterView[]>(),
            (page, list, _) => page.Data.Families.FiltersOf((string)list!, page.Path)),
        new("first", "list | first 8", [Any, Number], TemplateType.Unknown, First) { GivesItsFirst = true },
        new("join", "list | join '、'", [Words, Text], TemplateType.Text, Join),
        new("json", "value | json", [Scalar], TemplateType.Markup, (_, value, _) => Json(value)),
        new("lanes", "events | lanes", [ListOf<TimelineRow>()], TemplateType.Markup,
            (_, rows, _) => TimelineLanes.Draw([.. ((IReadOnlyList<object>)rows!).Cast<TimelineRow>()])),
        new("list_url", "term | list_url 'trade'", [OneOf("term", typeof(TermDocument), typeof(DirectionDocument)), Text],
            TemplateType.Text,
            (page, term, list) => page.Data.Families.AddressOf((string)list!, IdOf(term!))),
        new("local", "address | local", [Text], TemplateType.Text, (page, address, _) => Local(page.Data.Site.Settings, (string)address!)),
        new("mailto", "mailto call", [One<CallDocument>()], TemplateType.Text, (_, call, _) => MailTo((CallDocument)call!)),
        new("map", "map 'city'", [Text], TemplateType.Markup, (page, sheet, _) => PlaceMaps.Draw(page.Data, (string)sheet!)),
        new("names", "terms | names '、'", [ListOf<TermDocument>(), Text], TemplateType.Text, Names),
        new("neighbours", "person | neighbours 4", [One<PersonDocument>(), Number], TypeOf<PersonDocument[]>(), Neighbours),
        new("news_item", "news_item link", [One<LinkDocument>()], TypeOf<NewsDocument>(), Follow),
        new("night", "lights | night", [One<LightsDocument>()], TypeOf<NightView[]>(), (page, _, _) => page.Data.Nights.Whole()),
        new("number", "value | number", [Number], TemplateType.Text, (_, value, _) => Grouped(value)),
        new("numeral", "numeral direction.number", [Number], TemplateType.Text, (page, number, _) => Numeral(page, (int)number!)),
        new("object", "object link", [One<LinkDocument>()], TypeOf<ObjectDocument>(), Follow),
        new("objects_of", "people | objects_of", [ListOf<PersonDocument>()], TypeOf<ObjectDocument[]>(),
            (_, people, _) => ObjectsOf(people!)),
        new("padded", "number | padded 3", [Number, Number], TemplateType.Text, Padded),
        new("peak", "peak direction", [One<DirectionDocument>()], TemplateType.Markup,
            (_, direction, _) => Drawn("peak", ((DirectionDocument)direction!).Id, Ridges.Peak)),
        new("people_of", "direction | people_of", [One<DirectionDocument>()], TypeOf<PersonDocument[]>(), PeopleOf),
        new("person", "person link", [One<LinkDocument>()], TypeOf<PersonDocument>(), Follow),
        new("picture", "picture person.portrait 'card'", [One<PictureDocument>(), Text with { Words = PictureViews.Cuts }],
            TypeOf<PictureView>(), (page, picture, cut) => page.Data.Pictures.Of((PictureDocument)picture!, (string)cut!)),
        new("pictured", "objects | pictured", [ListOf<ObjectDocument>()], TypeOf<ObjectDocument[]>(),
            (_, list, _) => Pictured(list!, true)),
        new("posters_of", "person | posters_of", [One<PersonDocument>()], TypeOf<PosterSetView[]>(), Posters),
        new("prose", "prose document", [Document()], TemplateType.Markup, Prose),
        new("qr", "qr meta.canonical", [Text], TemplateType.Markup, (_, address, _) => Drawn("qr", (string)address!, QrCodes.Draw)),
        new("ribbon", "ribbon document", [Document()], TemplateType.Text, Ribbon),
        new("ridge", "ridge person.id 'small'", [Text, Text with { Words = ["hero", "wide", "hall", "small"] }], TemplateType.Markup,
            (_, id, shape) => Ridge((string)id!, (string)shape!)),
        new("seal", "seal person", [One<PersonDocument>()], TemplateType.Markup, (_, person, _) => SealOf((PersonDocument)person!)),
        new("sheet", "sheet object", [One<ObjectDocument>()], TemplateType.Markup,
            (_, made, _) => Drawn("sheet", ((ObjectDocument)made!).Id, Sheets.Draw)),
        new("slope", "slope direction", [One<DirectionDocument>()], TypeOf<NightView[]>(),
            (page, direction, _) => page.Data.Nights.SlopeOf(((DirectionDocument)direction!).Id)),
        new("terms", "terms person", [One<PersonDocument>()], TemplateType.Text,
            (page, person, _) => page.Data.Families.TermsOf(page.Data.EntryOf((PersonDocument)person!))),
        new("time", "seconds | time", [Number], TemplateType.Text, (_, seconds, _) => Time((int)seconds!)),
        new("tour", "tour object", [One<ObjectDocument>()], TypeOf<TourStepView[]>(), Tour),
        new("unpictured", "objects | unpictured", [ListOf<ObjectDocument>()], TypeOf<ObjectDocument[]>(),
            (_, list, _) => Pictured(list!, false)),
        new("unbroken", "text | unbroken", [Text], TemplateType.Markup, (page, text, _) => Unbroken(page.Data.Phrases, (string)text!)),
        new("upright", "text | upright", [Text], TemplateType.Markup, (page, text, _) => Upright(page.Data.Phrases, (string)text!)),
        new("url", "url 'hall'", [Text], TemplateType.Text, Url),
        new("video", "video link", [One<LinkDocument>()], TypeOf<VideoDocument>(), Follow),
        new("work_of", "person | work_of", [One<PersonDocument>()], TypeOf<ObjectDocument[]>(), WorkOf),
        new("years", "years person", [One<PersonDocument>()], TemplateType.Text, Years),
    }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    private static TemplateParameter Document() => new("document", t => t.Kind == ValueKind.Record && t.Name is
        nameof(PersonDocument) or nameof(ObjectDocument) or nameof(DialogueDocument) or nameof(VideoDocument) or nameof(NewsDocument)
            or nameof(PageDocument));

    private static TemplateParameter One<T>() => OneOf(typeof(T).Name, typeof(T));

    private static TemplateParameter OneOf(string wants, params Type[] types)
    {
        TemplateType[] known = [.. types.Select(TemplateSchema.Types.Of)];
        return new(wants, t => known.Contains(t));
    }

    private static TemplateParameter ListOf<T>()
    {
        var item = TemplateSchema.Types.Of(typeof(T));
        return new(item.Name + "[]", t => t.Kind == ValueKind.List && t.Item == item);
    }

    private static TemplateType TypeOf<T>() => typeof(T).GetElementType() is { } item
        ? TemplateType.ListOf(TemplateSchema.Types.Of(item)) : TemplateSchema.Types.Of(typeof(T));

    private static bool IsScalar(TemplateType type) =>
        type.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Truth or ValueKind.Absent;

    /// <summary>The sources that a claim names by their numbers.</summary>
    private static object Cited(PageModel page, object? sources, object? numbers)
    {
        var wanted = (IReadOnlyList<object>)numbers!;
        return wanted.Count == 0 ? [] : ((IReadOnlyList<object>)sources!).Where(s => wanted.Contains(((SourceDocument)s).Number)).ToArray();
    }

    /// <summary>A sentence in the parts between its commas and full stops, each with its mark.</summary>
    private static IReadOnlyList<object> Clauses(string text) => [.. ClauseEnds().Split(text).Where(part => part.Length > 0)];

    [GeneratedRegex("(?<=[，。；！？])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClauseEnds();

    /// <summary>A day as readers say it.</summary>
    private static string Date(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known)
            ? HistoricalDate.Of(known).Chinese
            : day;

    private static object First(PageModel page, object? list, object? count)
    {
        var all = (IReadOnlyList<object>)list!;
        var most = (int)count!;
        return all.Count <= most ? all : [.. all.Take(most)];
    }

    private static string Join(PageModel page, object? list, object? between) =>
        string.Join((string?)between, (IReadOnlyList<object>)list!);

    private static Markup Json(object? value) => Markup.Of(value switch
    {
        null => "null",
        true => "true",
        false => "false",
        string text => $"\"{JsonEncoder.Encode(text)}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    });

    private static string Names(PageModel page, object? terms, object? between) =>
        string.Join((string?)between, ((IReadOnlyList<object>)terms!).Select(t => ((TermDocument)t).Name));

    private static string Grouped(object? number) =>
        Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Padded(PageModel page, object? number, object? digits) =>
        ((int)number!).ToString(CultureInfo.InvariantCulture).PadLeft((int)digits!, '0');

    private static string Time(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    /// <summary>Which words hold together is a part of every page's key.</summary>
    private static Markup Unbroken(PhraseBreaker phrases, string text) => new(text, () => PhraseMarkup.Of(phrases, text));

    private static Markup Upright(PhraseBreaker phrases, string text) => new("|" + text, () => PhraseMarkup.Upright(phrases, text));
}
