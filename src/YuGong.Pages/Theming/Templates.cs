using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;
using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>A theme's templates, compiled on first use. Safe to render from many threads.</summary>
internal sealed class Templates
{
    private readonly Theme theme;
    private readonly Lazy<IHandlebars> engine;
    private UnbrokenWords? unbroken;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<HandlebarsTemplate<TextWriter, object, object>>> compiled = new();

    /// <summary>Where a layout wants its page: not a character that any text can hold (U+FFFF, Unicode 23.7), so that long pages are not copied through the engine.</summary>
    private const string Body = "\uFFFFbody\uFFFF";

    [ThreadStatic]
    private static StringBuilder? inner;

    [ThreadStatic]
    private static StringBuilder? outer;

    public Templates(Theme theme, Func<Site> site, Func<string, string> addressOfAsset)
    {
        this.theme = theme;
        engine = new(() => Create(theme, () => UnbrokenIn(site().Taxonomies), addressOfAsset));
    }

    /// <summary>The page as UTF-8: its template, inside the layout unless the template is a whole document.</summary>
    public ReadOnlyMemory<byte> Render(string template, PageModel model, bool inLayout)
    {
        var page = Run(template, model, inner ??= new());
        if (!inLayout)
        {
            return Utf8([], page, []);
        }

        var around = Run("layout", new LayoutModel(model), outer ??= new()).ToString().AsSpan();
        var at = around.IndexOf(Body, StringComparison.Ordinal);
        return at < 0 ? Utf8(around, new(), []) : Utf8(around[..at], page, around[(at + Body.Length)..]);
    }

    /// <summary>Compiles what will be needed while other threads still read; rendering then finds it ready.</summary>
    public void WarmUp(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _ = Template(name);
        }
    }

    /// <summary>The desk shows one site after the other in the same templates.</summary>
    private UnbrokenWords UnbrokenIn(Taxonomies taxonomies) => unbroken is { } known && known.IsOf(taxonomies) ? known : unbroken = UnbrokenWords.Of(taxonomies);

    private StringBuilder Run(string template, object model, StringBuilder into)
    {
        into.Clear();
        using var writer = new StringWriter(into);
        try
        {
            Template(template)(writer, model, null!);
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            // What the template check could not foresee; the innermost sentence is the one that helps.
            throw new CannotRenderException(new(PageRules.TemplateSyntax, theme.Templates[template].Whole, e.GetBaseException().Message), e);
        }

        return into;
    }

    private HandlebarsTemplate<TextWriter, object, object> Template(string name) =>
        compiled.GetOrAdd(name, n => new(() =>
        {
            lock (engine)
            {
                return engine.Value.Compile(new StringReader(theme.Templates[n].Text));
            }
        })).Value;

    private static byte[] Utf8(ReadOnlySpan<char> before, StringBuilder text, ReadOnlySpan<char> after)
    {
        var length = Encoding.UTF8.GetByteCount(before) + Encoding.UTF8.GetByteCount(after);
        foreach (var chunk in text.GetChunks())
        {
            length += Encoding.UTF8.GetByteCount(chunk.Span);
        }

        var bytes = new byte[length];
        var at = Encoding.UTF8.GetBytes(before, bytes);
        foreach (var chunk in text.GetChunks())
        {
            at += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(at));
        }

        Encoding.UTF8.GetBytes(after, bytes.AsSpan(at));
        return bytes;
    }

    private static IHandlebars Create(Theme theme, Func<UnbrokenWords> unbroken, Func<string, string> addressOfAsset)
    {
        var configuration = new HandlebarsConfiguration
        {
            TextEncoder = new PageEncoder(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        };
        configuration.ObjectDescriptorProviders.Add(new ViewDescriptors());
        configuration.CompileTimeConfiguration.Features.Add(new TemplateCompiler());
        var handlebars = Handlebars.Create(configuration);
        foreach (var (name, partial) in theme.Partials)
        {
            handlebars.RegisterTemplate(name, partial.Text);
        }

        TemplateHelpers.Register(handlebars, unbroken, addressOfAsset);
        return handlebars;
    }

    /// <summary>What a layout sees: the page's own members, and where the page itself goes as <c>body</c>.</summary>
    private sealed record LayoutModel(PageModel Page);

    /// <summary>Lets templates read views, and views only, by their JSON names.</summary>
    private sealed class ViewDescriptors : IObjectDescriptorProvider
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, ObjectDescriptor?> known = new();

        public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
        {
            value = known.GetOrAdd(type, Describe)!;
            return value is not null;
        }

        private static ObjectDescriptor? Describe(Type type)
        {
            IMemberAccessor? accessor = type == typeof(LayoutModel) ? new LayoutMembers()
                : ViewJson.MembersOf(type) is { } info ? new ViewMembers(info) : null;
            return accessor is null ? null : new ObjectDescriptor(
                type, accessor, static (_, _) => Array.Empty<object>(), static _ => new ObjectIterator(ObjectDescriptor.Empty), []);
        }
    }

    private sealed class ViewMembers(System.Text.Json.Serialization.Metadata.JsonTypeInfo info) : IMemberAccessor
    {
        private readonly Dictionary<string, Func<object, object?>> getters =
            info.Properties.Where(p => p.Get is not null).ToDictionary(p => p.Name, p => p.Get!, StringComparer.Ordinal);

        public bool TryGetValue(object instance, ChainSegment memberName, out object value)
        {
            var found = getters.TryGetValue(memberName.TrimmedValue, out var get);
            value = found ? get!(instance)! : null!;
            return found;
        }
    }

    private sealed class LayoutMembers : IMemberAccessor
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, ViewMembers> pages = new();

        public bool TryGetValue(object instance, ChainSegment memberName, out object value)
        {
            var layout = (LayoutModel)instance;
            if (memberName.TrimmedValue == "body")
            {
                value = Body;
                return true;
            }

            return pages.GetOrAdd(layout.Page.GetType(), t => new(ViewJson.MembersOf(t)!)).TryGetValue(layout.Page, memberName, out value);
        }
    }
}
