using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>
/// What templates may read: for each template what theme.json says its pages are about, and what every template and partial knows.
/// </summary>
internal sealed class TemplateSchema
{
    /// <summary>The shell around pages.</summary>
    public const string Layout = "layout";

    private static readonly Dictionary<string, Type> OfEntries = new(StringComparer.Ordinal)
    {
        ["person"] = typeof(PersonDocument), ["object"] = typeof(ObjectDocument), ["dialogue"] = typeof(DialogueDocument),
        ["video"] = typeof(VideoDocument), ["news"] = typeof(NewsDocument), ["page"] = typeof(PageDocument),
    };

    /// <summary>What the site calls its own things.</summary>
    private static readonly TemplateType Texts = new(ValueKind.Record, "texts", members: static () =>
        SiteTexts.Known.Concat(SiteTexts.Optional)
            .Select(k => new TemplateMember(k.Key, TemplateType.Text, false, texts => ((SiteTexts)texts)[k.Key])));

    private readonly Dictionary<string, TemplateType> pages;

    public TemplateSchema(IReadOnlyList<PageDeclaration> declared)
    {
        pages = declared.GroupBy(p => p.Template, StringComparer.Ordinal).ToDictionary(g => g.Key, PageOf, StringComparer.Ordinal);
        Everywhere = new TemplateMember[]
        {
            new("site", Of<SiteView>(), false, static page => ((PageModel)page).Data.View),
            new("texts", Texts, false, static page => ((PageModel)page).Data.Site.Texts),
            new("meta", Of<MetaView>(), false, static page => ((PageModel)page).Meta),
            new("call", Of<CallDocument>(), true, static page => ((PageModel)page).Data.Documents.Call),
            new("lights", Of<LightsDocument>(), true, static page => ((PageModel)page).Data.Documents.Lights),
            ListOf<PersonDocument>("all_people", static documents => documents.People),
            ListOf<ObjectDocument>("all_objects", static documents => documents.Objects),
            ListOf<DialogueDocument>("all_dialogues", static documents => documents.Dialogues),
            ListOf<VideoDocument>("all_videos", static documents => documents.Videos),
            ListOf<NewsDocument>("all_news", static documents => documents.News),
            ListOf<PageDocument>("all_pages", static documents => documents.Pages),
        }.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    /// <summary>Of documents, views and what functions give.</summary>
    public static TemplateTypes Types { get; } = new(DocumentJson.Default, ViewJson.Default);

    /// <summary>Members that are read from the page, also in layouts and partials.</summary>
    public IReadOnlyDictionary<string, TemplateMember> Everywhere { get; }

    /// <summary>The templates that some page asks for.</summary>
    public IReadOnlyCollection<string> Templates => pages.Keys;

    /// <summary>Null for a template that no page asks for. Files of the whole site know what is known everywhere.</summary>
    public TemplateType? PageOf(string template) =>
        template.StartsWith("site/", StringComparison.Ordinal) ? new(ValueKind.Record, template) : pages.GetValueOrDefault(template);

    /// <summary>What all pages of a template have is there; what only some have must be asked for.</summary>
    private static TemplateType PageOf(IGrouping<string, PageDeclaration> pages)
    {
        var count = pages.Count();
        var members = pages.SelectMany(MembersOf).GroupBy(m => m.Name, StringComparer.Ordinal)
            .Select(same => same.First() with { MayBeAbsent = same.Count() < count || same.Any(m => m.MayBeAbsent) }).ToList();
        return new(ValueKind.Record, pages.Key + TemplateSource.Extension, members: () => members);
    }

    private static IEnumerable<TemplateMember> MembersOf(PageDeclaration page) => page switch
    {
        { Each: PageKeys.PosterSet } => [new("set", Of<PosterSetView>(), false, static m => ((PageModel)m).Item)],
        { Each: PageKeys.Moved } => [new("target", Of<LinkView>(), false, static m => ((PageModel)m).Target)],
        { Each: { } each } when OfEntries.TryGetValue(each, out var type) => OfEntry(Types.Of(type)),
        { List: { } list } => OfList(PageLists.Known[list], page),
        { When: "call" } => [new("call", Of<CallDocument>(), false, static m => ((PageModel)m).Data.Documents.Call)],
        _ => [],
    };

    private static IEnumerable<TemplateMember> OfEntry(TemplateType document) =>
    [
        new("document", document, false, static m => ((PageModel)m).Item),
        new("previous", document, true, static m => ((PageModel)m).Previous),
        new("next", document, true, static m => ((PageModel)m).Next),
    ];

    private static IEnumerable<TemplateMember> OfList(PageList list, PageDeclaration page)
    {
        yield return new(list.Name, TemplateType.ListOf(Types.Of(list.Item)), false, static m => ((PageModel)m).List);
        yield return new("total", TemplateType.Number, false, static m => ((PageModel)m).Total);
        yield return new("pager", Of<PagerView>(), true, static m => ((PageModel)m).Pager);
        if (page.By is null)
        {
            yield break;
        }

        yield return new("group", Of<GroupView>(), false, static m => ((PageModel)m).Group);
        if (page.By == "direction")
        {
            yield return new("direction", Of<DirectionDocument>(), false, static m => ((PageModel)m).Direction);
            yield return new("previous", Of<DirectionDocument>(), true, static m => ((PageModel)m).Previous);
            yield return new("next", Of<DirectionDocument>(), true, static m => ((PageModel)m).Next);
        }
    }

    private static TemplateType Of<T>() => Types.Of(typeof(T));

    private static TemplateMember ListOf<T>(string name, Func<PublicSite, IReadOnlyList<T>> list)
        where T : PublicDocument =>
        new(name, TemplateType.ListOf(Of<T>()), false, model => list(((PageModel)model).Data.Documents));
}
