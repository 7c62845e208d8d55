using YuGong.Content.Yaml;
using YuGong.Text;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys that every entry has.</summary>
public static class HeaderKeys
{
    public static readonly Key<Ref> Id = new("id", "编号", "小写字母、数字和 -,与文件夹同名,发布后不改", Reference, Required: true);

    public static readonly ChoiceShape<Status> StatusWords = Choice(
        ("draft", "草稿", Content.Status.Draft), ("review", "审核中", Content.Status.Review), ("ready", "就绪", Content.Status.Ready),
        ("published", "已发布", Content.Status.Published));

    public static readonly Key<Status> Status = new("status", "状态", "draft 草稿 | review 审核中 | ready 就绪 | published 已发布", StatusWords);
    public static readonly Key<bool> Sample = new("sample", "示例", "true:只在预览中出现", Flag);
    public static readonly Key<DateOnly?> PublishAt = new("publish_at", "发布日", "到这一天才发布,年-月-日", Day);
    public static readonly Key<DateOnly?> ExpireAt = new("expire_at", "撤下日", "到这一天撤下,年-月-日", Day);
    public static readonly Key<DateOnly?> Updated = new("updated", "修改日", "最近一次实质修改,年-月-日", PastDay);
    public static readonly Key<IReadOnlyList<Ref>> Aliases = new("aliases", "旧地址", "例如 [/people/old-id/]", ListOf(SitePath));
    public static readonly Key<string> Author = new("author", "作者", "作者", Words);
    public static readonly Key<string> Byline = new("byline", "署名", "照原样显示", Words);
    public static readonly Key<string> Rights = new("rights", "权利", "文字的权利说明", Words);
    public static readonly Key<IReadOnlyList<string>> Sic = new("sic", "原文如此", "照原样留着、文字检查不管的词,例如 [硐窝]", ListOf(Words))
    {
        IsVerbatim = true,
    };

    public static readonly Key<Node> Extra = new("extra", "其他", "自由区,只有模板读", Anything);

    public static readonly Key<IReadOnlyList<Correction>> Corrections =
        new("corrections", "更正", "发布后改了主张才写,一列 { date, text }", ListOf(CorrectionKeys.Schema));

    public static readonly Key<IReadOnlyList<Source>> Sources = new("sources", "来源", "标题、出版者、等级 A/B/C、地址或档号", ListOf(SourceKeys.Schema))
    {
        IsVerbatim = true,
    };
    public static readonly Key<Verification> Verification = new("verification", "核实", "谁、怎么、何时核的", VerificationKeys.Schema);

    public static readonly IReadOnlyList<IKey> All =
        [Id, Status, Sample, PublishAt, ExpireAt, Updated, Aliases, Author, Byline, Rights, Corrections, Sources, Verification, Sic, Extra];

    /// <summary>Whether work on the entry goes on; of a status that is none of the words, nobody knows.</summary>
    internal static bool IsUnfinished(Mapping mapping, Status unsaid) =>
        mapping.Find(Status.Name)?.Value switch
        {
            null or Scalar { IsEmpty: true } => unsaid < Content.Status.Ready,
            Scalar said => IsUnfinished(said.Text),
            _ => false,
        };

    internal static bool IsUnfinished(string said) => StatusWords.Choices.Any(c => c.Word == said && c.Value < Content.Status.Ready);

    /// <summary>Reads the header; <paramref name="body"/> gets the sources, so that it can number its citations.</summary>
    internal static EntryHeader? Read(MapReader m, EntryFolder folder, Status unsaid, Func<IReadOnlyList<Source>, Body> body)
    {
        var id = m.Get(Id);
        var expected = folder.Path[(folder.Path.LastIndexOf('/') + 1)..];
        if (id is not null && id.Id != expected)
        {
            m.Context.Report(ContentRules.IdNotFolder, id.Span, id.Id, expected);
        }

        var status = m.Says(Status) ? m.Get(Status) : unsaid;
        var sources = m.All(Sources);
        CheckTwins(sources, m.Context);

        var (from, to) = (m.Get(PublishAt), m.Get(ExpireAt));
        if (from is { } a && to is { } b && b <= a)
        {
            m.Context.Report(ContentRules.ExpiresBeforePublished, m.SpanOf(ExpireAt));
        }

        return new()
        {
            Id = expected, Folder = folder, Place = m.SpanOf(Id), Status = status, StatusSpan = m.SpanOf(Status), Sample = m.Get(Sample),
            PublishAt = from, ExpireAt = to, Updated = m.Get(Updated), Aliases = m.All(Aliases), Author = m.Get(Author),
            Byline = m.Get(Byline), Rights = m.Get(Rights), Sources = sources, Verification = m.Get(Verification), Body = body(sources),
            Extra = m.Get(Extra),
            Corrections = [.. m.All(Corrections).OrderBy(c => c.Date)],
        };
    }

