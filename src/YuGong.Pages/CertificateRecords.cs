using System.Text;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>
/// The sealed records of certificates, one file each, under names nobody can guess: <c>verify/c/&lt;32 hex&gt;.txt</c>. They
/// come from <c>input/certificates.txt</c>; this side has no key to them.
/// </summary>
public sealed class CertificateRecords(IReadOnlyList<string> lines) : IPipeline
{
    public string Name => "certificates";

    /// <summary>Whether certificates were ever given out: the verify page stays, also when the last of them is taken back.</summary>
    public static bool IsKept(string inputFolder) => File.Exists(Path.Combine(inputFolder, "certificates.txt"));

    public static IReadOnlyList<string> In(string inputFolder) =>
        Path.Combine(inputFolder, "certificates.txt") is var path && File.Exists(path)
            ? [.. PlainFile.Lines(path).Where(l => l.Split(' ') is [{ Length: 32 } place, { Length: > 0 }]
            && place.All(char.IsAsciiHexDigitLower))]
            : [];

    public IEnumerable<OutputFile> Make(Site site) =>
        lines.Select(l => OutputFile.Of($"verify/c/{l[..32]}.txt", Encoding.ASCII.GetBytes(l[33..] + "\n")));
}
