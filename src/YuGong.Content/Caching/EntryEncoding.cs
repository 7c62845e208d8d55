namespace YuGong.Content.Caching;

/// <summary>
/// An entry as bytes. <see cref="EntryDecoding"/> reads them in the same order; the words of the entry's body stay in its file.
/// </summary>
internal sealed class EntryEncoding(CacheWriter to, Taxonomies taxonomies)
{
    public void Write(Entry entry)
    {
        to.Fixed(entry.Header.Body.BodyDigest.WholeFile.Value);
        Header(entry.Header);
        switch (entry)
        {
            case Story story:
                Story(story);
                break;
            case CollectionObject made:
                Object(made);
                break;
            case Dialogue dialogue:
                Dialogue(dialogue);
                break;
            case Video video:
                Video(video);
                break;
            case NewsItem news:
                News(news);
                break;
            case Page page:
                Texts(page.Name, page.About);
                break;
        }
    }

    private void Header(EntryHeader header)
    {
        to.Text(header.Id);
        to.Span(header.Place);
        to.Count((int)header.Status);
        to.Span(header.StatusSpan);
        to.Flag(header.Sample);
        to.Day(header.PublishAt);
        to.Day(header.ExpireAt);
        to.Day(header.Updated);
        to.List(header.Aliases, to.Ref);
        Texts(header.Author, header.Byline, header.Rights);
        to.List(header.Sources, Source);
        to.Maybe(header.Verification, v =>
        {
            Texts(v.Checker, v.Method);
            to.Day(v.Date);
        });
        to.Maybe(header.Extra, to.Node);
        to.List(header.Corrections, c =>
        {
            to.Day(c.Date);
            to.Text(c.Text);
        });
        to.List(header.Terms, own =>
        {
            to.Text(own.Vocabulary.Id);
            Terms(own.Terms, own.Vocabulary.Terms);
        });
        var body = header.Body;
        to.Count(body.Start);
        to.Fixed(body.BodyDigest.Words.Value);
        to.Flag(body.BodyDigest.MayLink);
        to.Text(body.BodyDigest.Headings);
    }

    private void Source(Source source)
    {
        to.Ref(source.Id);
        Texts(source.Title, source.Author, source.Publisher);
        to.Date(source.Date);
        Texts(source.Url, source.Archive);
        to.Count((int)source.Grade);
        to.Text(source.Group);
        to.Flag(source.ReadInFull);
    }

    private void Story(Story s)
    {
        Texts(s.Name, s.LatinName, s.Pinyin);
        to.List(s.OtherNames, to.Text);
        to.Count((int)s.Gender);
        to.Maybe(s.Birth, Vital);
        to.Maybe(s.Death, Vital);
        Texts(s.NativePlace, s.WorkUnit, s.Post, s.ProfessionalTitle, s.YearsOfService);
        to.Term(s.Direction, taxonomies.Directions);
        Terms(s.Traits, taxonomies.Traits);
        Terms(s.Trades, taxonomies.Trades);
        Terms(s.Districts, taxonomies.Districts);
        to.Term(s.Era, taxonomies.Eras);
        Terms(s.Clusters, taxonomies.Clusters);
        Terms(s.Fields, taxonomies.Fields);
        to.Maybe(s.Batch, b => to.Term(b, taxonomies.Batches));
        to.Flag(s.Order is not null);
        to.Count(s.Order ?? 0);
        Texts(s.Headline, s.About);
        to.Text(s.PosterLine);
        to.Maybe(s.Portrait, Picture);
        to.List(s.Album, Picture);
        to.List(s.Events, Event);
        to.List(s.Figures, Figure);
        to.List(s.Honours, h =>
        {
            Claim(h);
            to.Text(h.Name);
            to.Date(h.Date);
        });
        to.List(s.Quotations, q =>
        {
            Claim(q);
            Texts(q.Text, q.Speaker);
            to.Flag(q.Direct);
            to.Text(q.Occasion);
        });
        to.List(s.Projects, p =>
        {
            Claim(p);
            Texts(p.Name, p.Role);
            to.Date(p.Date);
            to.Text(p.Place);
        });
        to.List(s.Objects, to.Ref);
        to.List(s.Related, r =>
        {
            Claim(r);
            to.Ref(r.Person);
            to.Text(r.Text);
        });
        to.List(s.OpenQuestions, to.Text);
        to.Maybe(s.Recommender, r =>
        {
            to.Text(r.Name);
            to.Flag(r.Agreed);
        });
        to.Maybe(s.Agreement, Consent);
    }

