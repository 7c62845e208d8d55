using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys of <c>site.yaml</c>.</summary>
internal static class SiteKeys
{
    private static readonly Key<string> Title = new("title", "站名", "网站的名字", Statement),
        Tagline = new("tagline", "副题", "站名旁边的一句话", Statement),
        Description = new("description", "简介", "搜索结果和页脚里的一段话", LongStatement),
        Seal = new("seal", "印文", "一到四个字,海报上站名的印;不写用站名的头两个字", TextOf(1, 4)),
        Support = new("support", "技术支持", "单位;写了,页脚才有", Statement),
        Icp = new("icp", "备案号", "ICP 备案号,照工信部给的全文;没有就不写", Words),
        PoliceRecord = new("police_record", "公安备案号", "照公安机关给的全文;没有就不写", Words);

    private static readonly Key<IReadOnlyList<string>> Organizers = new("organizers", "主办", "单位", ListOf(Statement)),
        Undertakers = new("undertakers", "承办", "单位;写了,页脚才有", ListOf(Statement)),
        Unbroken = new("unbroken", "不拆开的词", "标题里不断在行末的词:地名和区县已经算在内", ListOf(Words));

    private static readonly Key<string> LinkTitle = new("title", "名称", "导航里的词", Statement, Required: true),
        LinkPath = new("path", "地址", "站内的地址,例如 /hall/", Words, Required: true);

    private static readonly Key<IReadOnlyList<NavigationItem>> Navigation = new("navigation", "导航",
        "一列 { title, path };照页面上的次序,还没有内容的栏目不显示",
        ListOf(new Schema<NavigationItem>("navigation", [LinkTitle, LinkPath], Item)));

    private static readonly Key<IReadOnlyList<Ref>> Featured = new(
        "featured", "首页推荐", "首页上排在最前的人物的 id,照这里的次序;没写到的照展厅路线", ListOf(EntryOf("story")));

    public static readonly Schema<SiteIdentity> Schema = new("site",
        [Title, Tagline, Description, Seal, Navigation, Featured, Organizers, Undertakers, Support, Icp, PoliceRecord, Unbroken],
        m => new()
        {
            Title = m.Get(Title), Tagline = m.Get(Tagline), Description = m.Get(Description), Seal = m.Get(Seal),
            Organizers = m.Get(Organizers), Undertakers = m.Get(Undertakers), Support = m.Get(Support), Icp = m.Get(Icp),
            PoliceRecord = m.Get(PoliceRecord), Navigation = m.Get(Navigation), Unbroken = m.Get(Unbroken), Featured = m.All(Featured),
        });

    private static NavigationItem? Item(MapReader m)
    {
        if ((m.Get(LinkTitle), m.Get(LinkPath)) is not ({ } title, { } path))
        {
            return null;
        }

        if (path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
        {
            m.Context.Report(ContentRules.BadSetting, m.SpanOf(LinkPath), LinkPath.Label, path, new Text.Phrase(
                "写站内的地址,以 / 开头,例如 /hall/。", "Write an address of this site, which begins with /, such as /hall/."));
            return null;
        }

        return new(title, path);
    }
}
