using System.Runtime.InteropServices;

namespace YuGong.Imaging.Codes;

/// <summary>Reads QR codes from pixels with zbar, which has nothing in common with what wrote them.</summary>
public static unsafe partial class QrReader
{
    private const string Lib = NativeLibraries.ZBar;

    /// <summary>'Y800': one byte of grey a pixel.</summary>
    private const uint Grey = 0x30303859;

    /// <summary>The texts of all codes found, in the reader's order; empty where there is none.</summary>
    /// <param name="grey">Rows from the top, one byte a pixel, white 255.</param>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> grey, int width, int height)
    {
        using var scanner = NewScanner();
        using var image = NewImage();
        _ = Configure(scanner, 0, 0, 0); // ZBAR_NONE, ZBAR_CFG_ENABLE: no bar codes, …
        _ = Configure(scanner, 64, 0, 1); // … ZBAR_QRCODE only.
        fixed (byte* pixels = grey)
        {
            SetFormat(image, new(Grey));
            SetSize(image, (uint)width, (uint)height);
            SetData(image, pixels, new((uint)grey.Length), 0);
            var texts = new List<string>();
            if (Scan(scanner, image) > 0)
            {
                for (var symbol = First(image); symbol != 0; symbol = Next(symbol))
                {
                    texts.Add(Marshal.PtrToStringUTF8((nint)Data(symbol), (int)Length(symbol)));
                }
            }

            return texts;
        }
    }

    [LibraryImport(Lib, EntryPoint = "zbar_image_scanner_create")]
    private static partial Scanner NewScanner();

    [LibraryImport(Lib, EntryPoint = "zbar_image_scanner_destroy")]
    private static partial void DestroyScanner(nint scanner);

    [LibraryImport(Lib, EntryPoint = "zbar_image_scanner_set_config")]
    private static partial int Configure(Scanner scanner, int symbology, int setting, int value);

    [LibraryImport(Lib, EntryPoint = "zbar_scan_image")]
    private static partial int Scan(Scanner scanner, Image image);

    [LibraryImport(Lib, EntryPoint = "zbar_image_create")]
    private static partial Image NewImage();

    [LibraryImport(Lib, EntryPoint = "zbar_image_destroy")]
    private static partial void DestroyImage(nint image);

    [LibraryImport(Lib, EntryPoint = "zbar_image_set_format")]
    private static partial void SetFormat(Image image, CULong format);

    [LibraryImport(Lib, EntryPoint = "zbar_image_set_size")]
    private static partial void SetSize(Image image, uint width, uint height);

    [LibraryImport(Lib, EntryPoint = "zbar_image_set_data")]
    private static partial void SetData(Image image, byte* data, CULong length, nint cleanup);

    [LibraryImport(Lib, EntryPoint = "zbar_image_first_symbol")]
    private static partial nint First(Image image);

    [LibraryImport(Lib, EntryPoint = "zbar_symbol_next")]
    private static partial nint Next(nint symbol);

    [LibraryImport(Lib, EntryPoint = "zbar_symbol_get_data")]
    private static partial byte* Data(nint symbol);

    [LibraryImport(Lib, EntryPoint = "zbar_symbol_get_data_length")]
    private static partial uint Length(nint symbol);

    private sealed class Scanner() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            DestroyScanner(handle);
            return true;
        }
    }

    private sealed class Image() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            DestroyImage(handle);
            return true;
        }
    }
}
