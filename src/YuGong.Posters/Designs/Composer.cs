using YuGong.Content;
using YuGong.Posters.Codes;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Svg;
using YuGong.Posters.Typesetting;
using YuGong.Publishing.Motifs;
using YuGong.Text.Segmentation;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>Whom a poster is about, and where its words come from.</summary>
/// <param name="Story">Null for the whole site.</param>
/// <param name="Names">For walls of names, in the order of the hall's route.</param>
public sealed record PosterSubject(string Id, Story? Story, Fields Fields, CollectionObject? Object, IReadOnlyList<string> Names,
    PhraseBreaker Phrases)
{
    /// <summary>Null for a site that counts no lights.</summary>
    public PaintedNights? Nights { get; init; }
}

/// <summary>Design + subject → scene: boxes are filled, everything else is copied.</summary>
internal sealed class Composer(Design design, PosterSubject subject, PosterFonts fonts, string author, Diagnostics diagnostics)
{
    private readonly Motifs motifs = new(design, subject, fonts);
    private bool holds = true;

    /// <summary>Null, with findings, when the design does not hold what the subject puts into it.</summary>
    public Scene? Compose()
    {
        var layers = design.Layers.Select(l => new Layer(l.Id, l.Name, [.. l.Elements.SelectMany(Marks)])).Where(l => l.Marks.Count > 0)
            .ToList();
        var sample = subject.Story?.Header.Sample ?? false;
        if (sample)
        {
            layers.Add(Ribbon.On(design.Page, fonts));
        }

        if (!holds)
        {
            return null;
        }

        var name = new SceneName(subject.Id, design.Name, design.Shape);
        var fields = subject.Fields;
        var title = subject.Story is null ? fields["theme"] : $"{fields["name"]}：{fields["headline"]}——{fields["theme"]}";
        var scene = new Scene(name, title, author, sample, design.Page, [], layers);
        return scene with { Fonts = [.. scene.Marks.OfType<GlyphRun>().Select(r => r.Font).Distinct()] };
    }

    private IEnumerable<Mark> Marks(DesignElement element)
    {
        if (!subject.Fields.Holds(element.When))
        {
            return [];
        }

        return element switch
        {
            StaticMark still => [still.Mark],
            ElementGroup { IsPlain: true } group => group.Elements.SelectMany(Marks),
            ElementGroup group => group.Elements.SelectMany(Marks).ToList() is { Count: > 0 } inner ? [group.Around(inner)] : [],
            TextBox text => Text(text),
            PictureBox picture => Picture(picture),
            RidgesBox ridges => motifs.Ridges(ridges),
            SealBox seal => Sealed(seal),
            SheetBox sheet => motifs.Sheet(sheet),
            CodeBox code => Code(code),
            LightsBox lights when subject.Nights is { } nights =>
                new LightsMotif(design, subject, fonts, nights).Marks(lights, set => Checked(set, lights.Name, lights.Span)),
            LightsBox => [],
            NamesBox names => NamesOf(names),
            _ => throw new InvalidOperationException($"Nothing draws a {element.GetType().Name}."),
        };
    }

    private IEnumerable<GlyphRun> Text(TextBox box)
    {
        var words = subject.Fields.Fill(box.Words);
        if (words.Length == 0)
        {
            return [];
        }

        var style = box.Style with { Phrases = subject.Phrases };
        var set = Typesetter.Fit(words, fonts.Stacks[box.Stack], style, box.Sizes, box.Box.Width, box.Box.Height);
        if (style.Balanced && set.Fits && set.Cuts > 0)
        {
            var lines = string.Join('|', set.Lines.Select(l => l.Text));
            diagnostics.Report(PosterRules.CutWord, box.Span, subject.Id, design.Name, design.Shape, box.Name, lines);
        }

        return Checked(set, box.Name, box.Span).In(box.Box, box.Name, box.Fill);
    }

    private IEnumerable<Mark> Sealed(SealBox box)
    {
        var words = subject.Fields.Fill(box.Words);
        return words.Length == 0 ? [] : motifs.Seal(box, words, set => Checked(set, box.Name, box.Span));
    }

    private IEnumerable<Mark> NamesOf(NamesBox box)
    {
        if (NameWall.Arrange(subject.Names, box, fonts.Stacks[box.Stack]) is not { } wall)
        {
            Report(PosterRules.Overflow, box.Span, box.Name, $"{subject.Names.Count}");
            return [];
        }

        return wall.SelectMany(n => Checked(n.Set, box.Name, box.Span).In(n.Place, box.Name, box.Fill));
    }

    private TextLayout Checked(TextLayout set, string box, SourceSpan span)
    {
        if (set.Missing.Count > 0)
        {
            holds = false;
            diagnostics.Report(
                PosterRules.MissingGlyph, subject.Story?.Header.Place ?? span,
                string.Join(' ', set.Missing.Select(m => $"{m}(U+{char.ConvertToUtf32(m, 0):X4})")), design.Name, design.Shape, box,
                set.Text);
        }

        if (!set.Fits)
        {
            Report(PosterRules.Overflow, span, box, set.Text);
        }

        return set;
    }

    private void Report(Rule rule, SourceSpan span, string box, string words)
    {
        holds = false;
        diagnostics.Report(rule, span, subject.Id, design.Name, design.Shape, box, words);
    }

    private IEnumerable<Mark> Picture(PictureBox box)
    {
        var (entry, picture) = box.What == "portrait"
            ? ((Entry?)subject.Story, subject.Story?.Portrait) : (subject.Object, subject.Object?.Picture);
        if (entry is null || picture is null)
        {
            return [];
        }

        var drawing = box.What is "portrait" or "object"
            ? VectorPicture.Read(entry.Header.Folder.At(picture.File.Id), box.Part, box.Box, box.Fit)
            : VectorPicture.ReadBare(entry.Header.Folder.At(picture.File.Id), subject.Object!.CardRegion, box.Box, box.Fit);
        if (drawing is not null)
        {
            return [drawing];
        }

        if (box.What == "work")
        {
            return []; // a photograph of it is another design's
        }

        if (PlacedPicture.Source(entry, picture) is not { } source)
        {
            holds = false;
            diagnostics.Report(PosterRules.PictureUnreadable, picture.File.Span, picture.File.Id);
            return [];
        }

        var mark = PlacedPicture.In(box, picture, source);
        return box.Corner > 0 ? [new Group([mark], Clip: Shapes.Rounded(mark.Place, box.Corner))] : [mark];
    }

    private IEnumerable<Mark> Code(CodeBox box)
    {
        var address = subject.Fields["address"];
        if (address.Length == 0)
        {
            yield break;
        }

        var modules = QrCodes.Of(address);
        var side = Math.Min(box.Box.Width, box.Box.Height);
        var place = new Rect(box.Box.CentreX - (side / 2), box.Box.CentreY - (side / 2), side, side);
        if (box.Ground is { } ground)
        {
            yield return new PathMark(Outline.Of(place), ground);
        }

        yield return new CodeMark(box.Name, address, place, Motifs.Modules(modules, place), box.Fill);
    }
}
