using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

internal sealed partial class TemplateWalk
{
    /// <summary><c>value | function</c>: the value comes before whatever else the function is given.</summary>
    private TemplateValue Piped(TemplateValue value, ScriptExpression from, ScriptExpression to)
    {
        switch (to)
        {
            case ScriptFunctionCall { Target: ScriptVariableGlobal name } call:
                return Call(name, call, [new(from, value), .. call.Arguments.Select(Argument)]);
            case ScriptVariableGlobal name:
                return Call(name, name, [new(from, value)]);
            case ScriptPipeCall further:
                return Piped(Piped(value, from, further.From!), further.From!, further.To!);
            default:
                NotForThemes(to);
                return TemplateValue.Unknown;
        }
    }

    private GivenArgument Argument(ScriptExpression expression) =>
        expression is ScriptNamedArgument { Value: { } value } named
            ? new(value, Value(value)) { Name = named.Name!.Name }
            : new(expression, Value(expression));

    private TemplateValue Call(ScriptVariable name, ScriptNode place, IReadOnlyList<GivenArgument> arguments)
    {
        if (!compiler.Functions.TryGetValue(name.Name, out var function))
        {
            ReportUnknownFunction(name, place);
            return TemplateValue.Unknown;
        }

        if (variables.Exists(v => v.Name == name.Name))
        {
            Report(PageRules.WrongCall, name, name.Name, new Phrase($"{function.Usage};循环的变量换一个名字",
                $"{function.Usage}; give the variable of the loop another name"));
            return TemplateValue.Unknown;
        }

        if (arguments.Count != function.Parameters.Count || arguments.Any(a => a.Name is not null))
        {
            Report(PageRules.WrongCall, place, function.Name, function.Usage);
            return TemplateValue.Unknown;
        }

        foreach (var (argument, parameter) in arguments.Zip(function.Parameters))
        {
            MustFit(argument, parameter);
            MustBeWord(argument, parameter, function);
        }

        if (function.Name == TemplateFunctions.Asset)
        {
            MustBeAsset(arguments[0], function);
        }

        var first = arguments[0].Value.Get;
        var second = arguments.Count > 1 ? arguments[1].Value.Get : static _ => null;
        var call = function.Call;
        var type = function.GivesItsFirst ? arguments[0].Value.Type : function.Result;
        return new(type, frame => call(frame.Page, first(frame), second(frame)));
    }

    private void ReportUnknownFunction(ScriptVariable name, ScriptNode place)
    {
        if (name.Name == TemplateFunctions.Include)
        {
            Report(PageRules.WrongCall, place, name.Name, PartialUsage); // it is a statement of its own
        }
        else
        {
            var known = compiler.Functions.Keys.Append(TemplateFunctions.Include);
            Report(PageRules.UnknownFunction, name, name.Name, Nearest(name.Name, known));
        }
    }

    private void MustFit(GivenArgument argument, TemplateParameter parameter)
    {
        var (node, value) = (argument.Node, argument.Value);
        if (value.Type.Kind == ValueKind.Unknown)
        {
            return;
        }

        if (!parameter.Accepts(value.Type))
        {
            WrongKind(node, value.Type, parameter.Wants);
        }
        else if (!parameter.MayBeAbsent)
        {
            MustBePresent(value, node);
        }
    }

    /// <summary>Where only some words may stand, they stand in the template.</summary>
    private void MustBeWord(GivenArgument argument, TemplateParameter parameter, TemplateFunction function)
    {
        if (parameter.Words is { } words && argument.Value.Type.Kind == ValueKind.Text
            && (argument.Value.Literal is not { } word || !words.Contains(word)))
        {
            Report(PageRules.WrongCall, argument.Node, function.Name,
                new Phrase($"{function.Usage}:", $"{function.Usage}: ") + Phrase.List(words));
        }
    }

    private void MustBeAsset(GivenArgument argument, TemplateFunction function)
    {
        if (argument.Value.Literal is not { } asset)
        {
            Report(PageRules.WrongCall, argument.Node, function.Name, function.Usage);
        }
        else if (!compiler.Assets.Contains(asset))
        {
            Report(PageRules.UnknownAsset, argument.Node, asset, Nearest(asset, compiler.Assets));
        }
    }

    /// <param name="Node">Where it is written.</param>
    private sealed record GivenArgument(ScriptExpression Node, TemplateValue Value)
    {
        /// <summary>Null for what is given by its place.</summary>
        public string? Name { get; init; }
    }
}
