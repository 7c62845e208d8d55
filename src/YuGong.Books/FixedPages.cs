using YuGong.Content;
using YuGong.Documents;
using YuGong.Posters.Designs;
using YuGong.Posters.Flow;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>Pages that are composed, not flowed: covers, half-title, halls, drawings, columns of the index.</summary>
internal sealed class FixedPages(BookRequest request, PageDrawings draw, Structure structure)
{
    /// <summary>Columns of the index are so many ems apart.</summary>
    private const int Gutter = 3;

    private readonly PageDesign page = request.Page;
    private readonly BookDesign design = request.Design;
    private readonly BookInks inks = request.Design.Inks;

    /// <summary>The theme's design; its words are one element, the rest is a picture of the night.</summary>
    public Sheet Cover(Scene painted, int section)
    {
        var title = structure.Add("P", section);
        return new(_ => [.. painted.Layers.Select(layer => layer.Marks.Any(m => m is GlyphRun)
            ? Sheet.Layer(title, layer.Marks) : new(layer.Id, layer.Name, layer.Marks))])
        {
            Kind = Labels.Cover, Marks = [(1, Labels.Cover, 0)],
        };
    }

    /// <summary>For a site without lights, or a theme without a cover of this format.</summary>
    public Sheet PlainCover(int section)
    {
        var title = structure.Add("P", section);
        var place = new Rect(page.Width * 0.62, page.Height * 0.12, page.Width * 0.24, page.Height * 0.5);
        return new(_ => [Sheet.Layer(-1, [draw.Ground(inks.Night), .. draw.Mountain(request.Book.Id, page.Height * 0.4)]),
            Sheet.Layer(title, [.. draw.Column(request.Title, design.Brush, new(8, page.Width * 0.13), place, inks.Moon)])])
        {
            Kind = Labels.Cover, Marks = [(1, Labels.Cover, 0)],
        };
    }

    public Sheet Endpaper() => new(_ => [Sheet.Layer(-1, [draw.Ground(inks.Night)])]) { Kind = Labels.Endpaper };

    public Sheet Back()
    {
        var settings = request.Site.Site.Settings;
        var words = structure.Add("P", structure.Add("Sect"));
        var middle = new Rect(20, page.Height * 0.84, page.Width - 40, 10);
        return new(_ =>
        [
            Sheet.Layer(-1, [draw.Ground(inks.Night)]),
            Sheet.Layer(words,
            [
                .. draw.Line(string.Join("　", settings.Organizers), design.Text, 3.4, middle, inks.Moon, Align.Center),
                .. draw.Line(settings.Host + settings.LinkRoot, design.Text, 3, middle with { Y = middle.Y + 8 }, inks.Moon, Align.Center),
            ]),
        ])
        {
            Kind = Labels.Back,
        };
    }

    /// <summary>扉页: the title alone, who made the book below.</summary>
    public Sheet HalfTitle(int section)
    {
        var (title, who) = (structure.Add("P", section), structure.Add("P", section));
        var column = new Rect((page.Width / 2) - 16, page.Height * 0.16, 32, page.Height * 0.46);
        var foot = new Rect(20, page.Height * 0.82, page.Width - 40, 8);
        return new(_ =>
        [
            Sheet.Layer(title, [.. draw.Column(request.Title, design.Brush, new(8, page.Width * 0.105), column, inks.Text)]),
            Sheet.Layer(who,
            [
                .. draw.Line(request.Book.Subtitle ?? request.Site.Site.Settings.Tagline, design.Kai, 4.6, foot with { Y = foot.Y - 12 },
                    inks.Accent, Align.Center),
                .. draw.Line(string.Join("　", request.Site.Site.Settings.Organizers), design.Text, 3.6, foot, inks.Quiet, Align.Center),
            ]),
        ])
        {
            Kind = Labels.HalfTitle, Marks = [(1, Labels.HalfTitle, 0)],
        };
    }

    /// <summary>A hall opens on a right page: its name as a column, its words beside it, its mountain below.</summary>
    public Sheet Hall(DirectionDocument hall, int number, int section)
    {
        var (name, words) = (structure.Add("H1", section), structure.Add("P", section));
        return new(recto =>
        {
            var area = page.Area(recto);
            var size = page.Width * 0.115;
            var title = new Rect(area.Right - size, area.Y, size, page.Height * 0.5);
            var text = new Rect(area.Right - size - (page.Em * 9), area.Y + (size * 0.2), page.Em * 7, page.Height * 0.46);
            return
            [
                Sheet.Layer(-1, [.. draw.Mountain(hall.Id, page.Height * 0.34)]),
                Sheet.Layer(name, [.. draw.Column($"{hall.Hall}", design.Brush, new(6, size), title, inks.Text, 0.1)]),
                Sheet.Layer(words,
                [
                    .. draw.Column($"{Labels.Number(number)}　{hall.Name}\n{hall.HallText}", design.Kai, new(3, page.Em * 1.35), text,
                        inks.Text),
                ]),
            ];
        })
        {
            Kind = Labels.Hall, Marks = [(1, hall.Hall, 0)], Text = hall.HallText,
        };
    }

