using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;
using HandlebarsDotNet.Runtime;

namespace YuGong.Pages;

/// <summary>The delegates of one template: steps write, values are written or tested.</summary>
internal sealed class TemplateShapes
{
    private readonly ParameterExpression writer, context;
    private readonly Action<Expression>? unknown;

    public TemplateShapes(Expression<TemplateDelegate> template, Action<Expression>? unknown)
    {
        (writer, context, this.unknown) = (template.Parameters[0], template.Parameters[1], unknown);
        Whole = Step(template.Body);
    }

    private delegate object? Value(BindingContext context);

    private delegate Arguments Given(BindingContext context);

    private delegate void Print(in EncodedTextWriter writer, object? value);

    private delegate object? Late(Ref<IHelperDescriptor<HelperOptions>> helper, PathInfo path, BindingContext context);

    private delegate void Loop(BindingContext context, EncodedTextWriter writer, ChainSegment[] names, object? value, TemplateDelegate each, TemplateDelegate ifEmpty);

    private delegate void Partial(string name, BindingContext context, EncodedTextWriter writer, ICompiledHandlebarsConfiguration configuration, bool isBlock, string? indent);

    public TemplateDelegate Whole { get; }

    private TemplateDelegate Step(Expression step) => step switch
    {
        DefaultExpression => static (_, _) => { },
        BlockExpression { Variables: [], Expressions: var steps } => All(steps),
        BlockExpression { Expressions: [BinaryExpression, BinaryExpression on, var inner, BinaryExpression] } when IsUnencoding(on) => Unencoded(Step(inner)),
        ConditionalExpression choice => Choice(choice),
        MethodCallExpression call => Call(call) ?? Linq<TemplateDelegate>(step, writer, context),
        _ => Linq<TemplateDelegate>(step, writer, context),
    };

    private TemplateDelegate All(IEnumerable<Expression> expressions)
    {
        var steps = expressions.Select(Step).ToArray();
        return steps is [var only] ? only : (w, c) =>
        {
            foreach (var step in steps)
            {
                step(w, c);
            }
        };
    }

    private static bool IsUnencoding(BinaryExpression assignment) =>
        assignment.Left is MemberExpression { Member.Name: nameof(EncodedTextWriter.SuppressEncoding) } && Is(assignment.Right, out bool on) && on;

    /// <summary><c>{{{name}}}</c>.</summary>
    private static TemplateDelegate Unencoded(TemplateDelegate inner) => (w, c) =>
    {
        var before = w.SuppressEncoding;
        w.SuppressEncoding = true;
        inner(w, c);
        w.SuppressEncoding = before;
    };

    private TemplateDelegate Choice(ConditionalExpression choice)
    {
        var (holds, yes, no) = (Test(choice.Test), Step(choice.IfTrue), Step(choice.IfFalse));
        return (w, c) => (holds(c) ? yes : no)(w, c);
    }

    private TemplateDelegate? Call(MethodCallExpression call) => call.Method.Name switch
    {
        "Write" => Text(call),
        "WriteObjectTo" => Written(call),
        "Invoke" => Helper(call) ?? BlockHelper(call),
        "Iterate" => Every(call),
        "InvokePartialWithFallback" => Part(call),
        _ => null,
    };

    private static TemplateDelegate? Text(MethodCallExpression call) =>
        call.Arguments is [var text, var encoded] && Is<string>(text, out var known) && Is(encoded, out bool encode) ? (w, _) => w.Write(known, encode) : null;

    private TemplateDelegate? Written(MethodCallExpression call)
    {
        if (call.Arguments is not [var to, var written] || to != writer)
        {
            return null;
        }

        var (print, value) = (call.Method.CreateDelegate<Print>(), Of(written));
        return (w, c) => print(w, value(c));
    }

    /// <summary><c>{{name}}</c>, which may be a helper, and <c>{{helper value}}</c>.</summary>
    private TemplateDelegate? Helper(MethodCallExpression call) =>
        call.Arguments is [var to, NewExpression options, NewExpression { Arguments: [var at] }, NewExpression arguments] && to == writer && at == context
            && Named<HelperOptions>(call.Object) is { } helper && Is<PathInfo>(options.Arguments[0], out var path) && AllOf(arguments) is { } given
            ? (w, c) => helper.Value.Invoke(w, new HelperOptions(path, c), new Context(c), given(c))
            : null;

    /// <summary><c>{{#helper value}}</c>.</summary>
    private TemplateDelegate? BlockHelper(MethodCallExpression call) =>
        call.Arguments is [var to, NewExpression { Arguments: [var name, var inside, var otherwise, var names, _] }, NewExpression { Arguments: [var at, var value] }, NewExpression arguments]
            && to == writer && at == context && IsOwnValue(value) && Named<BlockHelperOptions>(call.Object) is { } helper && AllOf(arguments) is { } given
            && Is<PathInfo>(name, out var path) && Is<TemplateDelegate>(inside, out var template) && Is<TemplateDelegate>(otherwise, out var inverse) && Is<ChainSegment[]>(names, out var parameters)
            ? (w, c) => helper.Value.Invoke(w, OptionsOf(path, template, inverse, parameters, c), new Context(c, c.Value), given(c))
            : null;

