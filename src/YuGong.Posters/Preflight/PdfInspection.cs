using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YuGong.Posters.Scenes;
using YuGong.Posters.Writing;
using YuGong.Text;

namespace YuGong.Posters.Preflight;

/// <summary>Reads back what a finished PDF says of its boxes and fonts. It knows files as the press writes them, no others.</summary>
internal static partial class PdfInspection
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>The boxes that are off by more than 0.01 mm: name, wanted and found, in mm.</summary>
    public static IEnumerable<(string Box, string Wanted, string Found)> WrongBoxes(byte[] pdf, PageBox page)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var unit = page.Unit == Unit.Millimetre ? 1 : 25.4 / 96;
        var boxes = Box().Matches(text).GroupBy(m => m.Groups["name"].Value)
            .ToDictionary(g => g.Key, g => Millimetres(g.Last().Groups["numbers"].Value), StringComparer.Ordinal);
        foreach (var (name, width, height) in ((string, double, double)[])
            [("TrimBox", page.Width * unit, page.Height * unit), ("BleedBox", page.Full.Width * unit, page.Full.Height * unit)])
        {
            var wanted = $"{SceneText.Number(width)} × {SceneText.Number(height)} mm";
            var found = boxes.GetValueOrDefault(name);
            if (found is not [var x0, var y0, var x1, var y1])
            {
                yield return (name, wanted, "—");
            }
            else if (Math.Abs(x1 - x0 - width) > 0.01 || Math.Abs(y1 - y0 - height) > 0.01 || !Centred(boxes["MediaBox"], found))
            {
                yield return (name, wanted, $"{SceneText.Number(x1 - x0)} × {SceneText.Number(y1 - y0)} mm");
            }
        }
    }

    /// <summary>What is wrong with the fonts, in words; empty when every one is embedded and none is Type 3.</summary>
    public static IEnumerable<Detail> FontFaults(byte[] pdf, bool outlined)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (Type3().IsMatch(text))
        {
            yield return "Type 3";
        }

        var (described, embedded) = (Descriptor().Count(text), Embedded().Count(text));
        if (embedded < described)
        {
            yield return $"{described - embedded} / {described}";
        }

        if (outlined && described > 0)
        {
            yield return new Phrase("转曲的文件里还有字体", "there are fonts in a file of outlines");
        }
    }

    private static bool Centred(double[] media, double[] box) =>
        Math.Abs(box[0] - media[0] - (media[2] - box[2])) <= 0.01 && Math.Abs(box[1] - media[1] - (media[3] - box[3])) <= 0.01;

    private static double[] Millimetres(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture) / PointsPerMillimetre)];

    [GeneratedRegex(@"/(?<name>MediaBox|BleedBox|TrimBox) \[(?<numbers>[^\]]*)\]", RegexOptions.None, 10_000)]
    private static partial Regex Box();

    [GeneratedRegex(@"/Subtype /Type3\b", RegexOptions.None, 10_000)]
    private static partial Regex Type3();

    [GeneratedRegex(@"/Type /FontDescriptor\b", RegexOptions.None, 10_000)]
    private static partial Regex Descriptor();

    [GeneratedRegex(@"/FontFile[23]? \d+ 0 R", RegexOptions.None, 10_000)]
    private static partial Regex Embedded();
}
