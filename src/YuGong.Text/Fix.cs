namespace YuGong.Text;

/// <summary>
/// What would mend a finding, as data: edits of the very text that the finding's place is in. Whoever writes them keeps everything else
/// byte for byte.
/// </summary>
/// <param name="Edits">Places of <see cref="SourceFile.Text"/> (UTF-16) that do not overlap, in order.</param>
public sealed record Fix(params IReadOnlyList<TextEdit> Edits)
{
    /// <summary>
    /// There is one right answer, so that a program may write it unseen. Otherwise somebody has to look first: the desk offers it, and
    /// <c>check --fix</c> leaves it alone.
    /// </summary>
    public bool IsSafe { get; init; } = true;

    /// <summary>The place, mended; a replacement of nothing takes it away.</summary>
    public static Fix Replace(SourceSpan span, string replacement) => new(new TextEdit(span.Start, span.Length, replacement));
}

/// <summary>So many UTF-16 units from there on become this.</summary>
public readonly record struct TextEdit(int Start, int Length, string Replacement)
{
    public int End => Start + Length;
}
