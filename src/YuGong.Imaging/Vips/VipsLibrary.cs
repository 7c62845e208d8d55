using System.Runtime.InteropServices;

namespace YuGong.Imaging.Vips;

/// <summary>The calls of libvips 8.14 and GObject that run an operation without a call of variable length.</summary>
internal static unsafe partial class VipsLibrary
{
    private const string Lib = NativeLibraries.Vips, Glib = NativeLibraries.GObject;

    /// <summary>G_TYPE_STRING.</summary>
    public const nuint TypeString = 16 << 2;

    /// <summary>VIPS_FORMAT_UCHAR.</summary>
    public const int Byte = 0;

    [LibraryImport(Lib, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(string program);

    [LibraryImport(Lib, EntryPoint = "vips_version_string")]
    public static partial byte* Version();

    [LibraryImport(Lib, EntryPoint = "vips_concurrency_set")]
    public static partial void Concurrency(int threads);

    [LibraryImport(Lib, EntryPoint = "vips_cache_set_max")]
    public static partial void CacheMax(int operations);

    [LibraryImport(Lib, EntryPoint = "vips_block_untrusted_set")]
    public static partial void BlockUntrusted(int state);

    [LibraryImport(Lib, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Block(string operations, int state);

    [LibraryImport(Lib, EntryPoint = "vips_error_buffer_copy")]
    public static partial byte* ErrorCopy();

    [LibraryImport(Lib, EntryPoint = "vips_error_clear")]
    public static partial void ErrorClear();

    [LibraryImport(Lib, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(Lib, EntryPoint = "vips_blob_get_type")]
    public static partial nuint BlobType();

    [LibraryImport(Lib, EntryPoint = "vips_blob_get")]
    public static partial byte* BlobGet(nint blob, out nuint length);

    [LibraryImport(Lib, EntryPoint = "vips_blob_copy")]
    public static partial nint BlobCopy(byte* data, nuint length);

    [LibraryImport(Lib, EntryPoint = "vips_image_new_from_memory")]
    public static partial nint ImageFromMemory(byte* data, nuint size, int width, int height, int bands, int format);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_width")]
    public static partial int Width(nint image);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_height")]
    public static partial int Height(nint image);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_bands")]
    public static partial int Bands(nint image);

    [LibraryImport(Lib, EntryPoint = "vips_image_write_to_memory")]
    public static partial byte* WriteToMemory(nint image, out nuint size);

    [LibraryImport(Lib, EntryPoint = "vips_image_copy_memory")]
    public static partial nint CopyMemory(nint image);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_fields")]
    public static partial byte** Fields(nint image);

    [LibraryImport(Glib, EntryPoint = "g_strfreev")]
    public static partial void FreeStrings(byte** strings);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint TypeOfField(nint image, string name);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_int", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetInt(nint image, string name, out int value);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_blob", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetBlob(nint image, string name, out byte* data, out nuint length);

    [LibraryImport(Lib, EntryPoint = "vips_image_set_blob_copy", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBlob(nint image, string name, byte* data, nuint length);

    [LibraryImport(Lib, EntryPoint = "vips_image_remove", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RemoveField(nint image, string name);

    [LibraryImport(Lib, EntryPoint = "vips_image_get_interpretation")]
    public static partial int Interpretation(nint image);

    [LibraryImport(Lib, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewOperation(string name);

    [LibraryImport(Lib, EntryPoint = "vips_object_set_argument_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetArgument(nint operation, string name, string value);

    [LibraryImport(Lib, EntryPoint = "vips_cache_operation_build")]
    public static partial nint Build(nint operation);

    [LibraryImport(Lib, EntryPoint = "vips_object_unref_outputs")]
    public static partial void UnrefOutputs(nint operation);

    [LibraryImport(Glib, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);

    [LibraryImport(Glib, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProperty(nint instance, string name, GValue* value);

    [LibraryImport(Glib, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void GetProperty(nint instance, string name, GValue* value);

    /// <summary>G_LOG_LEVEL_WARNING and everything graver that still goes on.</summary>
    public const int Warnings = 1 << 4;

    [LibraryImport(Glib, EntryPoint = "g_log_set_handler", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint SetLogHandler(string domain, int levels, delegate* unmanaged<byte*, int, byte*, void*, void> handler,
        nint data);

    [LibraryImport(Glib, EntryPoint = "g_value_init")]
    public static partial void InitValue(GValue* value, nuint type);

    [LibraryImport(Glib, EntryPoint = "g_value_unset")]
    public static partial void UnsetValue(GValue* value);

    [LibraryImport(Glib, EntryPoint = "g_value_set_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetString(GValue* value, string text);

    [LibraryImport(Glib, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(GValue* value, nint instance);

    [LibraryImport(Glib, EntryPoint = "g_value_get_object")]
    public static partial nint GetObject(GValue* value);

    [LibraryImport(Glib, EntryPoint = "g_value_take_boxed")]
    public static partial void TakeBoxed(GValue* value, nint boxed);

    [LibraryImport(Glib, EntryPoint = "g_value_get_boxed")]
    public static partial nint GetBoxed(GValue* value);

    [LibraryImport(Glib, EntryPoint = "g_free")]
    public static partial void Free(byte* memory);

    /// <summary>GValue: a type and two words of payload.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GValue
    {
        public nuint Type;
        public ulong First;
        public ulong Second;
    }
}
