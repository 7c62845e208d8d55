using System.Xml.Linq;
using YuGong.Documents;
using YuGong.Manuscripts;

namespace YuGong.Books.Epub;

/// <summary>What stands around the chapters: cover, title, preface, halls, the last page.</summary>
internal sealed class EpubPages(BookRequest request)
{
    public const string CoverPicture = "images/cover.jpg";

    public EpubDocument Cover((int Width, int Height) size) => new("cover", Labels.Cover, Xhtml.Of("section",
        Xhtml.As("cover"), new XAttribute("aria-label", Labels.Cover), Xhtml.Of("img", Xhtml.Class("cover"),
            new XAttribute("src", CoverPicture), new XAttribute("alt", $"{Labels.Cover}：{request.Title}"),
            new XAttribute("width", size.Width), new XAttribute("height", size.Height))))
    {
        Landmark = "cover", IsInContents = false,
    };

    public EpubDocument Title()
    {
        var settings = request.Site.Site.Settings;
        return new("title", Labels.HalfTitle, Xhtml.Of("section", Xhtml.As("titlepage"), Xhtml.Class("title"),
            new XAttribute("aria-label", Labels.HalfTitle),
            Xhtml.Lines(
            [
                Xhtml.Of("p", Xhtml.Class("brush"), request.Title),
                Xhtml.Of("p", Xhtml.Class("kai"), request.Book.Subtitle ?? settings.Tagline),
                Xhtml.Of("p", Xhtml.Class("aside"), string.Join("　", settings.Organizers)),
            ])))
        {
            Landmark = "titlepage", IsInContents = false,
        };
    }

    public IEnumerable<EpubDocument> Preface() => request.Book.Preface is not { } words ? []
        :
        [
            new("preface", Labels.Preface, Xhtml.Of("section", Xhtml.As("preface", "doc-preface"),
                new XAttribute("aria-labelledby", "title"), Xhtml.Lines([
                    Xhtml.Of("h1", new XAttribute("id", "title"), Labels.Preface),
                    .. new XhtmlText(false, address => address).Of(HtmlReader.Read(words.Html).Blocks, _ => null)]))),
        ];

    public static EpubDocument Hall(DirectionDocument hall, int number, IReadOnlyList<EpubDocument> people) => new(
        $"hall-{hall.Id}", $"{hall.Hall}　{hall.Name}", Xhtml.Of("section", Xhtml.As("part", "doc-part"),
            new XAttribute("aria-labelledby", "title"),
            Xhtml.Lines(
            [
                Xhtml.Of("h1", Xhtml.Class("brush"), new XAttribute("id", "title"), hall.Hall),
                Xhtml.Of("p", Xhtml.Class("kai headline"), $"{Labels.Number(number)}　{hall.Name}"),
                Xhtml.Of("p", Xhtml.Class("kai"), hall.HallText), Drawings.Ridge(hall.Id),
            ])))
    {
        Parts = people,
    };

    public EpubDocument Colophon() => new("colophon", Labels.Colophon, Xhtml.Of("section",
        Xhtml.As("colophon", "doc-colophon"), new XAttribute("aria-labelledby", "title"),
        Xhtml.Lines(
        [
            Xhtml.Of("h1", new XAttribute("id", "title"), request.Title),
            .. request.Book.Subtitle is { } subtitle ? [Xhtml.Of("p", Xhtml.Class("aside"), subtitle)] : Array.Empty<XElement>(),
            Xhtml.Of("table", Xhtml.Lines(new Colophon(request, null!).Rows(EpubFonts.Of(request.Design)).Select(row => Xhtml.Of("tr",
                Xhtml.Of("th", new XAttribute("scope", "row"), row.Name),
                Xhtml.Of("td", row.Words.Split('\n').SelectMany((line, i) => i == 0 ? [line] : new object[] { Xhtml.Of("br"), line })))))),
            .. request.Book.Notes.Select(note => Xhtml.Of("p", Xhtml.Class("aside"), note)),
        ])));
}
