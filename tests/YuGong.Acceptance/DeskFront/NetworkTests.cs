using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Tests.Desk;
using YuGong.Tests.Sites;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.DeskFront;

/// <summary>The desk for a whole office, as the command opens it: accounts and a certificate or nothing, and everything over TLS.</summary>
public sealed partial class NetworkTests : IDisposable
{
    private readonly Project project = Project.OfRealSite();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Without_accounts_or_without_a_certificate_nobody_else_is_listened_to()
    {
        var bare = await project.RunAsync("desk", "--no-open", "--port", "0", "--listen", "127.0.0.1");
        Assert.Equal(1, bare.Code);
        Assert.Contains("账户", bare.Err);
        Assert.Contains("没有给证书", bare.Err);
        Open();
        var plain = await project.RunAsync("desk", "--no-open", "--port", "0", "--listen", "127.0.0.1");
        Assert.Equal(1, plain.Code);
        Assert.Contains("没有给证书", plain.Err);
    }

    [Fact]
    public async Task An_editor_logs_in_over_tls_and_in_no_other_way()
    {
        Open();
        CompleteContent.Small(project);
        using var key = RSA.Create(2048);
        var ask = new CertificateRequest("CN=desk.invalid", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        ask.CertificateExtensions.Add(names.Build());
        using var certificate = ask.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        project.Write("desk.crt", certificate.ExportCertificatePem());
        project.Write("desk.key", key.ExportPkcs8PrivateKeyPem());
        await using var desk = await RunningDesk.StartAsync(project.Root, Cancel, "--listen", "127.0.0.1", "--certificate",
            project.At("desk.crt"), "--certificate-key", project.At("desk.key"));
        Assert.Equal("https", desk.Address.Scheme);

        var jar = new CookieContainer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar };
        handler.SslOptions.CertificateChainPolicy =
            new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate },
            RevocationMode = X509RevocationMode.NoCheck };
        using var client = new HttpClient(handler) { BaseAddress = new(desk.Address.GetLeftPart(UriPartial.Authority)) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using (var plain = new HttpClient())
        {
            await Assert.ThrowsAsync<HttpRequestException>(() =>
                plain.GetAsync(new UriBuilder(desk.Address) { Scheme = "http" }.Uri, Cancel));
        }

        using (var outside = await client.GetAsync(new Uri("/desk/", UriKind.Relative), Cancel))
        {
            Assert.Equal("/desk/login?to=%2Fdesk%2F", outside.Headers.Location!.ToString());
        }

        using var refused = await LogIn(client, "不是这个口令 不是这个口令");
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        using var login = await LogIn(client, AccountsDesk.Password);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        var visit = login.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("__Host-", StringComparison.Ordinal) && c.Contains("desk", StringComparison.Ordinal));
        Assert.Contains("secure", visit, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", visit, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", visit, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("李工", await client.GetStringAsync(new Uri("/desk/", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    private void Open() => new AccountStore(AccountStore.PathIn(ProjectFolder.At(project.Root)))
        .Write(AccountFile.Empty.With(new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(AccountsDesk.Password))));

    private static async Task<HttpResponseMessage> LogIn(HttpClient client, string password)
    {
        var page = await client.GetStringAsync(new Uri("/desk/login", UriKind.Relative), Cancel);
        using var form =
            new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "李工", ["password"] = password,
            ["form"] = Token().Match(page).Groups[1].Value, ["to"] = "/desk/" });
        return await client.PostAsync(new Uri("/desk/login", UriKind.Relative), form, Cancel);
    }

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
