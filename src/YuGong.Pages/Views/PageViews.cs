using System.Text.Json.Serialization;
using YuGong.Documents;

namespace YuGong.Pages.Views;

/// <summary>What a page's template reads besides the public documents.</summary>
public abstract record PageModel(SiteView Site, MetaView Meta)
{
    /// <summary>The document of the entry whose page this is; its template calls it <c>document</c>. Null on other pages.</summary>
    [JsonIgnore]
    public PublicDocument? Document { get; init; }

    /// <summary>All documents: <c>all_people</c>, <c>all_objects</c> … in every template.</summary>
    [JsonIgnore]
    public PublicSite Documents { get; init; } = null!;
}

/// <summary>templates/home.scriban — the topic page.</summary>
/// <param name="HeroSvg">Wide layered ridges.</param>
public sealed record HomePage(
    SiteView Site, MetaView Meta, Markup HeroSvg, BoardView Board, IReadOnlyList<DialogueCard> Dialogues,
    IReadOnlyList<VideoCard> Videos, IReadOnlyList<ObjectCard> Objects, CallView? Call, int ObjectCount)
    : PageModel(Site, Meta);

/// <summary>templates/people.scriban — the star board, whole or filtered.</summary>
public sealed record PeoplePage(SiteView Site, MetaView Meta, string Heading, string? Intro, BoardView Board)
    : PageModel(Site, Meta);

/// <summary>templates/hall.scriban — the entrance of the memorial hall.</summary>
public sealed record HallPage(SiteView Site, MetaView Meta, Markup HeroSvg, IReadOnlyList<RoomView> Rooms, RouteView? First)
    : PageModel(Site, Meta)
{
    /// <summary>Null where the theme has no timeline.</summary>
    public string? TimelineUrl { get; init; }

    /// <summary>Null where the theme has no map, or no place is known.</summary>
    public string? MapUrl { get; init; }
}

/// <summary>One hall with its people in route order.</summary>
public sealed record RoomView(
    DirectionView Direction, IReadOnlyList<PersonCard> People, IReadOnlyList<ObjectCard> Objects);

/// <summary>templates/room.scriban — one of the five halls.</summary>
public sealed record RoomPage(
    SiteView Site, MetaView Meta, RoomView Room, Markup HeroSvg, LinkView? PreviousRoom, LinkView? NextRoom)
    : PageModel(Site, Meta);

/// <summary>templates/person.scriban — a person's room.</summary>
/// <param name="SameHall">Up to four neighbours in the same hall.</param>
/// <param name="RouteLength">How many rooms the hall's route has.</param>
public sealed record PersonPage(
    SiteView Site, MetaView Meta, PersonCard Card, Markup RidgeSvg, BodyView Body, IReadOnlyList<ObjectCard> Objects,
    IReadOnlyList<PersonCard> SameHall, IReadOnlyList<DialogueCard> Dialogues, IReadOnlyList<VideoCard> Videos,
    IReadOnlyList<PictureView> Pictures, RouteView? Previous, RouteView? Next, int RouteLength, PosterCard? Posters)
    : PageModel(Site, Meta);

/// <summary>A Markdown body, rendered when the page is.</summary>
public sealed record BodyView(Markup Html);

/// <summary>templates/objects.scriban — all objects.</summary>
public sealed record ObjectsPage(SiteView Site, MetaView Meta, IReadOnlyList<ObjectCard> Objects, PagerView? Pager)
    : PageModel(Site, Meta);

/// <summary>templates/object.scriban — an object's room.</summary>
/// <param name="Picture">Whole, where the card has it cut to its frame.</param>
/// <param name="Tour">导览; null where the object has none.</param>
public sealed record ObjectPage(
    SiteView Site, MetaView Meta, ObjectCard Card, BodyView Body, LinkView? Previous, LinkView? Next, PictureView? Picture, TourView? Tour)
    : PageModel(Site, Meta);

/// <summary>templates/dialogues.scriban — all interviews.</summary>
public sealed record DialoguesPage(SiteView Site, MetaView Meta, IReadOnlyList<DialogueCard> Dialogues)
    : PageModel(Site, Meta);

