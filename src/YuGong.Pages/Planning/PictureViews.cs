using System.Net;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Documents;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>Pictures as templates and bodies show them: every width and format that was made, and the file itself where none was.</summary>
internal sealed partial class PictureViews(Settings settings, PictureCatalog shelf)
{
    /// <summary>The width of the file that stands in <c>src</c>, px: for browsers that know no <c>srcset</c>.</summary>
    private const int Middling = 960;

    /// <summary>The cut of a drawing that draws itself.</summary>
    private const string Moving = "drawn";

    private static readonly string[] Newer = ["image/avif", "image/webp"];

    /// <summary>The kinds of places that pictures are cut for.</summary>
    public static IReadOnlyList<string> Cuts { get; } = ["whole", "card", "square", "sheet", "still", Moving];

    /// <param name="cut">One of <see cref="Cuts"/>.</param>
    public PictureView Of(PictureDocument document, string cut)
    {
        var (entry, picture) = document.Origin!;
        var view = new PictureView
        {
            Src = Link(EntryAddresses.PictureOf(entry, picture.File.Id)), Alt = picture.Alt, Width = null, Height = null,
            Credit = picture.Credit, Rights = picture.Rights, Caption = picture.Caption,
            FocalX = (int)Math.Round((picture.Focal?.X ?? 0.5) * 10), FocalY = (int)Math.Round((picture.Focal?.Y ?? 0.4) * 10),
            IsDrawing = picture.File.Id.EndsWith(".svg", StringComparison.OrdinalIgnoreCase),
            AiLabel = picture.Ai == AiUse.None ? null : SharedKeys.MachineMadeWords.NameOf(picture.Ai),
        };
        if (shelf.Of(entry, picture.File.Id) is not { } shown)
        {
            return view;
        }

        var made = shown.Cut(cut);
        return view with
        {
            Src = made is null ? view.Src : Source(made), Width = made?.Width ?? shown.Width, Height = made?.Height ?? shown.Height,
            Avif = Sources(made, "image/avif"), Webp = Sources(made, "image/webp"), Jpeg = Sources(made, "image/jpeg"),
            Still = made?.Name == Moving ? view.Src : null, Placeholder = shown.Placeholder,
            Narrow = made?.Name == Moving && shown.Cut("sheet") is { } sheet ? Source(sheet) : null,
            InfoUrl = shown.Service is { } service ? settings.LinkRoot + service + "/info.json" : null,
            LargeUrl = made is null ? view.Src : settings.LinkRoot + Escaped(shown.Large),
            ViewerUrl = shelf.Viewer is { } viewer ? settings.LinkRoot + viewer : null,
            FullWidth = shown.Width, FullHeight = shown.Height,
        };
    }

    /// <summary>What changes a body's pictures, and what puts them in: an <c>img</c> of Markdown becomes a <c>picture</c>.</summary>
    public (Fingerprint Shown, Func<string, string> Into) InBody(Entry entry)
    {
        if (entry.Header.Folder.Files.Count == 0)
        {
            return (default, html => html);
        }

        var pictures = entry.Header.Folder.Files.Select(f => (Address: Link(EntryAddresses.PictureOf(entry, f)), Shown: shelf.Of(entry, f)))
            .Where(p => p.Shown is not null)
            .ToDictionary(p => p.Address, p => p.Shown!, StringComparer.Ordinal);
        var key = string.Join('\n', pictures.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key} {p.Value.Width} {p.Value.Height} {Sources(p.Value.Cut("whole"), "image/jpeg")}"));
        return (Fingerprint.Of(key), html => Image().Replace(html, match =>
            pictures.TryGetValue(WebUtility.HtmlDecode(match.Groups["src"].Value), out var shown) ? Markup(match, shown) : match.Value));
    }

    private string Markup(Match match, PictureInfo shown)
    {
        const string Sizes = "(min-width: 64rem) 44rem, 92vw";
        var (cut, alt) = (shown.Cut("whole"), match.Groups["alt"].Value);
        if (cut is null)
        {
            return $"<img loading=\"lazy\" src=\"{match.Groups["src"].Value}\" alt=\"{alt}\" width=\"{shown.Width}\" "
                + $"height=\"{shown.Height}\">";
        }

        var newer = string.Concat(Newer.Select(type => $"<source type=\"{type}\" srcset=\"{Sources(cut, type)}\" sizes=\"{Sizes}\">"));
        return $"<picture>{newer}<img loading=\"lazy\" src=\"{Source(cut)}\" srcset=\"{Sources(cut, "image/jpeg")}\" "
            + $"sizes=\"{Sizes}\" alt=\"{alt}\" width=\"{cut.Width}\" height=\"{cut.Height}\"></picture>";
    }

    private string Source(PictureCrop cut)
    {
        var files = cut.Files.Where(f => f.Type == "image/jpeg").ToList();
        return settings.LinkRoot + (files.LastOrDefault(f => f.Width <= Middling) ?? files.FirstOrDefault() ?? cut.Files[0]).Path;
    }

    private string? Sources(PictureCrop? cut, string type) =>
        cut?.Files.Any(f => f.Type == type) != true ? null
            : string.Join(", ", cut.Files.Where(f => f.Type == type).Select(f => $"{settings.LinkRoot}{f.Path} {f.Width}w"));

    private string Link(string path) => settings.LinkRoot + Escaped(path);

    private static string Escaped(string path) =>
        path[..(path.LastIndexOf('/') + 1)] + Uri.EscapeDataString(path[(path.LastIndexOf('/') + 1)..]);

    [GeneratedRegex("<img loading=\"lazy\" src=\"(?<src>[^\"]*)\" alt=\"(?<alt>[^\"]*)\">", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Image();
}
