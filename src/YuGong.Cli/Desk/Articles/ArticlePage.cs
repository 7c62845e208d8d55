using YuGong.Build.Articles;
using YuGong.Desk;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The article as WeChat takes it: what goes into which field, what would be refused, and the text with its button.</summary>
internal static class ArticlePage
{
    private static ChannelProfile Wechat => ChannelProfile.Wechat;

    /// <param name="made">Null when it cannot be made; the findings say why.</param>
    /// <param name="lying">Articles of this entry that were made into files before.</param>
    public static Html Render(
        DeskCollection collection, string id, MadeArticle? made, IReadOnlyList<Diagnostic> findings, IReadOnlyList<LyingArticle> lying) =>
        Html.Of($"""
        <nav class="crumbs" aria-label="位置"><a href="/desk/">总览</a> /
        <a href="/desk/entry/{collection.Name}/{id}/">{collection.Label}</a></nav>
        <h1>{made?.Document.Title ?? id} → 公众号</h1>
        {(made is null ? new Html("<p class=\"alarm\">现在做不成稿子,原因在下面。</p>") : Copy())}
        <section aria-labelledby="findings"><h2 id="findings">公众号会说什么 <span class="number">{findings.Count}</span></h2>
        {Findings(findings)}</section>
        {(made is null ? Html.None : Fields(made))}
        {(made is null ? Html.None : Text())}
        {Lying(lying)}
        """);

    private static Html Copy() => new("""
        <p class="article-copy"><button class="button" type="button" data-copy>复制到公众号</button> <span role="status"></span></p>
        <p class="soft">复制的是下面的正文连样式和图片;在公众号后台的编辑器里粘贴。图片没有跟过去的,照图下的编号从 articles/ 里传。标题、摘要、封面各填各的栏。</p>
        """);

    private static Html Findings(IReadOnlyList<Diagnostic> findings) => findings.Count == 0 ? new("<p class=\"none\">没有要改的。</p>")
        : Html.Of($"<ul class=\"findings\">{Html.Join(findings, Finding)}</ul>");

    private static Html Finding(Diagnostic finding) => Html.Of(
        $"<li class=\"{EntryPage.SeverityWord(finding.Severity)}\"><span class=\"code\">{finding.Rule.Code}</span> "
        + $"{finding.Message(Language.Chinese)} <span class=\"soft\">{finding.Hint(Language.Chinese)}</span></li>");

    private static Html Fields(MadeArticle made)
    {
        var summary = ChannelCheck.Shorten(made.Article.Summary, Wechat.LongestSummary);
        return Html.Of($"""
            <section aria-labelledby="fields"><h2 id="fields">后台的各栏</h2>
            <dl class="article-fields">
            {Field("标题", made.Article.Title, Wechat.LongestTitle)}
            {Field("摘要", summary, Wechat.LongestSummary)}
            {Field("作者", made.Article.Byline ?? "", null)}
            {Field("阅读原文", made.Article.Page.AbsoluteUri, null)}
            </dl>
            <ul class="article-covers">{Html.Join(Wechat.Covers.Select(c => c.Name), name => Cover(made, name))}</ul>
            </section>
            """);
    }

    private static Html Field(string name, string words, int? most)
    {
        var length = most is { } limit ? Html.Of($" <span class=\"soft\">{words.Length} / {limit} 字</span>") : Html.None;
        return words.Length == 0 ? Html.None : Html.Of($"<dt>{name}{length}</dt><dd>{words}</dd>");
    }

    private static Html Cover(MadeArticle made, string name)
    {
        var file = made.Files.FirstOrDefault(f => f.Name == name).Bytes;
        var (_, width, height) = Wechat.Covers.First(c => c.Name == name);
        return file is null ? Html.None : Html.Of($"""
            <li><img src="{name}" alt="封面 {width} × {height}" width="{width}" height="{height}">
            <span>封面 {width} × {height},{file.Length / 1000} kB <a href="{name}" download="{made.Document.Id}-{name}">存下</a></span></li>
            """);
    }

    private static Html Text() => new("""
        <section aria-labelledby="text"><h2 id="text">正文</h2>
        <iframe class="article-text" src="body" title="正文,照公众号的样子" sandbox></iframe></section>
        """);

    private static Html Lying(IReadOnlyList<LyingArticle> lying) => lying.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="lying"><h2 id="lying">已经做成文件的稿子</h2>
        <ul class="lines">{Html.Join(lying, Line)}</ul></section>
        """);

    private static Html Line(LyingArticle article) => article.IsCurrent
        ? Html.Of($"<li>{article.Place} <span class=\"soft\">和现在的内容一样</span></li>")
        : Html.Of($"<li class=\"stale\">{article.Place} <strong>旧了</strong>:做成以后条目改过,发以前重新做一次</li>");
}
