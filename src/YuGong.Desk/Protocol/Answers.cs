using System.Text.Json.Serialization;

namespace YuGong.Desk;

/// <summary>What the desk answers: an HTTP status, and a body to be written as JSON in camel case (null is JSON's <c>null</c>).</summary>
public sealed record DeskAnswer(int Status, object? Body)
{
    public static DeskAnswer Done(object? body) => new(200, body);

    public static DeskAnswer Said(string message) => new(200, new Message(message));

    public static DeskAnswer Error(int status, string message) => new(status, new Failure(message));
}

public sealed record Message([property: JsonPropertyName("message")] string Words);

public sealed record Failure(string Error);

/// <summary>An entry's file. <paramref name="Data"/> and the id are null when there is none.</summary>
public sealed record EntryAnswer(string? Data, EntryFile File);

/// <param name="Id">SHA-256 of the bytes in hex.</param>
public sealed record EntryFile(string Path, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    string? Id);

/// <param name="Content">Base64.</param>
public sealed record MediaAnswer(string Id, string Content, string Encoding, string Path, string Name);

public sealed record DraftAnswer(string Collection, string Slug, string Status, IReadOnlyList<DraftDiff> Diffs, string UpdatedAt,
    string PullRequestAuthor);

public sealed record DraftDiff(string OldPath, string NewPath, string Status, bool NewFile, string Path, string Id, bool Binary);

public sealed record InfoAnswer(string Repo, [property: JsonPropertyName("publish_modes")] IReadOnlyList<string> PublishModes,
    string Type);

/// <summary>A save that was refused: a sentence for the desk's red notice, and the findings for whoever shows them.</summary>
public sealed record Refusal(string Error, IReadOnlyList<FindingAnswer> Findings);

/// <param name="Key">The key at the top of the front matter under which the place lies, for a jump to the form's field; null in the
/// body.</param>
public sealed record FindingAnswer(string Code, string File, int Line, int Column, string? Key, string Message, string Hint);
