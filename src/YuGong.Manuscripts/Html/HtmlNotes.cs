using AngleSharp.Dom;

namespace YuGong.Manuscripts;

/// <summary>
/// Footnotes as programs write them: Word and WPS refer to <c>#_ftn1</c> and put the note into <c>div id=ftn1</c>, Markdown refers to
/// <c>#fn:1</c> and puts it into a list.
/// </summary>
internal sealed class HtmlNotes
{
    private static readonly string[] Marks = ["_ftn", "_edn", "fn:"], Bodies = ["ftn", "edn", "fn:"],
        Backs = ["_ftnref", "_ednref", "fnref:"];

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    private HtmlNotes()
    {
    }

    public static HtmlNotes In(IElement body)
    {
        var notes = new HtmlNotes();
        foreach (var element in body.QuerySelectorAll("[id]").Where(IsBody))
        {
            // Without the number that leads back to the text.
            var words = element.TextContent;
            foreach (var back in element.QuerySelectorAll("a[href]").Where(a => Fragment(a, Backs) is not null))
            {
                words = Without(words, back.TextContent);
            }

            notes.texts.TryAdd(KeyOf(element.Id!), string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        return notes;
    }

    /// <summary>The note that a link in the text refers to; null for every other link.</summary>
    public static string? MentionedBy(IElement link) =>
        Fragment(link, Backs) is null && Fragment(link, Marks) is { } mark ? KeyOf(mark) : null;

    /// <summary>Whether the element holds a note, or the list of them, and so is no part of the text.</summary>
    public static bool IsBody(IElement element) =>
        (element.Id is { } id && Bodies.Any(b => IsNumbered(id, b)))
        || element.Style("mso-element") is "footnote-list" or "endnote-list" || element.ClassList.Contains("footnotes");

    public string TextOf(string key) => texts.GetValueOrDefault(key) ?? "";

    public IEnumerable<(string Key, string Text)> Unmentioned(IEnumerable<string> mentioned)
    {
        var known = mentioned.ToHashSet(StringComparer.Ordinal);
        return texts.Where(t => !known.Contains(t.Key)).Select(t => (t.Key, t.Value));
    }

    private static bool IsNumbered(string id, string start) =>
        id.StartsWith(start, StringComparison.Ordinal) && id.Length > start.Length && char.IsDigit(id[start.Length]);

    private static string KeyOf(string id) => id.TrimStart('_');

    private static string? Fragment(IElement link, string[] starts)
    {
        var address = link.GetAttribute("href") ?? "";
        var at = address.IndexOf('#', StringComparison.Ordinal);
        var fragment = at < 0 ? "" : address[(at + 1)..];
        return starts.Any(start => fragment.StartsWith(start, StringComparison.Ordinal)) ? fragment : null;
    }

    private static string Without(string words, string part)
    {
        var at = part.Length == 0 ? -1 : words.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? words : words.Remove(at, part.Length);
    }
}
