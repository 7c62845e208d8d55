using static YuGong.Content.Schemas.Shapes;
using static YuGong.Content.Schemas.SharedKeys;

namespace YuGong.Content.Schemas;

public static class ObjectSchema
{
    public static readonly ChoiceShape<ObjectKind> KindWords = Choice(
        ("drawing", "图纸", ObjectKind.Drawing), ("tool", "工具", ObjectKind.Tool), ("machine", "机器", ObjectKind.Machine),
        ("photo", "照片", ObjectKind.Photo),
        ("document", "文献", ObjectKind.Document), ("building", "建筑", ObjectKind.Building), ("site", "遗址", ObjectKind.Site),
        ("specimen", "标本", ObjectKind.Specimen), ("instrument", "仪器", ObjectKind.Instrument));

    public static readonly ChoiceShape<ObjectRole> RoleWords = Choice(
        ("maker", "制作", ObjectRole.Maker), ("user", "使用", ObjectRole.User), ("designer", "设计", ObjectRole.Designer),
        ("builder", "主持建造", ObjectRole.Builder),
        ("donor", "捐赠", ObjectRole.Donor), ("keeper", "保管", ObjectRole.Keeper), ("subject", "相关", ObjectRole.Subject));

    public static readonly Key<ObjectKind> Kind =
        new("kind", "类别",
        "drawing 图纸 | tool 工具 | machine 机器 | photo 照片 | document 文献 | building 建筑 | site 遗址 | specimen 标本 | instrument 仪器", KindWords,
        Required: true);
    public static readonly Key<IReadOnlyList<Participation>> People =
        new("people", "人物", "{ id, role }", ListOf(ParticipationKeys.Schema), Required: true);
    public static readonly Key<HistoricalDate> Made = new("made", "年代", "EDTF,例如 1929/1932", Date);
    public static readonly Key<string> Material = new("material", "材质", "例如 石", Words);
    public static readonly Key<string> Dimensions = new("dimensions", "尺寸", "照来源写", Words);
    public static readonly Key<string> Location = new("location", "今在何处", "地点或收藏单位", Words);
    public static readonly Key<string> Summary = new("summary", "摘要", "30–120 字", TextOf(30, 120), Required: true);
    public static readonly Key<Picture> PictureKey = new("picture", "图片", "{ src, alt, credit, … };没有就画测绘线稿", PictureSchema);

    public static readonly IReadOnlyList<IKey> Keys =
        [.. HeaderKeys.All, Title, Kind, People, Made, Material, Dimensions, Location, Districts, Summary, PictureKey, CardKeys.Card,
            TourKeys.Tour, Events, Figures];

    internal static CollectionObject? Read(MapReader m, EntryHeader header)
    {
        var (title, kind, people, summary) = (m.Get(Title), m.Get(Kind), m.Get(People), m.Get(Summary));
        var made = new CollectionObject
        {
            Header = header, Name = title ?? header.Id, ObjectKind = kind, People = people ?? [], Made = m.Get(Made),
            Material = m.Get(Material), Dimensions = m.Get(Dimensions), Location = m.Get(Location), Districts = m.All(Districts),
            About = summary ?? "", Picture = m.Get(PictureKey), Events = m.All(Events), Figures = m.All(Figures),
            Tour = m.All(TourKeys.Tour), Card = m.Get(CardKeys.Card),
        };
        if (m.Says(TourKeys.Tour) && !m.Says(PictureKey))
        {
            m.Context.Report(CollectionRules.TourWithoutPicture, m.SpanOf(TourKeys.Tour), header.Id);
        }

        return m.Whole ? made : null;
    }

    private static class ParticipationKeys
    {
        private static readonly Key<Ref> Person = new("id", "人物", "人物的 id", EntryOf("story"), Required: true);
        private static readonly Key<ObjectRole> Role =
            new("role", "角色", "maker | user | designer | builder | donor | keeper | subject", RoleWords, Required: true);

        public static readonly Schema<Participation> Schema = new("people", [Person, Role], m =>
        {
            var (person, role) = (m.Get(Person), m.Get(Role));
            return m.Whole ? new(person!, role) : null;
        });
    }
}

public static class DialogueSchema
{
    public static readonly Key<Ref> Person = new("person", "人物", "人物的 id", EntryOf("story"), Required: true);
    public static readonly Key<string> Interviewer = new("interviewer", "采访者", "采访者或单位", Statement, Required: true);
    public static readonly Key<string> Summary = new("summary", "摘要", "20–140 字", TextOf(20, 140), Required: true);
    public static readonly Key<IReadOnlyList<string>> PullQuotes = new("pull_quotes", "大字引语", "从问答里摘出的句子", ListOf(Words));
    public static readonly Key<IReadOnlyList<Exchange>> Exchanges =
        new("exchanges", "问答", "{ question, answer }", ListOf(ExchangeKeys.Schema), Required: true);
    public static readonly Key<IReadOnlyList<Picture>> Photos = new("photos", "图片故事", "一列图片", ListOf(PictureSchema));

