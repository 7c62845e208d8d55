using YuGong.Build.Articles;
using YuGong.Desk;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The article as WeChat takes it: what goes into which field, what would be refused, and the text with its button.</summary>
internal static class ArticlePage
{
    /// <summary>Pictures on a clipboard are part of the text (data URLs); whether the editor there keeps them is its own affair.</summary>
    private const string Uploading = """
        <p class="soft">图片在剪贴板上跟正文在一起,公众号的编辑器不一定都收。粘贴以后对照编号数一遍:
        少了的、显示不出来的,从下面「正文的图片」存下来,在后台「图片」里上传,插到同一个编号的图说上面。</p>
        """;

    private static ChannelProfile Wechat => ChannelProfile.Wechat;

    /// <param name="made">Null when it cannot be made; the findings say why.</param>
    /// <param name="lying">Articles of this entry that were made into files before.</param>
    public static Html Render(
        DeskCollection collection, string id, MadeArticle? made, IReadOnlyList<Diagnostic> findings, IReadOnlyList<MadePaper> lying) =>
        Html.Of($"""
        <nav class="crumbs" aria-label="位置"><a href="/desk/">总览</a> /
        <a href="/desk/entry/{collection.Name}/{id}/">{collection.Label}</a></nav>
        <h1>{made?.Document.Title ?? id} → 公众号</h1>
        {(made is null ? new Html("<p class=\"alarm\">现在做不成稿子,原因在下面。</p>") : Copy(made.Article.Pictures.Count))}
        <section aria-labelledby="findings"><h2 id="findings">公众号会说什么 <span class="number">{findings.Count}</span></h2>
        {Findings(findings)}</section>
        {(made is null ? Html.None : Fields(made))}
        {(made is null ? Html.None : Text())}
        {Lying(lying)}
        """);

    private static Html Copy(int pictures) => Html.Of($"""
        <p class="article-copy"><button class="button" type="button" data-copy>复制到公众号</button> <span role="status"></span></p>
        <p class="soft">复制的是下面的正文连样式,在公众号后台的编辑器里粘贴。标题、摘要、封面各填各的栏。</p>
        {(pictures == 0 ? Html.None : new Html(Uploading))}
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
            {Pictures(made)}
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

    private static Html Pictures(MadeArticle made) => made.Article.Pictures.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="pictures"><h2 id="pictures">正文的图片 <span class="number">{made.Article.Pictures.Count}</span></h2>
        <ol class="article-pictures">{Html.Join(made.Article.Pictures, picture => Picture(made, picture))}</ol></section>
        """);

    private static Html Picture(MadeArticle made, ArticlePicture picture) => Html.Of($"""
        <li><img src="{picture.Name}" alt="{picture.Alt}" width="{picture.Size.Width}" height="{picture.Size.Height}" loading="lazy">
        <span>图 {picture.Number},{picture.Bytes.Length / 1000} kB
        <a href="{picture.Name}" download="{made.Document.Id}-{picture.Name}">存下</a></span></li>
        """);

    private static Html Text() => new("""
        <section aria-labelledby="text"><h2 id="text">正文</h2>
        <iframe class="article-text" src="body" title="正文,照公众号的样子" sandbox></iframe></section>
        """);

    private static Html Lying(IReadOnlyList<MadePaper> lying) => lying.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="lying"><h2 id="lying">已经做成文件的稿子</h2>
        <ul class="lines">{Html.Join(lying, Line)}</ul></section>
        """);

    private static Html Line(MadePaper paper) => paper.Stale is { } stale
        ? Html.Of($"<li class=\"stale\">{paper.Kind}，{paper.Place} <strong>{stale}</strong>,发以前重新做一次</li>")
        : Html.Of($"<li>{paper.Kind}，{paper.Place} <span class=\"soft\">和现在的内容一样</span></li>");
}
