using YuGong.Content;
using YuGong.Imaging;
using YuGong.Posters.Codes;
using YuGong.Posters.Designs;
using YuGong.Posters.Fonts;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Posters;

/// <summary>Where the room finds what it needs.</summary>
/// <param name="ThemeFolder">On disk.</param>
/// <param name="ThemePath">The same as people know it: <c>themes/yugong</c>.</param>
/// <param name="CacheFolder">For fonts that come packed.</param>
/// <param name="Store">For finished files.</param>
public sealed record PosterPlaces(string ThemeFolder, string ThemePath, string CacheFolder, IPosterStore Store);

/// <summary>Everything that a site's posters are made of, opened: fonts, designs, orders, codes and a press.</summary>
public sealed class PosterRenderer : IDisposable
{
    private readonly PosterFonts fonts;

    private readonly IReadOnlyList<Design> designs;

    private PosterRenderer(PosterFonts fonts, IReadOnlyList<Design> designs, IReadOnlyList<PosterJob> orders, RenderContext means,
        ShortLinks codes)
    {
        (this.fonts, this.designs) = (fonts, designs);
        (Orders, Means, Codes) = (orders, means, codes);
        Printer = new(means);
    }

    /// <summary>Every poster there can be.</summary>
    public IReadOnlyList<PosterJob> Orders { get; }

    public RenderContext Means { get; }

    /// <summary>With a code for every story.</summary>
    public ShortLinks Codes { get; }

    public PosterPrinter Printer { get; }

    /// <summary>
    /// Null where no posters can be made: the theme has no designs, or, with a finding that says what to install, a library or a font is
    /// missing.
    /// </summary>
    public static PosterRenderer? Open(Site site, PosterPlaces places, ShortLinks ledger, Diagnostics findings)
    {
        if (!Directory.Exists(Path.Combine(places.ThemeFolder, "posters")))
        {
            return null;
        }

        if (NativeLibraries.Missing is { Count: > 0 } missing)
        {
            findings.Report(PressRules.LibraryMissing, new SourceFile($"{places.ThemePath}/posters", "").Whole, NativeLibraries.System,
                string.Join(", ", missing));
            return null;
        }

#pragma warning disable CA2000 // The room takes the fonts and closes them.
        var opened = PosterFonts.Open(places.ThemeFolder, places.ThemePath, places.CacheFolder, findings);
#pragma warning restore CA2000
        return opened is null ? null : With(opened, site, places, ledger.With(site), findings);
    }

    /// <summary>
    /// What can be pressed of another state of the site, with the fonts and designs that are open: the desk asks for one unsaved story.
    /// </summary>
    public IReadOnlyList<PosterJob> OrdersOf(Site site, Diagnostics findings)
    {
        var codes = Codes.With(site);
        return PosterJobs.Plan(site, designs, fonts, subject => AddressOf(site, codes, subject), findings);
    }

    public void Dispose() => fonts.Dispose();

    /// <summary>The address that a code of this subject says, with scheme and host.</summary>
    public static string AddressOf(Site site, ShortLinks codes, string subject) =>
        site.Settings.Absolute(codes.Of(LedgerName(subject)).Short);

    private static PosterRenderer With(PosterFonts fonts, Site site, PosterPlaces places, ShortLinks codes, Diagnostics findings)
    {
        var read = DesignFolder.Read(places.ThemeFolder, places.ThemePath, fonts, findings);
        var orders = PosterJobs.Plan(site, read, fonts, subject => AddressOf(site, codes, subject), findings);
        return new(fonts, read, orders, new(fonts, CmykProfile.Find(places.ThemeFolder, places.ThemePath, findings), places.Store), codes);
    }

    internal static string LedgerName(string subject) => subject == PosterJobs.SiteSubject ? "site" : $"story:{subject}";
}