    /// <summary>A left page with the portrait, or the first thing of theirs that is drawn, or their mountain.</summary>
    public Sheet Opening(Story story, PersonDocument person, int section)
    {
        var made = Fields.ObjectOf(request.Site.Site, story);
        var picture = story.Portrait ?? made?.Picture;
        var entry = story.Portrait is not null ? story : (Entry?)made;
        if (picture is null || entry is null || EntryFigures.Of(entry, picture.File.Id, picture.Alt) is not { } figure)
        {
            return new(_ => [Sheet.Layer(-1, [draw.Ground(inks.Paper), .. draw.Mountain(story.Id, page.Height * 0.46)])])
            {
                Kind = Labels.Opening,
            };
        }

        var region = entry is CollectionObject thing ? thing.CardRegion : null;
        var drawn = structure.Add("Figure", section, picture.Alt);
        var caption = structure.Add("Caption", drawn);
        string?[] said = [entry.Title, picture.Credit, picture.Rights, Labels.Machine(person.Pictures.Concat(PicturesOf(made))
            .FirstOrDefault(p => p.Origin?.Picture == picture)?.Ai ?? "")];
        var line = string.Join("　", said.Where(w => !string.IsNullOrEmpty(w)));
        return new(recto =>
        {
            var area = page.Area(recto);
            var place = new Rect(area.X, page.Height * 0.17, area.Width, page.Height * 0.6);
            var mark = EntryFigures.Bare(entry, picture.File.Id, region, place);
            var height = Math.Min(place.Height, place.Width * figure.Ratio);
            var width = height / figure.Ratio;
            IReadOnlyList<Mark> marks = mark is not null ? [mark]
                : figure.Draw(new(place.CentreX - (width / 2), place.CentreY - (height / 2), width, height));
            var words = page.IsVertical
                ? draw.Column(line, design.Kai, new(2, page.Em * 0.86), area with { Width = page.Grid * 2 }, inks.Quiet)
                : draw.Line(line, design.Kai, page.Em * 0.86, new(area.X, page.Height * 0.82, area.Width, page.Grid * 1.6), inks.Quiet,
                    Align.Center, 2);
            return [Sheet.Layer(-1, [draw.Ground(inks.Paper)]), Sheet.Layer(drawn, marks), Sheet.Layer(caption, [.. words])];
        })
        {
            Kind = Labels.Opening,
        };
    }

    /// <summary>A right page between two people.</summary>
    public Sheet Between(string mountain) => new(_ => [Sheet.Layer(-1, [.. draw.Mountain(mountain, page.Height * 0.3)])])
    {
        Kind = Labels.BlankPage,
    };

    /// <summary>Pages of two columns – of vertical text two tiers – under a heading.</summary>
    /// <param name="heading">Its element.</param>
    public IEnumerable<Sheet> Columns(string title, string note, IReadOnlyList<FlowBlock> blocks, int heading, ICollection<string> missing)
    {
        const int HeadLines = 5;
        var narrow = page with { Characters = (page.Characters - Gutter) / 2 };
        var columns = FlowSetter.Set(blocks, narrow with { Lines = page.Lines - HeadLines }, missing);
        for (var i = 0; i < columns.Count; i += 2)
        {
            var (left, right, isFirst) = (columns[i], i + 1 < columns.Count ? columns[i + 1] : null, i == 0);
            yield return new(recto =>
            {
                var area = page.Area(recto);
                var begin = page.Past(page.Begin(area), HeadLines * page.Grid);
                var depth = page.Depth - (HeadLines * page.Grid);
                List<FlowMark> marks =
                [
                    .. left.In(page.Place(begin, 0, narrow.Measure, depth)),
                    .. right?.In(page.Place(begin, page.Measure - narrow.Measure, narrow.Measure, depth)) ?? [],
                ];
                return isFirst ? [Sheet.Layer(heading, Head(area)), .. Sheet.Layers(marks)] : Sheet.Layers(marks);
            })
            {
                Kind = title, Running = title, Marks = isFirst ? [(1, title, page.Head)] : [],
            };
        }

        IReadOnlyList<Mark> Head(Rect area) => page.IsVertical ?
        [
            .. draw.Column(title, design.Bold, new(3, page.Em * 1.9), page.Place(page.Begin(area), 0, page.Measure, 2 * page.Grid),
                inks.Text),
            .. draw.Column(note, design.Kai, new(2, page.Em * 0.86),
                page.Place(page.Past(page.Begin(area), 2 * page.Grid), 0, page.Measure, page.Grid), inks.Quiet),
        ]
        :
        [
            .. draw.Line(title, design.Bold, page.Em * 1.9, area with { Height = 2 * page.Grid }, inks.Text),
            .. draw.Line(note, design.Kai, page.Em * 0.86, area with { Y = area.Y + (2 * page.Grid), Height = page.Grid }, inks.Quiet),
        ];
    }

    private IEnumerable<PictureDocument> PicturesOf(CollectionObject? made) =>
        made is null ? [] : request.Site.Of(made).Document.Pictures;
}
