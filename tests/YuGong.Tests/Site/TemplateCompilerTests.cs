using System.Linq.Expressions;
using HandlebarsDotNet;
using YuGong.Pages;
using Xunit;

namespace YuGong.Tests.Sites;

/// <summary>Templates give the same text through our delegates as through those that Handlebars.Net has LINQ make.</summary>
public sealed class TemplateCompilerTests
{
    private static readonly Dictionary<string, object?> Model = new()
    {
        ["name"] = "税西恒 <b>&",
        ["html"] = "<p>水</p>",
        ["none"] = null,
        ["zero"] = 0,
        ["yes"] = true,
        ["no"] = false,
        ["empty"] = Array.Empty<string>(),
        ["trades"] = new[] { "水利", "电力" },
        ["person"] = new Dictionary<string, object?> { ["name"] = "冯简", ["works"] = new[] { new Dictionary<string, object?> { ["name"] = "电台", ["year"] = 1936 } } },
    };

    [Theory]
    [InlineData("")]
    [InlineData("只有字")]
    [InlineData("{{name}} {{{html}}} {{{person.name}}} {{person.name}}|{{this.zero}}|{{none}}")]
    [InlineData("{{! 说明 }}{{#if yes}}有{{else}}无{{/if}}{{#if no}}有{{else}}无{{/if}}{{#if zero includeZero=true}}有{{else}}无{{/if}}{{#if empty}}有{{else}}无{{/if}}")]
    [InlineData("{{#unless no}}{{name}}{{/unless}}{{#unless yes}}有{{else}}{{{html}}}{{/unless}}{{^no}}倒{{/no}}")]
    [InlineData("{{#each trades}}{{@index}}{{this}}{{#unless @last}}、{{/unless}}{{else}}无{{/each}}{{#each empty}}有{{else}}无{{/each}}")]
    [InlineData("{{#each person.works}}{{name}}{{year}}{{../person.name}}{{@root.name}}{{#each ../trades}}{{../name}}{{/each}}{{/each}}")]
    [InlineData("{{#each trades as |trade at|}}{{trade}}{{at}}{{/each}}{{#each person}}{{@key}}{{/each}}")]
    [InlineData("{{#with person}}{{name}}{{else}}无{{/with}}{{#person}}{{name}}{{/person}}{{#trades}}{{this}}{{/trades}}")]
    [InlineData("{{shout name}}{{shout \"a\"}}{{three name zero \"c\"}}{{five 1 2 3 4 5}}{{named name to=\"山\"}}{{{shout html}}}{{late}}")]
    [InlineData("{{#if (same name name)}}同{{/if}}{{#if (same name html)}}同{{else}}异{{/if}}{{#if (same (same 1 1) yes)}}同{{/if}}{{shout (upper \"b\")}}")]
    [InlineData("{{#twice name}}{{this}}{{else}}无{{/twice}}{{#twice}}{{name}}{{/twice}}")]
    [InlineData("{{> card}}{{> card person}}{{#each person.works}}{{> card}}{{/each}}{{> card name=\"山\"}}\n  {{> card}}\n{{#> frame}}里{{/frame}}")]
    [InlineData("{{#*inline \"own\"}}自{{name}}{{/inline}}{{> own}}{{> (lookup_name)}}{{lookup person \"name\"}}")]
    public void A_template_gives_the_same_text_either_way(string template) =>
        Assert.Equal(Render(template, null, strict: false), Render(template, new TemplateCompiler(), strict: false));

    [Theory]
    [InlineData("{{nothing}}")]
    [InlineData("{{{person.nothing}}}")]
    [InlineData("{{#if (nobody 1)}}{{/if}}")]
    [InlineData("{{> nothing}}")]
    public void An_unknown_name_is_told_in_the_same_words(string template) =>
        Assert.Equal(
            Assert.ThrowsAny<Exception>(() => Render(template, null, strict: true)).Message,
            Assert.ThrowsAny<Exception>(() => Render(template, new TemplateCompiler(), strict: true)).Message);

    /// <summary>What LINQ would have to interpret costs a tenth of a large build.</summary>
    [Fact]
    public void No_template_of_the_theme_has_a_shape_that_is_left_to_linq()
    {
        var left = new List<Expression>();
        var engine = Engine(new TemplateCompiler(left.Add));
        foreach (var name in TemplateHelpers.Names)
        {
            engine.RegisterHelper(name, (_, _) => null!);
        }

        foreach (var file in Directory.GetFiles(Repo.At("themes", "yugong", "templates"), "*.hbs", SearchOption.AllDirectories))
        {
            engine.Compile(File.ReadAllText(file));
        }

        Assert.Empty(left.Select(e => e.ToString()));
    }

    private static string Render(string template, TemplateCompiler? compiler, bool strict) => Engine(compiler, strict).Compile(template)(Model);

    private static IHandlebars Engine(TemplateCompiler? compiler, bool strict = true)
    {
        var configuration = new HandlebarsConfiguration { TextEncoder = new PageEncoder(), ThrowOnUnresolvedBindingExpression = strict };
        if (compiler is not null)
        {
            configuration.CompileTimeConfiguration.Features.Add(compiler);
        }

        var engine = Handlebars.Create(configuration);
        engine.RegisterTemplate("card", "[{{name}}{{{name}}}]\n");
        engine.RegisterTemplate("frame", "〔{{> @partial-block}}〕");
        engine.RegisterHelper("shout", (output, _, arguments) => output.Write($"{arguments[0]}!"));
        engine.RegisterHelper("three", (output, _, arguments) => output.Write($"{arguments[0]}{arguments[1]}{arguments[2]}"));
        engine.RegisterHelper("five", (output, _, arguments) => output.Write(string.Concat(arguments)));
        engine.RegisterHelper("named", (output, _, arguments) => output.Write($"{arguments[0]}{arguments["to"]}"));
        engine.RegisterHelper("late", (output, _, _) => output.Write("后"));
        engine.RegisterHelper("same", (_, arguments) => Equals(arguments[0], arguments[1]));
        engine.RegisterHelper("upper", (_, arguments) => $"{arguments[0]}".ToUpperInvariant());
        engine.RegisterHelper("lookup_name", (_, _) => "card");
        engine.RegisterHelper("twice", (output, options, context, arguments) =>
        {
            options.Template(output, arguments.Length > 0 ? arguments[0] : context);
            options.Inverse(output, context);
        });
        return engine;
    }
}
