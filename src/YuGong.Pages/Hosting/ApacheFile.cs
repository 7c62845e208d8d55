namespace YuGong.Pages;

/// <summary>What goes into a <c>VirtualHost</c> of Apache's web server (2.4).</summary>
public static class ApacheFile
{
    public const string Name = "apache.conf";

    public static string Of(HostedSite site) =>
        $$"""
        {{HostedSite.FirstLine}};内容有旧地址、设置有改动时再写一次。
        # 先 a2enmod headers rewrite deflate(alias、dir、mime 一般已开),再放进 VirtualHost:
        #
        {{Listen(site)}}
        #         Include /…/hosting/apache.conf
        #     </VirtualHost>
        #
        # ServerTokens Prod 只能写在整个服务器的设置里。

        {{WithoutSlash(site)}}Alias "{{site.Root}}/" "{{site.Folder}}/"
        ServerSignature Off

        # 每个答复都有的响应头,错误页也有(那时 REQUEST_URI 是错误页的地址,THE_REQUEST 仍是问的)。
        <Location "{{site.Root}}/">
            {{HostedSite.Lines(SiteHeaders.Common, 4, h => $"Header always set {h.Name} \"{h.Value}\"")}}
            Header always set {{SiteHeaders.Policy}} "{{SiteHeaders.ContentSecurityPolicy}}"
            Header always set {{SiteHeaders.Policy}} "{{SiteHeaders.EmbedPolicy}}" "expr=%{REQUEST_URI} =~ m#^{{site.RootPattern}}/embed/#"
            Header always set Cache-Control "{{SiteHeaders.Soon}}"
            Header always set Cache-Control "{{SiteHeaders.Forever}}" "expr=%{REQUEST_URI} =~ m#^{{site.RootPattern}}/assets/#"
            Header always set Access-Control-Allow-Origin "*" "expr=%{THE_REQUEST} =~ m#^\S+ {{site.RootPattern}}/({{Open}})/#"
        </Location>

        <Directory "{{site.Folder}}">
            Require all granted
            AllowOverride None
            Options FollowSymLinks
            DirectoryIndex index.html
            ErrorDocument 403 {{site.Root}}/404.html
            ErrorDocument 404 {{site.Root}}/404.html
            ErrorDocument 410 {{site.Root}}/410.html

            # 类型不看服务器上装了什么。
            AddDefaultCharset Off
            {{HostedSite.Lines(MediaTypes.All, 4, t => $"AddType \"{t.Type}\" .{t.Ending}")}}
            {{HostedSite.Lines(MediaTypes.Feeds, 4, FeedLine)}}

            # 有压好的(yugong build --compress)就用,没有就现压。
            RemoveType .br .gz
            RemoveLanguage .br
            AddEncoding br .br
            AddEncoding gzip .gz
            Header merge Vary Accept-Encoding
            AddOutputFilterByType DEFLATE {{string.Join(' ', MediaTypes.Texts.Select(t => t.Split(';')[0]))}}

            RewriteEngine On
            RewriteBase "{{site.Root}}/"

            # 不给人看的。
            RewriteRule "(^|/)\.(?!well-known/)" - [R=404,L]
            RewriteRule "^(_headers|_redirects)$|(^|/)gone$" - [R=404,L]

            # 搬了家的。
            {{HostedSite.Lines(site.PlainlyMoved, 4, m => $"RewriteRule \"^{Pattern(m.From[1..])}$\" \"{site.Root}{m.To}\" [R=301,L]")}}

            # 撤下的:旁边有一个名叫 gone 的文件。
            RewriteCond "%{REQUEST_FILENAME}/gone" -f
            RewriteRule "^" - [G]

        {{Packed("br", "br")}}

        {{Packed("gzip", "gz")}}
        </Directory>

        """;

    private static string Open => string.Join('|', SiteHeaders.Open);

    private static string FeedLine(MediaType type) =>
        $"""
        <FilesMatch "\.{Pattern(type.Ending)}(\.br|\.gz)?$">
                ForceType {type.Type}
            </FilesMatch>
        """;

    private static string Pattern(string text) => text.Replace(".", @"\.", StringComparison.Ordinal);

    private static string Packed(string coding, string ending) =>
        $$"""
            RewriteCond "%{HTTP:Accept-Encoding}" "\b{{coding}}\b"
            RewriteCond "%{REQUEST_FILENAME}.{{ending}}" -f
            RewriteRule "^(.+)$" "$1.{{ending}}" [L]
        """;

    private static string Listen(HostedSite site) => site.Settings.LinksUseHttps
        ? $"""
        #     <VirtualHost *:443>
        #         ServerName {site.Settings.Host}
        #         SSLEngine on
        #         SSLCertificateFile /etc/letsencrypt/live/{site.Settings.Host}/fullchain.pem
        #         SSLCertificateKeyFile /etc/letsencrypt/live/{site.Settings.Host}/privkey.pem
        """
        : $"""
        #     <VirtualHost *:80>
        #         ServerName {site.Settings.Host}
        """;

    private static string WithoutSlash(HostedSite site) => site.Root.Length == 0 ? ""
        : $"RedirectMatch 301 \"^{site.RootPattern}$\" \"{site.Root}/\"\n";
}
