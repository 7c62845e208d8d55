using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// Where a desk listens and who is let in: without <c>--listen</c> on loopback only; with it, accounts and a certificate are asked for, or
/// accounts and a proxy that holds the certificate (<c>--forwarded-from</c>, <c>--public-host</c>). Accounts that are there are asked for
/// on loopback too.
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
    private readonly Option<string[]> publicHosts = new("--public-host")
    {
        Description = Terminal.Words(
            "代理后面编辑台对外的名字,例如 desk.example.org(不是 443 就带端口);可以写几次,和 --forwarded-from 一起用",
            "What the desk is called behind a proxy, such as desk.example.org, with its port where it is not 443; may be given more than "
            + "once, together with --forwarded-from"),
    };

    private readonly OperationsOptions operating = new();

    public DeskAccess() => publicHosts.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(t => !IsHost(t.Value)) is { } wrong)
        {
            result.AddError(Terminal.Words(
                $"--public-host 要写浏览器地址栏里的名字,例如 desk.example.org 或 desk.example.org:8443,不能是“{wrong.Value}”。",
                $"--public-host wants the name in the address bar, such as desk.example.org or desk.example.org:8443, not "
                + $"'{wrong.Value}'."));
        }
    });

    public IReadOnlyList<Option> Options => [listen, certificate, key, accounts, publicHosts, .. operating.Options];

    /// <summary>One says who may speak for others, the other what is asked through them: neither means anything alone.</summary>
    public void Validate(CommandResult command)
    {
        if (command.GetResult(publicHosts) is { Implicit: false } != operating.HasProxies(command))
        {
            command.AddError(Terminal.Words("--forwarded-from 和 --public-host 要一起写:哪些代理,访客用什么名字。",
                "--forwarded-from and --public-host go together: which proxies, and what visitors call the desk."));
        }
    }

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
        if (ListeningOf(parsed, port, known, findings) is not { } listening || operating.Open(parsed, project) is not { } operations)
        {
            return null;
        }

        return (listening with { PublicHosts = [.. (parsed.GetValue(publicHosts) ?? []).Select(AsInHost)], Operations = operations }, door);
    }

    private DeskListening? ListeningOf(ParseResult parsed, int port, AccountFile known, Diagnostics findings)
    {
        var (address, names) = (parsed.GetValue(listen), parsed.GetValue(publicHosts) ?? []);
        var place = new SourceFile("desk", "").Whole;
        if ((address is not null || names.Length > 0) && !known.Accounts.Any(a => a.Editor.May(DeskAction.ManageAccounts)))
        {
            findings.Report(AccountRules.NeedsAccounts, place, address is null ? $"--public-host {names[0]}" : $"--listen {address}");
        }

        if (address is null)
        {
            return findings.HasErrors ? null : new(IPAddress.Loopback, port);
        }

        if (!IPAddress.TryParse(address, out var at))
        {
            findings.Report(AccountRules.NeedsCertificate, place, address, new Phrase("地址要写成 192.168.1.20 或 0.0.0.0 的样子",
                "an address looks like 192.168.1.20 or 0.0.0.0"));
        }

        if (names.Length > 0 && parsed.GetValue(certificate) is null)
        {
            return findings.HasErrors ? null : new(at!, port) { Hosts = [] }; // the certificate is the proxy's, and so is the name
        }

        var opened = CertificateOf(parsed, address, place, findings);
        return findings.HasErrors ? null : new(at!, port) { Certificate = opened, Hosts = HostsOf(at!, opened!) };
    }

    /// <summary>As it stands in Host: a name or an address, and perhaps a port.</summary>
    private static bool IsHost(string text) =>
        Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var uri) && uri.Authority.Equals(text, StringComparison.OrdinalIgnoreCase)
            && uri.UserInfo.Length == 0;

    /// <summary>Names in other scripts travel in ASCII (IDNA).</summary>
    private static string AsInHost(string name)
    {
        var uri = new Uri($"https://{name}/");
        return uri.HostNameType == UriHostNameType.Dns ? uri.Authority.Replace(uri.Host, uri.IdnHost, StringComparison.Ordinal) : name;
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
