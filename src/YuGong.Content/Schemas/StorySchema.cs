using static YuGong.Content.Schemas.Shapes;
using static YuGong.Content.Schemas.SharedKeys;

namespace YuGong.Content.Schemas;

/// <summary>The keys of a person's story, in the order the skeleton writes them.</summary>
public static class StorySchema
{
    public static readonly Key<string> PersonName = new("name", "姓名", "中文姓名", TextOf(1, 24), Required: true);
    public static readonly Key<string> LatinName = new("latin_name", "拉丁字母姓名", "例如 Shui Xiheng", Statement, Required: true)
    {
        IsVerbatim = true,
    };
    public static readonly Key<string> Pinyin = new("pinyin", "拼音", "带声调,例如 Shuǐ Xīhéng", Words) { IsVerbatim = true };
    public static readonly Key<IReadOnlyList<string>> OtherNames = new("other_names", "别名", "字、号、曾用名", ListOf(Words))
    {
        IsVerbatim = true,
    };
    public static readonly ChoiceShape<Gender> GenderWords = Choice(("男", "男", Gender.Man), ("女", "女", Gender.Woman));
    public static readonly Key<Gender> GenderKey = new("gender", "性别", "男 | 女", GenderWords, Required: true);
    public static readonly Key<VitalDate> BirthKey = new("birth", "出生", "{ date, place, cite };未能确证就不写", Birth);
    public static readonly Key<VitalDate> DeathKey = new("death", "逝世", "{ date, place, cite }", Death);
    public static readonly Key<string> NativePlace = new("native_place", "籍贯", "地名", Words);
    public static readonly Key<string> WorkUnit = new("work_unit", "工作单位", "单位", Words);
    public static readonly Key<string> Post = new("post", "职务", "职务", Words);
    public static readonly Key<string> ProfessionalTitle = new("professional_title", "职称", "职称", Words);
    public static readonly Key<string> YearsOfService = new("years_of_service", "工作年限", "例如 四十余年", Words);
    public static readonly Key<Term> Direction =
        new("direction", "方向", "taxonomies/directions 里的 id", TermOf("directions", t => t.Directions), Required: true);
    public static readonly Key<IReadOnlyList<Term>> Traits =
        new("traits", "特质", "taxonomies/traits 里的 id", ListOf(TermOf("traits", t => t.Traits)));
    public static readonly Key<IReadOnlyList<Term>> Trades =
        new("trades", "专业", "taxonomies/trades 里的 id", ListOf(TermOf("trades", t => t.Trades)), Required: true);
    public static readonly Key<Term> Era = new("era", "年代", "taxonomies/eras 里的 id", TermOf("eras", t => t.Eras), Required: true);
    public static readonly Key<IReadOnlyList<Term>> Clusters =
        new("clusters", "产业集群", "taxonomies/clusters 里的 id", ListOf(TermOf("clusters", t => t.Clusters)));
    public static readonly Key<IReadOnlyList<Term>> Fields =
        new("fields", "科创领域", "taxonomies/fields 里的 id", ListOf(TermOf("fields", t => t.Fields)));
    public static readonly Key<Term> Batch = new("batch", "批次", "taxonomies/batches 里的 id", TermOf("batches", t => t.Batches));
    public static readonly Key<int?> Order = new("order", "次序", "展厅路线中的次序,小的在前", Number);
    public static readonly Key<string> Headline = new("headline", "主题句", "不超过 24 字", TextOf(2, 24), Required: true);
    public static readonly Key<string> Summary = new("summary", "摘要", "40–140 字", TextOf(40, 140), Required: true);
    public static readonly Key<string> PosterLine = new("poster_line", "海报上的话", "一句话,接得上主题句;不写用摘要的第一句", TextOf(2, 70));
    public static readonly Key<Picture> Portrait = new("portrait", "肖像", "{ src, alt, credit, … };没有就用印章", PictureSchema);
    public static readonly Key<IReadOnlyList<Picture>> Pictures = new("pictures", "图片", "一列图片", ListOf(PictureSchema));
    public static readonly Key<IReadOnlyList<Honour>> Honours = new("honours", "荣誉", "一列带依据的荣誉", ListOf(HonourKeys.Schema));
    public static readonly Key<IReadOnlyList<Quotation>> Quotations = new("quotations", "引语", "一列带依据的引语", ListOf(QuotationKeys.Schema));
    public static readonly Key<IReadOnlyList<Project>> Projects = new("projects", "项目", "一列带依据的项目", ListOf(ProjectKeys.Schema));
    public static readonly Key<IReadOnlyList<Ref>> Objects = new("objects", "老物件", "物件的 id", ListOf(EntryOf("object")));
    public static readonly Key<IReadOnlyList<Relation>> Related =
        new("related", "相关人物", "{ id, relation, cite }", ListOf(RelationKeys.Schema));
    public static readonly Key<Recommender> RecommenderKey =
        new("recommender", "推荐人", "{ name, agreed: true };本人同意署名才写", RecommenderKeys.Schema);

    public static readonly Key<IReadOnlyList<string>> OpenQuestions = new("open_questions", "尚待核实",
        "一列:没有查到、各处说法不合而没有写的,一句话一条;页面上合成一个框", ListOf(LongStatement));

