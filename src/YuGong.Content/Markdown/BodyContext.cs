using Markdig;

namespace YuGong.Content;

/// <summary>What the text of a body is read against.</summary>
/// <param name="Sources">The entry's sources in order: the first is [1].</param>
/// <param name="Files">Names of the files beside it.</param>
/// <param name="AddressOf">Turns an address as written (<c>/people/x/</c>, <c>plan.png</c>) into one for the page.</param>
public sealed record BodyContext(IReadOnlyList<Source> Sources, IReadOnlyList<string> Files, Func<string, string> AddressOf)
{
    private static readonly object Key = typeof(BodyContext);

    /// <summary>The number of a source; null when the entry has none of that id.</summary>
    public int? NumberOf(string id)
    {
        for (var i = 0; i < Sources.Count; i++)
        {
            if (Sources[i].Id.Id == id)
            {
                return i + 1;
            }
        }

        return null;
    }

    internal MarkdownParserContext ForParser() => new() { Properties = { [Key] = this } };

    internal static BodyContext Of(MarkdownParserContext? context) => (BodyContext)context!.Properties[Key];
}
