using YuGong.Content;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>A draft as it was drawn for whoever reads it.</summary>
/// <param name="Number">Under which page and card can be asked for; null where the page cannot be drawn.</param>
/// <param name="Entry">Null where the text cannot be read as an entry.</param>
public sealed record DrawnSide(int? Number, bool HasCard, Entry? Entry);

/// <summary>What the page that compares a draft with what stands is made of.</summary>
public sealed record ReviewRequest
{
    public required DeskCollection Collection { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ReviewedDraft Draft { get; init; }

    public required IReadOnlyList<ChangedField> Changes { get; init; }

    /// <summary>Null for a new entry.</summary>
    public required DrawnSide? Before { get; init; }

    public required DrawnSide After { get; init; }

    /// <summary>What keeps it from being published.</summary>
    public required IReadOnlyList<FormFinding> Missing { get; init; }

    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>Links by which it is shown outside.</summary>
    public required IReadOnlyList<SharedDraft> Shared { get; init; }

    public required IReadOnlyList<Stamp> Stamps { get; init; }

    /// <summary>The name of an entry of a kind by its id.</summary>
    public required Func<string, string, string?> Names { get; init; }

    public required Editor Editor { get; init; }

    /// <summary>Where the desk is: times are told by its clock.</summary>
    public required TimeSpan Offset { get; init; }
}
