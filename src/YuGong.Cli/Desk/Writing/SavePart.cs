using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>What forms send: what is typed, steps of history and workflow, files, and what goes. The desk itself asks who may.</summary>
internal sealed class SavePart(WritingDesk writing, DraftSteps moves) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(FormRequest.Entry + "file/{name}", FileAsync).For(DeskAction.Read);
        foreach (var (name, answer) in (ReadOnlySpan<(string, Func<HttpContext, DeskCollection, string, Task>)>)
        [
            ("keep", KeepAsync), ("commit", CommitAsync), ("step", StepAsync), ("discard", DiscardAsync), ("delete", DeleteAsync),
            ("drop", DropAsync), ("forget", ForgetAsync), ("leave", LeaveAsync), ("upload", UploadAsync),
        ])
        {
            routes.MapPost(FormRequest.Entry + name, FormRequest.OfEntry(answer)).For(DeskAction.Read);
        }
    }

    private async Task KeepAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        if (body is null || FormRequest.Changes(body.RootElement) is not { } changes)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "读不懂这次改动。");
            return;
        }

        var (now, refused) = await writing.KeepAsync(collection, id, changes, context.Editor(), context.Tab());
        if (now is null)
        {
            await FormRequest.AnswerAsync(context, refused!);
            return;
        }

        await DeskJson.WriteAsync(context, new
        {
            version = now.Version, unsaved = now.IsUnsaved, others = now.Others, kept = WritePage.Kept(now.Kept).Text,
            values = now.Before == FormRequest.Said(body, "seen") ? null : FormValues.Shown(collection.Schema, now.Values),
            tip = now.Tip, step = now.Step,
        });
    }

    private async Task CommitAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var about = FormRequest.Said(body, "message") is { Length: > 0 and <= 500 } words ? words : $"修改{collection.Singular}:{id}";
        var answer = await writing.CommitAsync(collection, id, about, context.Editor());
        Note(context, "write", collection, id);
        await FormRequest.AnswerAsync(context, answer);
    }

    private async Task StepAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var (word, seen) = (FormRequest.Said(body, "word") ?? "", FormRequest.Said(body, "seen"));
        await FormRequest.AnswerAsync(context, await moves.MoveAsync(context, collection, id, word, seen));
    }

    private async Task DiscardAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var answer = await writing.DiscardAsync(collection, id, FormRequest.Said(body, "seen"), context.Editor());
        Note(context, "discard", collection, id);
        await FormRequest.AnswerAsync(context, answer);
    }

    private async Task DeleteAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var answer = await writing.DeleteAsync(collection, id, FormRequest.Said(body, "seen"), context.Editor());
        Note(context, "delete", collection, id);
        await FormRequest.AnswerAsync(context, answer);
    }

    private async Task DropAsync(HttpContext context, DeskCollection collection, string id)
    {
        await writing.DropAsync(collection, id);
        Note(context, "drop-unsaved", collection, id);
        await DeskJson.WriteAsync(context, new { message = "dropped" });
    }

    private async Task ForgetAsync(HttpContext context, DeskCollection collection, string id)
    {
        await writing.ForgetKeptAsync(collection, id);
        await DeskJson.WriteAsync(context, new { message = "forgotten" });
    }

    private Task LeaveAsync(HttpContext context, DeskCollection collection, string id)
    {
        writing.Left(collection, id, context.Tab());
        return DeskJson.WriteAsync(context, new { message = "left" });
    }

    private async Task UploadAsync(HttpContext context, DeskCollection collection, string id)
    {
        using var body = await DeskJson.ReadAsync(context);
        var name = FormRequest.Said(body, "name") ?? "";
        if (FormRequest.File(body) is not { } bytes)
        {
            await RequestFilter.RefuseAsync(context, HttpStatusCode.UnprocessableEntity, "文件没有传完整。");
            return;
        }

        if (FormRequest.Number(body, "size") is { } size)
        {
            var (stamp, at) = (FormRequest.Said(body, "stamp") ?? "", FormRequest.Number(body, "at") ?? 0);
            await PartAsync(context, collection, id, new(name, size, stamp, at, bytes));
            return;
        }

        var (kept, refused) = await writing.UploadAsync(collection, id, name, bytes, context.Editor());
        if (refused is not null)
        {
            await FormRequest.AnswerAsync(context, refused);
            return;
        }

        Note(context, "upload", collection, id);
        await DeskJson.WriteAsync(context, new { name = kept });
    }

    private async Task PartAsync(HttpContext context, DeskCollection collection, string id, UploadPart part)
    {
        var (have, kept, refused) = await writing.UploadPartAsync(collection, id, part, context.Editor());
        if (refused is not null)
        {
            await FormRequest.AnswerAsync(context, refused);
            return;
        }

        if (kept is not null)
        {
            Note(context, "upload", collection, id);
        }

        await DeskJson.WriteAsync(context, new { have, name = kept });
    }

    /// <summary>A file beside the entry, saved or not; a drawing is shown as a picture and does nothing else.</summary>
    private async Task FileAsync(HttpContext context, string collection, string id, string name)
    {
        var bytes = DeskCollection.Find(collection, id) is { } found ? await writing.FileAsync(found, id, name) : null;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        await DeskFiles.SendAsync(context, name, bytes is null ? null : (ReadOnlyMemory<byte>?)bytes);
    }

    private static void Note(HttpContext context, string what, DeskCollection collection, string id) =>
        context.Did(what, $"{collection.Name}/{id}", changes: true);
}
