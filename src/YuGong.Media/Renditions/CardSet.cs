using System.Security.Cryptography;
using System.Text;
using YuGong.Content;
using YuGong.Media.Originals;

namespace YuGong.Media.Renditions;

/// <summary>What a thing's drawing becomes where it is shown small: on cards, and on the sheets of the collection.</summary>
internal sealed class CardSet
{
    /// <summary>Goes up when the same recipe shall give other bytes.</summary>
    private const string Recipe = "card 5";

    /// <summary>The whole drawing, which draws itself when it is first seen.</summary>
    private const string Drawn = "drawn";

    public CardSet(Original original)
    {
        Original = original;
        var thing = (CollectionObject)original.Entry;
        (Chosen, IsStop) = (thing.CardRegion, thing.Card is null);
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Recipe}|{original.Sha256}|{Chosen}|{IsStop}")))[..32];
    }

    public Original Original { get; }

    /// <summary>Names of places, with the size of their file.</summary>
    public IReadOnlyList<(string Place, int Width, int Height)> Places =>
    [
        (PicturePlace.Card.Name, CardDrawing.Width, CardDrawing.Height),
        (PicturePlace.Sheet.Name, CardDrawing.SheetWidth, CardDrawing.SheetHeight),
        (Drawn, (int)Math.Round(Original.Drawing!.Width), (int)Math.Round(Original.Drawing.Height)),
    ];

    public Region? Chosen { get; }

    /// <summary>Whether the part is a stop of a tour, to be enlarged to a card's shape.</summary>
    public bool IsStop { get; }

    /// <summary>32 hexadecimal digits; equal keys mean equal files.</summary>
    public string Key { get; }

    public static string NameOf(string place) => place + ".svg";

    public string PathOf(string place) => $"/assets/pictures/{Key[..16]}/{NameOf(place)}";

    public byte[] Draw(string place) => place == Drawn ? SelfDrawing.Of(Original.Drawing!)
        : place == PicturePlace.Sheet.Name ? CardDrawing.Sheet(Original.Drawing!)
        : CardDrawing.Card(Original.Drawing!, Chosen, IsStop);
}
