using System.CommandLine;
using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// Where a desk listens and who is let in: without <c>--listen</c> on loopback only; with it, accounts and a certificate are asked for.
/// Accounts that are there are asked for on loopback too.
/// </summary>
internal sealed class DeskAccess
{
    private readonly Option<string?> listen = new("--listen") { Description = Terminal.Words("让局域网里的别的机器也能用:本机的 IP 地址,或 0.0.0.0;要有账户和证书",
        "Let other machines in the network in: an IP address of this machine, or 0.0.0.0; needs accounts and a certificate") };
    private readonly Option<string?> certificate = new("--certificate") { Description = Terminal.Words("TLS 证书:PEM,或带私钥的 PFX",
        "TLS certificate: PEM, or PFX with its private key") };
    private readonly Option<string?> key = new("--certificate-key") { Description = Terminal.Words("PEM 证书的私钥,不在同一个文件里时给",
        "Private key of a PEM certificate, when it is in a file of its own") };
    private readonly Option<string?> accounts = AccountsOption();

    public IReadOnlyList<Option> Options => [listen, certificate, key, accounts];

    public static Option<string?> AccountsOption() => new("--accounts") { Description = Terminal.Words("账户文件,默认项目下的 .desk/accounts",
        "File of accounts, usually .desk/accounts in the project") };

    public static string PathOf(ProjectFolder project, string? wanted) =>
        wanted is null ? AccountStore.PathIn(project) : Path.GetFullPath(wanted);

    /// <summary>Null, with findings, when the desk must not open.</summary>
    /// <param name="alone">Who sits at a desk without accounts.</param>
    public (DeskListening Listening, IDeskAuthentication Door)? Open(ParseResult parsed, ProjectFolder project, int port, Editor alone,
        AuditLog log,
        Diagnostics findings)
    {
        var store = new AccountStore(PathOf(project, parsed.GetValue(accounts)));
        var known = store.Read(findings);
        if (findings.HasErrors)
        {
            return null;
        }

        IDeskAuthentication door = known.Accounts.Count > 0 ? new PasswordLogin(store, log, TimeProvider.System) : new SingleUser(alone);
        if (parsed.GetValue(listen) is not { } address)
        {
            return (new(IPAddress.Loopback, port), door);
        }

        var place = new SourceFile("desk", "").Whole;
        if (known.Accounts.All(a => a.Role != Role.Publisher))
        {
            findings.Report(AccountRules.NeedsAccounts, place, address);
        }

        var opened = CertificateOf(parsed, address, place, findings);
        if (!IPAddress.TryParse(address, out var at))
        {
            findings.Report(AccountRules.NeedsCertificate, place, address, new Phrase("地址要写成 192.168.1.20 或 0.0.0.0 的样子",
                "an address looks like 192.168.1.20 or 0.0.0.0"));
        }

        return findings.HasErrors ? null : (new(at!, port) { Certificate = opened, Hosts = HostsOf(at!, opened!) }, door);
    }

    private X509Certificate2? CertificateOf(ParseResult parsed, string address, SourceSpan place, Diagnostics findings)
    {
        if (parsed.GetValue(certificate) is not { } path)
        {
            findings.Report(AccountRules.NeedsCertificate, place, address, new Phrase("没有给证书", "no certificate was given"));
            return null;
        }

        try
        {
            // Kestrel on Linux needs the key in memory, which a PFX round trip gives on every platform.
            using var read = path.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase)
                || path.EndsWith(".p12", StringComparison.OrdinalIgnoreCase)
                ? X509CertificateLoader.LoadPkcs12FromFile(path, Environment.GetEnvironmentVariable("YUGONG_CERTIFICATE_PASSWORD"))
                : X509Certificate2.CreateFromPemFile(path, parsed.GetValue(key) ?? path);
            if (read.HasPrivateKey)
            {
                return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
            }

            findings.Report(AccountRules.NeedsCertificate, place, address, new Phrase("证书里没有私钥", "the certificate has no private key"));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Report(AccountRules.NeedsCertificate, place, address, new Phrase("这个文件读不出证书",
                "no certificate can be read from this file"));
        }

        return null;
    }

    /// <summary>The names in the certificate (RFC 6125), the address itself, and for 0.0.0.0 the addresses of this machine.</summary>
    private static IReadOnlyList<string> HostsOf(IPAddress address, X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(Written)));
        var own = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            ? NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Select(a => Written(a.Address))
            : [Written(address)];
        return [.. names.Where(n => !n.Contains('*', StringComparison.Ordinal)).Concat(own).Append("localhost")
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Written(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
