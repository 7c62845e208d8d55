namespace YuGong.Desk;

/// <summary>批注: what somebody who read a draft asks of whoever writes it.</summary>
public sealed record Remark
{
    /// <summary>Its number among those of the entry.</summary>
    public required string Id { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The draft's commit that was read.</summary>
    public required string Revision { get; init; }

    public required string Text { get; init; }

    /// <summary>What it is about, from the outermost key inwards; nothing for the whole entry.</summary>
    public IReadOnlyList<string> Field { get; init; } = [];

    /// <summary>The same in the form's own words.</summary>
    public string Place { get; init; } = "";

    /// <summary>The passage it is about; empty for the whole field.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Why the draft went back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Who says that it is done; null while it is open.</summary>
    public string? SettledBy { get; init; }
}
