using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Posters.Kit;

/// <param name="Name">In the kit, with <c>/</c>.</param>
internal sealed record KitFile(string Name, byte[] Bytes)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static string PlaceOf(RenderedPoster poster, RenderedFile file) =>
        KitAssets.IsOne(poster.Order)
            ? $"assets/{poster.Order.Name.Shape}{(file.Format == PosterFormat.Png ? ".png" : ".svg")}" : $"posters/{file.Name}";
}

/// <summary>A finished kit in the store.</summary>
public sealed record PressedKit(string Subject, string Title, string Name, string Stored, long Length, string Sha256);

/// <summary>
/// What a designer gets of one person, or of the site, in one zip: posters in vector and screen formats, the pieces they are made of,
/// colours,
/// words, a manifest and a contact sheet. Equal parts give equal bytes.
/// </summary>
public sealed class DesignerKit(PosterRenderer room, Site site, string themeFolder)
{
    private readonly Palette palette = Palette.Of(themeFolder);

    /// <summary>The formats that a run must press so that kits are whole: what a site offers.</summary>
    public static IReadOnlyList<PosterFormat> Needs { get; } =
        [PosterFormat.Pdf, PosterFormat.PdfOutlines, PosterFormat.Svg, PosterFormat.SvgOutlines, PosterFormat.Png, PosterFormat.Preview];

    /// <param name="pressed">Of one run; posters of one subject become its kit.</param>
    public IReadOnlyList<PressedKit> Make(IEnumerable<RenderedPoster> pressed, int jobs) =>
    [
        .. pressed.Where(p => p.Holds).GroupBy(p => p.Order.Name.Subject).OrderBy(g => g.Key, StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, jobs)).Select(g => Make(g.Key, [.. g])),
    ];

    private PressedKit Make(string subject, IReadOnlyList<RenderedPoster> all)
    {
        var posters =
            all.Select(p => p with { Files =
            [.. p.Files.Where(f => KitAssets.IsOne(p.Order)
            || (f.Format != PosterFormat.Preview && PostersPipeline.FormatsOf(p.Order).Contains(f.Format)))] }).ToList();
        var story = all.Select(p => p.Order.Story).FirstOrDefault(s => s is not null);
        var fields = Fields.Read(site, story, PosterRenderer.AddressOf(site, room.Codes, subject));
        var title = story?.Name ?? fields["theme"];
        var key = posters.SelectMany(p => p.Files).Aggregate(
            Fingerprint.Of(fields.All + room.Means.Engines + story?.Header.Rights).With(Fingerprint.Of(palette.Json())),
            (k, f) => k.With(Fingerprint.Of(f.Name + f.Sha256)));
        var (stored, name) = ($"kits/{key}.zip", $"{subject}-kit.zip");
        if (FileRecord.Read(room.Means.Store.Get(stored + ".json")) is { } known)
        {
            return new(subject, title, name, stored, known.Length, known.Sha256);
        }

        var date = all.Max(p => p.Order.Date);
        var sheet = new ContactSheet(room.Means)
            .Make($"{title} · 海报一览", string.Join("、", site.Settings.Organizers), [.. all.Where(p => !KitAssets.IsOne(p.Order))], date);
        List<KitFile> others =
        [
            new("contact-sheet.pdf", sheet), new("colours/yugong.ase", palette.Ase()),
            new("colours/yugong.gpl", palette.Gpl(site.Settings.SiteTitle)),
            new("colours/yugong.json", palette.Json()),
            new("text/text.txt", KitText.Plain(fields)), new("text/data-merge.csv", KitText.DataMerge(fields)),
            new("README.txt", Encoding.UTF8.GetBytes(ReadMe(title))),
        ];
        var manifest = KitManifest.Write(
            subject, title, all[0].Order.Revision.ToString(), fields["address"],
            story?.Header.Rights ?? string.Join("、", site.Settings.Organizers), room.Means, posters, others);
        var zip =
            Zip([.. others, new("manifest.json", manifest),
            .. posters.SelectMany(p => p.Files.Select(f =>
            new KitFile(KitFile.PlaceOf(p, f), room.Means.Store.Get(f.Stored)!.Value.ToArray())))], date);
        var record = new FileRecord(zip.Length, Convert.ToHexStringLower(SHA256.HashData(zip)), 0, 0);
        room.Means.Store.Put(stored, zip);
        room.Means.Store.Put(stored + ".json", record.ToBytes());
        return new(subject, title, name, stored, record.Length, record.Sha256);
    }

    private static byte[] Zip(IReadOnlyList<KitFile> files, DateOnly date)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(file.Name,
                    file.Name.EndsWith(".png", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                using var to = entry.Open();
                to.Write(file.Bytes);
            }
        }

        return bytes.ToArray();
    }

    private static string ReadMe(string title) =>
        $"""
        {title} · 设计师套件

        posters/   海报。*.svg 分层、文字可改(需装 manifest.json 里的字体);*-outlines.* 文字已转曲,不需要字体;
                   *.pdf 字体已嵌入,MediaBox 含 3 毫米出血,TrimBox 是成品;*-outlines.pdf 带裁切线。
        assets/    透明底的部件:lockup 竖排题字、lockup-wide 横排题字、seal 印、ridges 山(每层一个图层)、code 二维码。
        colours/   色板:.ase(Adobe)、.gpl(Inkscape、GIMP)、.json。
        text/      text.txt(UTF-8)和 data-merge.csv(UTF-16BE,InDesign 数据合并用)。
        contact-sheet.pdf  一览。
        manifest.json      每个文件的 sha-256、尺寸、字体及许可、故事修订号。

        颜色是 sRGB。二维码不要改动、不要压扁,四周留白不能去掉;它指向永久短地址。
        """ + "\n";
}
