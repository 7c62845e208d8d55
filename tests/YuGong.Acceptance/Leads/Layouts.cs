using YuGong.Leads;
using static YuGong.Tests.Leads.Sample;

namespace YuGong.Tests.Leads;

/// <summary>The layouts that people send: the association's own, ours, and what becomes of them.</summary>
internal static class Layouts
{
    private const string Picture =
        "<img alt=\"\" src=\"data:image/png;base64,"
        + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\">";

    public static IReadOnlyList<Layout> All { get; } =
    [
        Notice("notice-plain", Person),
        Notice("notice-spread-labels", Person, label: l => string.Join('　', l.ToCharArray())),
        Notice("notice-vertical-labels", Person, label: l => l.Length > 4 ? string.Join('\n', l.ToCharArray()) : l),
        Notice("notice-colons", Person, label: l => l + "："),
        Notice("notice-labels-broken", Person, label: l => l.Length > 3 ? l[..2] + "\n" + l[2..] : l),
        Notice("notice-bold-parts", Person, rawLabel: l => $"<b>{l[0]}</b><i>{l[1..]}</i>"),
        Notice("notice-hint-kept", Person, value: (f, v) => f == Field.Deeds ? "以简洁文字阐述人物主要工作经历、关键项目参与情况、突出贡献及感人故事（500-800字为宜）\n" + v : v),
        Notice("notice-hint-below", Person,
            value: (f, v) => f == Field.Highlights ? v + "\n标注故事最具代表性的特质（如攻坚克难、创新突破等），可说明是否有相关实物线索（老图纸、工具、照片等）" : v),
        Notice("notice-empty-cells", With((Field.Party, ""), (Field.Years, ""), (Field.Relation, ""))),
        Notice("notice-only-name", new Dictionary<Field, string> { [Field.Person] = "测试甲" }),
        Notice("notice-full-width", Person,
            value: (f, v) =>
            f switch { Field.PersonPhone => "１３８　００００　０００１", Field.Birth => "１９７０年５月", Field.RecommenderPhone => "（０２３）６０００　０００２",
            _ => v }),
        Notice("notice-spread-name", Person, value: (f, v) => f == Field.Person ? "测　试　甲" : v),
        Notice("notice-birth-dots", Person, value: (f, v) => f == Field.Birth ? "1970.05.12" : v),
        Notice("notice-birth-chinese", Person, value: (f, v) => f == Field.Birth ? "一九七〇年五月" : v),
        Notice("notice-birth-nonsense", With((Field.Birth, "五十多岁")), value: (f, v) => v),
        Notice("notice-sex-boxes", Person, value: (f, v) => f == Field.Sex ? "☑男 □女" : v),
        Notice("notice-two-phones", With((Field.PersonPhone, "13800000001、13900000003")),
            value: (f, v) => f == Field.PersonPhone ? "138-0000-0001 / 139 0000 0003" : v),
        Notice("notice-phone-country", Person, value: (f, v) => f == Field.PersonPhone ? "+86 138 0000 0001" : v),
        Notice("notice-line-breaks", Person, value: (f, v) => f == Field.Unit ? "重庆虚构桥梁\n有限公司（测试）" : v),
        Notice("notice-rare-character", With((Field.Person, "测试𫖯"))),
        Notice("notice-picture", Person, rawValue: (f, v) => f == Field.Highlights ? v + Picture + Picture : v) with { Pictures = 2 },
        new("notice-many-people", ".html",
            Page(Table(Person) + "<p>&nbsp;</p>" + Table(With((Field.Person, "测试乙"), (Field.Sex, "女"), (Field.PersonPhone, "13800000004")))
            + Table(With((Field.Person, "测试丙")))),
            Person, With((Field.Person, "测试乙"), (Field.Sex, "女"), (Field.PersonPhone, "13800000004")), With((Field.Person, "测试丙"))),
        new("one-table-two-people", ".html", Page("<table border=1>" + Rows(Person) + Rows(With((Field.Person, "测试乙"))) + "</table>"),
            Person, With((Field.Person, "测试乙"))),
        new("list-of-people", ".html", Page(
            "<table border=1><tr><td>序号</td><td>被推荐人姓名</td><td>性别</td><td>工作单位</td><td>联系电话</td><td>核心事迹</td><td>推荐单位</td></tr>"
            + "<tr><td>1</td><td>测试甲</td><td>男</td><td>测试一厂</td><td>13800000001</td><td>修好了一台虚构的机器。</td><td>测试协会</td></tr>"
            + "<tr><td>2</td><td>测试乙</td><td>女</td><td>测试二厂</td><td>13800000002</td><td>画了一张虚构的图。</td><td>测试协会</td></tr></table>"),
            Few("测试甲", "男", "测试一厂", "13800000001", "修好了一台虚构的机器。"), Few("测试乙", "女", "测试二厂", "13800000002", "画了一张虚构的图。")),
        new("answers-below", ".html", Page(
            "<table border=1><tr><td>被推荐人姓名</td><td>性别</td></tr><tr><td>测试甲</td><td>男</td></tr><tr><td>工作单位</td><td>职称</td></tr><tr>"
                + "<td>测试一厂</td><td>工程师</td></tr>"
            + $"<tr><td colspan=2>核心事迹简介</td></tr><tr><td colspan=2>{Html(Deeds)}</td></tr></table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Unit] = "测试一厂", [Field.Title] = "工程师",
                [Field.Deeds] = Deeds }),
        new("answers-in-label-cells", ".html", Page(
            $"<table border=1><tr><td>姓名：测试甲</td><td>性别：男</td></tr><tr><td colspan=2>工作单位：测试一厂</td></tr><tr><td "
                + $"colspan=2>核心事迹简介（500-800字）<br>{Html(Deeds)}</td></tr></table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Unit] = "测试一厂", [Field.Deeds] = Deeds }),
        new("label-merged-down", ".html", Page(
            "<table border=1><tr><td>被推荐人姓名</td><td>测试甲</td></tr><tr><td rowspan=3>核心事迹简介</td><td>第一段测试。</td></tr><tr><td>第二段测试。"
                + "</td></tr><tr><td>第三段测试。</td></tr><tr><td>线索亮点</td><td>甘于奉献</td></tr></table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Deeds] = "第一段测试。\n第二段测试。\n第三段测试。",
                [Field.Highlights] = "甘于奉献" }),
        new("extra-cells", ".html", Page(
            "<table border=1><tr><td>姓名</td><td>测试甲</td><td rowspan=3>" + Picture
                + "</td></tr><tr><td>民族</td><td>某族（测试）</td></tr><tr><td>身高</td><td>若干</td></tr><tr><td>职称</td><td>工程师</td></tr></table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Title] = "工程师" }) { Leftovers = 4, Pictures = 1 },
        new("twice-different", ".html",
            Page("<table border=1><tr><td>姓名</td><td>测试甲</td></tr><tr><td>职称</td><td>工程师</td></tr><tr><td>职称</td><td>高级工程师</td></tr>"
                + "</table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Title] = "工程师" }) { Leftovers = 1, Twice = [Field.Title] },
        new("paragraphs", ".html", Page(
            $"<p>被推荐人姓名：测试甲　性别：男　出生年月：1970年5月</p><p>工作单位:测试一厂</p><p>联系电话：13800000001</p><p>核心事迹简介：</p><p>{Html(Deeds)}</p><p>线索亮点："
                + $"创新突破</p><p>推荐人：测试推荐者</p><p>联系电话：13900000002</p>"),
            new Dictionary<Field, string>
            {
                [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Birth] = "1970-05", [Field.Unit] = "测试一厂",
                [Field.PersonPhone] = "13800000001", [Field.Deeds] = Deeds,
                [Field.Highlights] = "创新突破", [Field.Recommender] = "测试推荐者", [Field.RecommenderPhone] = "13900000002",
            }),
        new("nested-table", ".html", Page("<table border=1><tr><td>" + Table(Person) + "</td></tr></table>"), Person) { Leftovers = 1 },
        new("title-row-in-table", ".html", Page("<table border=1><tr><td colspan=6>“重庆工程师故事”线索征集表</td></tr>" + Rows(Person) + "</table>"),
            Person),
        new("split-in-two-tables", ".html", Page(
            "<table border=1><tr><td>姓名</td><td>测试甲</td><td>性别</td><td>男</td></tr></table><p>（续表）</p>"
                + $"<table border=1><tr><td>核心事迹</td><td>{Html(Deeds)}</td></tr></table>"),
            new Dictionary<Field, string> { [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Deeds] = Deeds }) { Leftovers = 1 },
        new("nothing-of-a-form", ".html", Page("<p>各位老师好，附件是我们的材料，请查收。</p><table border=1><tr><td>甲</td><td>乙</td></tr></table>")),
        new("empty-notice-form", ".html", Page(Table(new Dictionary<Field, string>()))),
        new("ours-filled", ".docx", FormWriter.Write(null, new(Person)), Person),
        new("ours-half-filled", ".docx", FormWriter.Write(null, Form((Field.Party, ""), (Field.Deeds, ""))),
            With((Field.Party, ""), (Field.Deeds, ""))),
        new("ours-empty", ".docx", FormWriter.Write(null)),
    ];

    private static Dictionary<Field, string> Few(string name, string sex, string unit, string phone, string deeds) => new()
    {
        [Field.Person] = name, [Field.Sex] = sex, [Field.Unit] = unit, [Field.PersonPhone] = phone, [Field.Deeds] = deeds,
        [Field.Recommender] = "测试协会",
    };

    private static Layout Notice(
        string name, IReadOnlyDictionary<Field, string> said, Func<string, string>? label = null, Func<Field, string, string>? value = null,
        Func<string, string>? rawLabel = null,
        Func<Field, string, string>? rawValue = null) =>
        new(name, ".html", Page("<p>附件：</p><h2>“重庆工程师故事”线索征集表</h2>" + Table(said, label, value, rawLabel, rawValue) + "<p>— 4 —</p>"),
            said);

    private static string Table(
        IReadOnlyDictionary<Field, string> said, Func<string, string>? label = null, Func<Field, string, string>? value = null,
        Func<string, string>? rawLabel = null, Func<Field, string, string>? rawValue = null) =>
        "<table border=1>" + Rows(said, label, value, rawLabel, rawValue) + "</table>";

    /// <summary>The annex as it is printed, cell by cell.</summary>
    private static string Rows(
        IReadOnlyDictionary<Field, string> said, Func<string, string>? label = null, Func<Field, string, string>? value = null,
        Func<string, string>? rawLabel = null, Func<Field, string, string>? rawValue = null)
    {
        return $"<tr>{L(Field.Person)}{V(Field.Person)}{L(Field.Sex)}{V(Field.Sex)}{L(Field.Birth)}{V(Field.Birth)}</tr>"
            + $"<tr>{L(Field.Unit)}{V(Field.Unit, 3)}{L(Field.Party)}{V(Field.Party)}</tr>"
            + $"<tr>{L(Field.Years)}{V(Field.Years)}{L(Field.Post)}{V(Field.Post)}{L(Field.Title)}{V(Field.Title)}</tr>"
            + $"<tr>{L(Field.PersonPhone, 2)}{V(Field.PersonPhone)}{L(Field.RecommenderPhone, 2)}{V(Field.RecommenderPhone)}</tr>"
            + $"<tr>{L(Field.Deeds)}{V(Field.Deeds, 5)}</tr><tr>{L(Field.Highlights)}{V(Field.Highlights, 5)}</tr>"
            + $"<tr>{L(Field.Recommender)}{V(Field.Recommender, 2)}{L(Field.Relation, 2)}{V(Field.Relation)}</tr>";

        string L(Field field, int span = 1)
        {
            var words = LeadFormFields.LabelOf(field);
            return $"<td colspan={span}>{rawLabel?.Invoke(words) ?? Html(label?.Invoke(words) ?? words)}</td>";
        }

        string V(Field field, int span = 1)
        {
            var words = said.GetValueOrDefault(field, "");
            words = Html(words.Length > 0 && value is not null ? value(field, words) : words);
            return $"<td colspan={span}>{(words.Length > 0 && rawValue is not null ? rawValue(field, words) : words)}</td>";
        }
    }
}
