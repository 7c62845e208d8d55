using Scriban.Syntax;
using YuGong.Text;

namespace YuGong.Pages.Templating;

internal sealed partial class TemplateWalk
{
    private const string PartialUsage = "include 'card' card: person";

    private static bool IsInclude(ScriptFunctionCall call) => call.Target is ScriptVariableGlobal { Name: TemplateFunctions.Include };

    private RenderStep? Include(ScriptFunctionCall call)
    {
        if (call.Arguments.FirstOrDefault() is not ScriptLiteral { Value: string name } literal)
        {
            Report(PageRules.WrongCall, call, TemplateFunctions.Include, PartialUsage);
            return null;
        }

        var given = call.Arguments.Skip(1).Select(Argument).ToList();
        if (given.Find(a => a.Name is null) is { } nameless)
        {
            Report(PageRules.WrongCall, nameless.Node, TemplateFunctions.Include, PartialUsage);
            return null;
        }

        if (!compiler.Partials.Contains(name))
        {
            Report(PageRules.UnknownPartial, literal, name, Nearest(name, compiler.Partials));
            return null;
        }

        if (compiler.IsOpen(name))
        {
            Report(PageRules.IncludesItself, literal, name);
            return null;
        }

        foreach (var argument in given)
        {
            MustBePresent(argument.Value, argument.Node);
        }

        var partial = compiler.Partial(name, [.. given.Select(a => (a.Name!, a.Value.Type))]);
        Blame(partial.Fault);
        CheckGiven(call, name, partial);
        return Run(partial, [.. given.Select(a => a.Value.Get)]);
    }

    /// <summary>One finding where something was forgotten, at the place that can mend it.</summary>
    private void CheckGiven(ScriptFunctionCall call, string name, CompiledPartial partial)
    {
        foreach (var missing in partial.NotGiven)
        {
            var unread = Phrase.List(partial.NotRead);
            var instead = partial.NotRead.Count > 0 ? new($"这里的 {unread.Zh} 它不读。", $" It does not read {unread.En}.") : Phrase.Empty;
            Report(PageRules.NotGiven, call, name, missing,
                new Phrase($"写 include '{name}' {missing[1..]}: …。", $"Write include '{name}' {missing[1..]}: ….") + instead);
        }
    }

    private static RenderStep Run(CompiledPartial partial, Func<RenderFrame, object?>[] values)
    {
        var (step, first) = (partial.Step, partial.FirstSlot);
        if (values is [var only])
        {
            return frame =>
            {
                frame.Values[first] = only(frame);
                step(frame);
            };
        }

        return frame =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                frame.Values[first + i] = values[i](frame);
            }

            step(frame);
        };
    }
}
