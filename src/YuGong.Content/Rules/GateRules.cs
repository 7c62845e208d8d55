using YuGong.Text;

namespace YuGong.Content;

/// <content>The truth gate. These are warnings for an entry that is ready, and errors for one that says it is published.</content>
public static partial class ContentRules
{
    public static readonly Rule NotEstablished = Warning(190,
        new("主张没有确证", "Claim not established"),
        new("“{0}”没有确证:{1}。", "'{0}' is not established: {1}."),
        new("要一个 A 级来源,或两个互相独立的 B 级来源;否则删去这一条。", "It needs one A source or two independent B sources; otherwise take it out."),
        new("真实性:来源不够的话不说。", "Truth comes first: what is not sourced is not said."));

    public static readonly Rule NotVerified = Warning(191,
        new("没有核实", "Not verified"),
        new("“{0}”没有 verification。", "'{0}' has no verification."),
        new("写谁(岗位)、怎么、何时核的:{{ checker: 编辑部, method: 文献互证, date: 2026-11-22 }}。",
            "Say who (a post), how and when: {{ checker: …, method: …, date: 2026-11-22 }}."),
        new("每篇都要有人负责。", "Somebody answers for every story."));

    public static readonly Rule NoConsent = Warning(192,
        new("没有同意", "No consent"),
        new("“{0}”没有 consent。", "'{0}' has no consent."),
        new("写 basis、by、scope;已故者的公开史料写 basis: public-record。",
            "Write basis, by and scope; for the public record of the deceased, basis: public-record."),
        new("没有本人或家属同意,不讲他们的故事。", "Nobody's story is told without them."));

    public static readonly Rule ConsentNotForWeb = Warning(193,
        new("同意不含网站", "Consent does not cover the web"),
        new("“{0}”的同意范围不含 web。", "The consent for '{0}' does not cover the web."),
        new("取得同意后在 scope 里写 web。", "Add web to scope once they agree."),
        new("同意了海报不等于同意上网。", "A poster is not a web page."));

    public static readonly Rule ConsentExpired = Warning(194,
        new("同意已到期", "Consent expired"),
        new("“{0}”的同意到 {1} 为止。", "The consent for '{0}' ended on {1}."),
        new("重新取得同意,改 until。", "Ask again and change until."),
        new("同意到期就撤下。", "When consent ends, the entry comes down."));

    public static readonly Rule SampleInRelease = Error(195,
        new("示例不能发布", "A sample cannot be published"),
        new("{0} 是示例(sample: true),却写着 status: {1}。", "{0} is a sample (sample: true), yet its status is {1}."),
        new("示例只用 draft 或 review;真实内容去掉 sample。", "A sample stays draft or review; take sample away from real content."),
        new("编出来的东西永远不能当真的发布。", "What is made up is never published as true."));

    public static readonly Rule LeftOut = Note(196,
        new("没有发布", "Left out"),
        new("“{0}”没有发布:{1}。", "'{0}' is not published: {1}."),
        new("{2}", "{2}"),
        new("发布什么、不发布什么都要看得见。", "What is published and what is not must be plain to see."));

    public static readonly Rule DeathNotEstablished = Note(197,
        new("卒年未确证", "Death not established"),
        new("“{0}”依据已故者的公开史料,但没有确证的卒年;页面不写卒年。",
            "'{0}' rests on the public record of the deceased, but no date of death is established; the page shows none."),
        new("补一个 A 级来源的卒年。", "Add a date of death from an A source."),
        new("“已故”由核实者负责,日期要有依据。", "The checker answers for 'deceased'; a date needs a source."));
}
