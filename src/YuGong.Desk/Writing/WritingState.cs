using System.Text.Json.Nodes;

namespace YuGong.Desk;

/// <summary>An entry as somebody goes on writing it: what stands, and what was typed since.</summary>
public sealed record WritingState
{
    /// <summary>Of what was typed; another one after every change by anybody.</summary>
    public required string Version { get; init; }

    /// <summary>The version before what was just kept: a page that knew another one has something to learn.</summary>
    public string Before { get; init; } = "";

    public required JsonObject Values { get; init; }

    /// <summary>Whether something was typed that is no step yet.</summary>
    public bool IsUnsaved { get; init; }

    /// <summary>Whether the entry lies anywhere: in the folder or on a branch of its own.</summary>
    public bool Stands { get; init; }

    /// <summary>The branch's step, as the workflow calls it; null without a draft.</summary>
    public string? Step { get; init; }

    /// <summary>The branch's commit; null without a draft.</summary>
    public string? Tip { get; init; }

    /// <summary>What the text that stands says of its status.</summary>
    public string Status { get; init; } = "draft";

    public IReadOnlyDictionary<string, FieldMark> Marks { get; init; } = new Dictionary<string, FieldMark>(StringComparer.Ordinal);

    public IReadOnlyList<KeptWords> Kept { get; init; } = [];

    /// <summary>SHA-256 of the text in the folder, which the site is made of; null where it lies on a branch only, or nowhere.</summary>
    public string? Lies { get; init; }

    /// <summary>Names of the files beside it, saved or not.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Others who have the entry open.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <param name="Was">What the page had before; null when the field said nothing.</param>
public sealed record FieldChange(JsonNode? Was, JsonNode? Now);
