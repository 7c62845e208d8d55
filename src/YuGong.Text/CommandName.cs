namespace YuGong.Text;

/// <summary>What people type to call this program, as hints say it: <c>./yugong</c> in a clone, else <c>yugong</c>.</summary>
public static class CommandName
{
    /// <summary>The script tells it. Rules are patterns, so a name with a brace is not taken.</summary>
    public static string Value { get; } = Environment.GetEnvironmentVariable("YUGONG_COMMAND") is { Length: > 0 and < 200 } called
        && !called.Contains('{', StringComparison.Ordinal) ? called : "yugong";

    /// <summary>It is called by the script of a clone, which can compile it anew.</summary>
    public static bool IsOfAClone => Value != "yugong";
}
