using YuGong.Content;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>An article as a 审稿单: each source says its grade, each claim its sources and what it lacks, and there is room to sign.</summary>
internal static class ReviewCopy
{
    private static readonly string[] Reviews = ["初审", "复审", "终审"];

    public static Article Of(Article article, PublicDocument document, Entry entry, DateOnly today,
        IReadOnlyList<ReviewStamp> stamps) => article with
    {
        Text = article.Text with
        {
            Notes =
            [
                .. document.Sources.Select(s => $"〔{s.Grade} 级〕{SourceText.Of(s)}"),
                .. article.Text.Notes.Skip(document.Sources.Count),
            ],
        },
        Review = new()
        {
            Status = entry.Header.Sample ? "示例" : StatusOf(entry.Header.Status), Day = today,
            Claims = [.. entry.Claims.Select(c => Reviewed(c, entry.Header.Sources))],
            Missing = [.. TruthGate.Reasons(entry, today).Select(r => r.Message(Language.Chinese))],
            Stamps = stamps, Signers = [.. Reviews, Subject(entry)],
        },
    };

    private static ReviewedClaim Reviewed(Claim claim, IReadOnlyList<Source> sources) => new(ClaimNames.Of(claim), claim.What,
        [.. sources.Index().Where(s => claim.IsCiting(s.Item)).Select(s => (s.Index + 1, s.Item.Grade.ToString()))],
        TruthGate.Weakness(claim, sources)?.Zh);

    private static string StatusOf(Status status) => status switch
    {
        Status.Draft => "草稿", Status.Review => "审核中", Status.Ready => "就绪", _ => "已发布",
    };

    private static string Subject(Entry entry) => entry switch
    {
        Story { Death: null, Consent.Basis: not ConsentBasis.PublicRecord } => "本人",
        Story => "家属或单位",
        Dialogue => "受访人",
        Video => "出镜人",
        _ => "提供资料的人",
    };
}
