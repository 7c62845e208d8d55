namespace YuGong.Text;

/// <summary>What the program speaks: the language of its console, its findings and its help.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>Who asked for which language.</summary>
public static class Languages
{
    /// <summary>The words of <c>--lang</c> and of <c>YUGONG_LANG</c>.</summary>
    public static Language? Parse(string? word) => word switch { "zh" => Language.Chinese, "en" => Language.English, _ => null };

    /// <summary>
    /// The language of an environment, as POSIX and GNU gettext read it: <c>YUGONG_LANG</c>, else the locale of messages (<c>LC_ALL</c>,
    /// <c>LC_MESSAGES</c>, <c>LANG</c>), which <c>LANGUAGE</c> may refine unless it is C or POSIX. Nothing said is Chinese, a language that
    /// we do not speak is English.
    /// </summary>
    /// <param name="variable">A variable of the environment; null when it is not set.</param>
    /// <param name="ofTheSystem">The locale that the system itself is set to where no variable says so (Windows), such as
    /// <c>zh-CN</c>.</param>
    public static Language Of(Func<string, string?> variable, string? ofTheSystem = null)
    {
        if (Parse(variable("YUGONG_LANG")) is { } wanted)
        {
            return wanted;
        }

        string[] names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var locale = names.Select(variable).FirstOrDefault(l => l is { Length: > 0 }) ?? ofTheSystem ?? "";
        if (locale.Length == 0 || locale is "C" or "POSIX" || locale.StartsWith("C.", StringComparison.Ordinal))
        {
            return Language.Chinese;
        }

        var first = variable("LANGUAGE")?.Split(':')[0] is { Length: > 0 } refined ? refined : locale;
        return first.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
    }
}
