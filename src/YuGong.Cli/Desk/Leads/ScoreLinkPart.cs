using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>
/// <c>/desk/scoring/…/</c>: where an expert scores by a link, without an account; it works without script. The page knows the link's own
/// rows and nothing else of the register, which may be closed meanwhile; what is said waits until somebody of the office takes it.
/// </summary>
/// <param name="register">The register's folder.</param>
internal sealed class ScoreLinkPart(string register, OutsideLinks links, TimeProvider clock) : IEndpoints
{
    public const string Home = "/desk/scoring/";

    /// <summary>Of a page of <see cref="ScoreLinks.MostRows"/> remarks, as forms write characters.</summary>
    private const int MostFormBytes = 5 * 1024 * 1024;

    private readonly ScoreLinks kept = new(register);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Home + "{token}/", ShowAsync).For(DeskAction.SeeShared);
        routes.MapPost(Home + "{token}/", TakeAsync).For(DeskAction.SeeShared);
    }

    private async Task ShowAsync(HttpContext context, string token)
    {
        context.Did("leads-link-open");
        if (await links.OpenAsync(context, token, () => kept.Open(token, clock.GetUtcNow())) is { } page)
        {
            var told = context.Request.Query.ContainsKey("kept") ? $"记下了 {page.Given.Count} 条。编辑部会收进去；到期以前还可以改。" : null;
            await WriteAsync(context, Render(page, page.Given, told, null));
        }
    }

    private async Task TakeAsync(HttpContext context, string token)
    {
        context.Did("leads-link-score");
        if (await links.OpenAsync(context, token, () => kept.Open(token, clock.GetUtcNow())) is not { } page)
        {
            return;
        }

        var said = await SaidAsync(context, page);
        var wrong = said?.Where(s => !Score.TryPoints(s.Points, out _)).Select(s => s.Number).ToList() ?? [];
        if (said is null || wrong.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            var mistake = said is null ? "没有收到评分，请再试一次。"
                : $"评分要写 0 到 {Score.Highest} 的数，什么也没有记：{string.Join("、", wrong)}。";
            await WriteAsync(context, Render(page, said ?? page.Given, null, mistake));
            return;
        }

        kept.Give(token, said, clock.GetUtcNow());
        OutsideLinks.Quiet(context, hasForm: true);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Home}{token}/?kept=1";
    }

    /// <summary>What was said of the rows of this page; null for what is no form.</summary>
    private static async Task<IReadOnlyList<GivenScore>?> SaidAsync(HttpContext context, ScoreLinkPage page)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is null or > MostFormBytes)
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        string Said(string name) => form[name].ToString().Trim();
        return [.. page.Rows.Select(r => r.Number.ToString()).Where(n => Said("points:" + n).Length > 0)
            .Select(n => new GivenScore(n, Said("points:" + n), LeadsScoresPart.Cut(Said("remark:" + n))))];
    }

    private Html Render(ScoreLinkPage page, IReadOnlyList<GivenScore> said, string? told, string? mistake)
    {
        var until = page.Until.ToOffset(clock.GetLocalNow().Offset);
        var given = said.ToDictionary(s => s.Number, StringComparer.Ordinal);
        GivenScore SaidOf(ScoreRow row) => given.GetValueOrDefault(row.Number.ToString(), new("", "", ""));
        return DeskPage.Bare("评分", Html.Of($"""
            <main id="main" class="by-link">
            <h1>请{page.Expert}评分 <span class="number">{page.Rows.Count}</span></h1>
            {(told is null ? Html.None : Html.Of($"<p class=\"told\" role=\"status\">{told}</p>"))}
            {(mistake is null ? Html.None : Html.Of($"<p class=\"alarm\" role=\"alert\">{mistake}</p>"))}
            <p>每条 0 到 {Score.Highest} 分。姓名、单位、联系方式都遮着，别人的评分看不到。没有写分数的不记；可以分几次评，也可以改。</p>
            <p>这个链接只给您，里面的内容还没有公开，请不要转发；到 {until:M 月 d 日 HH:mm} 为止。有疑问、打不开，请找给您链接的编辑部。</p>
            {(page.Rows.Count == 0 ? new Html("<p class=\"none\">这里的线索都撤下了，没有要评的。</p>") : Html.Of($"""
            <form class="deed" method="post">
            {Html.Join(page.Rows, r => LeadsScoresPage.Blind(r, SaidOf(r).Points, SaidOf(r).Remark))}
            <p><button class="button" type="submit">记下评分</button></p></form>
            """))}
            </main>
            """), new("<link rel=\"stylesheet\" href=\"/desk/leads.css\">\n"));
    }

    private static Task WriteAsync(HttpContext context, Html page)
    {
        OutsideLinks.Quiet(context, hasForm: true);
        return DeskPage.WriteAsync(context, page);
    }
}
