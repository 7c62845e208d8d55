using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>The client's configuration, written anew at every asking: a word that is added to a vocabulary is in the next form.</summary>
internal sealed class FormsPart(DraftRenderer site, DeskFormsRequest request) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/admin/config.yml", context =>
    {
        var own = request with { SiteUrl = $"{context.Request.Scheme}://{context.Request.Host}{DraftRenderer.LinkRoot}/" };
        return DeskFiles.SendAsync(context, "config.json",
            Encoding.UTF8.GetBytes(DecapConfig.Text(own, site.Site?.Taxonomies ?? Taxonomies.Empty)));
    }).For(DeskAction.Read);
}
