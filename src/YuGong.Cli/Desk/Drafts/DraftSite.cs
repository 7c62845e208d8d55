using System.Diagnostics;
using System.Text;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Pages;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>An entry as it stands in a form, drawn.</summary>
/// <param name="Page">The real page; null while the form lacks what the entry cannot be read without.</param>
/// <param name="Site">The site with this entry in it.</param>
internal sealed record DrawnDraft(ReadOnlyMemory<byte>? Page, IReadOnlyList<Diagnostic> Findings, Site? Site, Entry? Entry, SourceFile Text, TimeSpan Took);

/// <summary>
/// The site as editors see it, below <c>/desk/site</c>, and any one entry of it as it stands in a form. What does not depend on the form
/// (theme, templates, fonts, the other entries) is kept between two drawings.
/// </summary>
internal sealed class DraftSite(BuildRequest wanted) : IDisposable
{
    public const string LinkRoot = "/desk/site";

    private readonly BuildRequest request = wanted with { LinkRoot = LinkRoot, Edition = Edition.Preview };
    private readonly MemoryPublication publication = new();
    private readonly Lock working = new();
    private KnownEntries entries = KnownEntries.None;
    private BuildState? known;
    private Look? look;

    /// <summary>As it was last read whole.</summary>
    public Site? Site { get; private set; }

    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    /// <summary>The theme's fonts as a style sheet, with addresses relative to its own.</summary>
    public ReadOnlyMemory<byte>? FontSheet => look is { } l ? publication.Get(l.Fonts) : null;

    /// <summary>Reads everything that changed on the disk. Throws nothing: whatever goes wrong is a finding, and what was read last stays.</summary>
    public void Rebuild()
    {
        lock (working)
        {
            try
            {
                Findings = Read();
            }
            catch (Exception e) when (e is not StackOverflowException)
            {
                (known, entries) = (known is null ? null : known with { CleanBodies = new HashSet<Fingerprint>() }, KnownEntries.None);
                Findings = [Fault.Of(e, "desk").ToDiagnostic()];
            }
        }
    }

    private IReadOnlyList<Diagnostic> Read()
    {
        var findings = new Diagnostics();
        var read = SiteBuild.Stamp(request);
        if (SiteBuild.Decide(request with { Known = known, Entries = entries }, read, findings) is { } decided)
        {
            publication.Update(decided.Plan);
            (known, entries, Site) = (decided.State, decided.Entries, decided.Site);
            var fonts = decided.Plan.Files.Select(f => f.Path.Value).First(IsFontSheet);
            if (look?.Fits(decided.State.Theme, fonts) != true)
            {
                look?.Dispose();
                look = null; // should the next one fail
                look = new(request, read.Themes, decided.State.Theme, fonts);
            }
        }

        return findings.Sorted();
    }

    /// <summary>The bytes of a file by its place in the output; null when there is none.</summary>
    /// <exception cref="CannotRenderException">A template does not fit the entry.</exception>
    public ReadOnlyMemory<byte>? Get(string path) => publication.Get(path);

    /// <param name="text">The whole entry, front matter and Markdown.</param>
    public DrawnDraft Draw(DeskCollection collection, string id, string text)
    {
        try
        {
            return DrawNow(collection, id, text);
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            var file = new SourceFile($"{request.Project.InputName}/{collection.Name}/{id}/index.md", text);
            var fault = Fault.Of(e, "desk");
            return new(null, [(fault with { File = null }).ToDiagnostic() with { Span = file.Whole }], null, null, file, TimeSpan.Zero);
        }
    }

    private DrawnDraft DrawNow(DeskCollection collection, string id, string text)
    {
        var watch = Stopwatch.StartNew();
        var path = $"{collection.Name}/{id}/index.md";
        var file = new SourceFile($"{request.Project.InputName}/{path}", text);
        lock (working)
        {
            if (look is null)
            {
                return new(null, Findings, null, null, file, watch.Elapsed);
            }

            var findings = new Diagnostics();
            var project = request.Project;
            var load = new LoadRequest(project.Input, project.InputName, project.Settings, request.Today, Edition.Preview, known!.CleanBodies, request.Jobs)
            {
                Known = entries, LinkRoot = LinkRoot, Unsaved = new(new Dictionary<string, byte[]?> { [path] = Encoding.UTF8.GetBytes(text) }),
            };
            var loaded = SiteLoader.Load(load, InputFiles.Scan(project.Input), findings);
            if (loaded is null)
            {
                return new(null, findings.Sorted(), null, null, file, watch.Elapsed);
            }

            entries = loaded.Entries;
            var entry = loaded.Site.Entries.FirstOrDefault(e => e.Id == id && e.Kind == collection.Schema.Name);
            var page = entry is null ? null : look.Render(loaded.Site, entry, findings);
            return new(page, [.. findings.Sorted().Where(f => f.Span.File.Path == file.Path)], loaded.Site, entry, file, watch.Elapsed);
        }
    }

    public void Dispose() => look?.Dispose();

    private static bool IsFontSheet(string path) => path.StartsWith("assets/fonts.", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.Ordinal);

    /// <summary>A theme, opened and compiled, with the assets its pages name.</summary>
    private sealed class Look : IDisposable
    {
        private readonly Fingerprint theme;
        private readonly ThemeTemplates templates;
        private readonly IReadOnlyList<ThemeAsset> assets;
        private Site? site;

        public Look(BuildRequest request, IReadOnlyList<InputFile> files, Fingerprint theme, string fonts)
        {
            (this.theme, Fonts) = (theme, fonts);
            templates = new(request.Project.Themes, request.Project.Settings, files, null, () => site!, name => $"{LinkRoot}/{assets!.First(a => a.Name == name).Published}", new());
            assets = [.. templates.Theme!.Assets, new(WebFonts.StyleSheet, fonts, ReadOnlyMemory<byte>.Empty)];
        }

        /// <summary>The place of the style sheet with the fonts.</summary>
        public string Fonts { get; }

        public bool Fits(Fingerprint now, string sheet) => now == theme && sheet == Fonts;

        public ReadOnlyMemory<byte>? Render(Site shown, Entry entry, Diagnostics findings)
        {
            site = shown;
            var place = EntryAddresses.Of(entry)[1..] + "index.html";
            try
            {
                return new PagesPipeline(templates.Theme!, templates, assets, PosterShelf.Empty).Make(shown).FirstOrDefault(f => f.Path.Value == place)?.Render();
            }
            catch (CannotRenderException e)
            {
                findings.Add([e.Finding]);
                return null;
            }
        }

        public void Dispose() => templates.Dispose();
    }
}
