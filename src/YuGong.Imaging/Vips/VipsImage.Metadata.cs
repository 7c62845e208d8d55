using System.Runtime.InteropServices;
using System.Text;

namespace YuGong.Imaging.Vips;

/// <content>What a file said besides its pixels.</content>
internal sealed unsafe partial class VipsImage
{
    /// <summary>VIPS_INTERPRETATION_sRGB.</summary>
    private const int StandardRgb = 22;

    public bool IsStandardRgb => VipsLibrary.Interpretation(handle) == StandardRgb;

    private static readonly (string, object)[] Converted = [("export-profile", "srgb"), ("intent", "relative")];

    /// <summary>
    /// A file as pixels that fit into a box, never enlarged, upright, in sRGB. Large JPEG files are shrunk while they are unpacked.
    /// </summary>
    public static VipsImage Shrink(string loader, string file, int width, int height, params ReadOnlySpan<(string Name, object Value)> more)
    {
        // A picture without a profile is sRGB. Told to export one all the same, libvips 8.14 makes its reds redder: 200, 40, 40 becomes
        // 196, 20, 30.
        using var head = Read(loader, file);
        return Read("thumbnail", file,
            [("width", width), ("height", height), ("size", "down"), .. head.SaysStandardRgb() ? [] : Converted, .. more]);
    }

    /// <summary>An operation that leaves files behind instead of an image.</summary>
    public void Run(string operation, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        End(Build(With(Begin(operation, arguments), operation)));

    /// <summary>The pixels, worked out once and kept; what they came from may go.</summary>
    public VipsImage Kept()
    {
        var kept = VipsLibrary.CopyMemory(handle);
        return kept == 0 ? throw Failure() : new(kept);
    }

    /// <summary>A number of the file's head, such as its orientation; null when it says none.</summary>
    public int? Number(string field) => VipsLibrary.TypeOfField(handle, field) != 0 && VipsLibrary.GetInt(handle, field, out var value) == 0
        ? value
        : null;

    /// <summary>A block of the file's head, such as its colour profile; empty when it has none.</summary>
    public byte[] Block(string field) =>
        VipsLibrary.TypeOfField(handle, field) != 0 && VipsLibrary.GetBlob(handle, field, out var data, out var length) == 0
        ? new ReadOnlySpan<byte>(data, checked((int)length)).ToArray()
        : [];

    /// <summary>
    /// The same pixels and nothing else: no EXIF, no place, no camera, no editor, no profile; then only <paramref name="xmp"/>.
    /// </summary>
    public VipsImage Bare(ReadOnlySpan<byte> xmp)
    {
        var bare = To("copy");
        var names = VipsLibrary.Fields(bare.handle);
        for (var i = 0; names[i] is not null; i++)
        {
            var name = Marshal.PtrToStringUTF8((nint)names[i])!;
            if ((name.Contains('-', StringComparison.Ordinal) && !name.StartsWith("vips-", StringComparison.Ordinal))
                || name == "orientation")
            {
                _ = VipsLibrary.RemoveField(bare.handle, name);
            }
        }

        VipsLibrary.FreeStrings(names);
        fixed (byte* data = xmp)
        {
            if (!xmp.IsEmpty)
            {
                VipsLibrary.SetBlob(bare.handle, "xmp-data", data, (nuint)xmp.Length);
            }
        }

        return bare;
    }

    /// <summary>Whether the file's own profile is sRGB by name, so that its colours need no conversion.</summary>
    public bool SaysStandardRgb()
    {
        var profile = Block("icc-profile-data");
        return profile.Length == 0 || profile.AsSpan().IndexOf("sRGB"u8) >= 0
            || profile.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("sRGB")) >= 0;
    }
}
