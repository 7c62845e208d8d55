using System.Security.Cryptography;
using System.Text;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>A part of a file that somebody uploads.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Size">Bytes of the whole.</param>
/// <param name="Stamp">Tells apart files of the same name and size: when it was changed last.</param>
/// <param name="At">Where the part begins.</param>
public sealed record UploadPart(string Name, long Size, string Stamp, long At, byte[] Bytes);

/// <summary>
/// Files that come in parts: what came lies in a private folder until the rest is there, so that a line that drops costs a part and not
/// the whole. What nobody went on with for a day goes.
/// </summary>
internal sealed class UploadParts(string home, TimeProvider clock)
{
    /// <summary>Of a file: a scan of 40 megapixels has about 60 MB.</summary>
    public const long MostBytes = 100 * 1024 * 1024;

    /// <summary>Files on their way, of everybody together.</summary>
    private const int MostFiles = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly Lock gate = new();

    /// <summary>Takes a part where it continues what came; another one changes nothing.</summary>
    /// <param name="key">Whose file, and for what.</param>
    /// <returns>How many bytes there are, and all of them with the last part; null where too many files are on their way.</returns>
    public (long Have, byte[]? Whole)? Take(string key, UploadPart part)
    {
        lock (gate)
        {
            PrivateFolder.Make(home);
            var path = Path.Combine(home, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
            Sweep();
            if (!File.Exists(path) && Directory.GetFiles(home).Length >= MostFiles)
            {
                return null;
            }

            using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            {
                var fits = part.At == file.Length && part.Bytes.Length <= part.Size - file.Length;
                if (fits)
                {
                    file.Seek(0, SeekOrigin.End);
                    file.Write(part.Bytes);
                }

                if (file.Length < part.Size)
                {
                    return (file.Length, null);
                }
            }

            var whole = File.ReadAllBytes(path);
            File.Delete(path);
            return (whole.Length, whole);
        }
    }

    private void Sweep()
    {
        foreach (var file in Directory.GetFiles(home).Where(f => clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(f) > Kept))
        {
            File.Delete(file);
        }
    }
}
