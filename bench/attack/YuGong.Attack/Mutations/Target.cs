using System.IO.Compression;
using System.Text;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Publishing.Privacy;
using YuGong.Text;

namespace YuGong.Attack.Mutations;

/// <summary>A kind of input, the seeds it is made of, and what is done with a spoiled one.</summary>
/// <param name="Weight">So many of a thousand attacks.</param>
/// <param name="Seeds">Names to choose from; paths from the root for those of the site.</param>
internal sealed record Target(string Name, int Weight, bool IsText, IReadOnlyList<string> Seeds, Action<SmallSite, string, byte[]> Attack)
{
    public static IReadOnlyList<Target> All(SmallSite site) =>
    [
        new("entries", 300, true, site.Files("input", "index.md"), Build),
        new("vocabularies", 80, true, 
            [.. site.Files("input/taxonomies", "*.yaml"), "input/call.yaml", "input/call.yaml", "input/texts.yaml", "input/map.yaml"],
            Build),
        new("settings", 60, true, ["statiq.json"], Build),
        new("theme", 40, true, ["themes/yugong/theme.json"], Build),
        new("templates", 110, true, site.Files("themes/yugong/templates", "*.scriban"), Build),
        new("designs", 90, true, [.. site.Files("themes/yugong/posters", "*.svg"), "themes/yugong/posters/fonts.json"], Press),
        new("captions", 30, true, site.Files("input", "*.vtt"), Build),
        new("ledgers", 70, true, site.Files("input", "*.txt"), Build),
        new("drawings", 30, true, site.Files("input", "*.svg"), Build),
        new("pictures", 30, false, [.. site.Files("input", "*.png"), .. site.Files("input", "*.jpg")], Pictures),
        new("forms", 80, false, ["空.docx", "填好.docx"], Form),
        new("mails", 80, true, ["a.eml"], Mail),
    ];

    public byte[] Seed(SmallSite site, string seed) => Name switch
    {
        "forms" =>
            FormWriter.Write(null, seed.StartsWith('空') ? null : new LeadForm(Enum.GetValues<Field>()
            .Select(f => KeyValuePair.Create(f, $"某{f}")))),
        "mails" => Encoding.UTF8.GetBytes(LetterWith(FormWriter.Write(null))),
        _ => File.ReadAllBytes(site.At(seed)),
    };

    /// <summary>As <c>check</c> and then <c>build</c> do it, into memory.</summary>
    private static void Build(SmallSite site, string path, byte[] bytes) => With(site, path, bytes, () => Plan(site));

