using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// A part of the desk: it adds its addresses. Whoever reaches them has passed <see cref="RequestFilter"/> and the
/// <see cref="IDeskAuthentication"/>.
/// </summary>
internal interface IEndpoints
{
    void Map(IEndpointRouteBuilder routes);
}

/// <summary>Says who asks, or answers in the editor's place (401, a page to log in). Its own addresses it answers itself.</summary>
internal interface IDeskAuthentication
{
    /// <summary>Pages that only a desk with such a door has.</summary>
    IReadOnlyList<IEndpoints> Parts => [];

    /// <summary>Calls <paramref name="next"/> with <see cref="DeskRequests.Admit"/> done, or answers.</summary>
    Task AdmitAsync(HttpContext context, RequestDelegate next);
}

/// <summary>Without accounts the desk listens on loopback only, and whoever sits there is the editor whom git knows.</summary>
internal sealed class SingleUser(Editor editor) : IDeskAuthentication
{
    public Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        context.Admit(editor);
        return next(context);
    }
}

/// <summary>The site that is edited here.</summary>
/// <param name="Title">The name that it has at the moment.</param>
internal sealed record DeskSite(Func<string> Title);

/// <summary>What an address of the desk needs the table of rights to allow; an address that does not say is answered to nobody.</summary>
internal sealed record Needs(DeskAction Action);

/// <summary>What the parts of the desk read from a request.</summary>
internal static class DeskRequests
{
    /// <summary>Header by which an open page tells itself apart from the editor's other pages; <c>write.js</c> sends it.</summary>
    public const string TabHeader = "X-Desk-Tab";

    public static void Admit(this HttpContext context, Editor editor) => context.Features.Set(editor);

    /// <summary>Who asks. Behind the door there always is somebody.</summary>
    public static Editor Editor(this HttpContext context) =>
        context.Features.Get<Editor>() ?? throw new InvalidOperationException("Nobody was admitted.");

    /// <summary>What the site is called whose desk this is.</summary>
    public static string SiteTitle(this HttpContext context) => context.Features.Get<DeskSite>()?.Title() ?? "";

    /// <summary>Says what an address needs.</summary>
    public static void For(this IEndpointConventionBuilder route, DeskAction action) => route.WithMetadata(new Needs(action));

    /// <summary>Stands between the routes and what they lead to.</summary>
    public static Task AuthoriseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            return next(context); // nothing lies there
        }

        var editor = context.Features.Get<Editor>();
        return endpoint.Metadata.GetMetadata<Needs>() is { } needs
            && Authorisation.Allows(editor?.Role, needs.Action, Branch.None, FileKind.None)
            ? next(context)
            : RequestFilter.RefuseAsync(context, System.Net.HttpStatusCode.Forbidden, "这个角色不能看这里。");
    }

    /// <summary>The open page that asks, or null for programs that do not say.</summary>
    public static string? Tab(this HttpContext context) =>
        context.Request.Headers[TabHeader].ToString() is { Length: > 0 and <= 64 } tab ? tab : null;
}
