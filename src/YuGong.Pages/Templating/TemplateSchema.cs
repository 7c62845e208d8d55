using YuGong.Documents;
using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>What templates may read: for each template the record of its page, and what every template and partial knows.</summary>
/// <param name="Pages">By the name of the template.</param>
/// <param name="Site">Of files that a theme makes of the whole site, <c>templates/site/*</c>.</param>
/// <param name="Everywhere">Members that are read from the page, also in layouts and partials.</param>
internal sealed record TemplateSchema(
    IReadOnlyDictionary<string, TemplateType> Pages, TemplateType Site, IReadOnlyDictionary<string, TemplateMember> Everywhere)
{
    /// <summary>The shell around pages.</summary>
    public const string Layout = "layout";

    /// <summary>Of documents, views and what functions give.</summary>
    public static TemplateTypes Types { get; } = new(ViewJson.Default, DocumentJson.Default);

    /// <summary>The public documents of the site, and what pages say besides.</summary>
    public static TemplateSchema OfSite { get; } = MakeOfSite();

    /// <summary>Null for a template that no page asks for.</summary>
    public TemplateType? PageOf(string template) =>
        template.StartsWith("site/", StringComparison.Ordinal) ? Site : Pages.GetValueOrDefault(template);

    private static TemplateSchema MakeOfSite()
    {
        var types = Types;
        var pages = new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["home"] = typeof(HomePage),
            ["people"] = typeof(PeoplePage),
            ["hall"] = typeof(HallPage),
            ["timeline"] = typeof(TimelinePage),
            ["map"] = typeof(MapPage),
            ["room"] = typeof(RoomPage),
            ["person"] = typeof(PersonPage),
            ["objects"] = typeof(ObjectsPage),
            ["object"] = typeof(ObjectPage),
            ["dialogues"] = typeof(DialoguesPage),
            ["dialogue"] = typeof(DialoguePage),
            ["videos"] = typeof(VideosPage),
            ["video"] = typeof(VideoPage),
            ["call"] = typeof(CallPage),
            ["page"] = typeof(ProsePage),
            ["search"] = typeof(SearchPage),
            ["api"] = typeof(ApiPage),
            ["posters"] = typeof(PostersPage),
            ["poster"] = typeof(PosterPage),
            ["embed"] = typeof(EmbedPage),
            ["embed-board"] = typeof(EmbedBoardPage),
            ["404"] = typeof(NotFoundPage),
            ["gone"] = typeof(NotFoundPage),
            ["verify"] = typeof(NotFoundPage),
            ["redirect"] = typeof(RedirectPage),
        };
        var documents = new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["person"] = typeof(PersonDocument),
            ["object"] = typeof(ObjectDocument),
            ["dialogue"] = typeof(DialogueDocument),
            ["video"] = typeof(VideoDocument),
            ["page"] = typeof(PageDocument),
        };
        TemplateMember[] everywhere =
        [
            ListOf<PersonDocument>("all_people"), ListOf<ObjectDocument>("all_objects"), ListOf<DialogueDocument>("all_dialogues"),
            ListOf<VideoDocument>("all_videos"), ListOf<PageDocument>("all_pages"),
            new("site", types.Of(typeof(SiteView)), false, static page => ((PageModel)page).Site),
            new("meta", types.Of(typeof(MetaView)), false, static page => ((PageModel)page).Meta),
        ];
        return new(
            pages.ToDictionary(
                p => p.Key,
                p => documents.TryGetValue(p.Key, out var document)
                    ? WithDocument(types.Of(p.Value), types.Of(document)) : types.Of(p.Value),
                StringComparer.Ordinal),
            types.Of(typeof(WholeSite)),
            everywhere.ToDictionary(m => m.Name, StringComparer.Ordinal));
    }

    /// <summary>The page of an entry with the entry's document.</summary>
    private static TemplateType WithDocument(TemplateType page, TemplateType document) => new(
        ValueKind.Record, page.Name,
        members: () => page.Members.Values.Append(new("document", document, false, static model => ((PageModel)model).Document)));

    private static TemplateMember ListOf<T>(string name)
        where T : PublicDocument =>
        new(name, TemplateType.ListOf(Types.Of(typeof(T))), false, static model => ((PageModel)model).Documents.Documents<T>());
}
