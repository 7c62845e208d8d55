namespace YuGong.Pages.Views;

/// <summary>
/// Finished markup that is made when a template first prints it. <paramref name="key"/> stands for it in the page's
/// fingerprint: equal keys must mean equal markup.
/// </summary>
public sealed class Markup(string key, Func<string> make)
{
    private string? made;

    public string Key { get; } = key;

    /// <summary>Markup that is made already.</summary>
    public static Markup Of(string markup) => new(markup, () => markup);

    public override string ToString() => made ??= make();
}
