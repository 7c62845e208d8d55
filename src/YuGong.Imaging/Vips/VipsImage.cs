using System.Globalization;
using System.Runtime.InteropServices;

namespace YuGong.Imaging.Vips;

/// <summary>An image of libvips, and the operations on it: each names libvips's own operation and its arguments.</summary>
/// <exception cref="InvalidDataException">Libvips says what it cannot read or do.</exception>
internal sealed unsafe partial class VipsImage : SafeHandle
{
    private VipsImage(nint image)
        : base(0, ownsHandle: true) => SetHandle(image);

    public override bool IsInvalid => handle == 0;

    public int Width => VipsLibrary.Width(handle);

    public int Height => VipsLibrary.Height(handle);

    public int Bands => VipsLibrary.Bands(handle);

    /// <summary>Pixels that the caller keeps at their place until the image is gone.</summary>
    public static VipsImage FromPixels(byte* pixels, int width, int height, int bands)
    {
        Engine.Start();
        return new(VipsLibrary.ImageFromMemory(pixels, (nuint)width * (nuint)height * (nuint)bands, width, height, bands,
            VipsLibrary.Byte));
    }

    /// <summary>An operation that reads a file.</summary>
    public static VipsImage Read(string operation, string file, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        Engine.Start();
        var made = Begin(operation, arguments);
        VipsLibrary.GValue value = default;
        VipsLibrary.InitValue(&value, VipsLibrary.TypeString);
        VipsLibrary.SetString(&value, file);
        VipsLibrary.SetProperty(made, "filename", &value);
        VipsLibrary.UnsetValue(&value);
        return Image(Build(made));
    }

    /// <summary>An operation that reads a file's bytes; the image keeps a copy of them.</summary>
    public static VipsImage Unpack(string operation, ReadOnlySpan<byte> file, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        Engine.Start();
        var made = Begin(operation, arguments);
        fixed (byte* bytes = file)
        {
            VipsLibrary.GValue value = default;
            VipsLibrary.InitValue(&value, VipsLibrary.BlobType());
            var blob = VipsLibrary.BlobCopy(bytes, (nuint)file.Length);
            VipsLibrary.TakeBoxed(&value, blob);
            VipsLibrary.SetProperty(made, "buffer", &value);
            VipsLibrary.UnsetValue(&value);
        }

        return Image(Build(made));
    }

    /// <summary>An operation that makes an image of this one.</summary>
    public VipsImage To(string operation, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Image(Build(With(Begin(operation, arguments), operation)));

    /// <summary>An operation that makes a file's bytes of this one.</summary>
    public byte[] Save(string operation, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var built = Build(With(Begin(operation, arguments), operation));
        VipsLibrary.GValue value = default;
        VipsLibrary.InitValue(&value, VipsLibrary.BlobType());
        VipsLibrary.GetProperty(built, "buffer", &value);
        var bytes = VipsLibrary.BlobGet(VipsLibrary.GetBoxed(&value), out var length);
        var copy = new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
        VipsLibrary.UnsetValue(&value);
        End(built);
        return copy;
    }

    /// <summary>Rows from the top, bands of a pixel side by side.</summary>
    public byte[] Pixels()
    {
        var memory = VipsLibrary.WriteToMemory(handle, out var size);
        if (memory is null)
        {
            throw Failure();
        }

        var copy = new ReadOnlySpan<byte>(memory, checked((int)size)).ToArray();
        VipsLibrary.Free(memory);
        return copy;
    }

    protected override bool ReleaseHandle()
    {
        VipsLibrary.Unref(handle);
        return true;
    }

    private static nint Begin(string operation, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var made = VipsLibrary.NewOperation(operation);
        if (made == 0)
        {
            throw Failure();
        }

        foreach (var (name, value) in arguments)
        {
            if (VipsLibrary.SetArgument(made, name, Convert.ToString(value, CultureInfo.InvariantCulture)!) != 0)
            {
                VipsLibrary.Unref(made);
                throw Failure();
            }
        }

        return made;
    }

    /// <summary>Operations take their image as <c>in</c>; extract_area alone calls it <c>input</c>.</summary>
    private nint With(nint made, string operation)
    {
        VipsLibrary.GValue value = default;
        VipsLibrary.InitValue(&value, VipsLibrary.ImageType());
        VipsLibrary.SetObject(&value, handle);
        VipsLibrary.SetProperty(made, operation == "extract_area" ? "input" : "in", &value);
        VipsLibrary.UnsetValue(&value);
        return made;
    }

    private static nint Build(nint operation)
    {
        var built = VipsLibrary.Build(operation);
        VipsLibrary.Unref(operation);
        return built == 0 ? throw Failure() : built;
    }

    private static VipsImage Image(nint built)
    {
        VipsLibrary.GValue value = default;
        VipsLibrary.InitValue(&value, VipsLibrary.ImageType());
        VipsLibrary.GetProperty(built, "out", &value);
        var image = VipsLibrary.GetObject(&value);

        // The value's reference becomes ours; the operation's own one goes with its outputs.
        End(built);
        return new(image);
    }

    private static void End(nint built)
    {
        VipsLibrary.UnrefOutputs(built);
        VipsLibrary.Unref(built);
    }

    private static InvalidDataException Failure()
    {
        var words = VipsLibrary.ErrorCopy();
        var text = Marshal.PtrToStringUTF8((nint)words)?.Trim();
        VipsLibrary.Free(words);
        return new(string.IsNullOrEmpty(text) ? "libvips" : text);
    }
}
