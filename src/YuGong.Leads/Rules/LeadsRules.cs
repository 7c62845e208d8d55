using YuGong.Text;

namespace YuGong.Leads;

/// <summary>
/// Everything that can be wrong with leads. No sentence ever repeats what a lead says: findings reach terminals and logs,
/// and a person's data must not.
/// </summary>
public static partial class LeadsRules
{
    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Warning, title, message, hint, why);

    private static Rule Note(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Note, title, message, hint, why);
}
