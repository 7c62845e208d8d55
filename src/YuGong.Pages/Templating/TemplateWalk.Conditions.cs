using System.Collections.Immutable;
using System.Globalization;
using Scriban.Syntax;

namespace YuGong.Pages.Templating;

internal sealed partial class TemplateWalk
{
    /// <summary>A test: null, false, empty words, empty lists and 0 are absent.</summary>
    private Condition ConditionOf(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptNestedExpression { Expression: { } inner }:
                return ConditionOf(inner);
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } inner }:
                var turned = ConditionOf(inner);
                return new(frame => !turned.Holds(frame), turned.WhenFalse, turned.WhenTrue);
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.And, Left: { } left, Right: { } right }:
                return And(ConditionOf(left), right);
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.Or, Left: { } left, Right: { } right }:
                return Or(ConditionOf(left), right);
            case ScriptBinaryExpression comparison when OrderIn(comparison) is { } fits:
                return Compare(comparison, fits);
            default:
                var value = Value(expression);
                return new(IsThere(value), value.Path is { } path ? [path] : [], []);
        }
    }

    private Condition And(Condition left, ScriptExpression second)
    {
        var right = Knowing(left.WhenTrue, () => ConditionOf(second));
        return new(frame => left.Holds(frame) && right.Holds(frame), left.WhenTrue.Union(right.WhenTrue), []);
    }

    private Condition Or(Condition left, ScriptExpression second)
    {
        var right = Knowing(left.WhenFalse, () => ConditionOf(second));
        return new(frame => left.Holds(frame) || right.Holds(frame), [], left.WhenFalse.Union(right.WhenFalse));
    }

    /// <summary>Whether an expression is answered with yes or no by its form.</summary>
    private static bool IsTest(ScriptExpression expression) => expression switch
    {
        ScriptUnaryExpression unary => unary.Operator == ScriptUnaryOperator.Not,
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } => true,
        ScriptBinaryExpression comparison => OrderIn(comparison) is not null,
        _ => false,
    };

    /// <summary>Which orders of two values a comparison accepts; null for what is none.</summary>
    private static Func<int, bool>? OrderIn(ScriptBinaryExpression comparison) => comparison.Operator switch
    {
        ScriptBinaryOperator.CompareEqual => static order => order == 0,
        ScriptBinaryOperator.CompareNotEqual => static order => order != 0,
        ScriptBinaryOperator.CompareLess => static order => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => static order => order <= 0,
        ScriptBinaryOperator.CompareGreater => static order => order > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => static order => order >= 0,
        _ => null,
    };

    private Condition Compare(ScriptBinaryExpression comparison, Func<int, bool> fits)
    {
        var isEquality = comparison.Operator is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual;
        var left = isEquality ? Value(comparison.Left!) : Present(comparison.Left!);
        var right = isEquality ? Value(comparison.Right!) : Present(comparison.Right!);
        MustCompare(comparison.Left!, left.Type, comparison.Right!, right.Type, isEquality);
        return left.Type.Kind == ValueKind.Number && right.Type.Kind == ValueKind.Number && !left.MayBeAbsent && !right.MayBeAbsent
            ? new(frame => fits(NumberOf(left.Get(frame)).CompareTo(NumberOf(right.Get(frame)))), [], [])
            : new(frame => fits(Equals(left.Get(frame), right.Get(frame)) ? 0 : 1), [], []);
    }

    /// <summary>Words with words, numbers with numbers; only numbers have an order.</summary>
    private void MustCompare(ScriptExpression left, TemplateType leftType, ScriptExpression right, TemplateType rightType, bool isEquality)
    {
        var (wanted, other) = (leftType.Kind, rightType.Kind);
        if (wanted == ValueKind.Unknown || other == ValueKind.Unknown)
        {
            return;
        }

        if (!isEquality && wanted != ValueKind.Number)
        {
            WrongKind(left, leftType, TemplateType.Number.Name);
        }
        else if (wanted is ValueKind.Record or ValueKind.List or ValueKind.Markup)
        {
            WrongKind(left, leftType, TemplateType.Text.Name);
        }
        else if (wanted != other && wanted != ValueKind.Absent && other != ValueKind.Absent)
        {
            WrongKind(right, rightType, leftType.Name);
        }
    }

    private static double NumberOf(object? number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static Func<RenderFrame, bool> IsThere(TemplateValue value)
    {
        var get = value.Get;
        return value.Type.Kind switch
        {
            ValueKind.Text => frame => get(frame) is string { Length: > 0 },
            ValueKind.List => frame => get(frame) is IReadOnlyList<object> { Count: > 0 },
            ValueKind.Truth => frame => get(frame) is true,
            ValueKind.Number => frame => get(frame) is { } number && NumberOf(number) != 0,
            _ => frame => get(frame) is not null,
        };
    }

    /// <summary>A test, checked.</summary>
    /// <param name="WhenTrue">Paths that are not null when it holds.</param>
    /// <param name="WhenFalse">Paths that are not null when it does not.</param>
    private sealed record Condition(
        Func<RenderFrame, bool> Holds, ImmutableHashSet<string> WhenTrue, ImmutableHashSet<string> WhenFalse);
}
