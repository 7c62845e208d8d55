using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Build;
using YuGong.Build.Live;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Imaging;
using YuGong.Imaging.Vips;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The desk's own pages: the overview at <c>/desk/</c>, and one page an entry with its history.</summary>
internal sealed class OverviewPart(ProjectFolder project, DraftRenderer site, EditingDesk desk, OnlineScheduler scheduler) : IEndpoints
{
    private const int LastCommits = 20;
    private const int LastChanges = 40;

    private readonly GitHistory history = new(project.Root);
    private readonly Dictionary<(string Path, Fingerprint Version), (int Width, int Height)?> sizes = [];
    private readonly Lock measuring = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/", FrontAsync).For(DeskAction.Read);
        routes.MapGet("/desk/entry/{collection}/{id}/", EntryAsync).For(DeskAction.Read);
    }

    private async Task FrontAsync(HttpContext context)
    {
        if (site.Site is not { } now)
        {
            await DeskPage.WriteAsync(context,
                DeskPage.Render(context, "总览", "/desk/",
                    new($"<h1>总览</h1><p class=\"alarm\">现在读不出内容;{CommandName.Value} check 说为什么。</p>")));
            return;
        }

        var commits = await LastAsync(project.InputName, LastCommits, context.RequestAborted);
        var overview = Overview.Of(new(now, site.Findings, SizeOf));
        var online = OnlineSection.Of(now.Settings.Deploy, context.Editor().May(DeskAction.GoOnline), scheduler.WillDo);
        var offset = new SiteClock(project).GetLocalNow().Offset;
        List<WaitingDraft> drafts = [.. (await desk.DraftsAsync()).Select(d => d with { At = d.At.ToOffset(offset) })];
        var mine = desk.Review is { } review ? await review.WaitingForAsync(context.Editor(), drafts) : [];
        var page = OverviewPage.Render(overview, now, drafts, mine, new MadePapers(project, now).Find(), commits, online);
        await DeskPage.WriteAsync(context, DeskPage.Render(context, "总览", "/desk/", page));
    }

    private async Task EntryAsync(HttpContext context, string collection, string id)
    {
        if (DeskCollection.Find(collection, id) is not { } found)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.NotFound, "没有这个条目。");
            return;
        }

        var text = found.PathOf(project.InputName, id);
        var place = found.Site is null ? text[..text.LastIndexOf('/')] : text;
        var isThere = File.Exists(Path.Combine(project.Root, text));
        // The site may be read anew only in a moment
        var entry = isThere ? site.Site?.Entries.FirstOrDefault(e => e.Id == id && e.Kind == found.Schema.Name) : null;
        var changes = new List<(Commit, IReadOnlyList<DiffLine>)>();
        foreach (var commit in await LastAsync(place, LastChanges, context.RequestAborted))
        {
            changes.Add((commit, await history.DiffAsync(commit, place, context.RequestAborted)));
        }

        bool IsOwn(string path) => path == text || path.StartsWith(place + "/", StringComparison.Ordinal);
        var findings = site.Findings.Where(f => isThere && IsOwn(f.Span.File.Path)).ToList();
        var page = EntryPage.Render(found, id, entry, isThere, findings, changes,
            context.Editor().May(DeskAction.Undo, Branch.Main), context.Editor().May(DeskAction.GoOnline));
        await DeskPage.WriteAsync(context, DeskPage.Render(context, entry?.Title ?? found.Site?.File.Title ?? id, "", page));
    }

    /// <summary>By the clock of the site, wherever they were made.</summary>
    private async Task<IReadOnlyList<Commit>> LastAsync(string path, int most, CancellationToken cancel)
    {
        var offset = new SiteClock(project).GetLocalNow().Offset;
        return [.. (await history.CommitsAsync(path, most, cancel)).Select(c => c with { At = c.At.ToOffset(offset) })];
    }

    /// <summary>Reads the head of a picture once for as long as the file stays as it is.</summary>
    private (int Width, int Height)? SizeOf(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists || !Engine.IsAvailable)
        {
            return null;
        }

        lock (measuring)
        {
            var key = (path, FileStat.VersionAt(path));
            if (!sizes.TryGetValue(key, out var size))
            {
                try
                {
                    size = Pictures.Size(path);
                }
                catch (InvalidDataException)
                {
                    size = null; // a finding says that it is no picture
                }

                sizes[key] = size;
            }

            return size;
        }
    }
}
