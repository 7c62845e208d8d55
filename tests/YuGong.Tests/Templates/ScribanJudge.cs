using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using YuGong.Pages;
using YuGong.Pages.Templating;
using YuGong.Pages.Views;

namespace YuGong.Tests.Templates;

/// <summary>
/// Scriban's own interpreter over the same templates, through its public API, with our functions: what it writes is right.
/// </summary>
internal sealed class ScribanJudge(Theme theme)
{
    private readonly TemplateSchema schema = new(theme.Settings.Pages);

    public string Render(string template, PageModel model, bool inLayout)
    {
        var page = new JudgeContext(Builtins(model, template));
        page.PushGlobal(Members(model, template));
        page.Evaluate(Parse(theme.Templates[inLayout ? TemplateSchema.Layout : template]));
        return page.Written.ToString();
    }

    private ScriptObject Builtins(PageModel model, string template)
    {
        var builtins = new ScriptObject
        {
            [TemplateFunctions.Include] = new Function((context, call, arguments) => Include(context, call, (string)arguments[0]!)),
            ["body"] = new Function((context, _, _) => context.Evaluate(Parse(theme.Templates[template]))),
        };
        foreach (var function in TemplateFunctions.All.Values)
        {
            builtins[function.Name] = new Function(
                (_, _, a) => Listed(function.Call(model, Plain(a[0]), a.Count > 1 ? Plain(a[1]) : null)));
        }

        return builtins;
    }

    private object? Include(TemplateContext context, ScriptFunctionCall call, string partial)
    {
        var given = call.Arguments.OfType<ScriptNamedArgument>().Select(a => (a.Name!.Name, Value: context.Evaluate(a.Value!))).ToList();
        context.PushLocal();
        foreach (var (name, value) in given)
        {
            context.SetValue(new ScriptVariableLocal(name), value);
        }

        context.Evaluate(Parse(theme.Partials[partial]));
        context.PopLocal();
        return null;
    }

    private static ScriptPage Parse(TemplateSource source) => Template.Parse(source.File.Text, source.File.Path).Page!;

    /// <summary>What the template may name: a member that is absent is there too, and null.</summary>
    private ScriptObject Members(PageModel model, string template)
    {
        var members = new ScriptObject();
        foreach (var member in schema.Everywhere.Values.Concat(schema.PageOf(template)!.Members.Values))
        {
            var value = member.Read(model);
            members[member.Name] = member.Type.Kind == ValueKind.Record && value is not null && InfoOf(value) is null
                ? Named(member.Type, value) : Listed(value);
        }

        return members;
    }

    /// <summary>A record of which no metadata knows: its members are a list somewhere.</summary>
    private static ScriptObject Named(TemplateType type, object value)
    {
        var named = new ScriptObject();
        foreach (var member in type.Members.Values)
        {
            named[member.Name] = Listed(member.Read(value));
        }

        return named;
    }

    /// <summary>Scriban knows the size of its own arrays only.</summary>
    private static object? Listed(object? value) => TemplateTypes.Plain(value) is IReadOnlyList<object> list
        ? new ScriptArray(list) : TemplateTypes.Plain(value);

    private static object? Plain(object? value) => value is ScriptArray array ? array.Select(item => item!).ToList() : value;

    private static JsonTypeInfo? InfoOf(object record) =>
        TemplateSchema.Types.InfoOf(record.GetType()) is { Kind: JsonTypeInfoKind.Object } info ? info : null;

    private sealed class JudgeContext : TemplateContext
    {
        public JudgeContext(ScriptObject builtins)
            : base(builtins)
        {
            StrictVariables = true;
            EnableRelaxedMemberAccess = false;
            AutoIndent = false;
            LoopLimit = 0;
            LimitToString = 0;
            PushOutput(new Sink(Written));
        }

        public StringBuilder Written { get; } = new();

        public override TemplateContext Write(SourceSpan span, object? value)
        {
            Written.Append(value switch
            {
                Markup markup => markup.ToString(),
                bool truth => truth ? "true" : "false",
                _ => Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
            });
            return this;
        }

        /// <summary>The one place where themes deliberately differ.</summary>
        public override bool ToBool(SourceSpan span, object? value) => value switch
        {
            string text => text.Length > 0,
            int number => number != 0,
            ICollection list => list.Count > 0,
            IReadOnlyCollection<object> list => list.Count > 0,
            _ => base.ToBool(span, value),
        };

        protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
            InfoOf(target) is { } info ? new RecordAccessor(info) : base.GetMemberAccessorImpl(target);

        private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    private sealed class Sink(StringBuilder written) : IScriptOutput
    {
        public void Write(string text, int offset, int count) => written.Append(text, offset, count);

        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return default;
        }
    }

    private sealed class Function(Func<TemplateContext, ScriptFunctionCall, ScriptArray, object?> call) : IScriptCustomFunction
    {
        public int RequiredParameterCount => 0;

        public int ParameterCount => 8;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

        public int GetParameterIndexByName(string name) => 0;

        public object? Invoke(TemplateContext context, ScriptNode? caller, ScriptArray arguments, ScriptBlockStatement? block) =>
            call(context, (caller as ScriptFunctionCall)!, arguments);

        public ValueTask<object?> InvokeAsync(
            TemplateContext context, ScriptNode? caller, ScriptArray arguments, ScriptBlockStatement? block) =>
            new(Invoke(context, caller, arguments, block));
    }

    private sealed class RecordAccessor(JsonTypeInfo info) : IObjectAccessor
    {
        private readonly Dictionary<string, JsonPropertyInfo> members =
            info.Properties.Where(p => p.Get is not null).ToDictionary(p => p.Name);

        public bool HasIndexer => false;

        public Type? IndexType => null;

        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => members.Count;

        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => members.Keys;

        public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => members.ContainsKey(member);

        public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
        {
            var found = members.TryGetValue(member, out var property);
            value = Listed(property?.Get!(target));
            return found;
        }

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

        public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
        {
            value = null;
            return false;
        }

        public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
    }
}
