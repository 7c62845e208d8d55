namespace YuGong.Content;

/// <summary>A vocabulary that the site declares itself: <c>input/taxonomies/ID.yaml</c>.</summary>
/// <param name="Id">The key of front matter; also in addresses and in the API.</param>
/// <param name="Kinds">story, object: the entries that may have its words.</param>
/// <param name="IsFilter">Whether lists and the search offer to choose by it.</param>
public sealed record Vocabulary(string Id, string Name, IReadOnlyList<string> Kinds, bool IsFilter, IReadOnlyList<Term> Terms);

/// <summary>The words of a declared vocabulary that an entry has.</summary>
public sealed record VocabularyTerms(Vocabulary Vocabulary, IReadOnlyList<Term> Terms);
