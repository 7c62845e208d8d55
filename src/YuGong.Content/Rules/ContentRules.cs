using YuGong.Text;

namespace YuGong.Content;

/// <summary>Everything that can be wrong with content. Each rule has an example in the tests and a page in docs/diagnostics.</summary>
public static partial class ContentRules
{
    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Warning, title, message, hint, why);

    private static Rule Note(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Note, title, message, hint, why);
}
