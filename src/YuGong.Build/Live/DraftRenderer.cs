using System.Diagnostics;
using System.Text;
using YuGong.Build.Faults;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Pages;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Live;

/// <summary>An entry as it stands in a form.</summary>
/// <param name="Text">The whole entry, front matter and Markdown.</param>
public sealed record Draft(EntryKind Kind, string Id, string Text)
{
    internal string Path => $"{Kind.Folder}/{Id}/index.md";

    internal SourceFile FileIn(ProjectFolder project) => new($"{project.InputName}/{Path}", Text);
}

/// <summary>A draft, drawn.</summary>
/// <param name="Page">The real page; null while the form lacks what the entry cannot be read without.</param>
/// <param name="Site">The site with this entry in it.</param>
public sealed record DrawnDraft(
    ReadOnlyMemory<byte>? Page, IReadOnlyList<Diagnostic> Findings, Site? Site, Entry? Entry, SourceFile Text, TimeSpan Took);

/// <summary>
/// The site as editors see it, below <c>/desk/site</c>, and any one entry of it as it stands in a form. What does not depend on the form
/// (theme, templates, fonts, the other entries) is kept between two drawings.
/// </summary>
public sealed class DraftRenderer(RunOptions wanted) : IDisposable
{
    public const string LinkRoot = "/desk/site";

    private RunOptions options = wanted with { LinkRoot = LinkRoot, Edition = Edition.Preview };
    private readonly MemoryPublication publication = new();
    private readonly Lock working = new();
    private RunMemory? memory;
    private Look? look;

    /// <summary>As it was last read whole.</summary>
    public Site? Site { get; private set; }

    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    /// <summary>The theme's fonts as a style sheet, with addresses relative to its own.</summary>
    public ReadOnlyMemory<byte>? FontSheet => look is { } l ? publication.Get(l.FontSheet) : null;

    /// <summary>
    /// Reads everything that changed on the disk. Throws nothing: whatever goes wrong is a finding, and what was read last stays.
    /// </summary>
    /// <param name="today">A desk stays open for weeks, and what is published depends on the day.</param>
    public void Rebuild(DateOnly? today = null)
    {
        lock (working)
        {
            options = options with { Today = today ?? options.Today };
            try
            {
                Findings = Read();
            }
            catch (Exception e) when (e is not StackOverflowException)
            {
                memory = memory is null ? null : memory with { CleanBodies = new HashSet<Fingerprint>(), Entries = EntryMemo.None };
                Findings = [Fault.Of(e, "desk").ToDiagnostic()];
            }
        }
    }

    private IReadOnlyList<Diagnostic> Read()
    {
        var findings = new Diagnostics();
        var snapshot = InputSnapshot.Read(options);
        if (SitePlanner.Plan(options, snapshot, memory, findings) is { } plan)
        {
            publication.Update(plan.Publication);
            (memory, Site) = (plan.Memory, plan.Site);
            List<string> paths = [.. plan.Publication.Files.Select(f => f.Path.Value)];
            var sheet = paths.First(IsFontSheet);
            if (look?.Fits(plan.Theme, sheet) != true)
            {
                look?.Dispose();
                look = null; // should the next one fail
                look = new(options.Project, snapshot.Themes, plan.Theme, sheet)
                {
                    Fonts = [.. paths.Where(WebFonts.IsFont).Order(StringComparer.Ordinal)],
                };
            }
        }

        return findings.Sorted();
    }

    /// <summary>The bytes of a file by its place in the output; null when there is none.</summary>
    /// <exception cref="CannotRenderException">A template does not fit the entry.</exception>
    public ReadOnlyMemory<byte>? Get(string path) => publication.Get(path);

    public DrawnDraft Draw(Draft draft)
    {
        try
        {
            return DrawNow(draft);
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            var file = draft.FileIn(options.Project);
            var finding = (Fault.Of(e, "desk") with { File = null }).ToDiagnostic() with { Span = file.Whole };
            return new(null, [finding], null, null, file, TimeSpan.Zero);
        }
    }

    private DrawnDraft DrawNow(Draft draft)
    {
        var watch = Stopwatch.StartNew();
        var project = options.Project;
        var file = draft.FileIn(project);
        lock (working)
        {
            if (look is null || memory is null)
            {
                return new(null, Findings, null, null, file, watch.Elapsed);
            }

            var findings = new Diagnostics();
            var load = project.Reading(Edition.Preview, options.Today, options.Jobs) with
            {
                CleanBodies = memory.CleanBodies, Known = memory.Entries, LinkRoot = LinkRoot,
                Unsaved = new(new Dictionary<string, byte[]?> { [draft.Path] = Encoding.UTF8.GetBytes(draft.Text) }),
            };
            var loaded = SiteLoader.Load(load, InputFiles.Scan(project.Input, project.Root), findings);
            if (loaded is null)
            {
                return new(null, findings.Sorted(), null, null, file, watch.Elapsed);
            }

            memory = memory with { Entries = loaded.Entries };
            var entry = loaded.Site.Entries.FirstOrDefault(e => e.Id == draft.Id && e.Kind == draft.Kind.Name);
            var page = entry is null ? null : look.Render(loaded.Site, entry, findings);
            var own = findings.Sorted().Where(f => f.Span.File.Path == file.Path);
            return new(page, [.. own], loaded.Site, entry, file, watch.Elapsed);
        }
    }

    public void Dispose() => look?.Dispose();

    private static bool IsFontSheet(string path) =>
        path.StartsWith("assets/fonts.", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.Ordinal);

    /// <summary>A theme, opened and compiled, with the assets its pages name.</summary>
    private sealed class Look : IDisposable
    {
        private readonly Fingerprint theme;
        private readonly ThemeTemplates templates;
        private readonly IReadOnlyList<ThemeAsset> assets;

        public Look(ProjectFolder project, IReadOnlyList<InputFile> files, Fingerprint theme, string sheet)
        {
            (this.theme, FontSheet) = (theme, sheet);
            templates = new(project.Themes, project.Settings, files, null, new());
            assets = [.. templates.Theme!.Assets, new(WebFonts.StyleSheet, sheet, ReadOnlyMemory<byte>.Empty)];
        }

        /// <summary>The place of the style sheet with the fonts.</summary>
        public string FontSheet { get; }

        /// <summary>The places of the fonts themselves.</summary>
        public required IReadOnlyList<string> Fonts { get; init; }

        public bool Fits(Fingerprint now, string sheet) => now == theme && sheet == FontSheet;

        public ReadOnlyMemory<byte>? Render(Site shown, Entry entry, Diagnostics findings)
        {
            var place = EntryAddresses.Of(entry)[1..] + "index.html";
            try
            {
                shown = new ThemeAddresses(templates.Theme!).Over(shown);
                var documents = new Lazy<PublicSite>(() => new(shown));
                var pipeline = new PagesPipeline(templates.Theme!, templates, assets, PosterCatalog.Empty, () => documents.Value)
                {
                    Fonts = Fonts,
                };
                return pipeline.Make(shown).FirstOrDefault(f => f.Path.Value == place)?.Render();
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
