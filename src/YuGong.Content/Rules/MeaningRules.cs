using YuGong.Text;

namespace YuGong.Content;

/// <content>References, dates, pictures, Markdown.</content>
public static partial class ContentRules
{
    public static readonly Rule DuplicateInList = Error(160,
        new("列表里有重复", "Twice in a list"),
        new("{0} 里的 {1} 写了两次。", "{1} stands twice in {0}."),
        new("留下一个,或改一个 id。", "Keep one, or change one id."),
        new("引用它的地方不知道指哪一个。", "A reference could mean either."));

    public static readonly Rule UnknownSource = Error(161,
        new("没有这个来源", "Unknown source"),
        new("这里引用的来源 {0} 不在 sources 里。", "The source {0} cited here is not in sources."),
        new("{1}", "{1}"),
        new("没有来源的话不能发布。", "What has no source is not published."));

    public static readonly Rule UnusedSource = Warning(162,
        new("来源没有被引用", "Source not cited"),
        new("来源 {0} 没有被引用。", "The source {0} is cited nowhere."),
        new("在 cite 或正文 [@{0}] 里引用它,或删掉。", "Cite it in cite or as [@{0}], or delete it."),
        new("来源表应当说明每一条依据。", "The list of sources shows what each claim rests on."));

    public static readonly Rule UnknownEntry = Error(163,
        new("引用的条目不存在", "Entry not found"),
        new("{0} 引用的{1} {2} 不存在。", "{0} refers to {1} {2}, which does not exist."),
        new("{3}", "{3}"),
        new("断掉的引用会让读者走进死胡同。", "A dangling reference leads readers nowhere."));

    public static readonly Rule OneSidedObject = Error(164,
        new("人物和物件没有互相写明", "One-sided link"),
        new("{0} 写了 {1},{1} 却没有写 {0}。", "{0} names {1}, but {1} does not name {0}."),
        new("{2}", "{2}"),
        new("人物的 objects 和物件的 people 要对得上。", "A person's objects and an object's people must agree."));

    public static readonly Rule RelatedToItself = Error(165,
        new("引用了自己", "Refers to itself"),
        new("{0} 在 related 里写了自己。", "{0} names itself in related."),
        new("删掉这一条。", "Delete it."),
        new("相关人物说的是别人。", "Related people are others."));

    public static readonly Rule DuplicateAddress = Error(166,
        new("地址重复", "Address taken"),
        new("地址 {0} 已经属于 {1}。", "The address {0} already belongs to {1}."),
        new("改掉其中一个 id 或 alias。", "Change one id or alias."),
        new("一个地址只能有一个页面。", "An address has one page."));

    public static readonly Rule RefersToHidden = Warning(167,
        new("引用了未发布的条目", "Refers to what is not published"),
        new("“{0}”引用的 {1} 还没有发布,页面上不会出现。", "{1}, which '{0}' refers to, is not published and will not appear."),
        new("一起发布,或先去掉引用。", "Publish both, or take the reference away."),
        new("公开的页面不能指向没有公开的内容。", "A public page must not point at what is not public."));

    public static readonly Rule DeathBeforeBirth = Error(168,
        new("逝世早于出生", "Death before birth"),
        new("生于{0},却卒于{1}。", "Born {0}, but died {1}."),
        new("核对两个日期。", "Check both dates."),
        new("年代是故事的骨架。", "Dates are the skeleton of a story."));

    public static readonly Rule EventBeforeBirth = Warning(169,
        new("事件早于出生", "Event before birth"),
        new("这件事({0})早于出生({1})。", "The event of {0} is earlier than the birth, {1}."),
        new("核对日期。", "Check the date."),
        new("多半是年份写错了一位。", "Mostly one digit is wrong."));

    public static readonly Rule ExpiresBeforePublished = Error(170,
        new("撤下早于发布", "Expires before it is published"),
        new("expire_at 不晚于 publish_at。", "expire_at is not later than publish_at."),
        new("检查两个日期。", "Check both days."),
        new("这样的条目永远不会出现。", "Such an entry would never appear."));

    public static readonly Rule MissingPicture = Error(171,
        new("找不到图片", "Picture not found"),
        new("条目文件夹里没有 {0}。", "There is no {0} in the entry's folder."),
        new("{1}", "{1}"),
        new("少一张图,页面就有一个洞。", "A missing picture is a hole in the page."));

    public static readonly Rule NotAPicture = Error(172,
        new("不是网页图片", "Not a web picture"),
        new("{0} 不是 JPEG、PNG、WebP、AVIF 或 SVG。", "{0} is no JPEG, PNG, WebP, AVIF or SVG."),
        new("换成这几种格式之一。", "Use one of these formats."),
        new("别的格式浏览器不显示。", "Browsers show no other."));

    public static readonly Rule VideoNeedsOneAddress = Error(173,
        new("影片要有一个地址", "A film needs one address"),
        new("file 和 url 要写一个,只写一个。", "Write either file or url, and only one."),
        new("本地影片写 file,发布者网站上的写 url。", "file for a film of ours, url for one at its publisher's."),
        new("读者要知道从哪里看。", "Viewers must know where to watch."));

    public static readonly Rule VideoWithoutCaptions = Error(174,
        new("影片没有字幕", "Film without captions"),
        new("影片 {0} 没有 captions。", "The film {0} has no captions."),
        new("写 captions: captions.vtt(WebVTT)。", "Write captions: captions.vtt (WebVTT)."),
        new("听不见的人也要能看(WCAG 1.2.2)。", "People who cannot hear watch too (WCAG 1.2.2)."));

