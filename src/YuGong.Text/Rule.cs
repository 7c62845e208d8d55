namespace YuGong.Text;

public enum Severity
{
    /// <summary>Said, but nothing has to be done: an entry was left out, a picture is small.</summary>
    Note,

    /// <summary>Should be mended; the build goes on.</summary>
    Warning,

    /// <summary>Must be mended; nothing is published.</summary>
    Error,
}

/// <summary>
/// Something that can be wrong. Declared once, in the room that can break it. <paramref name="Message"/> and
/// <paramref name="Hint"/> may hold <c>{0}</c> … for the details of a finding.
/// </summary>
/// <param name="Code">YG1xx content, YG2xx publishing, YG3xx pages, YG4xx API, YG5xx posters and media, YG6xx leads,
/// YG7xx desk, YG8xx manuscripts.</param>
/// <param name="Why">Why the rule exists; printed on its page in docs/diagnostics.</param>
public sealed record Rule(string Code, Severity Severity, Phrase Title, Phrase Message, Phrase Hint, Phrase Why)
{
    /// <summary>
    /// Whether it holds in unfinished entries too: what is private is in the repository from the first save on, published or not.
    /// </summary>
    public bool IsSafeguard { get; init; }
}
