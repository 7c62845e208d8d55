using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;

namespace YuGong.Build.Articles;

/// <summary>
/// The public document of an entry as an article: its body, what it asks and answers, its pictures where they stand, its sources as notes.
/// It reads nothing else, so that an article cannot say what the site must not.
/// </summary>
/// <param name="make">A picture that the front matter tells of.</param>
/// <param name="other">One that only the body shows, by its address; what is said of it stands there.</param>
internal sealed class ArticleBuilder(
    PublicDocument document, Func<PictureOrigin, ArticlePicture?> make, Func<string, ArticlePicture?> other)
{
    private readonly List<ArticlePicture> pictures = [];
    private readonly Dictionary<string, ArticlePicture> byAddress = new(StringComparer.Ordinal);

    public Article Make()
    {
        var read = HtmlReader.Read(document.Html, NameOf, document.Sources.Count);
        List<Block> blocks = [.. read.Blocks, .. Exchanges()];
        var inText = byAddress.Keys.ToHashSet(StringComparer.Ordinal);
        var face = Faces().FirstOrDefault();
        var others = document.Pictures.Where(p => !inText.Contains(p.Url.AbsoluteUri)).ToList();
        blocks.InsertRange(0, others.Where(p => p.Url == face?.Url).Select(Figure).OfType<Block>());
        blocks.AddRange(others.Where(p => p.Url != face?.Url).Select(Figure).OfType<Block>());
        return Numbered(new()
        {
            Title = document is PersonDocument { Headline.Length: > 0 } person ? $"{person.Title}：{person.Headline}" : document.Title,
            Summary = document.Summary.Replace('\n', ' '), Byline = document.Byline, Rights = document.Rights, Language = document.Language,
            Revision = document.Revision, Page = document.Page, Pictures = pictures,
            Text = new() { Title = document.Title, Blocks = blocks, Notes = [.. document.Sources.Select(SourceText.Of), .. read.Notes] },
            Statements = [.. Statements.Of(document)],
        });
    }

    /// <summary>Numbers follow the text, whatever order the pictures were met in.</summary>
    private static Article Numbered(Article article)
    {
        var figures = Figures(article.Text.Blocks).DistinctBy(f => f.Picture).ToDictionary(f => f.Picture, StringComparer.Ordinal);
        List<string> order = [.. Figures(article.Text.Blocks).Select(f => f.Picture).Distinct(StringComparer.Ordinal)];
        var renamed = order.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => $"{p.i + 1:00}.jpg", StringComparer.Ordinal);
        return article with
        {
            Pictures =
            [
                .. article.Pictures.OrderBy(p => order.IndexOf(p.Name)).Select(p =>
                    Described(p, figures[p.Name]) with { Name = renamed[p.Name], Number = order.IndexOf(p.Name) + 1 }),
            ],
            Text = article.Text with { Blocks = Renamed(article.Text.Blocks, renamed) },
        };
    }

    /// <summary>What the body says of a picture, where nothing else does.</summary>
    private static ArticlePicture Described(ArticlePicture picture, FigureBlock figure) => picture.Credit.Length > 0
        ? picture : picture with { Alt = figure.Alt, Caption = figure.Alt, Credit = PlainText.Of(figure.Caption) };

    private static IEnumerable<FigureBlock> Figures(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        FigureBlock figure => [figure],
        QuoteBlock quote => Figures(quote.Blocks),
        ListBlock list => list.Items.SelectMany(item => Figures(item.Blocks)),
        _ => Array.Empty<FigureBlock>(),
    });

    private static IReadOnlyList<Block> Renamed(IReadOnlyList<Block> blocks, Dictionary<string, string> names) =>
    [
        .. blocks.Select(block => block switch
        {
            FigureBlock figure => figure with { Picture = names[figure.Picture] },
            QuoteBlock quote => quote with { Blocks = Renamed(quote.Blocks, names) },
            ListBlock list => list with { Items = [.. list.Items.Select(item => new ListItem(Renamed(item.Blocks, names)))] },
            _ => block,
        }),
    ];

    /// <summary>What a reader sees first of each kind.</summary>
    private IEnumerable<PictureDocument> Faces()
    {
        var face = document switch
        {
            PersonDocument person => person.Portrait, ObjectDocument thing => thing.Picture, VideoDocument film => film.Poster,
            _ => document.Pictures.Count > 0 ? document.Pictures[0] : null,
        };
        return face is null ? [] : [face];
    }

    private IEnumerable<Block> Exchanges()
    {
        foreach (var exchange in (document as DialogueDocument)?.Exchanges ?? [])
        {
            yield return new ParagraphBlock([new TextInline("问：" + exchange.Question, IsStrong: true)]);
            var isFirst = true;
            foreach (var paragraph in exchange.Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return new ParagraphBlock([new TextInline((isFirst ? "答：" : "") + paragraph)]);
                isFirst = false;
            }
        }
    }

    private FigureBlock? Figure(PictureDocument picture) =>
        NameOf(picture.Url.AbsoluteUri) is { } name ? new(name, picture.Alt, []) : null;

    /// <summary>The file of a picture of this entry, made when it is first met; null for an address that is none of its pictures.</summary>
    private string? NameOf(string address)
    {
        var url = Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed.AbsoluteUri : address;
        if (byAddress.TryGetValue(url, out var known))
        {
            return known.Name;
        }

        var origin = document.Pictures.FirstOrDefault(p => p.Url.AbsoluteUri == url)?.Origin;
        if ((origin is null ? other(url) : make(origin)) is not { } made)
        {
            return null;
        }

        made = made with { Name = $"met-{pictures.Count}" };
        pictures.Add(made);
        byAddress[url] = made;
        return made.Name;
    }
}
