using YuGong.Content;

namespace YuGong.Documents;

/// <summary>A picture as it was made, for documents to tell of it.</summary>
/// <param name="Width">Of the file at the picture's own address, px; of a drawing, in its own units.</param>
/// <param name="Placeholder">A few blurred pixels as a <c>data:</c> address; null until it is made.</param>
/// <param name="Iiif">The path of its <c>info.json</c>; null where there is no more to see.</param>
public sealed record MadePicture(int Width, int Height, string? Placeholder, string? Iiif, IReadOnlyList<MadeRendition> Renditions);

/// <param name="Cut">How it is cropped: <c>whole</c>, <c>card</c> …</param>
/// <param name="Width">Pixels.</param>
/// <param name="Path">On this site, below the link root.</param>
public sealed record MadeRendition(string Cut, string MediaType, int Width, int Height, string Path);

/// <param name="Day">On which the address was taken down.</param>
/// <param name="Address">Of a page: <c>/people/x/</c>.</param>
public sealed record Withdrawal(DateOnly Day, string Address);

/// <summary>What documents tell besides the content: what other rooms made of it, and what the ledgers know.</summary>
public sealed record DocumentSources
{
    public static DocumentSources None { get; } = new();

    public IReadOnlyList<PosterDocument> Posters { get; init; } = [];

    /// <summary>By entry and file name; null where no pictures are made.</summary>
    public Func<Entry, string, MadePicture?> Pictures { get; init; } = (_, _) => null;

    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];
}