    private static void CheckTwins(IReadOnlyList<Source> sources, ReadContext context)
    {
        for (var i = 1; i < sources.Count; i++)
        {
            var (later, earlier) = (sources[i], sources.Take(i).ToList());
            if (earlier.Exists(s => s.Id.Id == later.Id.Id))
            {
                context.Report(ContentRules.DuplicateInList, later.Id.Span, "sources", later.Id.Id);
            }
            else if (earlier.Find(s => Independence.IsSameWork(s, later)) is { } twin)
            {
                context.Report(ContentRules.SameSource, later.Id.Span, later.Id.Id, twin.Id.Id);
            }
        }
    }

    private static class CorrectionKeys
    {
        private static readonly Key<DateOnly?> Day = new("date", "日期", "年-月-日", PastDay, Required: true);
        private static readonly Key<string> What = new("text", "说明", "原来怎样写、现在怎样写、依据是什么", LongStatement, Required: true);

        public static readonly Schema<Correction> Schema =
            new("correction", [Day, What], m => (m.Get(Day), m.Get(What)) is ({ } day, { } what) ? new(day, what) : null);
    }

    private static class SourceKeys
    {
        private static readonly Key<string> Title = new("title", "标题", "文章或文献的标题", Statement, Required: true);
        private static readonly Key<string> SourceAuthor = new("author", "作者", "作者", Words);
        private static readonly Key<string> Publisher = new("publisher", "出版者", "出版者、网站或刊物", Statement, Required: true);
        private static readonly Key<string> Url = new("url", "地址", "可以公开链接的 http(s) 地址", WebAddress);
        private static readonly Key<string> Archive = new("archive", "原刊或档号", "没有可公开的地址时写刊物卷期、档号、书号", Notation);

        private static readonly Key<Grade> GradeKey = new("grade", "等级", "A | B | C",
            Choice(("A", "官方、院士机构、高校、主流媒体原站", Grade.A), ("B", "刊物转载、地方文史、图书摘录", Grade.B), ("C", "百科、自媒体、聚合站", Grade.C)), Required: true);

        private static readonly Key<string> Group = new("group", "同源组", "同一作者或互抄的来源写同一个组名", Words);
        private static readonly Key<bool> Read =
            new("read", "读到", "excerpt 摘录 | full 全文", Choice(("excerpt", "摘录", false), ("full", "全文", true)));

        public static readonly Schema<Source> Schema = new(
            "source", [Id, Title, SourceAuthor, Publisher, SharedKeys.OptionalDate, Url, Archive, GradeKey, Group, Read], m =>
            {
                var (id, title, publisher, grade, url, archive) =
                    (m.Get(Id), m.Get(Title), m.Get(Publisher), m.Get(GradeKey), m.Get(Url), m.Get(Archive));
                if (id is null)
                {
                    return null;
                }

                if (!m.Says(Url) && !m.Says(Archive))
                {
                    m.Context.Report(ContentRules.SourceWithoutPlace, id.Span, id.Id);
                }

                // A broken source still stands for its id: those who cite it are not at fault.
                return new()
                {
                    Id = id, Title = title ?? "", Author = m.Get(SourceAuthor), Publisher = publisher ?? "",
                    Date = m.Get(SharedKeys.OptionalDate), Url = url, Archive = archive, Grade = grade, Group = m.Get(Group),
                    ReadInFull = m.Get(Read),
                };
            });
    }

    private static class VerificationKeys
    {
        private static readonly Key<string> Checker = new("checker", "核实者", "岗位,例如 编辑部", Statement, Required: true);
        private static readonly Key<string> Method = new("method", "方法", "例如 文献互证", Statement, Required: true);
        private static readonly Key<DateOnly?> When = new("date", "日期", "年-月-日", PastDay, Required: true);

        public static readonly Schema<Verification> Schema = new("verification", [Checker, Method, When], m =>
            (m.Get(Checker), m.Get(Method), m.Get(When)) is ({ } checker, { } method, { } date) ? new(checker, method, date) : null);
    }
}
