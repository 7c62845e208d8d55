using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>
/// A backup on its way to the desk, in parts, as large as it may be: sealed as it is, in a folder beside the register that is gone when the
/// backup was tried.
/// </summary>
/// <param name="register">The register's folder.</param>
internal sealed class ArrivingBackup(string register)
{
    /// <summary>Of a file.</summary>
    public const long MostBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Files on their way: a backup, its anchor, and what somebody left off.</summary>
    private const int MostFiles = 8;

    /// <summary>What nobody went on with for so long goes.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly string folder = Path.Combine(register, "arriving");

    /// <summary>Takes a part where it continues what came; another one changes nothing.</summary>
    /// <returns>
    /// How many bytes there are, and what the file is called here once it is whole; null where too many files are on their way.
    /// </returns>
    public (long Have, string? Name)? Take(UploadPart part, DateTimeOffset now)
    {
        lock (gate)
        {
            PrivateFile.Folder(folder);
            foreach (var old in Directory.GetFiles(folder).Where(f => now.UtcDateTime - File.GetLastWriteTimeUtc(f) > Kept))
            {
                File.Delete(old);
            }

            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{part.Name}\n{part.Size}\n{part.Stamp}")));
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                if (Directory.GetFiles(folder).Length >= MostFiles)
                {
                    return null;
                }

                PrivateFile.Create(path).Dispose();
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (part.At == file.Length && part.Bytes.Length <= part.Size - file.Length)
            {
                file.Seek(0, SeekOrigin.End);
                file.Write(part.Bytes);
            }

            return (file.Length, file.Length == part.Size ? name : null);
        }
    }

    /// <summary>The backup among files that came, with its anchor beside it where one came too; null where there is none.</summary>
    /// <param name="names">As <see cref="Take"/> gave them.</param>
    public string? Whole(IEnumerable<string> names)
    {
        var whole = Path.Combine(folder, "whole");
        PrivateFile.Folder(whole);
        var (backup, anchor) = (Path.Combine(whole, "register.backup"), Path.Combine(whole, "register.backup.anchor"));
        foreach (var path in names.Where(n => n.Length == 64 && n.All(char.IsAsciiHexDigitLower)).Select(n => Path.Combine(folder, n))
            .Where(File.Exists))
        {
            if (Begins(path, "PK"u8))
            {
                using var zip = ZipFile.OpenRead(path);
                zip.GetEntry(Path.GetFileName(backup))?.ExtractToFile(backup, overwrite: true);
                zip.GetEntry(Path.GetFileName(anchor))?.ExtractToFile(anchor, overwrite: true);
            }
            else
            {
                File.Move(path, Begins(path, "SQLite format 3"u8) ? backup : anchor, overwrite: true);
            }
        }

        return File.Exists(backup) ? backup : null;
    }

    public void Forget()
    {
        lock (gate)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static bool Begins(string path, ReadOnlySpan<byte> with)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[with.Length];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(with);
    }
}
