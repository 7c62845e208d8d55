using System.Globalization;
using System.Text;
using QRCoder;

namespace YuGong.Publishing.Motifs;

/// <summary>QR codes (ISO/IEC 18004) at level Q: a quarter of the code may be lost.</summary>
public static class QrCodes
{
    /// <summary>Light modules on every side that the standard asks for.</summary>
    public const int QuietZone = 4;

    /// <summary>Dark modules by row and column, without the quiet zone.</summary>
    public static bool[,] Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var size = code.ModuleMatrix.Count - (2 * QuietZone);
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                modules[row, column] = code.ModuleMatrix[row + QuietZone][column + QuietZone];
            }
        }

        return modules;
    }

    /// <summary>
    /// The code of a page itself, quiet zone included, a module one unit. Another place of the page shows the same by
    /// <c>use href="#qr"</c>.
    /// </summary>
    public static string Draw(string text)
    {
        var (box, path) = Drawing(text);
        return $"<svg class=\"qr\" role=\"img\" aria-label=\"本页地址的二维码\"><symbol id=\"qr\" viewBox=\"{box}\"><path d=\"{path}\"/></symbol>"
            + "<use href=\"#qr\"/></svg>";
    }

    /// <summary>The code of another address; what it leads to is said beside it.</summary>
    public static string DrawOther(string text)
    {
        var (box, path) = Drawing(text);
        return $"<svg class=\"qr\" viewBox=\"{box}\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>";
    }

    /// <summary>Dark runs of each row as one path.</summary>
    private static (string Box, string Path) Drawing(string text)
    {
        var modules = Of(text);
        var size = modules.GetLength(0);
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var start = column;
                while (column < size && modules[row, column])
                {
                    column++;
                }

                if (column > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
                }
            }
        }

        var side = size + (2 * QuietZone);
        return (string.Create(CultureInfo.InvariantCulture, $"-{QuietZone} -{QuietZone} {side} {side}"), path.ToString());
    }
}
