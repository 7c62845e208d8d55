using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Posters.Flow;
using YuGong.Posters.Typesetting;

namespace YuGong.Books;

/// <summary>What a chapter is set of.</summary>
/// <param name="Notes">At the foot of its pages; null where its sources are at its end.</param>
internal sealed record Chapter(IReadOnlyList<FlowBlock> Blocks, FlowNotes? Notes);

/// <summary>A person's chapter: who it was, the story, and everything that is established besides, with its sources.</summary>
internal sealed class ChapterText(BookDesign design, Structure structure, BlockMaker make, PublicSite site)
{
    private const int Line = PageDesign.Line;

    /// <summary>Objects whose drawing and words stand in an earlier chapter: the name of its person by the object's id.</summary>
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    public Chapter Of(PersonDocument person, Story entry, DirectionDocument hall, int section, Book book)
    {
        make.Words.Numbers.Begin();
        var blocks = new List<FlowBlock>(Head(person, hall, section));
        var read = HtmlReader.Read(person.Html, NameOf(entry), person.Sources.Count);
        blocks.AddRange(make.Of(read.Blocks, section, (file, said) =>
            Shown(entry, file, person.Pictures.FirstOrDefault(p => p.Origin?.Picture.File.Id == file), said, section)));
        blocks.AddRange(Said(person, section));
        blocks.AddRange(Chronicle(person, section));
        blocks.AddRange(Figures(person, section));
        blocks.AddRange(Album(person, entry, section));
        foreach (var link in person.Objects)
        {
            blocks.AddRange(Object(link, person, section, link == person.Objects[0]));
        }

        if (person.OpenQuestions.Count > 0)
        {
            blocks.Add(make.Heading(Labels.Open, section) with { Clears = true });
            blocks.AddRange(make.Items(person.OpenQuestions, section));
        }

        var (notes, cited) = (NotesOf(person, read), book is { WithSources: true, WithFootnotes: true } ? make.Words.Numbers.Cited : []);
        var heading = cited.Count > 0 ? Labels.OtherSources : read.Notes.Count > 0 ? Labels.SourcesAndNotes : Labels.Sources;
        blocks.AddRange(Sources([.. notes.Skip(book.WithSources ? cited.Count : notes.Count)], heading, section));
        blocks.AddRange(Said([.. Statements.Of(person)], section));
        return new(blocks, cited.Count > 0 ? make.Footnotes([.. notes.Take(cited.Count)], section) : null);
    }

    /// <summary>
    /// Sources and the text's own footnotes by their numbers. At the foot of pages they are numbered as the text comes to them, and what it
    /// does not cite follows behind it.
    /// </summary>
    private List<NumberedNote> NotesOf(PersonDocument person, Manuscript read)
    {
        List<(string Text, string? Again)> all =
        [
            .. person.Sources.Select(s => (SourceText.Of(s), (string?)SourceText.Again(s))), .. read.Notes.Select(n => (n, (string?)null)),
        ];
        return [.. make.Words.Numbers.Order(all.Count).Select((own, i) => new NumberedNote(i + 1, all[own - 1].Text, all[own - 1].Again))];
    }

    /// <summary>The name as large as a title, what it stands for, and the summary in 楷体.</summary>
    private IEnumerable<FlowBlock> Head(PersonDocument person, DirectionDocument hall, int section)
    {
        var inks = design.Inks;
        TextBlock Set(string role, RichText text) => new()
        {
            Element = structure.Add(role, section), Text = text, Fill = inks.Text, Align = Align.Start, KeepsWithNext = true,
        };
        yield return Set("P", make.Words.Plain($"{hall.Hall}　{hall.Name}", design.Kai)) with { Fill = inks.Accent, Size = 0.95 };
        yield return Set("H2", make.Words.Plain(person.Title, design.Bold)) with
        {
            Size = 2.9, Leading = 3 * Line, SpaceBefore = Line, Mark = person.Title,
        };
        yield return Set("P", make.Words.Plain(person.Pinyin ?? person.LatinName)) with { Fill = inks.Quiet, Size = 0.95 };
        yield return Set("P", make.Words.Plain(person.Headline, design.Kai)) with
        {
            Size = 1.62, Leading = 2 * Line, SpaceBefore = Line, IsBalanced = true,
        };
        yield return Set("P", make.Words.Plain(person.Summary, design.Kai)) with
        {
            Align = Align.Justify, Indent = 2, SpaceBefore = Line, KeepsWithNext = false, IsWhole = true,
        };
        if (Facts(person) is { Length: > 0 } facts)
        {
            yield return make.Aside(facts, section) with { SpaceBefore = Line, SpaceAfter = Line };
        }
    }

    private static string Facts(PersonDocument person)
    {
        string?[] all =
        [
            person.NativePlace is { } place ? Labels.NativePlace + place : null, person.WorkUnit, person.Post, person.ProfessionalTitle,
            .. person.Trades.Select(t => t.Name), .. person.Districts.Select(d => d.Name),
        ];
        return string.Join("　", all.OfType<string>());
    }

