using YuGong.Text;

namespace YuGong.Content;

/// <content>Markdown that was read otherwise than it looks.</content>
public static partial class ContentRules
{
    public static readonly Rule PictureAsText = Error(178,
        new("图片没有读成图片", "A picture read as text"),
        new("这里像是一张图片,却会印成文字:{0}", "This looks like a picture and would be printed as text: {0}"),
        new("写成 ![看见什么](文件名 \"署名\"),方括号和圆括号挨着写。",
            "Write ![what is seen](file \"credit\"), with nothing between the brackets."),
        new("读者看见的是一串符号,不是图。", "Readers would see signs instead of the picture."));

    public static readonly Rule LooksLikeCitation = Error(220,
        new("像是引用,却读不成引用", "Looks like a citation"),
        new("这里像是引用:{0}", "This looks like a citation: {0}"),
        new("写成 {1};确实要印这几个字符,写 \\[ 或 \\@。", "Write {1}; write \\[ or \\@ if these characters are to be printed."),
        new("读不成引用,这句话就没有了来源,符号还会印在页面上。", "Unread, the sentence has lost its source, and the signs are printed on the page."));

    public static readonly Rule HeadingByLine = Warning(221,
        new("横线把上一行变成了小标题", "A line made the text above a heading"),
        new("“{0}”下面紧跟着一行减号,成了小标题。", "'{0}' is directly above a line of hyphens and became a heading."),
        new("要小标题就写 ## ;要一条横线,就在它上面空一行。", "Write ## for a heading; leave an empty line above for a rule."),
        new("本来要画横线的地方,一句话变成了标题。", "Where a rule was meant, a sentence turns into a heading."));

    public static readonly Rule LooksLikeHeading = Warning(222,
        new("像是小标题,却是正文", "Looks like a heading"),
        new("这一行以 # 开头,却不是小标题。", "This line begins with # and is no heading."),
        new("小标题写“## ”加文字,最多六个 #;确实要印 #,写 \\#。", "A heading is '## ' and its words, six # at most; write \\# to print one."),
        new("井号会印在页面上,目录里也没有这个小标题。", "The sign is printed, and the heading is missing from the outline."));

    public static readonly Rule MarkTooFarIn = Warning(223,
        new("标记前面空得太多", "A mark too far in"),
        new("“{0}”前面有空格,没有读成小标题、列表或引文。", "Blanks before '{0}' keep it from being a heading, a list or a quotation."),
        new("把标记移到行首;里层的列表用半角空格,和上一层的文字对齐。",
            "Move the mark to the start of the line; an inner list is set under the text of the outer one, with plain blanks."),
        new("标记会照原样印出来。", "The mark would be printed as it is."));

    public static readonly Rule FootnoteWithoutText = Error(224,
        new("脚注没有文字", "A footnote without text"),
        new("脚注 [^{0}] 没有对应的文字。", "The footnote [^{0}] has no text."),
        new("另起一行写 [^{0}]: 文字;要引用来源,写 [@s1]。", "Write [^{0}]: and its text on a line of its own; a source is cited as [@s1]."),
        new("页面上只剩下一个打不开的标记。", "Only the mark would be left on the page."));

    public static readonly Rule FootnoteNotUsed = Warning(225,
        new("脚注没有被用到", "A footnote nobody refers to"),
        new("脚注 [^{0}] 的文字没有地方用到(或者写了两次),不会出现。",
            "Nothing refers to the footnote [^{0}], or it is written twice; its text does not appear."),
        new("在正文里写 [^{0}],或删掉这一条。", "Write [^{0}] in the text, or delete it."),
        new("写下的话不该悄悄不见。", "What was written should not vanish in silence."));

    public static readonly Rule ListNotNested = Warning(226,
        new("里层的列表缩进不够", "An inner list not far enough in"),
        new("“{0}”缩进不够,没有成为上一项的里层。", "'{0}' is not far enough in to belong to the item above."),
        new("里层和上一项的文字对齐:“1. ”下面空三格,“10. ”下面空四格。",
            "Set it under the text of the item above: three blanks under '1. ', four under '10. '."),
        new("不然它成了外层的一项,后面的编号会错。", "Else it is one of the outer items, and the numbers after it are wrong."));

    public static readonly Rule EmphasisNotClosed = Warning(227,
        new("强调没有配对", "Emphasis without a partner"),
        new("这里的 {0} 没有配成一对,会照原样印出来。", "This {0} has no partner and would be printed."),
        new("强调写 **文字**,里侧不留空格;确实要印星号,写 \\*。", "Write **words** without blanks inside; write \\* to print a star."),
        new("页面上会留下多余的符号。", "Stray signs would be left on the page."));

    public static readonly Rule LooksLikeTable = Warning(228,
        new("像是表格,却是正文", "Looks like a table"),
        new("这几行像是表格,却没有读成表格。", "These lines look like a table and are none."),
        new("竖线用半角 |,表头下面要有一行 |---|---|,前后各空一行。",
            "Use | , a line |---|---| under the head, and an empty line before and after."),
        new("不然各行会连成一段。", "Else the rows run together."));

    public static readonly Rule LooksLikeLink = Warning(229,
        new("像是链接,却是正文", "Looks like a link"),
        new("这里像是链接,却会印成文字:{0}", "This looks like a link and would be printed as text: {0}"),
        new("写成 [文字](地址),括号用半角,挨着写,地址里的空格写成 %20。",
            "Write [words](address) with nothing between the brackets; a blank in an address is %20."),
        new("读者点不开,还会看见一串符号。", "Readers cannot follow it and see signs instead."));

    public static readonly Rule CodeNotClosed = Warning(230,
        new("代码块没有结束", "Code that does not end"),
        new("从这一行起,后面都成了原样的代码。", "From this line on everything is taken as code."),
        new("在它结束的地方单写一行同样的 ```,或去掉这一行。", "Write the same ``` on a line where it ends, or take this line out."),
        new("后面的小标题、引用和图片都不再起作用。", "Headings, citations and pictures after it no longer work."));
}
