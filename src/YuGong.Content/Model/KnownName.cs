namespace YuGong.Content;

/// <summary>An institution or a person by the name that the association's list gives.</summary>
/// <param name="Also">Short and other forms that are right too.</param>
/// <param name="Not">Forms that are wrong.</param>
public sealed record KnownName(string Id, string Name, IReadOnlyList<string> Also, IReadOnlyList<string> Not) : Term(Id, Name);
