namespace YuGong.Content;

/// <summary>A review that a draft passes before it is ready.</summary>
/// <param name="Name">As people call it, and as the history of a draft says it.</param>
/// <param name="Level">Whose it is: 0 初审, 1 复审, 2 终审; null for any of them.</param>
public sealed record ReviewStep(string Name, int? Level)
{
    private const int MostCharacters = 12;

    /// <summary>The three of 三审, by their level.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["初审", "复审", "终审"];

    /// <summary>A name of up to 12 characters, and behind a colon whose review it is: <c>主编审：终审</c>; null for anything else.</summary>
    public static ReviewStep? Read(string written)
    {
        var parts = written.Split([':', '：']);
        var (name, level) = (parts[0].Trim(), Levels.Index().FirstOrDefault(l => l.Item == parts[^1].Trim()));
        return name.Length is 0 or > MostCharacters || name.Any(char.IsControl) || parts.Length > 2 ? null
            : level.Item is not null ? new(name, level.Index)
            : parts.Length == 1 ? new(name, null)
            : null;
    }
}