    /// <summary>With a few of the pictures that are made of it.</summary>
    private static void Pictures(SmallSite site, string path, byte[] bytes) => With(site, path, bytes, () =>
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path))!;
        Plan(site, files => files.Where(f => f.Path.Value.Contains(folder, StringComparison.Ordinal) && !IsWords(f)).Take(4));
    });

    private static bool IsWords(OutputFile file) =>
        Path.GetExtension(file.Path.Value) is ".html" or ".json" or ".xml" or ".svg" or ".txt" or ".vtt" or ".js" or ".ndjson";

    /// <param name="some">Of the files that are otherwise than after the last attack, which are made; those that are text, when nothing is
    /// said: pictures take seconds.</param>
    private static void Plan(SmallSite site, Func<IEnumerable<OutputFile>, IEnumerable<OutputFile>>? some = null)
    {
        some ??= files => files.Where(IsWords);
        var findings = new Diagnostics();
        var options = new RunOptions(site.Project, SmallSite.Today, Edition.Preview) { Jobs = 2, WithFonts = false };
        var snapshot = InputSnapshot.Read(options);
        if (SitePlanner.Plan(options, snapshot, site.Memory, findings) is { } plan)
        {
            ClaimLedger.In(site.Project.Input, site.Project.InputName, findings).Check(plan.Site, 2, findings);
            plan.Addresses.Check(plan.Publication.Addresses(), findings);
            plan.Codes.Check(plan.Publication.Addresses(), findings);
            var texts = snapshot.Inputs.Select(f => f.Path).Where(p => p.EndsWith("/index.md", StringComparison.Ordinal)).ToHashSet();
            var privacy = new ProjectPrivacy(site.Project, plan.Site, snapshot, texts, []);
            privacy.ScanInput(2, CleanFiles.None, findings);
            var changed = site.Published.Update(plan.Publication).ToHashSet(StringComparer.Ordinal);
            foreach (var file in some(plan.Publication.Files.Where(f => changed.Contains(f.Path.Value))))
            {
                try
                {
                    privacy.Scanner.Scan(file.Path.Value, file.Render().ToArray());
                }
                catch (CannotRenderException e)
                {
                    findings.Add([e.Finding]);
                }
            }

            site.Memory ??= plan.Memory;
        }

        Tell(findings);
    }

    /// <summary>The site as it is, so that the attacks have something to know.</summary>
    public static void Begin(SmallSite site) => Plan(site);

    private static void Press(SmallSite site, string path, byte[] bytes) => With(site, path, bytes, () =>
    {
        var findings = new Diagnostics();
        var loaded = site.Project.Load(Edition.Preview, SmallSite.Today, new())!;
        var places = PosterStep.PlacesOf(site.Project, "yugong", new Nowhere());
        using var room = PosterRenderer.Open(loaded, places, PosterStep.ReadCodes(site.Project, findings), findings);
        var name = Path.GetFileName(Path.GetDirectoryName(path)!);
        var orders = room?.OrdersOf(loaded, findings).Where(o => o.Name.Design == name).Take(1).ToList() ?? [];
        if (orders.Count > 0)
        {
            room!.Printer.Run(orders, _ => [PosterFormat.Preview, PosterFormat.Svg], 1, findings, null, CancellationToken.None);
        }

        Tell(findings);
    });

    private static void Form(SmallSite site, string name, byte[] bytes) => Reading.Read(name, bytes);

    private static void Mail(SmallSite site, string name, byte[] bytes) => Reading.Read(name, bytes);

    /// <summary>Said in every way that it can be said in.</summary>
    private static void Tell(Diagnostics findings)
    {
        var sorted = findings.Sorted();
        FindingsPrinter.Text(sorted, Language.Chinese);
        FindingsPrinter.Text(sorted, Language.English, color: true);
        FindingsJson.Plain(sorted, Language.Chinese);
        FindingsJson.Sarif(sorted, Language.English);
    }

    private static void With(SmallSite site, string path, byte[] bytes, Action work)
    {
        var full = site.At(path);
        var good = File.ReadAllBytes(full);
        File.WriteAllBytes(full, bytes);
        try
        {
            work();
        }
        finally
        {
            File.WriteAllBytes(full, good);
        }
    }

    /// <summary>Most of what can be wrong in a document is wrong in its XML, so that is spoiled and packed again.</summary>
    public static byte[] InsideZip(byte[] zip, Random dice)
    {
        using var whole = new MemoryStream();
        whole.Write(zip);
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries[dice.Next(archive.Entries.Count)];
            using var stream = entry.Open();
            using var before = new MemoryStream();
            stream.CopyTo(before);
            var after = Mutator.Spoil(before.ToArray(), isText: true, dice);
            stream.SetLength(0);
            stream.Write(after);
        }

        return whole.ToArray();
    }

    private static string LetterWith(byte[] form) => string.Join(
        "\r\n",
        "From: =?utf-8?B?5rWL6K+V?= <test@example.org>", "Subject: =?gbk?B?z9/L98/J?=", "Date: Tue, 1 Dec 2026 10:00:00 +0800",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=\"b1\"", "", "--b1", "Content-Type: multipart/alternative; boundary=b2", "", "--b2",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        "=E8=A2=AB=E6=8E=A8=E8=8D=90=E4=BA=BA=E5=A7=93=E5=90=8D=EF=BC=9A=E6=9F=90=E6=9F=90", "--b2",
        "Content-Type: text/html; charset=gb2312", "",
        "<html><body><table><tr><td>a</td><td>b&nbsp;&#x4e00;</td></tr></table><script>x</script></body></html>", "--b2--",
        "--b1", "Content-Type: application/octet-stream; name*0*=utf-8''%E8%A1%A8; name*1*=.docx", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"=?utf-8?Q?=E8=A1=A8.docx?=\"", "",
        Convert.ToBase64String(form, Base64FormattingOptions.InsertLineBreaks), "--b1--", "");

    private sealed class Nowhere : IPosterStore
    {
        private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

        public ReadOnlyMemory<byte>? Get(string name) => files.TryGetValue(name, out var bytes) ? bytes : null;

        public void Put(string name, ReadOnlyMemory<byte> bytes) => files[name] = bytes.ToArray();
    }
}
