using YuGong.Text;

namespace YuGong.Manuscripts;

/// <summary>What can be wrong with an article on its way out, and with a manuscript on its way in.</summary>
public static class ManuscriptRules
{
    public static Rule TitleTooLong { get; } = new(
        "YG801", Severity.Error,
        new("标题对这个渠道太长", "The title is too long for the channel"),
        new("标题有 {1} 字,{0}最多 {2} 字。", "The title has {1} characters; {0} takes {2}."),
        new("把 headline(或 title)改短。", "Shorten headline (or title)."),
        new("超过的标题在后台存不下来。", "The editor there does not save a longer one."));

    public static Rule SummaryTooLong { get; } = new(
        "YG802", Severity.Error,
        new("摘要的第一句对这个渠道太长", "The first sentence of the summary is too long for the channel"),
        new("摘要取整句,第一句就有 {1} 字,{0}最多 {2} 字。", "Summaries keep whole sentences, and the first alone has {1} characters; {0} takes {2}."),
        new("把 summary 的第一句写短。", "Make the first sentence of summary shorter."),
        new("半句话的摘要会说错事情,所以只在句末截断。", "Half a sentence may say the wrong thing, so a summary is cut at the end of one only."));

    public static Rule BodyTooLong { get; } = new(
        "YG803", Severity.Error,
        new("正文对这个渠道太长", "The text is too long for the channel"),
        new("正文连样式有 {1} 个字符,{0}的接口只收 {2} 个以内。", "With its styles the text has {1} characters; the interface of {0} takes fewer than {2}."),
        new("分成两篇发,或者在后台的编辑器里粘贴(编辑器收得更多)。", "Publish it in two parts, or paste it into the editor, which takes more."),
        new("接口会整篇拒收,不会替人截断。", "The interface refuses the whole article."));

    public static Rule PictureTooLarge { get; } = new(
        "YG804", Severity.Error,
        new("图片缩小以后还是太大", "A picture is too large even when reduced"),
        new("{0} 有 {2} KB,{1}最多 {3} KB。", "{0} has {2} kB; {1} takes {3}."),
        new("换一张颗粒少的原图。", "Use an original with less grain."),
        new("超过的图片传不上去。", "A larger one cannot be uploaded."));

    public static Rule NoCover { get; } = new(
        "YG805", Severity.Warning,
        new("没有做成封面", "No cover was made"),
        new("{0}要一张 {1} 的封面,这个条目没有海报也没有图片。", "{0} wants a cover of {1}, and the entry has neither a poster nor a picture."),
        new("给条目配一张图,或者另外准备封面。", "Add a picture to the entry, or prepare a cover by hand."),
        new("没有封面的文章发不出去。", "An article without a cover cannot be sent."));

    public static Rule LinksGone { get; } = new(
        "YG806", Severity.Note,
        new("链接只留下文字", "Links keep their words only"),
        new("正文里有 {0} 个链接,{1}不收,只留下文字。", "The text has {0} links, which {1} does not take; their words stay."),
        new("要引到网站,把网址填在“阅读原文”里(article.json 的 page)。",
            "To lead readers to the site, use its address as the article's source (page in article.json)."),
        new("外面的链接会被去掉;先去掉,排版才不会变。", "Links to other hosts are stripped there; stripped here, nothing shifts later."));

    public static Rule CarouselEndsEarly { get; } = new(
        "YG807", Severity.Warning,
        new("轮播图放不下全文", "The carousel does not hold the whole text"),
        new("轮播图最多 {0} 张,放不下:{1}。", "A carousel has at most {0} pictures; these sections are not in it: {1}."),
        new("最后一张写着放不下的是哪几节,请读者扫码接着读;要全放进去,把正文改短,或者发长图。",
            "The last picture names them and leads readers to the rest by its code; to have it whole, shorten the text or send the long "
            + "picture."),
        new("只在一节的末尾停,半节话可能说错事情。", "It ends with a section only: half of one may say the wrong thing."));

    public static Rule CarouselTooLong { get; } = new(
        "YG808", Severity.Error,
        new("轮播图连第一节也放不下", "A carousel does not hold even the first section"),
        new("{0} 的第一节就超过 {1} 张轮播图。", "The first section of {0} takes more than {1} pictures."),
        new("给正文加小标题,或者发长图(--for long-picture)。", "Divide the text by headings, or send the long picture (--for long-picture)."),
        new("在一节中间停下,会把话说一半。", "Ending within a section would say half of it."));

    public static Rule NotPublished { get; } = new(
        "YG810", Severity.Error,
        new("没有发布的条目不能发出去", "What is not published cannot be sent"),
        new("{0} 还没有发布({1})。", "{0} is not published ({1})."),
        new("先让它过真实性关口并发布;发出去的稿子和网站是同一份核实过的文字。",
            "Let it pass the truth gate first: what is sent out is the text that was checked for the site."),
        new("稿子一发出去就收不回来,所以和网站守同一道关。", "What was sent cannot be called back, so it passes the same gate as the site."))
    {
        IsSafeguard = true, // a draft's folder excuses nothing here
    };

    public static Rule NoSuchEntry { get; } = new(
        "YG811", Severity.Error,
        new("没有这个条目可发", "There is no such entry to send"),
        new("“{0}”不是一个条目的 id。", "'{0}' is no entry's id."),
        new("id 是 input/ 里文件夹的名字,几类同名时写成 object/{0} 的样子。{1}",
            "The id is the name of a folder in input/, or object/{0} where kinds share it. {1}"),
        new("写错一个字母就是另一个人。", "One letter wrong, and it is another person."));

    public static Rule NoConsentForPrint { get; } = new(
        "YG812", Severity.Error,
        new("没有同意印刷", "Nobody agreed to print"),
        new("{0} 的同意范围里没有 print,不能交给报刊。", "The consent for {0} does not cover print, so it cannot go to a newsroom."),
        new("征得本人或家属同意后,在 consent.scope 里加 print。", "Ask the person or the family, and add print to consent.scope."),
        new("稿子交出去以后会登在纸上;同意上网不等于同意上报。", "What is handed over may be printed; consent to the web is none to paper."));

    public static Rule CannotRead { get; } = new(
        "YG820", Severity.Error,
        new("稿件读不了", "The manuscript cannot be read"),
        new("{0}。", "{0}."),
        new("在 Word、WPS 里另存为 .docx 再导入;网页上的文字粘贴存成 .html。",
            "Save it as .docx in Word or WPS and import that; save pasted text of pages as .html."),
        new("读不全的稿子不会留下半份。", "Of a manuscript that cannot be read whole nothing is kept."));

    public static Rule NotInText { get; } = new(
        "YG821", Severity.Warning,
        new("稿件里有一处没有进正文", "A piece of the manuscript is not in the text"),
        new("{0}:{1}", "{0}: {1}"),
        new("对照原稿看一遍;要的写进正文,不要的就不管。它也记在草稿开头的注释里。",
            "Compare it with the original and write what matters into the text. It also stands in the comments at the head of the draft."),
        new("猜错比漏掉更难发现,所以不猜,列出来。", "A wrong guess is harder to see than a gap, so nothing is guessed and everything is listed."));
}
