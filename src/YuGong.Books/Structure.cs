using YuGong.Posters.Scenes;

namespace YuGong.Books;

/// <summary>The elements of a book as they come up: parents before their children, everything in reading order within its parent.</summary>
internal sealed class Structure
{
    /// <summary>Of what is no part of the text: decoration.</summary>
    public const int None = -1;

    private readonly List<BookElement> elements = [];

    public IReadOnlyList<BookElement> Elements => elements;

    /// <param name="role">A standard structure type of PDF.</param>
    public int Add(string role, int? parent = null, string? alternative = null)
    {
        elements.Add(new(role, parent, alternative));
        return elements.Count - 1;
    }
}