    public static readonly Rule EventAfterDeath = Warning(175,
        new("事件晚于逝世", "Event after death"),
        new("这件事({0})晚于逝世({1})。", "The event of {0} is later than the death, {1}."),
        new("核对日期;确是身后的事,在这一条里写 posthumous: true。", "Check the date; if it did happen afterwards, write posthumous: true in it."),
        new("多半是年份写错了一位。", "Mostly one digit is wrong."));

    public static readonly Rule SameSource = Warning(176,
        new("同一份来源写了两次", "One source written twice"),
        new("来源 {0} 和 {1} 是同一份。", "The sources {0} and {1} are one and the same."),
        new("合成一个,把引用改成 {1};它们只算一个来源。", "Make them one and cite {1}; they count once."),
        new("同一份材料抄两遍,不会更可靠。", "A thing said twice by one voice is no better known."));

    public static readonly Rule ReservedAddress = Error(177,
        new("地址是保留的", "Reserved address"),
        new("地址 {0} 归网站自己用,不能写在 {1} 里。", "The address {0} is the site's own and cannot stand in {1}."),
        new("换一个地址;{2} 下面的都不能用。", "Take another address; everything below {2} is taken."),
        new("接口、短码和素材都在那里,占了就断了别人的路。", "Documents, short codes and assets live there; others rely on them."));

    public static readonly Rule RawHtml = Error(180,
        new("正文里不写 HTML", "No HTML in Markdown"),
        new("正文里有 HTML:{0}", "The body holds HTML: {0}"),
        new("用 Markdown 写;要显示尖括号请写 \\<。", "Use Markdown; write \\< for an angle bracket."),
        new("HTML 会绕过内容规则,也可能带进脚本。", "HTML would go around the content rules and could carry script."));

    public static readonly Rule BrokenLink = Error(181,
        new("站内链接断了", "Broken internal link"),
        new("站内没有 {0}。", "This site has no {0}."),
        new("{1}", "{1}"),
        new("断链让读者走进死胡同。", "A broken link leads readers nowhere."));

    public static readonly Rule BrokenAnchor = Error(182,
        new("锚点不存在", "Broken anchor"),
        new("{0} 没有小标题 #{1}。", "{0} has no heading #{1}."),
        new("{2}", "{2}"),
        new("链接要停在说好的地方。", "A link must arrive where it says."));

    public static readonly Rule BadLink = Error(183,
        new("不安全的链接", "Unsafe link"),
        new("链接 {0} 不是 http(s)、mailto 或站内地址。", "The link {0} is neither http(s), mailto nor a path of this site."),
        new("站内写 /people/…/,站外写完整的 https 地址。", "Write /people/…/ inside, a whole https address outside."),
        new("javascript: 之类的链接会执行脚本。", "Links such as javascript: run scripts."));

    public static readonly Rule HeadingLevel = Warning(184,
        new("小标题跳级", "Heading level"),
        new("小标题是第 {0} 级,这里应为第 {1} 级或更高。", "The heading is level {0}; here it should be at most level {1}."),
        new("正文从 ## 开始,一级一级往下。", "A body begins with ## and goes down step by step."),
        new("读屏软件靠小标题走路(WCAG 1.3.1)。", "Screen readers walk by headings (WCAG 1.3.1)."));

    public static readonly Rule BodyLength = Warning(185,
        new("正文长度", "Length of the body"),
        new("正文有 {0} 个汉字,应为 {1}。", "The body has {0} Han characters; it should have {1}."),
        new("删减或补写有依据的内容。", "Cut, or add what is established."),
        new("太短说不清一个人,太长没有人读完。", "Too short does no justice, too long is not read."));

    public static readonly Rule EmptyBody = Error(186,
        new("没有正文", "No body"),
        new("前置数据之后没有正文。", "There is no body after the front matter."),
        new("写正文;影片的正文是文字稿。", "Write it; a film's body is its transcript."),
        new("没有正文的页面是空的。", "A page without a body is empty."));

    public static readonly Rule BodyPicture = Error(187,
        new("正文图片没有替代文字", "Picture without alternative text"),
        new("正文里的图片 {0} 没有替代文字。", "The picture {0} in the body has no alternative text."),
        new("写成 ![看见什么](文件名 \"署名\")。", "Write ![what is seen](file \"credit\")."),
        new("看不见图的人靠这句话(WCAG 1.1.1)。", "People who cannot see rely on it (WCAG 1.1.1)."));

    public static readonly Rule BodyPictureCredit = Error(188,
        new("正文图片没有署名", "Picture without credit"),
        new("正文里的图片 {0} 没有署名。", "The picture {0} in the body has no credit."),
        new("署名写在引号里:![看见什么](文件名 \"摄影:某某\")。", "Write the credit in quotes: ![what is seen](file \"credit\")."),
        new("没有署名的图片不发布。", "No uncredited picture is published."));

    public static readonly Rule BodyBounds = Error(189,
        new("正文读不下去", "Body beyond bounds"),
        new("正文{0},从这里读不下去。", "The body cannot be read from here on ({0})."),
        new("看看这一行:引用、列表、强调、方括号不要套那么多层;整段机器生成的内容另放一个文件。",
            "Look at this line: nest quotes, lists, emphasis and brackets less; keep generated text in a file of its own."),
        new("这样的正文不是粘贴错了就是有意为难,读它会占住整台机器。", "Such a body is a mistake or malice; reading it would hold up the whole machine."));
}
