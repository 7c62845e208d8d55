using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>Moves a draft on or back, wherever that was asked for, and tells whose turn it is: groups, and people by mail.</summary>
internal sealed class DraftSteps(EditingDesk desk, StepNotice notice, MailNotice mail, TimeProvider clock)
{
    private readonly WritingDesk writing = desk.Writing;

    /// <param name="word">As the workflow calls the step.</param>
    /// <param name="seen">The draft's commit that whoever asks has looked at; null when they do not say.</param>
    public async Task<DeskAnswer> MoveAsync(HttpContext context, DeskCollection collection, string id, string word, string? seen)
    {
        var (before, authors) = (await DraftAsync(collection, id), await AuthorsAsync(collection, id));
        var answer = await writing.StepAsync(collection, id, word, seen, context.Editor());
        context.Did($"step-{word}", $"{collection.Name}/{id}", changes: true);
        if (answer.Status == StatusCodes.Status200OK)
        {
            var (done, turn) = (answer.Body as Message)?.Words switch
            {
                "pending_review" when word == "proofread" => ("校过了", ""),
                "pending_review" when word != "pending_review" => ("又审过一步", "轮到下一位审稿的人"),
                "pending_review" => ("送审了", "轮到审稿的人"),
                "pending_publish" => ("定为就绪", "轮到发布的人"),
                "published" => ("发布了", ""),
                _ => ("退回了", "轮到写它的人"),
            };
            var (scheme, room) = (context.Request.Scheme, ReviewDesk.IsReturn(word) ? "write" : word == "published" ? "entry" : "review");
            var address = $"{scheme}://{context.Request.Host}/desk/{room}/{collection.Name}/{id}/";
            var news = new StepNews(before?.Title ?? id, done, context.Editor().Name, turn, address);
            _ = notice.TellAsync(news);
            if (mail.IsConfigured && word != "proofread")
            {
                _ = mail.TellAsync(news, await ReadersAsync(context, collection, id, authors), clock.GetUtcNow());
            }
        }

        return answer;
    }

    private async Task<WaitingDraft?> DraftAsync(DeskCollection collection, string id) =>
        (await desk.DraftsAsync()).FirstOrDefault(d => d.Collection == collection.Name && d.Slug.Split('/')[0] == id);

    private async Task<IReadOnlyList<string>> AuthorsAsync(DeskCollection collection, string id) => mail.IsConfigured
        && desk.Review is { } review && await review.DraftAsync(collection, id) is { } draft ? draft.Authors : [];

    private async Task<IReadOnlyList<string>> ReadersAsync(HttpContext context, DeskCollection collection, string id,
        IReadOnlyList<string> authors)
    {
        var (draft, waiting) = (await DraftAsync(collection, id), new HashSet<string>(StringComparer.Ordinal));
        var accounts = context.Features.Get<AccountFile>()?.Accounts ?? [];
        if (draft is not null && desk.Review is { } review)
        {
            foreach (var account in accounts)
            {
                if ((await review.WaitingForAsync(account.Editor, [draft])).Count > 0)
                {
                    waiting.Add(account.Name);
                }
            }
        }

        return ReadersOf(accounts, context.Editor().Name, a => draft is null ? authors.Contains(a.Name) : waiting.Contains(a.Name));
    }

    /// <summary>Addresses of those whose turn it is now, or who wrote what was published; never of who did it.</summary>
    /// <param name="isTheirs">Whether it is somebody's turn, or what they wrote.</param>
    internal static IReadOnlyList<string> ReadersOf(IEnumerable<Account> accounts, string doer, Func<Account, bool> isTheirs) =>
        [.. accounts.Where(a => a.IsReached && a.State == AccountState.Active && a.Name != doer && isTheirs(a)).Select(a => a.Mail)];
}
