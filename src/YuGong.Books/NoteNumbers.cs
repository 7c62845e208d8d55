namespace YuGong.Books;

/// <summary>A source, or a footnote of the text, as it stands below a page or behind a chapter.</summary>
/// <param name="Again">As it stands on later pages that cite it again; null for the same.</param>
internal sealed record NumberedNote(int Number, string Text, string? Again = null);

/// <summary>
/// The numbers that marks of notes say: those of the sources (GB/T 7714 10.1), or, where notes stand at the foot of pages, the order in
/// which the text comes to them.
/// </summary>
internal sealed class NoteNumbers(bool inOrder)
{
    private readonly List<int> cited = [];

    /// <summary>Numbers of the sources that the chapter has cited so far, in the order of its marks.</summary>
    public IReadOnlyList<int> Cited => [.. cited];

    /// <summary>Another chapter begins, with sources of its own.</summary>
    public void Begin() => cited.Clear();

    /// <summary>All sources in the order of the numbers that they have.</summary>
    /// <param name="count">Of sources.</param>
    public IEnumerable<int> Order(int count) =>
        inOrder ? cited.Concat(Enumerable.Range(1, count).Except(cited)) : Enumerable.Range(1, count);

    public int Of(int source)
    {
        if (!cited.Contains(source))
        {
            cited.Add(source);
        }

        return inOrder ? cited.IndexOf(source) + 1 : source;
    }
}
