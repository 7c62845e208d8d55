using System.Diagnostics;
using System.Text;
using Xunit;
using YuGong.Posters.Certificates;
using YuGong.Posters.Designs;
using YuGong.Tests.Support;
using YuGong.Tests.Sites;
using YuGong.Text;

namespace YuGong.Tests.Press;

/// <summary>The theme's certificates, as a recommender would get them; everybody on them is made up.</summary>
public sealed class CertificatePressTests : IDisposable
{
    private static readonly string[] Preflight =
        "preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io javax.activation jaxb-api".Split(' ');

    private static readonly string[] Designs = ["thanks", "honour"];

    private readonly Diagnostics findings = new();
    private readonly CertificatePress press;
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-certificates-").FullName;

    public CertificatePressTests() => press = CertificatePress.Open(
        Repository.At("themes", "yugong"), "themes/yugong", Repository.At(".cache", "fonts"),
        new("渝工移山·匠心实干", ["重庆市工程师协会", "光明网重庆频道"], "yugong.example.org"), findings)!;

    public static TheoryData<string, string, string> Hard => new(
        from design in Designs
        from who in new[]
        {
            ("甲乙", "测试甲"), ("重庆市虚构工程技术研究与装备制造发展促进会工程师专业委员会两江新区测试工作委员会", "测试乙"), ("测试𬭎䶮", "欧阳测试㛃"), ("阿卜杜拉·测试·示例", "古丽·测试"),
            ("Test & <Sample> Co., Ltd.（重庆）第 3 分公司", "测试丙"),
        }
        select new TheoryDataRow<string, string, string>(design, who.Item1, who.Item2));

    public void Dispose()
    {
        press.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Hard))]
    public void Hard_names_stand_on_it_whole(string design, string recommender, string person)
    {
        var pressed = Press(design, recommender, person);
        Assert.Equal([], findings.Sorted().Select(f => f.Message(Language.English)));
        Assert.Empty(pressed.Faults);
        var words = Run("pdftotext", "-layout", "-enc", "UTF-8", File(pressed), "-").Replace(" ", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        if (design == "thanks")
        {
            foreach (var said in new[] { recommender + "：", $"工程师{person}的故事线索", "二〇二六年三月三十一日", "YG-Z-2026-0001", "63DX-V2Q9-1FAQ",
                "重庆市工程师协会" })
            {
                Assert.Contains(said.Replace(" ", "", StringComparison.Ordinal), words, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("honour")]
    public void Outside_judges_find_an_archivable_tagged_A4_page(string design)
    {
        var file = File(Press(design, "测试推荐单位", "测试甲"));
        Assert.Contains("No syntax or stream encoding errors", Run("qpdf", "--check", file), StringComparison.Ordinal);
        var about = Run("pdfinfo", file);
        Assert.Matches(@"Page size: +841\.89 x 595\.276 pts \(A4\)", about);
        Assert.Matches("Tagged: +yes", about);
        var tree = Run("pdfinfo", "-struct-text", file);
        Assert.Contains("H1 (block)", tree, StringComparison.Ordinal);
        Assert.Contains("Figure", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("no ", string.Join('\n', Run("pdffonts", file).Split('\n').Skip(2).Select(l => l.Length > 70 ? l[70..] : "")),
            StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>B<", Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("honour")]
    public void Preflight_finds_a_file_that_can_be_archived(string design)
    {
        var places = string.Join(':', Preflight.Select(Judge.Jar));
        var said = Run("java", "-cp", places, "org.apache.pdfbox.preflight.Validator_A1b", File(Press(design, "测试推荐单位", "测试甲")));
        Assert.Contains("is a valid PDF/A-1b file", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_drawn_is_an_element_or_an_artifact_and_no_more_than_one_at_a_time()
    {
        var drawn = Run("qpdf", "--qdf", "--object-streams=disable", File(Press("thanks", "测试推荐单位", "测试甲")), "-");
        var open = 0;
        foreach (var line in drawn.Split('\n'))
        {
            open += line.EndsWith(" BDC", StringComparison.Ordinal) || line == "/Artifact BMC" ? 1 : line == "EMC" ? -1 : 0;
            Assert.InRange(open, 0, 1);
            Assert.False(open == 0 && (line.EndsWith(" Tj", StringComparison.Ordinal) || line.EndsWith("]TJ", StringComparison.Ordinal)),
                line);
        }
    }

    [Fact]
    public void Equal_certificates_are_equal_bytes_and_each_story_has_its_mountain()
    {
        var first = Press("thanks", "测试推荐单位", "测试甲");
        Assert.Equal(first.Pdf, Press("thanks", "测试推荐单位", "测试甲").Pdf);
        var scene = press.Scene(press.Design("thanks")!, first.Certificate, new());
        var other = press.Scene(press.Design("thanks")!, first.Certificate with { Mountain = "mao-yisheng" }, new());
        Assert.NotEqual(scene!.Key, other!.Key);
    }

    [Fact]
    public void A_name_too_long_and_a_character_of_no_font_are_said_without_the_name()
    {
        var pressed = Press("thanks", string.Concat(Enumerable.Repeat("虚构测试", 40)), "测试甲");
        Assert.Null(pressed.Pdf);
        Assert.Equal(("recommender", 0), Assert.Single(pressed.Faults.Select(f => (f.Box, f.Missing.Count))));
        pressed = Press("thanks", "测试\U000323AF", "测试甲");
        Assert.Equal(("recommender", "\U000323AF(U+323AF)"), Assert.Single(pressed.Faults.Select(f => (f.Box, f.Missing.Single()))));
        Assert.Empty(findings.Sorted());
    }

    [Fact]
    public void A_specimen_bears_its_ribbon_and_a_certificate_none()
    {
        var design = press.Design("honour")!;
        Assert.Contains(press.Scene(design, Certificate("甲乙", "测试甲") with { Specimen = true }, new())!.Layers, l => l.Id == "ribbon");
        Assert.DoesNotContain(press.Scene(design, Certificate("甲乙", "测试甲"), new())!.Layers, l => l.Id == "ribbon");
    }

    [Fact]
    public void Designs_of_certificates_are_no_posters() => Assert.All(press.Designs, d => Assert.Equal(Subject.Certificate, d.About));

    private static PrintedCertificate Certificate(string recommender, string person) => new(
        "YG-Z-2026-0001", recommender, person, new(2026, 3, 31), "63DX-V2Q9-1FAQ", "YG-Z-2026-0001",
        "https://yugong.example.org/verify/#YG-Z-2026-0001/63DX-V2Q9-1FAQ", Specimen: false);

    private static string Run(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(Judge.Program(program), arguments) { RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        return process.StandardOutput.ReadToEnd() + errors.Result;
    }

    private PressedCertificate Press(string design, string recommender, string person) =>
        press.Print(press.Design(design)!, Certificate(recommender, person), findings);

    private string File(PressedCertificate pressed)
    {
        var path = Path.Combine(folder, "certificate.pdf");
        System.IO.File.WriteAllBytes(path, pressed.Pdf!);
        return path;
    }
}
