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

    /// <summary>The view records of this room. Whoever lets templates read other records changes these lines and no others.</summary>
    public static TemplateSchema OfViews { get; } = MakeOfViews();

    /// <summary>Null for a template that no page asks for.</summary>
    public TemplateType? PageOf(string template) =>
        template.StartsWith("site/", StringComparison.Ordinal) ? Site : Pages.GetValueOrDefault(template);

    private static TemplateSchema MakeOfViews()
    {
        var types = new TemplateTypes(ViewJson.Default);
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
        TemplateMember[] everywhere =
        [
            new("site", types.Of(typeof(SiteView)), false, static page => ((PageModel)page).Site),
            new("meta", types.Of(typeof(MetaView)), false, static page => ((PageModel)page).Meta),
        ];
        return new(
            pages.ToDictionary(p => p.Key, p => types.Of(p.Value), StringComparer.Ordinal),
            types.Of(typeof(WholeSite)),
            everywhere.ToDictionary(m => m.Name, StringComparer.Ordinal));
    }
}
