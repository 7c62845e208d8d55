using YuGong.Text;

namespace YuGong.Cli;

/// <summary>How what somebody asked for ended.</summary>
/// <param name="Words">Numbers of leads at most; the register's own words stay in its pages.</param>
/// <param name="To">The page that shows it; null to stay.</param>
internal sealed record LeadsAnswer(string Words, string? To = null)
{
    /// <summary>A link that is shown once, to be copied; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Whether the register is open now: the page that asked is shown again.</summary>
    public bool IsOpened { get; init; }

    /// <summary>Whether nothing was done.</summary>
    public bool IsRefused { get; private init; }

    /// <summary>Whether the page that shows it repeats the words.</summary>
    public bool IsTold => To is not null && Words.Length > 0;

    public static LeadsAnswer Refused(string why) => new(why) { IsRefused = true };

    public static LeadsAnswer Refused(Diagnostics findings) => Refused(Messages(findings));

    /// <summary>What the findings say, without what a terminal would be told to do about them.</summary>
    public static string Messages(Diagnostics findings) =>
        string.Join('\n', findings.Sorted().Select(f => f.Message(Language.Chinese)).Distinct());
}
