using Scriban.Parsing;
using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

internal sealed partial class TemplateWalk
{
    /// <summary>What an expression gives.</summary>
    private TemplateValue Value(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptNestedExpression { Expression: { } inner }:
                return Value(inner);
            case ScriptLiteral { Value: var literal }:
                return new(TypeOf(literal), _ => literal) { Literal = literal as string, MayBeAbsent = literal is null };
            case ScriptVariable variable:
                return Named(variable);
            case ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "for" } } member:
                return OfLoop(member);
            case ScriptMemberExpression member:
                return Member(member);
            case ScriptPipeCall pipe:
                return Piped(Value(pipe.From!), pipe.From!, pipe.To!);
            case ScriptFunctionCall { Target: ScriptVariableGlobal name } call:
                return Call(name, call, [.. call.Arguments.Select(Argument)]);
            case var test when IsTest(test):
                var holds = ConditionOf(expression).Holds;
                return new(TemplateType.Truth, frame => holds(frame));
            default:
                NotForThemes(expression);
                return TemplateValue.Unknown;
        }
    }

    /// <summary>The same where null would do harm.</summary>
    private TemplateValue Present(ScriptExpression expression)
    {
        var value = Value(expression);
        MustBePresent(value, expression);
        return value with { MayBeAbsent = false };
    }

    private void MustBePresent(TemplateValue value, ScriptNode node)
    {
        if (value.MayBeAbsent)
        {
            Report(PageRules.MayBeAbsent, node, Wording(node));
        }
    }

    private static TemplateType TypeOf(object? literal) => literal switch
    {
        null => TemplateType.Absent,
        string => TemplateType.Text,
        bool => TemplateType.Truth,
        int or long or double or decimal => TemplateType.Number,
        _ => TemplateType.Unknown,
    };

    private TemplateValue Named(ScriptVariable variable)
    {
        var name = variable.Name;
        if (variables.FindLast(v => v.Name == name) is { } known)
        {
            read.Add(name);
            var slot = known.Slot;
            return new(known.Type, frame => frame.Values[slot]) { Path = $"{name}@{slot}" };
        }

        if (page?.Members.GetValueOrDefault(name) is { } member || compiler.Schema.Everywhere.TryGetValue(name, out member))
        {
            var get = member.Read;
            var absent = member.MayBeAbsent && !there.Contains(name);
            return new(member.Type, frame => get(frame.Page)) { Path = name, MayBeAbsent = absent };
        }

        if (compiler.Functions.ContainsKey(name) || name == TemplateFunctions.Include)
        {
            return Call(variable, variable, []);
        }

        if (IsPartial && name.StartsWith('$'))
        {
            notGiven.TryAdd(name, variable);
        }
        else
        {
            ReportUnknown(variable, Names());
        }

        return TemplateValue.Unknown;
    }

    private IEnumerable<string> Names() => variables.Select(v => v.Name)
        .Concat(page?.Members.Keys ?? []).Concat(compiler.Schema.Everywhere.Keys).Distinct(StringComparer.Ordinal);

    private TemplateValue Member(ScriptMemberExpression expression)
    {
        var target = Value(expression.Target!);
        if (target.Type.Kind == ValueKind.Unknown)
        {
            return TemplateValue.Unknown;
        }

        var asks = expression.DotToken.TokenType == TokenType.QuestionDot;
        if (!asks)
        {
            MustBePresent(target, expression.Target!);
        }

        var name = expression.Member!.Name;
        var of = target.Get;
        if (target.Type.Kind == ValueKind.List && name == "size")
        {
            return new(TemplateType.Number, frame => (of(frame) as IReadOnlyList<object>)?.Count ?? 0);
        }

        if (!target.Type.Members.TryGetValue(name, out var member))
        {
            var hint = target.Type.Kind == ValueKind.Record ? Nearest(name, target.Type.Members.Keys)
                : new("这里不是记录,没有成员。", "This is no record and has no members.");
            Report(PageRules.UnknownName, expression.Member, target.Type.Name, name, hint);
            return TemplateValue.Unknown;
        }

        var get = member.Read;
        var path = target.Path is null ? null : $"{target.Path}.{name}";
        return new(member.Type, frame => of(frame) is { } record ? get(record) : null)
        {
            Path = path,
            MayBeAbsent = (member.MayBeAbsent || (asks && target.MayBeAbsent)) && !(path is not null && there.Contains(path)),
        };
    }

    /// <summary>Where the innermost loop is.</summary>
    private TemplateValue OfLoop(ScriptMemberExpression expression)
    {
        var name = expression.Member!.Name;
        if (loop is not { } slot)
        {
            Report(PageRules.UnknownName, expression.Target!, Name, "for", new Phrase("for 只在循环里有。", "for exists within loops only."));
            return TemplateValue.Unknown;
        }

        switch (name)
        {
            case "first":
                return new(TemplateType.Truth, frame => frame.Indexes[slot] == 0);
            case "last":
                return new(TemplateType.Truth, frame => frame.Indexes[slot] == frame.Counts[slot] - 1);
            case "index":
                return new(TemplateType.Number, frame => frame.Indexes[slot]);
            default:
                Report(PageRules.UnknownName, expression.Member, "for", name, Nearest(name, ["first", "last", "index"]));
                return TemplateValue.Unknown;
        }
    }
}
