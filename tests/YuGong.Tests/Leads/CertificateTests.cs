using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>Who has number and code sees what the certificate says; who has not sees nothing.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void Recommenders_of_published_leads_are_thanked_once_and_their_codes_outlive_keys()
    {
        var row = registry.Take();
        registry.Take((Field.Person, "测试乙"), (Field.Recommender, "第二位"));
        Assert.Empty(registry.Book.Issue(Registry.Today));
        registry.Book.Move(row, LeadState.Published, "", Registry.Today);
        var certificate = Assert.Single(registry.Book.Issue(Registry.Today));
        Assert.Equal(("YG-Z-2026-0001", "测试推荐单位", "测试甲"), (certificate.Number, certificate.Recommender, certificate.Person));
        Assert.Empty(registry.Book.Issue(Registry.Today));
        registry.Book.Rotate(Registry.Key, Registry.Today);
        Assert.Equal(certificate, Assert.Single(registry.Book.Certificates()));

        var line = CheckCode.Line(certificate.Number, certificate.Code, LeadRegister.PublicRecord(certificate));
        Assert.DoesNotContain("YG-Z", line);
        Assert.Equal("""{"number":"YG-Z-2026-0001","recommender":"测试推荐单位","person":"测试甲","issued":"2026-03-01"}""",
            CheckCode.Read("yg-z-2026-0001", certificate.Code.ToLowerInvariant().Replace("-", " "), [line]));
        Assert.Null(CheckCode.Read(certificate.Number, "0000-0000-0000", [line]));
        Assert.Null(CheckCode.Read("YG-Z-2026-0002", certificate.Code, [line]));
    }

    [Fact]
    public void A_list_is_thanked_once_and_what_was_changed_in_it_is_said()
    {
        var rows = Roster.Read("致谢,人物\r\n测试单位,测试甲\r\n\"测试, 乙\",测试丙\r\n"u8.ToArray())!;
        var first = registry.Book.Issue(rows, Registry.Today);
        Assert.Equal(["YG-Z-2026-0001 测试单位 测试甲", "YG-Z-2026-0002 测试, 乙 测试丙"], first.Select(c => $"{c.Number} {c.Recommender} {c.Person}"));
        Assert.Equal(first, registry.Book.Issue(rows, Registry.Today));

        var known = first.ToDictionary(c => c.Number);
        var again = Roster.Read(CertificateCsv.Write(first))!;
        Assert.All(again, r => Assert.Null(Roster.Fault(r, known)));
        Assert.Equal(first, registry.Book.Issue(again, Registry.Today));
        foreach (var (row, why) in new[]
        {
            (again[0] with { Code = "0000-0000-0000" }, "校验码不对"), (again[0] with { Person = "测试丁" }, "与发证时不同"),
            (again[0] with { Number = "YG-Z-2026-0099" }, "不是线索库发的"),
            (again[0] with { Person = "" }, "人物"), (again[0] with { Recommender = "" }, "致谢谁"),
            (again[0] with { Recommender = new('测', 81) }, "超过"),
        })
        {
            Assert.Contains(why, Roster.Fault(row, known)!.Zh);
        }

        Assert.Null(Roster.Read("姓名,单位\n甲,乙\n"u8.ToArray()));
    }

    [Fact]
    public void A_certificate_taken_back_is_no_longer_there_and_its_number_is_not_used_again()
    {
        var row = registry.Take();
        registry.Book.Move(row, LeadState.Published, "", Registry.Today);
        var certificate = Assert.Single(registry.Book.Issue(Registry.Today));
        Assert.Equal(certificate, Assert.Single(registry.Book.TakeBack(row, Registry.Today)));
        Assert.Empty(registry.Book.Certificates());
        Assert.Equal("YG-Z-2026-0002", Assert.Single(registry.Book.Issue(Registry.Today)).Number);
    }
}
