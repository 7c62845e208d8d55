using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>Moves a draft on or back, wherever that was asked for, and tells whose turn it is.</summary>
internal sealed class DraftSteps(EditingDesk desk, StepNotice notice)
{
    private readonly WritingDesk writing = desk.Writing;

    /// <param name="word">As the workflow calls the step.</param>
    /// <param name="seen">The draft's commit that whoever asks has looked at; null when they do not say.</param>
    public async Task<DeskAnswer> MoveAsync(HttpContext context, DeskCollection collection, string id, string word, string? seen)
    {
        var title = (await desk.DraftsAsync()).FirstOrDefault(d => d.Collection == collection.Name && d.Slug.Split('/')[0] == id)?.Title;
        var answer = await writing.StepAsync(collection, id, word, seen, context.Editor());
        context.Did($"step-{word}", $"{collection.Name}/{id}", changes: true);
        if (answer.Status == StatusCodes.Status200OK)
        {
            var (done, turn) = (answer.Body as Message)?.Words switch
            {
                "pending_review" when word != "pending_review" => ("又审过一步", "轮到下一位审稿的人"),
                "pending_review" => ("送审了", "轮到核实的人"),
                "pending_publish" => ("定为就绪", "轮到发布的人"),
                "published" => ("发布了", ""),
                _ => ("退回了", "轮到写它的人"),
            };
            var (scheme, room) = (context.Request.Scheme, ReviewDesk.IsReturn(word) ? "write" : "review");
            var address = $"{scheme}://{context.Request.Host}/desk/{room}/{collection.Name}/{id}/";
            _ = notice.TellAsync(new(title ?? id, done, context.Editor().Name, turn, address));
        }

        return answer;
    }
}
