using System.Security.Cryptography;
using System.Text;
using YuGong.Imaging.Vips;
using YuGong.Media.Originals;

namespace YuGong.Media.Tiles;

/// <summary>The tiles of one original. They carry no words, so a new credit makes none of them anew.</summary>
internal sealed class TileSet(Original original, string engine)
{
    /// <summary>Goes up when the same recipe shall give other bytes.</summary>
    private const string Recipe = "tiles 2";

    public Original Original => original;

    public TileGrid Grid { get; } = original.Grid;

    public string Key { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Recipe}|{engine}|{original.Sha256}|{original.Canvas.Width}x{original.Canvas.Height}|{original.Drawing is not null}")))[..32];

    /// <summary>Fills a folder that is not there yet.</summary>
    public void Cut(string folder)
    {
        if (original.Drawing is { } drawing)
        {
            TileFiles.Cut(drawing.Svg, original.CanvasScale, folder, TileGrid.Side);
        }
        else
        {
            TileFiles.Cut(original.Full, original.Head!, folder, TileGrid.Side);
        }
    }
}