    private IEnumerable<FlowBlock> Said(PersonDocument person, int section)
    {
        if (person.Quotations.Count == 0)
        {
            yield break;
        }

        yield return make.Heading(Labels.Quotations, section);
        foreach (var quotation in person.Quotations)
        {
            string?[] about = [quotation.Speaker, quotation.Occasion, quotation.Direct ? null : Labels.Indirect];
            var from = string.Join("，", about.OfType<string>());
            var text = make.Words.Cited(quotation.Text + (from.Length > 0 ? $"（{from}）" : ""), quotation.Sources, design.Kai);
            yield return make.Paragraph(text, section) with { Left = 2, Right = 2, Indent = 0, SpaceAfter = Line };
        }
    }

    private IEnumerable<FlowBlock> Chronicle(PersonDocument person, int section)
    {
        if (person.Chronicle.Count == 0)
        {
            return [];
        }

        var lines = person.Chronicle.Select(moment =>
        {
            var said = moment.Text ?? site.Site.Texts[moment.Kind == "birth" ? "born" : "died"];
            var place = moment.Place is { } where && !said.Contains(where, StringComparison.Ordinal) ? "　" + where : "";
            return (moment.Date.Text, make.Words.Cited(make.Words.Plain(said).With(make.Words.In(place, design.Kai)), moment.Sources));
        }).ToList();
        return [make.Heading(Labels.Chronicle, section), .. make.Pairs(lines, section, design.Text)];
    }

    private IEnumerable<FlowBlock> Figures(PersonDocument person, int section)
    {
        if (person.Figures.Count == 0)
        {
            return [];
        }

        var lines = person.Figures.Select(f => (Labels.Amount(f.Value, f.Unit), make.Words.Cited(f.Label, f.Sources))).ToList();
        return [make.Heading(Labels.Figures, section), .. make.Pairs(lines, section, design.Bold)];
    }

    /// <summary>Pictures that the story itself does not show, but for the portrait, which opens the chapter.</summary>
    private IEnumerable<FlowBlock> Album(PersonDocument person, Story entry, int section) => person.Album
        .Where(p => p.Origin is not null && !person.Html.Contains(p.Url.AbsoluteUri, StringComparison.Ordinal))
        .Select(p => Shown(entry, p.Origin!.Picture.File.Id, p, "", section)).OfType<FlowBlock>();

    private IEnumerable<FlowBlock> Object(LinkDocument link, PersonDocument person, int section, bool isFirst)
    {
        var entry = site.Site.Objects.FirstOrDefault(o => o.Id == link.Id);
        if (entry is null || site.Of(entry).Document is not ObjectDocument made)
        {
            yield break;
        }

        if (isFirst)
        {
            yield return make.Heading(site.Site.Texts["object"], section);
        }

        yield return make.Subheading(made.Title, section) with { SpaceBefore = isFirst ? 0 : Line };
        if (told.TryGetValue(made.Id, out var other))
        {
            yield return make.Paragraph(make.Words.Plain(Labels.SeeOther.Replace("{0}", other, StringComparison.Ordinal)), section);
            yield break;
        }

        told.Add(made.Id, person.Title);
        string?[] about = [made.Kind.Name, made.Made?.Text, made.Material, made.Dimensions, made.Location];
        yield return make.Aside(string.Join("　", about.OfType<string>()), section, keeps: true);
        yield return make.Paragraph(make.Words.Plain(made.Summary), section);
        if (made.Picture is { Origin: { } origin } picture && Shown(entry, origin.Picture.File.Id, picture, "", section) is { } figure)
        {
            yield return figure;
        }
    }

    private IEnumerable<FlowBlock> Sources(IReadOnlyList<NumberedNote> notes, string heading, int section) =>
        notes.Count == 0 ? [] : [make.Heading(heading, section) with { Clears = true }, .. make.Notes(notes, section)];

    /// <summary>Run together: a line for each would often make a last page of nothing else.</summary>
    private IEnumerable<FlowBlock> Said(IReadOnlyList<string> statements, int section) => statements.Count == 0 ? []
        : [make.Aside(string.Concat(statements), section) with { Size = 0.8, Leading = 3, SpaceBefore = Line, IsWhole = true }];

    /// <summary>A picture with all that must be shown beside it.</summary>
    private FlowBlock? Shown(Entry entry, string file, PictureDocument? about, string said, int section)
    {
        var alternative = about?.Alt ?? said;
        if (EntryFigures.Of(entry, file, alternative) is not { } figure)
        {
            return null;
        }

        string?[] whose = about is null ? [] : [about.Credit, about.Rights, Labels.Machine(about.Ai)];
        var credit = string.Join("　", whose.Where(w => !string.IsNullOrEmpty(w)));
        var caption = about is null ? said : about.Caption ?? about.Alt;
        return make.Figure(figure, credit.Length > 0 ? $"{caption}\n{credit}" : caption, alternative, section);
    }

    /// <summary>The file beside the entry that an address of its page shows.</summary>
    private Func<string, string?> NameOf(Entry entry)
    {
        var names = entry.Header.Folder.Files.ToDictionary(
            file => new Uri(site.Site.Settings.Absolute(EntryAddresses.PictureOf(entry, file))).AbsoluteUri, StringComparer.Ordinal);
        return address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? names.GetValueOrDefault(url.AbsoluteUri) : null;
    }
}
