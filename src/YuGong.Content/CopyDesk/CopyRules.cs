using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// What the copy desk finds: 文字. Each rule names the section of its standard. They are warnings, each can be made graver, lighter or
/// silent in <c>statiq.json</c>, and where there is one right answer the finding carries it. A false alarm is worse than a miss: what is
/// not certain is not said.
/// </summary>
public static partial class CopyRules
{
    /// <summary>GB/T 15834—2011, 5.1: the marks of a horizontal text take the place of a character each.</summary>
    public static readonly Rule HalfWidthMark = Warning(250,
        new("汉字旁边的半角标点", "Half-width mark beside Han"),
        new("“{0}”里的标点是半角的。", "The mark in “{0}” is half-width."),
        new("写成“{1}”。", "Write “{1}”."),
        new("中文的标点占一个字的位置(GB/T 15834—2011 第 5.1 条);半角的在网页和海报上排得忽松忽紧,折行也会错。",
            "Chinese marks take the place of a character (GB/T 15834—2011, 5.1); half-width ones are set unevenly and break lines wrongly."));

    /// <summary>GB/T 15834—2011, 4.8 and 5.1.5: “ ” and, within them, ‘ ’.</summary>
    public static readonly Rule StraightQuotes = Warning(251,
        new("直引号", "Straight quotation marks"),
        new("“{0}”里的引号不分左右。", "The quotation marks in “{0}” are straight."),
        new("写成“{1}”。", "Write “{1}”."),
        new("引号分左右,外面用双的,里面用单的(GB/T 15834—2011 第 4.8 条)。",
            "Quotation marks open and close, double outside and single within (GB/T 15834—2011, 4.8)."));

    /// <summary>GB/T 15834—2011, 4.8.3.3 (quotation marks), 4.15.3.5 (titles), 4.9 (brackets).</summary>
    public static readonly Rule UnpairedMarks = Warning(252,
        new("成对的标点不成对,或套错了", "Marks that do not pair or nest"),
        new("“{0}”里的标点没有成对,或者里外用了同一种。", "The marks in “{0}” do not pair, or are the same within and without."),
        new("引号里面再引用单的,书名号里面的书名用单书名号:“{1}”;没有另一半的,补上或去掉。",
            "Within quotation marks use single ones, within a title single title marks: “{1}”; add or take away what lacks its other half."),
        new("引号、括号、书名号成对使用,里外不同形(GB/T 15834—2011 第 4.8、4.9、4.15 条)。",
            "Quotation marks, brackets and title marks come in pairs and differ within (GB/T 15834—2011, 4.8, 4.9, 4.15)."));

    /// <summary>GB/T 15834—2011, 4.1 to 4.7: one mark for one pause; an exclamation mark up to three times (4.3.3.3).</summary>
    public static readonly Rule DoubledMark = Warning(253,
        new("标点重复", "Doubled mark"),
        new("“{0}”里的标点重了。", "A mark in “{0}” is doubled."),
        new("只留一个:“{1}”。", "Keep one: “{1}”."),
        new("一处停顿一个标点(GB/T 15834—2011 第 4.1—4.7 条)。", "One pause has one mark (GB/T 15834—2011, 4.1 to 4.7)."));

    /// <summary>GB/T 15834—2011, 4.1.3.1: a sentence ends with a mark.</summary>
    public static readonly Rule NoFullStop = Warning(254,
        new("段末没有标点", "A paragraph without a mark at its end"),
        new("这一段到“{0}”就断了,没有标点。", "The paragraph breaks off at “{0}”, without a mark."),
        new("补上:“{1}”;若是漏了半句,补全它。", "Add it: “{1}”; or add the half of the sentence that is missing."),
        new("句子的末尾用句号、问号或叹号(GB/T 15834—2011 第 4.1—4.3 条);没有的多半是粘贴时丢了字。",
            "A sentence ends with a mark (GB/T 15834—2011, 4.1 to 4.3); without one, words were mostly lost in pasting."));

    /// <summary>GB/T 15834—2011, 4.10.2 and 4.11.2: —— and …… take two characters.</summary>
    public static readonly Rule DotsAndDashes = Warning(255,
        new("省略号、破折号的写法", "The form of ellipses and dashes"),
        new("“{0}”里的省略号或破折号不是通行的写法。", "The ellipsis or dash in “{0}” is not written as such."),
        new("写成“{1}”。", "Write “{1}”."),
        new("破折号是 ——,省略号是 ……,各占两个字(GB/T 15834—2011 第 4.10、4.11 条)。",
            "A dash is ——, an ellipsis ……, two characters each (GB/T 15834—2011, 4.10, 4.11)."));

    /// <summary>GB/T 15834—2011, 4.5.3: the mark or the word, not both.</summary>
    public static readonly Rule CommaAndAnd = Warning(256,
        new("顿号和“和”“等”叠用", "A mark of enumeration before “and”"),
        new("“{0}”里的顿号多余。", "The mark of enumeration in “{0}” is too many."),
        new("写成“{1}”。", "Write “{1}”."),
        new("并列的最后一项前面用了“和”就不再用顿号,“等”前面也不用(GB/T 15834—2011 第 4.5.3 条)。",
            "Before the last item there is either the word or the mark, and none before the word for “and so on” (GB/T 15834—2011, 4.5.3)."));

    /// <summary>GB/T 15834—2011, 5.1: blanks are no part of horizontal Chinese text.</summary>
    public static readonly Rule BlankBetweenHan = Warning(262,
        new("汉字之间的空格", "A blank between Han"),
        new("“{0}”里有多余的空格。", "There is a blank too many in “{0}”."),
        new("写成“{1}”。汉字和字母、数字之间的间隔不用打,排版时会留。", "Write “{1}”. The space between Han and letters or digits is set by the typesetter."),
        new("从 PDF、Word 粘贴来的空格会把词拆开,网页上看得见,搜索也找不到。",
            "Blanks from PDF or Word tear words apart; they show on the page, and the search does not find the word."));

    private static Rule Warning(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Warning, title, message, hint, why);
}
