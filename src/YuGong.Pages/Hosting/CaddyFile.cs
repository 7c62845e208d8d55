namespace YuGong.Pages;

/// <summary>What goes into a site's block of Caddy (2.6 or later).</summary>
public static class CaddyFile
{
    public const string Name = "Caddyfile";

    public static string Of(HostedSite site) =>
        $$"""
        {{HostedSite.FirstLine}};内容有旧地址、设置有改动时再写一次。
        # 放进站点块(证书由 Caddy 自己申请):
        #
        #     {{site.Settings.Origin}} {
        #         import /…/hosting/Caddyfile
        #     }

        root * "{{site.Folder}}"

        # 每个答复都有的响应头,错误页也有。
        header {
            {{HostedSite.Lines(SiteHeaders.Common, 4, h => $"{h.Name} \"{h.Value}\"")}}
        }
        header -Server # 单独写:和删除写在一起的响应头,错误页上就没有了
        @page not path {{site.Root}}/embed/*
        header @page {{SiteHeaders.Policy}} "{{SiteHeaders.ContentSecurityPolicy}}"
        @embed path {{site.Root}}/embed/*
        header @embed {{SiteHeaders.Policy}} "{{SiteHeaders.EmbedPolicy}}"
        @open path {{string.Join(' ', SiteHeaders.Open.Select(f => $"{site.Root}/{f}/*"))}}
        header @open Access-Control-Allow-Origin *
        {{WithoutSlash(site)}}
        {{(site.Root.Length == 0 ? "handle {" : $"handle_path {site.Root}/* {{")}}
            @soon not path /assets/*
            header @soon Cache-Control "{{SiteHeaders.Soon}}"
            @forever path /assets/*
            header @forever Cache-Control "{{SiteHeaders.Forever}}"

            # 类型不看服务器上装了什么。
            map {path} {yugong_type} {
                {{HostedSite.Lines(MediaTypes.Feeds.Concat(MediaTypes.All), 8, TypeLine)}}
                ~/$ "{{MediaTypes.Of("index.html")}}"
                default "{{MediaTypes.Unknown}}"
            }
            header Content-Type {yugong_type}

            # 搬了家的。
            {{HostedSite.Lines(site.PlainlyMoved, 4, m => $"redir {m.From} {site.Root}{m.To} 301")}}

            # 撤下的:旁边有一个名叫 gone 的文件。
            @gone file {path}/gone
            error @gone 410

            # 不给人看的。
            @internal {
                path_regexp (/\.|^/_headers$|^/_redirects$|/gone$)
                not path /.well-known/*
            }
            error @internal 404

            # 网页少写了末尾的斜杠。只写认出来的地址:照抄 //evil.example/../people 会跳到别人那里。
            @folder {
                path_regexp folder ^((/[\w-]+)+)$
                file {path}/index.html
                not file {path}/gone
            }
            redir @folder {{site.Root}}{re.folder.1}/ 301

            # 有压好的(yugong build --compress)就用,没有就现压。
            encode {
                zstd
                gzip
                match {
                    {{HostedSite.Lines(MediaTypes.Texts, 12, t => $"header Content-Type \"{t}\"")}}
                }
            }
            file_server {
                precompressed br gzip
                disable_canonical_uris
            }
        }

        handle_errors {
            header -Server
            header {{SiteHeaders.Policy}} "{{SiteHeaders.ContentSecurityPolicy}}"
            header Cache-Control "{{SiteHeaders.Soon}}"
            header Content-Type "{{MediaTypes.Of("404.html")}}"
            @410 expression {err.status_code} == 410
            rewrite @410 /410.html
            @404 expression {err.status_code} != 410
            rewrite @404 /404.html
            file_server {
                precompressed br gzip
            }
        }

        """;

    private static string TypeLine(MediaType type) =>
        $"~\\.{type.Ending.Replace(".", "\\.", StringComparison.Ordinal)}$ \"{type.Type}\"";

    private static string WithoutSlash(HostedSite site) => site.Root.Length == 0 ? ""
        : $$"""

        redir {{site.Root}} {{site.Root}}/ 301

        """;
}
