using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Scriban.Syntax;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages.Templating;

internal sealed partial class TemplateWalk
{
    public RenderStep Block(ScriptBlockStatement? block)
    {
        var steps = (block?.Statements ?? []).Select(Statement).OfType<RenderStep>().ToArray();
        return steps switch
        {
            [] => TemplateCompiler.Nothing,
            [var only] => only,
            _ => frame =>
            {
                foreach (var step in steps)
                {
                    step(frame);
                }
            },
        };
    }

    /// <summary>Null for what writes nothing.</summary>
    private RenderStep? Statement(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement:
                return null;
            case ScriptRawStatement raw:
                var bytes = Encoding.UTF8.GetBytes(raw.Text.ToString());
                return bytes.Length == 0 ? null : frame => frame.Write(bytes);
            case ScriptIfStatement choice:
                return If(choice);
            case ScriptForStatement { Variable: ScriptVariable variable, NamedArguments: null or { Count: 0 } } repeat
                when repeat is not ScriptTableRowStatement:
                return For(repeat, variable.Name);
            case ScriptExpressionStatement { Expression: ScriptVariableGlobal { Name: "body" } } when IsLayout:
                return static frame => frame.Body?.Invoke(frame);
            case ScriptExpressionStatement { Expression: ScriptFunctionCall call } when IsInclude(call):
                return Include(call);
            case ScriptExpressionStatement { Expression: { } expression }:
                return Print(expression);
            default:
                NotForThemes((statement as ScriptForStatement)?.NamedArguments?.FirstOrDefault() ?? (ScriptNode)statement);
                return null;
        }
    }

    private RenderStep If(ScriptIfStatement choice)
    {
        var condition = ConditionOf(choice.Condition!);
        var then = Knowing(condition.WhenTrue, () => Block(choice.Then));
        var otherwise = Knowing(condition.WhenFalse, () => choice.Else switch
        {
            ScriptIfStatement next => If(next),
            ScriptElseStatement last => Block(last.Body),
            _ => TemplateCompiler.Nothing,
        });
        var holds = condition.Holds;
        return frame => (frame.Decide(holds(frame)) ? then : otherwise)(frame);
    }

    private T Knowing<T>(ImmutableHashSet<string> more, Func<T> walk)
    {
        var before = there;
        there = there.Union(more);
        var result = walk();
        there = before;
        return result;
    }

    private RenderStep For(ScriptForStatement repeat, string name)
    {
        var list = Present(repeat.Iterator!);
        if (list.Type.Kind is not (ValueKind.List or ValueKind.Unknown))
        {
            WrongKind(repeat.Iterator!, list.Type, "list");
        }

        var slot = compiler.NewSlot();
        var body = InLoop(new(name, list.Type.Item ?? TemplateType.Unknown, slot), () => Block(repeat.Body));
        var otherwise = Block(repeat.Else?.Body);
        var get = list.Get;
        var endless = Endless(repeat);
        return frame =>
        {
            if (get(frame) is not IReadOnlyList<object> { Count: > 0 } items)
            {
                frame.Begin(slot, 0);
                otherwise(frame);
                return;
            }

            frame.Begin(slot, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                frame.Turn(endless);
                frame.Indexes[slot] = i;
                frame.Values[slot] = items[i];
                body(frame);
            }
        };
    }

    /// <summary>Lists are finite; loops within loops within loops are not.</summary>
    private Diagnostic Endless(ScriptForStatement repeat)
    {
        var turns = string.Create(CultureInfo.InvariantCulture, $"for × {RenderFrame.MostTurns:N0}");
        return new(PageRules.NotForThemes, source.SpanOf(repeat.ForOrTableRowKeyword), turns);
    }

    private RenderStep InLoop(Variable variable, Func<RenderStep> walk)
    {
        var outer = loop;
        loop = variable.Slot;
        variables.Add(variable);
        var body = walk();
        variables.RemoveAt(variables.Count - 1);
        loop = outer;
        return body;
    }

    private RenderStep? Print(ScriptExpression expression)
    {
        var value = Value(expression);
        var get = value.Get;
        switch (value.Type.Kind)
        {
            case ValueKind.Text:
                return frame => frame.Print((string?)get(frame));
            case ValueKind.Markup:
                return frame => frame.Print((Markup?)get(frame));
            case ValueKind.Number:
                return frame => frame.Print(get(frame));
            case ValueKind.Truth:
                return frame => frame.Print(get(frame) is true ? "true" : "false");
            case ValueKind.Record or ValueKind.List:
                WrongKind(expression, value.Type, "text");
                return null;
            default:
                return null;
        }
    }
}
