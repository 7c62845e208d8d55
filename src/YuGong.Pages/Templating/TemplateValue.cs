namespace YuGong.Pages.Templating;

/// <summary>An expression of a template, checked: its type, and how to get what it stands for.</summary>
/// <param name="Get">Runs while a page is rendered.</param>
internal sealed record TemplateValue(TemplateType Type, Func<RenderFrame, object?> Get)
{
    /// <summary>Stands for a mistake that was reported.</summary>
    public static TemplateValue Unknown { get; } = new(TemplateType.Unknown, static _ => null);

    /// <summary>Which value this is, as <c>person.portrait</c> of a certain variable; null for what has no name.</summary>
    public string? Path { get; init; }

    /// <summary>It can be null, and no test around it says that it is not.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>The word itself where one was written into the template.</summary>
    public string? Literal { get; init; }
}
