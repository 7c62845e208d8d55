using System.Text.Json.Nodes;

namespace YuGong.Desk;

/// <summary>Words of an earlier writer that a later one replaced, kept until somebody puts them away.</summary>
/// <param name="Place">In the form's own words: 年表 · 第 4 项 · 事件.</param>
/// <param name="By">Who wrote them.</param>
/// <param name="Over">Who wrote over them.</param>
public sealed record KeptWords(string Place, string Text, string By, string Over, DateTimeOffset At);

/// <summary>Who changed a field last.</summary>
public sealed record FieldMark(string By, DateTimeOffset At);

/// <summary>What was typed and is no step of the history yet, incomplete or wrong as it may be.</summary>
public sealed record UnsavedEntry
{
    /// <summary>Another one after every change.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the file that it was begun with; null for a new entry.</summary>
    public string? Base { get; init; }

    /// <summary>What that file said.</summary>
    public required JsonObject Began { get; init; }

    /// <summary>What the form says now.</summary>
    public required JsonObject Values { get; init; }

    public IReadOnlyDictionary<string, FieldMark> Marks { get; init; } = new Dictionary<string, FieldMark>(StringComparer.Ordinal);

    public IReadOnlyList<KeptWords> Kept { get; init; } = [];

    /// <summary>Who typed last.</summary>
    public string By => Marks.Count == 0 ? "" : Marks.Values.MaxBy(m => m.At)!.By;
}
