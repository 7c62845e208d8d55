namespace YuGong.Pages;

/// <summary>What goes into a <c>server</c> block of nginx (1.18 or later).</summary>
public static class NginxFile
{
    public const string Name = "nginx.conf";

    public static string Of(HostedSite site) =>
        $$"""
        {{HostedSite.FirstLine}};内容有旧地址、设置有改动时再写一次。
        # 放进 server 块,例如 /etc/nginx/conf.d/{{site.Settings.Host}}.conf:
        #
        #     server {
        {{Listen(site)}}
        #         include /…/hosting/nginx.conf;
        #     }

        set $yugong_policy "{{SiteHeaders.ContentSecurityPolicy}}";
        set $yugong_cache "{{SiteHeaders.Soon}}";
        set $yugong_open "";
        if ($uri ~ ^{{site.RootPattern}}/embed/) { set $yugong_policy "{{SiteHeaders.EmbedPolicy}}"; }
        if ($uri ~ ^{{site.RootPattern}}/assets/) { set $yugong_cache "{{SiteHeaders.Forever}}"; }
        if ($request_uri ~ ^{{site.RootPattern}}/({{string.Join('|', SiteHeaders.Open)}})/) { set $yugong_open "*"; }
        {{WithoutSlash(site)}}
        location ^~ {{site.Root}}/ {
            alias "{{site.Folder}}/";
            index index.html;
            server_tokens off;

            # 跳转只写路径:前面还有一层代理、端口不同时也对。
            absolute_redirect off;
            port_in_redirect off;

            # 值为空的响应头不发。
            add_header {{SiteHeaders.Policy}} $yugong_policy always;
            {{HostedSite.Lines(SiteHeaders.Common, 4, h => $"add_header {h.Name} \"{h.Value}\" always;")}}
            add_header Cache-Control $yugong_cache always;
            add_header Access-Control-Allow-Origin $yugong_open always;

            # 字符集写在类型里:nginx 的 charset 不管已经压好的文件。
            charset off;
            default_type {{MediaTypes.Unknown}};
            types {
                {{HostedSite.Lines(MediaTypes.All, 8, t => $"\"{t.Type}\" {t.Ending};")}}
            }

            # 有压好的(yugong build --compress)就用,没有就现压。
            gzip_static on;
            # brotli_static on;  # 要装 nginx 的 brotli 模块
            gzip on;
            gzip_vary on;
            gzip_proxied any;
            gzip_min_length 1024;
            gzip_types
                {{HostedSite.Lines(MediaTypes.Texts, 8, t => $"\"{t}\"")}};

            error_page 403 404 =404 {{site.Root}}/404.html;
            error_page 410 {{site.Root}}/410.html;

            # 撤下的:旁边有一个名叫 gone 的文件。
            if (-f $request_filename/gone) { return 410; }

            # 不给人看的。
            location ~ "/(\.(?!well-known/)|_headers$|_redirects$|gone$)" { return 404; }

            # 订阅。
            {{HostedSite.Lines(MediaTypes.Feeds, 4, t => $"location ~ \"\\.{t.Ending.Replace(".", "\\.", StringComparison.Ordinal)}$\" "
                + $"{{ types {{ }} default_type {t.Type}; }}")}}

            # 搬了家的。
            {{HostedSite.Lines(site.PlainlyMoved, 4, m => $"location = {site.Root}{m.From} {{ return 301 {site.Root}{m.To}; }}")}}
        }

        """;

    private static string Listen(HostedSite site) => site.Settings.LinksUseHttps
        ? $"""
        #         listen 443 ssl;
        #         server_name {site.Settings.Host};
        #         ssl_certificate /etc/letsencrypt/live/{site.Settings.Host}/fullchain.pem;
        #         ssl_certificate_key /etc/letsencrypt/live/{site.Settings.Host}/privkey.pem;
        """
        : $"""
        #         listen 80;
        #         server_name {site.Settings.Host};
        """;

    private static string WithoutSlash(HostedSite site) => site.Root.Length == 0 ? ""
        : $$"""

        location = {{site.Root}} {
            absolute_redirect off;
            return 301 {{site.Root}}/;
        }

        """;
}
