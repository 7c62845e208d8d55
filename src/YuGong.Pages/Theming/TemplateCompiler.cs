using System.Linq.Expressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Features;

namespace YuGong.Pages;

/// <summary>
/// Makes delegates of the expression trees that Handlebars.Net makes of templates. The trees are built of a few shapes, and each
/// becomes a delegate that calls those of its parts: no code is made at run time, so templates are ready at once, and the
/// native program, which can make none, need not interpret them. A shape that is not known here is left to LINQ.
/// </summary>
/// <param name="unknown">Told of what is left.</param>
internal sealed class TemplateCompiler(Action<Expression>? unknown = null) : IFeatureFactory, IFeature, IExpressionCompiler
{
    public IFeature CreateFeature() => this;

    /// <summary>Takes the place of the engine's own compiler, which another feature sets: this one comes after it.</summary>
    public void OnCompiling(ICompiledHandlebarsConfiguration configuration) => configuration.ExpressionCompiler = this;

    public void CompilationCompleted()
    {
    }

    public T Compile<T>(Expression<T> expression)
        where T : class, Delegate =>
        expression is Expression<TemplateDelegate> template ? (T)(object)new TemplateShapes(template, unknown).Whole : expression.Compile();
}
