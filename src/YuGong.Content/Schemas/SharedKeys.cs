using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>Keys and mappings that several kinds of entry share.</summary>
public static class SharedKeys
{
    public static readonly Key<IReadOnlyList<Ref>> Cite = new("cite", "依据", "来源的 id,例如 [s1, s2]", ListOf(Reference), Required: true);
    public static readonly Key<string> EventText = new("text", "事件", "一句话", Statement, Required: true);
    public static readonly Key<HistoricalDate> EventDate = new("date", "日期", "EDTF,例如 1927-03", Date, Required: true);
    public static readonly Key<HistoricalDate> OptionalDate = new("date", "日期", "EDTF,例如 1927/1932", Date);
    public static readonly Key<string> Place = new("place", "地点", "地名", Words);
    public static readonly Key<string> Title = new("title", "标题", "标题", TextOf(1, 60), Required: true);
    public static readonly Key<string> Name = new("name", "名称", "名称", Statement, Required: true);

    public static readonly ChoiceShape<AiUse> MachineMadeWords = Choice(
        ("none", "无", AiUse.None), ("assisted", "人工智能辅助", AiUse.Assisted), ("generated", "人工智能生成", AiUse.Generated));

    public static readonly Schema<Picture> PictureSchema = PictureKeys.Schema;

    public static readonly Schema<VitalDate> Birth = Vital("birth", "生于");
    public static readonly Schema<VitalDate> Death = Vital("death", "卒于");

    public static readonly Key<bool> Posthumous = new("posthumous", "身后", "true:确是逝世以后的事", Flag);

    public static readonly Schema<LifeEvent> Event = new("event", [EventDate, EventText, Place, Posthumous, Cite], m =>
        (m.Get(EventDate), m.Get(EventText), m.Get(Cite)) is ({ } date, { } text, { } cite)
            ? new(date, text, m.Get(Place), m.Span, cite) { Posthumous = m.Get(Posthumous) }
            : null);

    public static readonly Schema<Figure> Figure = FigureKeys.Schema;
    public static readonly Schema<Consent> Consent = ConsentKeys.Schema;

    public static readonly Key<IReadOnlyList<LifeEvent>> Events = new("events", "年表", "一列带日期和依据的事件", ListOf(Event));
    public static readonly Key<IReadOnlyList<Figure>> Figures = new("figures", "数字", "一列带依据的数字", ListOf(Figure));
    public static readonly Key<Consent> ConsentKey = new("consent", "同意", "谁同意了什么,到何时", Consent);
    public static readonly Key<IReadOnlyList<Term>> Districts =
        new("districts", "区县", "taxonomies/districts 里的 id", ListOf(TermOf("districts", t => t.Districts)));

    private static Schema<VitalDate> Vital(string name, string word) => new(name, [EventDate, Place, Cite], m =>
        (m.Get(EventDate), m.Get(Cite)) is ({ } date, { } cite) ? new(word, date, m.Get(Place), m.Span, cite) : null);

    private static class PictureKeys
    {
        private static readonly Key<Ref> Src = new("src", "文件", "条目文件夹里的图片文件名", PictureName, Required: true);
        private static readonly Key<string> Alt = new("alt", "替代文字", "看不见图的人听到的一句话", LongStatement, Required: true);
        private static readonly Key<string> Credit = new("credit", "图片来源", "摄影者或收藏单位", Statement, Required: true);
        private static readonly Key<string> Rights = new("rights", "权利", "例如 © 某某档案馆,准予本站使用", Words);
        private static readonly Key<string> Caption = new("caption", "图说", "图下的一句话", Words);
        private static readonly Key<FocalPoint> FocalKey = new("focal", "焦点", "[0.5, 0.3]:从左、从上", Focal);
        private static readonly Key<AiUse> Ai = new("ai", "人工智能", "none | assisted | generated", MachineMadeWords);

        public static readonly Schema<Picture> Schema = new("picture", [Src, Alt, Credit, Rights, Caption, FocalKey, Ai], m =>
            (m.Get(Src), m.Get(Alt), m.Get(Credit)) is ({ } src, { } alt, { } credit)
                ? new(src, alt, credit, m.Get(Rights), m.Get(Caption), m.Get(FocalKey), m.Get(Ai))
                : null);
    }

    private static class FigureKeys
    {
        private static readonly Key<string> Label = new("label", "名目", "这个数字说的是什么", Statement, Required: true);
        private static readonly Key<string> Value = new("value", "数值", "照来源写,例如 \"140\"", Notation, Required: true);
        private static readonly Key<string> Unit = new("unit", "单位", "例如 千瓦", Words);

        public static readonly Schema<Figure> Schema = new("figure", [Label, Value, Unit, Cite], m =>
            (m.Get(Label), m.Get(Value), m.Get(Cite)) is ({ } label, { } value, { } cite)
                ? new(label, value, m.Get(Unit), m.Span, cite)
                : null);
    }

    private static class ConsentKeys
    {
        private static readonly Key<ConsentBasis> Basis = new("basis", "依据", "person | family | public-record",
            Choice(("person", "本人同意", ConsentBasis.Person), ("family", "家属同意", ConsentBasis.Family),
                ("public-record", "已故者的公开史料", ConsentBasis.PublicRecord)),
            Required: true);

        private static readonly Key<string> By = new("by", "同意人", "谁同意的", Statement);
        private static readonly Key<IReadOnlyList<ConsentScope>> Scope = new("scope", "范围", "[web, poster, print, video]",
            ListOf(Choice(("web", "网站", ConsentScope.Web), ("poster", "海报", ConsentScope.Poster), ("print", "印刷", ConsentScope.Print),
                ("video", "视频", ConsentScope.Video))),
            Required: true);

        private static readonly Key<DateOnly?> Until = new("until", "到期", "年-月-日", Day);
        private static readonly Key<string> Note = new("note", "说明", "一句话", Prose);

        public static readonly Schema<Consent> Schema = new("consent", [Basis, By, Scope, Until, Note], m =>
        {
            var (basis, by, scope) = (m.Get(Basis), m.Get(By), m.Get(Scope));
            if (basis is ConsentBasis.Person or ConsentBasis.Family && by is null && m.Whole)
            {
                m.Context.Report(ContentRules.MissingKey, m.SpanOf(Basis), By.Name, By.Label, By.Hint);
                return null;
            }

            return m.Whole ? new(basis, by, scope!, m.Get(Until), m.Get(Note), m.Span) : null;
        });
    }
}
