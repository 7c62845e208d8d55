using YuGong.Pages.Views;

namespace YuGong.Pages.Templating;

/// <summary>A function that templates may call, as <c>value | name</c> or <c>name value</c>.</summary>
/// <param name="Usage">How it is written.</param>
/// <param name="Call">Takes the page and the values; the second is null where there is only one parameter.</param>
internal sealed record TemplateFunction(
    string Name, string Usage, IReadOnlyList<TemplateParameter> Parameters, TemplateType Result,
    Func<PageModel, object?, object?, object?> Call)
{
    /// <summary>It gives what it is given first, a part of it perhaps.</summary>
    public bool GivesItsFirst { get; init; }
}

/// <summary>What a function wants at a place.</summary>
/// <param name="Wants">As findings call it.</param>
internal sealed record TemplateParameter(string Wants, Func<TemplateType, bool> Accepts, bool MayBeAbsent = false)
{
    /// <summary>The only words that may stand here; null for any.</summary>
    public IReadOnlyList<string>? Words { get; init; }
}
