using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YuGong.Text;

namespace YuGong.Posters.Writing;

/// <summary>
/// Cairo writes a MediaBox and nothing else. This adds BleedBox, TrimBox and a fixed file identifier as an incremental update
/// (ISO 32000-1 7.5.6): the page and the trailer are written anew behind the file, not a byte before them changes.
/// </summary>
internal static partial class PdfBoxes
{
    /// <param name="bleed">How far the bleed box lies inside the media box, points.</param>
    /// <param name="trim">How far the trim box lies inside the media box, points.</param>
    /// <exception cref="InvalidDataException">Not a file as cairo 1.16 or later writes it: our own mistake.</exception>
    public static byte[] Add(byte[] pdf, double bleed, double trim, Fingerprint identity)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var page = PageObject().Match(text);
        var trailer = Trailer().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        if (!page.Success || !trailer.Success)
        {
            throw new InvalidDataException("The PDF is not laid out as cairo lays it out.");
        }

        var size = page.Groups["box"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        string Box(string name, double inset) => string.Create(
            CultureInfo.InvariantCulture,
            $"   /{name} [ {size[0] + inset:0.######} {size[1] + inset:0.######} "
                + $"{size[2] - inset:0.######} {size[3] - inset:0.######} ]\n");

        var number = page.Groups["number"].Value;
        var body = page.Value.Insert(page.Value.IndexOf("/MediaBox", StringComparison.Ordinal),
            (Box("BleedBox", bleed) + Box("TrimBox", trim)).TrimStart());
        var id = $"{identity}{Fingerprint.Of(text)}";
        var update = new StringBuilder();
        update.Append(body).Append('\n');
        var table = pdf.Length + update.Length;
        update.Append("xref\n0 1\n0000000000 65535 f \n").Append(number).Append(" 1\n")
            .Append(pdf.Length.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n")
            .Append("trailer\n<<").Append(trailer.Groups["entries"].Value.TrimEnd())
            .Append("\n   /Prev ").Append(trailer.Groups["start"].Value).Append("\n   /ID [<").Append(id).Append("> <").Append(id)
                .Append(">]\n>>\nstartxref\n")
            .Append(table).Append("\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(@"(?<=\n)(?<number>\d+) 0 obj\s*<<\s*/Type /Page\b(?!s).*?/MediaBox \[(?<box>[^\]]*)\].*?\nendobj",
        RegexOptions.Singleline, 10_000)]
    private static partial Regex PageObject();

    [GeneratedRegex(@"trailer\s*<<(?<entries>.*?)>>\s*startxref\s*(?<start>\d+)", RegexOptions.Singleline, 10_000)]
    private static partial Regex Trailer();
}