    public static readonly IReadOnlyList<IKey> Keys =
        [.. HeaderKeys.All, Title, Person, Interviewer, EventDate, Place, Summary, PullQuotes, Exchanges, Photos, ConsentKey];

    internal static Dialogue? Read(MapReader m, EntryHeader header)
    {
        var (title, person, interviewer, date, summary, exchanges) =
            (m.Get(Title), m.Get(Person), m.Get(Interviewer), m.Get(EventDate), m.Get(Summary), m.Get(Exchanges));
        var (quotes, photos, consent, place) = (m.All(PullQuotes), m.All(Photos), m.Get(ConsentKey), m.Get(Place));
        return m.Whole ? new()
        {
            Header = header, Name = title!, Person = person!, Interviewer = interviewer!, Date = date!, Place = place, About = summary!,
            PullQuotes = quotes, Exchanges = exchanges!, Photos = photos, Agreement = consent,
        } : null;
    }

    private static class ExchangeKeys
    {
        private static readonly Key<string> Question = new("question", "问", "一个问题", Prose, Required: true);
        private static readonly Key<string> Answer = new("answer", "答", "回答", Prose, Required: true);

        public static readonly Schema<Exchange> Schema = new("exchange", [Question, Answer], m =>
            (m.Get(Question), m.Get(Answer)) is ({ } question, { } answer) ? new(question, answer) : null);
    }
}

public static class VideoSchema
{
    public static readonly Key<IReadOnlyList<Ref>> People = new("people", "人物", "人物的 id", ListOf(EntryOf("story")), Required: true);
    public static readonly Key<int?> Duration = new("duration", "时长", "秒", Number, Required: true);
    public static readonly Key<Picture> Poster = new("poster", "封面", "{ src, alt, credit, … }", PictureSchema);
    public static readonly Key<Ref> File = new("file", "影片文件", "条目文件夹里的文件名,与 url 二选一", FileName);
    public static readonly Key<string> Url = new("url", "发布地址", "发布者网站上的地址", WebAddress);
    public static readonly Key<Ref> Captions = new("captions", "字幕", "WebVTT 文件名", FileName);
    public static readonly Key<string> Summary = new("summary", "摘要", "20–140 字", TextOf(20, 140), Required: true);

    public static readonly IReadOnlyList<IKey> Keys =
        [.. HeaderKeys.All, Title, People, EventDate, Duration, Poster, File, Url, Captions, Summary, ConsentKey];

    internal static Video? Read(MapReader m, EntryHeader header)
    {
        var (title, people, date, duration, summary) = (m.Get(Title), m.Get(People), m.Get(EventDate), m.Get(Duration), m.Get(Summary));
        var (poster, file, url, captions, consent) = (m.Get(Poster), m.Get(File), m.Get(Url), m.Get(Captions), m.Get(ConsentKey));
        if (m.Says(File) == m.Says(Url))
        {
            m.Context.Report(ContentRules.VideoNeedsOneAddress, m.SpanOf(Title));
        }
        else if (file is not null && !m.Says(Captions))
        {
            m.Context.Report(ContentRules.VideoWithoutCaptions, file.Span, file.Id);
        }

        return m.Whole ? new()
        {
            Header = header, Name = title!, People = people!, Date = date!, Duration = duration!.Value, Poster = poster, File = file,
            Url = url, Captions = captions, About = summary!, Agreement = consent,
        } : null;
    }
}

public static class NewsSchema
{
    public static readonly Key<IReadOnlyList<Ref>> People = new("people", "人物", "有关人物的 id", ListOf(EntryOf("story")));
    public static readonly Key<string> Summary = new("summary", "摘要", "20–140 字", TextOf(20, 140), Required: true);
    public static readonly Key<IReadOnlyList<Picture>> Photos = new("photos", "图片", "一列图片", ListOf(PictureSchema));

    public static readonly IReadOnlyList<IKey> Keys = [.. HeaderKeys.All, Title, EventDate, People, Summary, Photos];

    internal static NewsItem? Read(MapReader m, EntryHeader header)
    {
        var (title, date, summary) = (m.Get(Title), m.Get(EventDate), m.Get(Summary));
        var (people, photos) = (m.All(People), m.All(Photos));
        return m.Whole ? new()
        {
            Header = header, Name = title!, Date = date!, People = people, About = summary!, Photos = photos,
            SourcesSpan = m.Says(HeaderKeys.Sources) ? m.SpanOf(HeaderKeys.Sources) : m.SpanOf(Title),
        } : null;
    }
}

public static class PageSchema
{
    public static readonly Key<string> Summary = new("summary", "摘要", "10–140 字", TextOf(10, 140), Required: true);

    public static readonly IReadOnlyList<IKey> Keys = [.. HeaderKeys.All, Title, Summary];

    internal static Page? Read(MapReader m, EntryHeader header)
    {
        var (title, summary) = (m.Get(Title), m.Get(Summary));
        return m.Whole ? new()
        {
            Header = header, Name = title!, About = summary!,
        } : null;
    }
}
