namespace YuGong.Content;

public sealed record NamedText(string Name, string? Text);

/// <summary>The association's call for leads, from <c>input/call.yaml</c>.</summary>
public sealed record Call(
    string Title, string Theme, DateOnly Issued, IReadOnlyList<string> Issuers, string DeadlineNote, string Mail, string Subject,
    IReadOnlyList<string> Background, string Scope, IReadOnlyList<NamedText> Requirements, IReadOnlyList<NamedText> Channels,
    string Submission, string UseIntro, IReadOnlyList<string> Uses, IReadOnlyList<string> Notes, string Closing, string FormTitle,
    IReadOnlyList<NamedText> FormFields, string? Salutation = null);
