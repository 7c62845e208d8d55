namespace YuGong.Pages.Views;

// What templates may read. A template sees these records and nothing else; property names appear in snake_case
// ({{ card.latin_name }}). A null must be asked for first: {{ if card.portrait }}. Only Markup is printed as it is, all else escaped.

/// <summary>The part that is the same on every page of a build.</summary>
/// <param name="PostersUrl">Empty where no posters are made.</param>
public sealed record SiteView(
    string Title,
    string Tagline,
    string Description,
    string Host,
    string HomeUrl,
    string HallUrl,
    string PeopleUrl,
    string ObjectsUrl,
    string CallUrl,
    string Mail,
    string SearchUrl,
    string ApiUrl,
    string PostersUrl,
    string FeedUrl,
    IReadOnlyList<string> Organizers,
    IReadOnlyList<LinkView> Navigation,
    IReadOnlyList<DirectionView> Directions,
    bool Preview);

public sealed record LinkView(string Title, string Url);

/// <summary>Head of the page: everything that search engines, cards and readers are told.</summary>
/// <param name="Section">Which entry of the navigation is current: its address, or empty.</param>
/// <param name="Ribbon">示例, 草稿 …: why this page is only seen in preview.</param>
public sealed record MetaView(
    string Title,
    string FullTitle,
    string Description,
    string Path,
    string Canonical,
    string OgType,
    string? Image,
    bool NoIndex,
    string Section,
    string? Ribbon,
    IReadOnlyList<LinkView> Breadcrumbs,
    Markup JsonLd)
{
    /// <summary>
    /// The IIIF manifest of the object, or the collection of the person or hall, that the page shows; absent on other pages, and where
    /// there is no object.
    /// </summary>
    public string? ManifestUrl { get; init; }
}

/// <summary>One of the five directions, which is also a hall of the memorial.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="NumberText">一 to 五.</param>
/// <param name="Mark">One great character for the brush face.</param>
/// <param name="Url">The star board of this direction.</param>
/// <param name="HallUrl">The room in the memorial hall.</param>
public sealed record DirectionView(
    string Id, int Number, string NumberText, string Name, string Short, string Mark, string Text,
    string Hall, string HallText, string Url, string HallUrl, int Count, Markup PeakSvg);

/// <summary>A word of a controlled vocabulary with its list page, if the theme has one.</summary>
public sealed record TermView(string Id, string Name, string? Url);

/// <param name="Src">JPEG of a middling width, or the file itself where no others are made.</param>
/// <param name="Width">Of the largest file, px.</param>
/// <param name="FocalX">0 to 10, tenths of the width; the style sheet has a class for each.</param>
/// <param name="FocalY">0 to 10, tenths of the height.</param>
/// <param name="AiLabel">A visible label when the picture was made or changed by a machine.</param>
public sealed record PictureView(
    string Src, string Alt, int? Width, int? Height, string Credit, string? Rights, string? Caption,
    int FocalX, int FocalY, string? AiLabel)
{
    /// <summary>Values for <c>srcset</c>, narrow ones first; absent for drawings.</summary>
    public string? Avif { get; init; }

    public string? Webp { get; init; }

    public string? Jpeg { get; init; }

    /// <summary>A few blurred pixels as a <c>data:</c> address.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What its tiles are (IIIF Image API); absent when there is nothing more to see.</summary>
    public string? InfoUrl { get; init; }

    /// <summary>The largest single file.</summary>
    public string? LargeUrl { get; init; }

    /// <summary>The viewer's script; absent when it is not installed.</summary>
    public string? ViewerUrl { get; init; }

    /// <summary>Of the original; regions of a tour are told in its pixels.</summary>
    public int? FullWidth { get; init; }

    public int? FullHeight { get; init; }
}

/// <summary>A reference from a claim to a source on the same page.</summary>
public sealed record CiteView(int Number, string Anchor, string Title, string Grade);

/// <summary>A person on the star board, in a hall, beside an object.</summary>
/// <param name="Years">1889—1980, or what of it is established; empty when nothing is.</param>
/// <param name="Seal">The surname, cut as a seal where there is no portrait.</param>
/// <param name="RidgeSvg">This person's mountain, small.</param>
/// <param name="Terms">Ids for the filters, space separated: direction:builder trade:railway era:early district:yuzhong.</param>
public sealed record PersonCard(
    string Id, string Name, string LatinName, string Years, string Headline, string Summary, string Url,
    DirectionView Direction, IReadOnlyList<TermView> Trades, PictureView? Portrait, string Seal, Markup SealSvg,
    Markup RidgeSvg, string Terms, string? Ribbon);

/// <param name="SheetSvg">A survey-line drawing sheet for an object without a picture.</param>
/// <param name="SheetNumber">The number in the drawing-sheet title block, such as YG-O-012.</param>
public sealed record ObjectCard(
    string Id, string Title, string Kind, string? MadeText, string Summary, string Url, PictureView? Picture,
    Markup SheetSvg, string SheetNumber, IReadOnlyList<LinkView> People, string? Ribbon);

public sealed record DialogueCard(
    string Title, string PersonName, string PersonUrl, string Seal, Markup SealSvg, string DateText, string Summary,
    string? PullQuote, string Url, string? Ribbon);

public sealed record VideoCard(string Title, string DurationText, string DateText, string Summary, string Url, PictureView? Poster,
    Markup RidgeSvg, string? Ribbon);

/// <summary>One way to filter the star board.</summary>
public sealed record FilterView(string Id, string Name, IReadOnlyList<FilterOption> Options);

public sealed record FilterOption(string Id, string Name, int Count, string Url, bool Current);

/// <summary>The star board: its filters work as links without script and in place with it.</summary>
/// <param name="AllUrl">The board without any filter.</param>
/// <param name="Total">All people, not only those on this page.</param>
public sealed record BoardView(
    IReadOnlyList<PersonCard> People, IReadOnlyList<FilterView> Filters, string AllUrl, int Total, PagerView? Pager);

public sealed record PagerView(int Number, int Total, string? PreviousUrl, string? NextUrl);

/// <summary>A neighbour in the hall's route.</summary>
public sealed record RouteView(string Name, string Headline, string Url, string HallName);
