using System.Collections.Concurrent;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>A theme's templates, compiled on first use. Safe to render from many threads.</summary>
internal sealed class Templates
{
    private readonly Theme theme;
    private readonly TemplateCompiler compiler;
    private readonly Lock compiling = new();
    private readonly ConcurrentDictionary<string, CompiledTemplate> compiled = new(StringComparer.Ordinal);

    public Templates(Theme theme)
    {
        this.theme = theme;
        IReadOnlyCollection<string> assets = [.. theme.Assets.Select(a => a.Name), WebFonts.StyleSheet];
        compiler = new(theme, new(theme.Settings.Pages), TemplateFunctions.All, assets);
    }

    /// <summary>
    /// Compiles every template and reports what is wrong anywhere in it, also in branches that today's content never takes.
    /// </summary>
    public void Check(Diagnostics diagnostics)
    {
        foreach (var (name, source) in theme.Templates)
        {
            if (name == TemplateSchema.Layout || compiler.Schema.PageOf(name) is not null)
            {
                Compiled(name);
            }
            else
            {
                diagnostics.Report(PageRules.UnusedTemplate, source.File.Whole, name, Hint(name));
            }
        }

        foreach (var missing in compiler.Schema.Templates.Where(t => !theme.Has(t)))
        {
            diagnostics.Report(PageRules.NoTemplate, theme.Settings.Place, missing, NearestFile(missing));
        }

        lock (compiling)
        {
            compiler.CheckPartials();
            diagnostics.Add(compiler.Findings);
        }
    }

    /// <summary>Compiles what will be needed while other threads still read; rendering then finds it ready.</summary>
    public void WarmUp(IEnumerable<string> names)
    {
        foreach (var name in names.Where(theme.Has))
        {
            Compiled(name);
        }
    }

    /// <summary>The page as UTF-8: its template, inside the layout of the theme unless the template is a whole document.</summary>
    /// <exception cref="CannotRenderException">Something is wrong with the template.</exception>
    public ReadOnlyMemory<byte> Render(string template, PageModel model, bool inLayout)
    {
        var (page, whole) = Steps(template, inLayout);
        return RenderFrame.OfThread.Render(whole, page, model, compiler.Slots);
    }

    /// <summary>
    /// Stands for everything that the templates of a page read; equal keys and equal themes give equal bytes. A page that cannot be
    /// rendered has a key too: whoever only compares keys goes on, and who renders it is told.
    /// </summary>
    public Fingerprint KeyOf(string template, PageModel model, bool inLayout)
    {
        try
        {
            var (page, whole) = Steps(template, inLayout);
            return RenderFrame.OfThread.Trace(whole, page, model, compiler.Slots);
        }
        catch (CannotRenderException)
        {
            return Fingerprint.Of(template);
        }
    }

    private (RenderStep Page, RenderStep Whole) Steps(string template, bool inLayout)
    {
        var page = Sound(template);
        return (page, inLayout && theme.Has(TemplateSchema.Layout) ? Sound(TemplateSchema.Layout) : page);
    }

    private Phrase Hint(string name)
    {
        var known = compiler.Schema.Templates;
        return Suggestion.Nearest(name, known) is { } near
            ? new Phrase($"theme.json 的 pages 里有 {near},是不是想写 {near}{TemplateSource.Extension}?",
                $"pages of theme.json has {near}; did you mean {near}{TemplateSource.Extension}?")
            : new Phrase($"在 theme.json 的 pages 里写一条,template 是 {name};不用的模板删掉。",
                $"Write an item with template {name} into pages of theme.json; delete templates that are not used.");
    }

    private Phrase NearestFile(string missing) => Suggestion.Nearest(missing, theme.Templates.Keys) is { } near
        ? Suggestion.Question(near)
        : new Phrase($"写一个 templates/{missing}{TemplateSource.Extension},或者从 pages 里去掉这一页。",
            $"Write templates/{missing}{TemplateSource.Extension}, or take this page out of pages.");

    private RenderStep Sound(string template)
    {
        var (step, fault) = Compiled(template);
        return fault is null ? step : throw new CannotRenderException(fault);
    }

    private CompiledTemplate Compiled(string name)
    {
        if (compiled.TryGetValue(name, out var known))
        {
            return known;
        }

        lock (compiling)
        {
            return compiled.TryGetValue(name, out known) ? known : compiled[name] = compiler.Compile(name);
        }
    }
}
