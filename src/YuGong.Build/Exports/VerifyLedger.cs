using YuGong.Content;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Exports;

/// <summary>
/// <c>input/certificates.txt</c>: the sealed records from which the verify page is made, sorted by their place, so that the order of the
/// lines tells nothing.
/// </summary>
public sealed class VerifyLedger(string inputFolder)
{
    private readonly string path = Path.Combine(inputFolder, "certificates.txt");

    /// <summary>Certificates whose record is there already keep it, byte for byte.</summary>
    public void Add(IReadOnlyList<Certificate> certificates)
    {
        var known = Known();
        var fresh = certificates.Where(c => CheckCode.Read(c.Number, c.Code, known) is null)
            .Select(c => CheckCode.Line(c.Number, c.Code, LeadRegister.PublicRecord(c))).ToList();
        if (fresh.Count > 0)
        {
            Write(known.Concat(fresh));
        }
    }

    /// <summary>How many records went.</summary>
    public int Remove(IReadOnlyList<Certificate> certificates)
    {
        var known = Known();
        var left = known.Where(line => !certificates.Any(c => CheckCode.Read(c.Number, c.Code, [line]) is not null)).ToList();
        if (left.Count < known.Count)
        {
            Write(left);
        }

        return known.Count - left.Count;
    }

    private IReadOnlyList<string> Known() => File.Exists(path) ? PlainFile.Lines(path) : [];

    private void Write(IEnumerable<string> lines)
    {
        AtomicFile.Write(path, string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + Environment.NewLine)));
    }
}
