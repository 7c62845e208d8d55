namespace YuGong.Content;

public sealed record NamedText(string Name, string? Text);

/// <summary>The association's call for leads, from <c>input/call.yaml</c>.</summary>
public sealed record Call
{
    /// <summary>Made up to show how a call is written: it is seen in the preview only.</summary>
    public bool Sample { get; init; }

    public required string Title { get; init; }

    public required string Theme { get; init; }

    public required DateOnly Issued { get; init; }

    public required IReadOnlyList<string> Issuers { get; init; }

    public required string DeadlineNote { get; init; }

    public required string Mail { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<string> Background { get; init; }

    public required string Scope { get; init; }

    public required IReadOnlyList<NamedText> Requirements { get; init; }

    public required IReadOnlyList<NamedText> Channels { get; init; }

    public required string Submission { get; init; }

    public required string UseIntro { get; init; }

    public required IReadOnlyList<string> Uses { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required string Closing { get; init; }

    public required string FormTitle { get; init; }

    public required IReadOnlyList<NamedText> FormFields { get; init; }

    public string? Salutation { get; init; }
}