/// <summary>templates/dialogue.scriban — an interview in depth.</summary>
public sealed record DialoguePage(
    SiteView Site, MetaView Meta, DialogueCard Card, IReadOnlyList<PictureView> Photos, BodyView Body) : PageModel(Site, Meta);

/// <summary>templates/videos.scriban — all films.</summary>
public sealed record VideosPage(SiteView Site, MetaView Meta, IReadOnlyList<VideoCard> Videos)
    : PageModel(Site, Meta);

/// <summary>templates/video.scriban — a film with captions and transcript.</summary>
/// <param name="FileUrl">A film of our own, or null.</param>
public sealed record VideoPage(
    SiteView Site, MetaView Meta, VideoCard Card, IReadOnlyList<PersonCard> People, string? FileUrl, string? CaptionsUrl,
    BodyView Transcript)
    : PageModel(Site, Meta);

/// <summary>The notice: everything a person needs to send a lead.</summary>
/// <param name="MailtoUrl">mailto: with the subject filled in.</param>
/// <param name="FormUrl">The empty form as a .docx.</param>
public sealed record CallView(
    string Title, string Theme, string IssuedText, IReadOnlyList<string> Issuers, string DeadlineNote, string Mail,
    string Subject, string MailtoUrl, IReadOnlyList<string> Background, string Scope,
    IReadOnlyList<NamedText> Requirements, IReadOnlyList<NamedText> Channels, string Submission, string UseIntro,
    IReadOnlyList<string> Uses, IReadOnlyList<string> Notes, string Closing, string FormTitle,
    IReadOnlyList<NamedText> FormFields, IReadOnlyList<BatchView> Batches, string Url, string FormUrl, string? Salutation);

public sealed record NamedText(string Name, string? Text);

/// <param name="Closed">Its closing day has passed on the day of the build.</param>
public sealed record BatchView(string Name, string OpensText, string ClosesText, string ClosesIso, bool Closed);

/// <summary>templates/call.scriban — the call for leads.</summary>
public sealed record CallPage(SiteView Site, MetaView Meta, CallView Call) : PageModel(Site, Meta);

/// <summary>templates/page.scriban — about, rights, corrections.</summary>
public sealed record ProsePage(SiteView Site, MetaView Meta, BodyView Body) : PageModel(Site, Meta);

/// <summary>templates/search.scriban — the search; its index lies beside it.</summary>
public sealed record SearchPage(SiteView Site, MetaView Meta) : PageModel(Site, Meta);

/// <summary>templates/api.scriban — how to read the content API.</summary>
/// <param name="Base">Complete address of the API with a slash at the end.</param>
/// <param name="Root">The same on this site.</param>
/// <param name="Example">Whose document is shown; null while nobody is published.</param>
/// <param name="EmbedUrl">Complete address of the example's card.</param>
/// <param name="Feeds">Complete addresses of the site's feeds, with their kind.</param>
public sealed record ApiPage(SiteView Site, MetaView Meta, string Base, string Root, PersonCard? Example, IReadOnlyList<LinkView> Feeds,
    string? EmbedUrl)
    : PageModel(Site, Meta);

/// <summary>templates/embed.scriban — a person's card for other people's pages; a document of its own.</summary>
public sealed record EmbedPage(SiteView Site, MetaView Meta, PersonCard Card) : PageModel(Site, Meta);

/// <summary>templates/embed-board.scriban — the star board for other people's pages; a document of its own.</summary>
public sealed record EmbedBoardPage(SiteView Site, MetaView Meta, IReadOnlyList<PersonCard> People, string AllUrl) : PageModel(Site, Meta);

/// <summary>templates/404.scriban.</summary>
public sealed record NotFoundPage(SiteView Site, MetaView Meta, Markup HeroSvg) : PageModel(Site, Meta);

/// <summary>templates/redirect.scriban — an address that moved.</summary>
public sealed record RedirectPage(SiteView Site, MetaView Meta, string Target, string TargetTitle) : PageModel(Site, Meta);

/// <summary>site/*.scriban — any other file a theme wants to make from the whole site (feeds, lists).</summary>
public sealed record WholeSite(
    SiteView Site, MetaView Meta, IReadOnlyList<PersonCard> People, IReadOnlyList<ObjectCard> Objects)
    : PageModel(Site, Meta);
