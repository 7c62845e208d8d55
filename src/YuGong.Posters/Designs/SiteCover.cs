using YuGong.Content;
using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Publishing.Motifs.Night;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>A design about the whole site as the cover of a book.</summary>
public static class SiteCover
{
    /// <summary>Null, with findings, when the design does not hold its words, or shows a night that the site has not.</summary>
    /// <param name="fonts">With the stacks that the design names.</param>
    public static Scene? Compose(Site site, Design design, PosterFonts fonts, string title, string subtitle, Diagnostics findings)
    {
        var nights = SiteNight.Of(site) is { } night ? new PaintedNights(night) : null;
        if (design.About != Subject.Site || (design.IsOfLights && nights is null))
        {
            return null;
        }

        var fields = Fields.OfBook(site, title, subtitle);
        var subject = new PosterSubject(PosterJobs.SiteSubject, null, fields, null, [], SiteTerms.Breaker(site))
        {
            Nights = nights,
        };
        return new Composer(design, subject, fonts, string.Join("、", site.Settings.Organizers), findings).Compose();
    }

    /// <summary>What such a cover shows besides its words: equal for equal nights.</summary>
    public static Fingerprint KeyOf(Site site) => SiteNight.Of(site)?.WithLamps ?? default;
}
