using System.Reflection;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>Everything that can be wrong with content. Each rule has an example in the tests and a page in docs/diagnostics.</summary>
public static partial class ContentRules
{
    private static readonly Lazy<IReadOnlyList<Rule>> Catalogue = new(() =>
    [
        .. typeof(ContentRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => (Rule)f.GetValue(null)!)
            .OrderBy(r => r.Code, StringComparer.Ordinal),
    ]);

    /// <summary>By code. Made on demand: the rules are spread over files, and which is initialized first nobody says.</summary>
    public static IReadOnlyList<Rule> All => Catalogue.Value;

    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Warning, title, message, hint, why);

    private static Rule Note(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Note, title, message, hint, why);
}