    private void Object(CollectionObject o)
    {
        to.Text(o.Name);
        to.Count((int)o.ObjectKind);
        to.List(o.People, p =>
        {
            to.Ref(p.Person);
            to.Count((int)p.Role);
        });
        to.Date(o.Made);
        Texts(o.Material, o.Dimensions, o.Location);
        Terms(o.Districts, taxonomies.Districts);
        to.Text(o.About);
        to.Maybe(o.Picture, Picture);
        to.List(o.Events, Event);
        to.List(o.Figures, Figure);
        to.List(o.Tour, step =>
        {
            Region(step.Region);
            Texts(step.Title, step.Text);
            to.Span(step.Span);
        });
        to.Maybe(o.Card, Region);
    }

    private void Region(Region region)
    {
        to.Flag(region.IsPercent);
        to.Number(region.X);
        to.Number(region.Y);
        to.Number(region.Width);
        to.Number(region.Height);
    }

    private void Dialogue(Dialogue d)
    {
        to.Text(d.Name);
        to.Ref(d.Person);
        to.Text(d.Interviewer);
        to.Date(d.Date);
        Texts(d.Place, d.About);
        to.List(d.PullQuotes, to.Text);
        to.List(d.Exchanges, e => Texts(e.Question, e.Answer));
        to.List(d.Photos, Picture);
        to.Maybe(d.Agreement, Consent);
    }

    private void Video(Video v)
    {
        to.Text(v.Name);
        to.List(v.People, to.Ref);
        to.Date(v.Date);
        to.Count(v.Duration);
        to.Maybe(v.Poster, Picture);
        to.Maybe(v.File, to.Ref);
        to.Text(v.Url);
        to.Maybe(v.Captions, to.Ref);
        to.Text(v.About);
        to.Maybe(v.Agreement, Consent);
    }

    private void News(NewsItem n)
    {
        to.Text(n.Name);
        to.Date(n.Date);
        to.List(n.People, to.Ref);
        to.Text(n.About);
        to.List(n.Photos, Picture);
        to.Span(n.SourcesSpan);
    }

    private void Claim(Claim claim)
    {
        to.Span(claim.Span);
        to.List(claim.Cites, to.Ref);
    }

    private void Vital(VitalDate vital)
    {
        Claim(vital);
        to.Text(vital.Kind);
        to.Date(vital.Date);
        to.Text(vital.Place);
    }

    private void Event(LifeEvent e)
    {
        Claim(e);
        to.Date(e.Date);
        Texts(e.Text, e.Place);
        to.Flag(e.Posthumous);
    }

    private void Figure(Figure figure)
    {
        Claim(figure);
        Texts(figure.Label, figure.Value, figure.Unit);
    }

    private void Picture(Picture picture)
    {
        to.Ref(picture.File);
        Texts(picture.Alt, picture.Credit, picture.Rights, picture.Caption);
        to.Maybe(picture.Focal, f =>
        {
            to.Number(f.X);
            to.Number(f.Y);
        });
        to.Count((int)picture.Ai);
    }

    private void Consent(Consent consent)
    {
        to.Count((int)consent.Basis);
        to.Text(consent.By);
        to.List(consent.Scope, scope => to.Count((int)scope));
        to.Day(consent.Until);
        to.Text(consent.Note);
        to.Span(consent.Span);
    }

    private void Terms(IReadOnlyList<Term> terms, IReadOnlyList<Term> vocabulary) => to.List(terms, t => to.Term(t, vocabulary));

    private void Texts(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            to.Text(text);
        }
    }
}
