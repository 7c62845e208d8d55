using System.Text.Json.Serialization;

namespace YuGong.Desk;

/// <summary>What the desk answers: an HTTP status, and a body to be written as JSON in camel case.</summary>
public sealed record DeskAnswer(int Status, object Body)
{
    public static DeskAnswer Said(string message) => new(200, new Message(message));

    public static DeskAnswer Error(int status, string message) => new(status, new Failure(message));
}

public sealed record Message([property: JsonPropertyName("message")] string Words);

public sealed record Failure(string Error);

/// <summary>A save that was refused: a sentence for the page, and the findings for whoever shows them.</summary>
public sealed record Refusal(string Error, IReadOnlyList<FindingAnswer> Findings);

/// <param name="Key">The key at the top of the front matter under which the place lies, for a jump to the form's field; null in the
/// body.</param>
public sealed record FindingAnswer(string Code, string File, int Line, int Column, string? Key, string Message, string Hint);
