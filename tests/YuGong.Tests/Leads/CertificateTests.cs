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
        Assert.Equal("""{"number":"YG-Z-2026-0001","recommender":"测试推荐单位","person":"测试甲","issued":"2026-03-01"}""", CheckCode.Read("yg-z-2026-0001", certificate.Code.ToLowerInvariant().Replace("-", " "), [line]));
        Assert.Null(CheckCode.Read(certificate.Number, "0000-0000-0000", [line]));
        Assert.Null(CheckCode.Read("YG-Z-2026-0002", certificate.Code, [line]));
    }
}
