using YuGong.Content.Schemas;

namespace YuGong.Content;

/// <summary>
/// Whether two sources know of one another. The same work is one source however often it is written down; two works are
/// independent only when their group, their publisher and their host differ.
/// </summary>
internal static class Independence
{
    public static bool AreIndependent(Source a, Source b) =>
        a.Id.Id != b.Id.Id && !IsSame(a.Group, b.Group) && !IsSame(a.Publisher, b.Publisher) && !IsSame(a.Archive, b.Archive)
            && !IsSameHost(a.Url, b.Url);

    /// <summary>The same address, the same shelf mark, or the same title by the same publisher.</summary>
    public static bool IsSameWork(Source a, Source b) =>
        IsSameAddress(a.Url, b.Url) || IsSame(a.Archive, b.Archive) || (IsSame(a.Title, b.Title) && IsSame(a.Publisher, b.Publisher));

    /// <summary>Scheme, www, port, the last slash and the place on the page do not tell two addresses apart.</summary>
    private static bool IsSameAddress(string? a, string? b) => IsSameHost(a, b) && AddressOf(a!) == AddressOf(b!);

    /// <summary>Marks, blanks, width and case do not tell two names apart.</summary>
    private static bool IsSame(string? a, string? b) => a is not null && b is not null && Wording.FoldAlike(a, b);

    private static bool IsSameHost(string? a, string? b) =>
        a is not null && b is not null && SiteOf(a).Equals(SiteOf(b), StringComparison.OrdinalIgnoreCase);

    private static string AddressOf(string url)
    {
        var uri = new Uri(url);
        var host = uri.IdnHost.ToLowerInvariant();
        var prefix = Array.Find(["www.", "m.", "wap.", "mobile."], p => host.StartsWith(p, StringComparison.Ordinal)) ?? "";
        return host[prefix.Length..] + Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/') + uri.Query;
    }

    /// <summary>
    /// The part of the host that somebody registers: people.com.cn of cq.people.com.cn. Under a country's two letters the
    /// name before them may be a register's own (com.cn, edu.tw, co.uk, and the provinces below cn). Read without taking the
    /// address apart: every claim with two B sources asks.
    /// </summary>
    private static ReadOnlySpan<char> SiteOf(string url)
    {
        var host = HostOf(url);
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        if (char.IsAsciiDigit(host[^1]) || host[^1] == ']')
        {
            return host; // a number
        }

        var start = LabelBefore(host, LabelBefore(host, host.Length));
        return IsRegister(host[start..]) ? WithProvince(host, LabelBefore(host, start)) : host[start..];
    }

    /// <summary>A province's government registers below its own name: wjj.cq.gov.cn is not jtj.cq.gov.cn.</summary>
    private static ReadOnlySpan<char> WithProvince(ReadOnlySpan<char> host, int start) =>
        host[start..].IndexOf('.') == 2 && host[start..].EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase)
            ? host[LabelBefore(host, start)..]
            : host[start..];

    private static bool IsRegister(ReadOnlySpan<char> host) =>
        host.Length > 3 && host[^3] == '.'
            && (host[..^3] is "com" or "net" or "org" or "gov" or "edu" or "ac" or "co" or "mil" or "or" or "ne" or "go" or "idv"
            || (host.Length == 5 && host[^2..] is "cn"));

    /// <summary>Where the label begins that ends before <paramref name="end"/>'s; 0 where there is none.</summary>
    private static int LabelBefore(ReadOnlySpan<char> host, int end) =>
        end == 0 ? 0 : host[..(end == host.Length ? end : end - 1)].LastIndexOf('.') + 1;

    private static ReadOnlySpan<char> HostOf(string url)
    {
        if (url.Contains('%', StringComparison.Ordinal) || !System.Text.Ascii.IsValid(url))
        {
            url = $"http://{new Uri(url).IdnHost}/";
        }

        var authority = url.AsSpan(url.IndexOf(':', StringComparison.Ordinal) + 1).TrimStart('/');
        authority = authority.IndexOfAny("/?#\\") is >= 0 and var end ? authority[..end] : authority;
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.LastIndexOf(':');
        return (port > authority.LastIndexOf(']') ? authority[..port] : authority).TrimEnd('.');
    }
}
