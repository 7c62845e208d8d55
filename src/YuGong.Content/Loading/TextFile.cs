using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content;

/// <summary>
/// Reads a file as UTF-8 text, or says at once what it is instead. Every text of <c>input/</c>, of the theme and of the ledgers comes in
/// here and goes through <see cref="TextIntake"/>.
/// </summary>
public static class TextFile
{
    /// <summary>2 MB: a story has less than 0.1.</summary>
    public const long MaxBytes = 2 * 1024 * 1024;

    /// <summary>Of ledgers, to which every build may add.</summary>
    public const long MaxLedgerBytes = 64 * 1024 * 1024;

    /// <summary>A ledger that the program keeps; empty when it is not there, and, with a finding, when it cannot be read.</summary>
    public static SourceFile Ledger(string fullPath, string path, Diagnostics diagnostics)
    {
        var info = new FileInfo(fullPath);
        var file = info.Exists && (info.Length > 0 || !PlainFile.IsSafe(fullPath))
            ? Read(fullPath, path, info.Length, new Phrase("台账", "ledger"), diagnostics, MaxLedgerBytes)
            : null;
        return file ?? new(path, "");
    }

    /// <param name="fullPath">Where the file is.</param>
    /// <param name="path">What people call it, for findings.</param>
    /// <param name="size">In bytes, as the folder lists it.</param>
    /// <param name="kind">story, object … or 文件: what an empty file should have been.</param>
    public static SourceFile? Read(string fullPath, string path, long size, Detail kind, Diagnostics diagnostics, long most = MaxBytes)
    {
        var nowhere = new SourceFile(path, "").Whole;
        if (size > most)
        {
            diagnostics.Report(ContentRules.FileTooLarge, nowhere, (size / 1024.0 / 1024.0).ToString("0.#", CultureInfo.InvariantCulture),
                (most / 1024 / 1024).ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (size <= 0 && !PlainFile.IsSafe(fullPath))
        {
            diagnostics.Report(ContentRules.Unreadable, nowhere, new Phrase("它是管道、套接字或设备,不是文件。",
                "It is a pipe, a socket or a device, not a file."));
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Max(0, size) + 1);
        try
        {
            using var handle = File.OpenHandle(fullPath);
            var read = RandomAccess.Read(handle, bytes, 0);
            if (read <= Math.Max(0, size))
            {
                return Decode(bytes.AsSpan(0, read), path, kind, diagnostics);
            }

            // The file grew since the folder was listed.
            var now = RandomAccess.GetLength(handle);
            return now > most
                ? Read(fullPath, path, now, kind, diagnostics, most) : Decode(File.ReadAllBytes(fullPath), path, kind, diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Report(ContentRules.Unreadable, nowhere, e is UnauthorizedAccessException
                ? new("没有读的权限。", "No permission to read it.") : new Phrase("打不开。", "It cannot be opened."));
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static SourceFile? Decode(ReadOnlySpan<byte> bytes, string path, Detail kind, Diagnostics diagnostics)
    {
        var nowhere = new SourceFile(path, "").Whole;
        if (bytes.IsEmpty)
        {
            diagnostics.Report(ContentRules.EmptyFile, nowhere, kind);
            return null;
        }

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            diagnostics.Report(ContentRules.BinaryFile, nowhere, (zero + 1).ToString(CultureInfo.InvariantCulture));
            return null;
        }

        var marked = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var words = marked ? bytes[3..] : bytes;
        if (!Utf8.IsValid(words))
        {
            diagnostics.Report(ContentRules.NotUtf8, nowhere,
                (FirstInvalid(words) + (marked ? 4 : 1)).ToString(CultureInfo.InvariantCulture));
            return null;
        }

        var form = FormOf(path);
        var taken = TextIntake.Take(Encoding.UTF8.GetString(words), form);
        var file = new SourceFile(path, taken);
        if (marked)
        {
            diagnostics.Report(ContentRules.ByteOrderMark, file.Whole);
        }

        if (taken.Original is not null || taken.Finds.Count > 0)
        {
            IntakeReport.Report(file, taken, diagnostics);
        }

        return IntakeReport.Merged(file, form, diagnostics);
    }

    private static IntakeForm FormOf(string path) => Path.GetExtension(path) switch
    {
        ".md" => IntakeForm.Entry,
        ".yaml" or ".json" => IntakeForm.Data,
        _ => IntakeForm.Lines,
    };

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }
}