    public static readonly IReadOnlyList<IKey> Keys =
    [
        .. HeaderKeys.All, PersonName, LatinName, Pinyin, OtherNames, GenderKey, BirthKey, DeathKey, NativePlace, WorkUnit, Post,
        ProfessionalTitle,
        YearsOfService, Direction, Traits, Trades, Districts, Era, Clusters, Fields, Batch, Order, Headline, Summary, PosterLine, Portrait,
        Pictures,
        Events, Figures, Honours, Quotations, Projects, Objects, Related, OpenQuestions, RecommenderKey,
        ConsentKey,
    ];

    internal static Story? Read(MapReader m, EntryHeader header)
    {
        var (name, latin, gender, direction) = (m.Get(PersonName), m.Get(LatinName), m.Get(GenderKey), m.Get(Direction));
        var (trades, era, headline, summary) = (m.Get(Trades), m.Get(Era), m.Get(Headline), m.Get(Summary));
        var story = new Story
        {
            Header = header, Name = name ?? header.Id, LatinName = latin ?? header.Id, Pinyin = m.Get(Pinyin),
            OtherNames = m.All(OtherNames), Gender = gender, Birth = m.Get(BirthKey), Death = m.Get(DeathKey),
            NativePlace = m.Get(NativePlace), WorkUnit = m.Get(WorkUnit), Post = m.Get(Post),
            ProfessionalTitle = m.Get(ProfessionalTitle), YearsOfService = m.Get(YearsOfService), Direction = direction ?? Nowhere,
            Traits = m.All(Traits), Trades = trades ?? [], Districts = m.All(Districts), Era = era ?? Nowhere,
            Clusters = m.All(Clusters), Fields = m.All(Fields), Batch = m.Get(Batch), Order = m.Get(Order), Headline = headline ?? "",
            About = summary ?? "", PosterLine = m.Get(PosterLine), Portrait = m.Get(Portrait), Album = m.All(Pictures),
            Events = m.All(Events), Figures = m.All(Figures),
            Honours = m.All(Honours), Quotations = m.All(Quotations), Projects = m.All(Projects), Objects = m.All(Objects),
            Related = m.All(Related), OpenQuestions = m.All(OpenQuestions),
            Recommender = m.Get(RecommenderKey), Agreement = m.Get(ConsentKey),
        };
        if (story.Birth is { } birth && story.Death is { } death && death.Date.Latest < birth.Date.Earliest)
        {
            m.Context.Report(ContentRules.DeathBeforeBirth, death.Span, birth.Date.Words, death.Date.Words);
        }

        return m.Whole ? story : null;
    }

    /// <summary>Stands in while the other keys of a broken entry are read, so that one run names every mistake.</summary>
    private static readonly Term Nowhere = new("", "");

    private static class HonourKeys
    {
        public static readonly Schema<Honour> Schema = new("honour", [OptionalDate, Name, Cite], m =>
            (m.Get(Name), m.Get(Cite)) is ({ } name, { } cite) ? new(name, m.Get(OptionalDate), m.Span, cite) : null);
    }

    private static class QuotationKeys
    {
        private static readonly Key<string> Saying = new("text", "引语", "原话,不加引号", Prose, Required: true) { IsVerbatim = true };
        private static readonly Key<string> Speaker = new("speaker", "说话人", "谁说的", Words);
        private static readonly Key<bool> Form =
            new("form", "方式", "direct 原话 | indirect 转述", Choice(("direct", "原话", true), ("indirect", "转述", false)), Required: true);
        private static readonly Key<string> Occasion = new("occasion", "场合", "何时何地", Words);

        public static readonly Schema<Quotation> Schema = new("quotation", [Saying, Speaker, Form, Occasion, Cite], m =>
        {
            var (words, direct, cite) = (m.Get(Saying), m.Get(Form), m.Get(Cite));
            return m.Whole ? new(words!, m.Get(Speaker), direct, m.Get(Occasion), m.Span, cite!) : null;
        });
    }

    private static class ProjectKeys
    {
        private static readonly Key<string> Role = new("role", "角色", "例如 主持", Words);

        public static readonly Schema<Project> Schema = new("project", [Name, Role, OptionalDate, Place, Cite], m =>
            (m.Get(Name), m.Get(Cite)) is ({ } name, { } cite)
                ? new(name, m.Get(Role), m.Get(OptionalDate), m.Get(Place), m.Span, cite) : null);
    }

    private static class RelationKeys
    {
        private static readonly Key<Ref> Person = new("id", "人物", "人物的 id", EntryOf("story"), Required: true);
        private static readonly Key<string> RelationText = new("relation", "关系", "例如 先后任职于同一学院", Statement, Required: true);

        public static readonly Schema<Relation> Schema = new("related", [Person, RelationText, Cite], m =>
            (m.Get(Person), m.Get(RelationText), m.Get(Cite)) is ({ } person, { } text, { } cite) ? new(person, text, m.Span, cite) : null);
    }

    private static class RecommenderKeys
    {
        private static readonly Key<bool> Agreed = new("agreed", "同意署名", "true", Flag, Required: true);

        public static readonly Schema<Recommender> Schema = new("recommender", [Name, Agreed], m =>
        {
            var (name, agreed) = (m.Get(Name), m.Get(Agreed));
            if (m.Whole && !agreed)
            {
                m.Context.Report(ContentRules.RecommenderNotAgreed, m.SpanOf(Name), name!);
                return null;
            }

            return m.Whole ? new(name!, agreed) : null;
        });
    }
}
