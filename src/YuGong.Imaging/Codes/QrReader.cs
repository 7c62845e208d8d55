using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;

namespace YuGong.Imaging.Codes;

/// <summary>Reads QR codes from pixels with ZXing, which has nothing in common with what wrote them.</summary>
public static class QrReader
{
    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.CHARACTER_SET] = "UTF-8",
        [DecodeHintType.TRY_HARDER] = true,
    };

    /// <summary>The texts of all codes found, in the reader's order; empty where there is none.</summary>
    /// <param name="grey">Rows from the top, one byte a pixel, white 255.</param>
    public static IReadOnlyList<string> Read(byte[] grey, int width, int height)
    {
        var source = new RGBLuminanceSource(grey, width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        var found = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), Hints);
        return [.. (found ?? []).Select(code => code.Text)];
    }
}