    /// <summary><c>{{#each values}}</c>.</summary>
    private TemplateDelegate? Every(MethodCallExpression call)
    {
        if (call.Arguments is not [var at, var to, var names, var value, var inside, var otherwise] || at != context || to != writer
            || !Is<ChainSegment[]>(names, out var parameters) || !Is<TemplateDelegate>(inside, out var each) || !Is<TemplateDelegate>(otherwise, out var ifEmpty))
        {
            return null;
        }

        var (loop, over) = (call.Method.CreateDelegate<Loop>(), Of(value));
        return (w, c) => loop(c, w, parameters, over(c), each, ifEmpty);
    }

    /// <summary><c>{{> name}}</c>.</summary>
    private TemplateDelegate? Part(MethodCallExpression call)
    {
        if (call.Arguments is not [var name, var at, var to, var settings, var block, var space] || at != context || to != writer
            || !Is<string>(name, out var partial) || !Is<ICompiledHandlebarsConfiguration>(settings, out var configuration) || !Is(block, out bool isBlock) || !Is(space, out string? indent))
        {
            return null;
        }

        var render = call.Method.CreateDelegate<Partial>();
        return (w, c) => render(partial, c, w, configuration, isBlock, indent);
    }

    private Func<BindingContext, bool> Test(Expression test)
    {
        switch (test)
        {
            case UnaryExpression { NodeType: ExpressionType.Not, Operand: var inner }:
                var holds = Test(inner);
                return c => !holds(c);
            case MethodCallExpression { Method.Name: nameof(HandlebarsUtils.IsTruthyOrNonEmpty), Arguments: [var tested, var zero] } when Is(zero, out bool includeZero):
                var value = Of(tested);
                return c => HandlebarsUtils.IsTruthyOrNonEmpty(value(c), includeZero);
            default:
                return Linq<Func<BindingContext, bool>>(test, context);
        }
    }

    private Value Of(Expression expression) => expression switch
    {
        _ when Is(expression, out object? known) => _ => known,
        _ when IsOwnValue(expression) => static c => c.Value,
        MethodCallExpression { Method.Name: nameof(PathResolver.ResolvePath), Arguments: [var at, var by] } when at == context && Is<PathInfo>(by, out var path) => c => PathResolver.ResolvePath(c, path),
        MethodCallExpression { Method.Name: "Invoke" } call when (LateOf(call) ?? HelperOf(call)) is { } made => made,
        _ => Linq<Value>(Expression.Convert(expression, typeof(object)), context),
    };

    private bool IsOwnValue(Expression expression) => expression is MemberExpression { Member.Name: nameof(BindingContext.Value), Expression: var of } && of == context;

    /// <summary>A name, which may be a helper.</summary>
    private Value? LateOf(MethodCallExpression call)
    {
        if (call.Arguments is not [var named, var by, var at] || at != context || !Is<Ref<IHelperDescriptor<HelperOptions>>>(named, out var helper) || !Is<PathInfo>(by, out var path))
        {
            return null;
        }

        var late = call.Method.CreateDelegate<Late>();
        return c => late(helper, path, c);
    }

    /// <summary><c>(helper value)</c>.</summary>
    private Value? HelperOf(MethodCallExpression call) =>
        call.Arguments is [NewExpression options, NewExpression { Arguments: [var at] }, NewExpression arguments] && at == context
            && Named<HelperOptions>(call.Object) is { } helper && Is<PathInfo>(options.Arguments[0], out var path) && AllOf(arguments) is { } given
            ? c => helper.Value.Invoke(new HelperOptions(path, c), new Context(c), given(c))
            : null;

    private Given? AllOf(NewExpression arguments)
    {
        var values = arguments.Arguments.Where(a => a.Type == typeof(object)).Select(Of).ToArray();
        return (arguments.Arguments, values) switch
        {
            ([{ Type: var type }], []) when type == typeof(int) => static _ => new Arguments(Array.Empty<object>()),
            ([_], [var one]) => c => new Arguments(one(c)),
            ([_, _], [var one, var two]) => c => new Arguments(one(c), two(c)),
            ([_, _, _], [var one, var two, var three]) => c => new Arguments(one(c), two(c), three(c)),
            _ => null,
        };
    }

    /// <summary>The place of a helper; what stands there may be registered later.</summary>
    private static Ref<IHelperDescriptor<TOptions>>? Named<TOptions>(Expression? helper)
        where TOptions : struct, IHelperOptions =>
        helper switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } => Named<TOptions>(inner),
            MemberExpression { Member.Name: "Value", Expression: { } place } when Is<Ref<IHelperDescriptor<TOptions>>>(place, out var known) => known,
            _ => null,
        };

    /// <summary>Whether it is known now: a constant, or what a closure holds.</summary>
    private static bool Is<T>(Expression expression, [MaybeNullWhen(false)] out T known)
    {
        switch (expression)
        {
            case ConstantExpression { Value: var value } when value is T or null:
                known = (T)value!;
                return true;
            case UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression constant }:
                return Is(constant, out known);
            case MemberExpression { Member: FieldInfo field, Expression: { } owner } when Is(owner, out object? closure) && field.GetValue(closure) is T value:
                known = value;
                return true;
            default:
                known = default;
                return false;
        }
    }

    private T Linq<T>(Expression expression, params ParameterExpression[] parameters)
        where T : Delegate
    {
        unknown?.Invoke(expression);
        return Expression.Lambda<T>(expression, parameters).Compile();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern BlockHelperOptions OptionsOf(PathInfo name, TemplateDelegate template, TemplateDelegate inverse, ChainSegment[] parameters, BindingContext frame);
}
