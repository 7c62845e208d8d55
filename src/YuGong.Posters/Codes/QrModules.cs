using QRCoder;

namespace YuGong.Posters.Codes;

/// <summary>QR codes (ISO/IEC 18004) at level Q: a quarter of the code may be lost.</summary>
public static class QrModules
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
}
