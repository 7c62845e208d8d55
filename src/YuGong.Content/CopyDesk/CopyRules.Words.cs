using YuGong.Text;

namespace YuGong.Content;

/// <summary>Numbers, units and words.</summary>
public static partial class CopyRules
{
    /// <summary>GB/T 15835—2011, 5.1.3, and GB/T 15834—2011, 4.13.3: a span of years has a dash of one character.</summary>
    public static readonly Rule YearRange = Warning(257,
        new("年份起止的连接号", "The dash of a span of years"),
        new("“{0}”里的起止没有用一字线。", "The span in “{0}” is not written with a dash of one character."),
        new("写成“{1}”。", "Write “{1}”."),
        new("起止年份之间用一字线(GB/T 15834—2011 第 4.13.3.2 条,GB/T 15835—2011 第 5.1.3 条)。",
            "Between the first and the last year stands a dash of one character (GB/T 15834—2011, 4.13.3.2; GB/T 15835—2011, 5.1.3)."));

    /// <summary>GB/T 15835—2011, 4.1.2 and 5.3: century and decade in one kind of digits.</summary>
    public static readonly Rule Century = Warning(258,
        new("世纪、年代的数字不一致", "Century and decade in two kinds of digits"),
        new("“{0}”里一半是汉字数字,一半是阿拉伯数字。", "“{0}” is half in Han and half in Arabic digits."),
        new("写成“{1}”。", "Write “{1}”."),
        new("公历世纪、年代用阿拉伯数字,一处之内形式一致(GB/T 15835—2011 第 4.1、5.3 条)。",
            "Centuries and decades have Arabic digits, and one expression one kind (GB/T 15835—2011, 4.1, 5.3)."));

    /// <summary>GB/T 15835—2011, 5.3: only 万 and 亿 may follow Arabic digits within one number.</summary>
    public static readonly Rule MixedNumber = Warning(259,
        new("一个数里混用汉字和阿拉伯数字", "One number in two kinds of digits"),
        new("“{0}”混用了汉字和阿拉伯数字。", "“{0}” mixes Han and Arabic digits."),
        new("写成“{1}”。", "Write “{1}”."),
        new("一个数里只有“万”“亿”可以跟在阿拉伯数字后面(GB/T 15835—2011 第 5.3 条)。",
            "Within one number only the words for 10⁴ and 10⁸ may follow Arabic digits (GB/T 15835—2011, 5.3)."));

    /// <summary>GB/T 15835—2011, 5.2.1: an approximation is said once.</summary>
    public static readonly Rule Approximation = Warning(260,
        new("概数说了两遍", "An approximation said twice"),
        new("“{0}”里的约数词重复。", "“{0}” says twice that the number is no exact one."),
        new("只留一个,例如“{1}”。", "Keep one, such as “{1}”."),
        new("“约”“近”已经是概数,后面不再用“多”“余”“左右”(GB/T 15835—2011 第 5.2.1 条)。",
            "“About” says it already; “more than” and “or so” behind the number say it again (GB/T 15835—2011, 5.2.1)."));

    /// <summary>GB 3100—93, 4 to 6: letters, capitals and exponents of units.</summary>
    public static readonly Rule Unit = Warning(261,
        new("计量单位的写法", "How a unit is written"),
        new("“{0}”里的单位不是法定的写法。", "The unit in “{0}” is not written as the law has it."),
        new("写成“{1}”。", "Write “{1}”."),
        new("单位符号的大小写、上标有规定(GB 3100—93);方块里的 ㎡ 在不少字体里没有,读屏也读不出。",
            "Capitals and exponents of units are laid down (GB 3100—93); squared signs are missing in many fonts and read by no screen reader."));

    /// <summary>GB/T 15835—2011, 5.1.7: Arabic digits are half-width.</summary>
    public static readonly Rule WideDigits = Warning(263,
        new("全角的数字和字母", "Full-width digits and letters"),
        new("“{0}”里的数字或字母是全角的。", "Digits or letters in “{0}” are full-width."),
        new("写成“{1}”。", "Write “{1}”."),
        new("数字和字母用半角(GB/T 15835—2011 第 5.1.7 条);全角的排得散,也搜不到。",
            "Digits and letters are half-width (GB/T 15835—2011, 5.1.7); full-width ones are set loosely and not found."));

    /// <summary>《现代汉语词典》: 的 before nouns, 地 before verbs, 得 behind verbs; here only words that are wrong in any sentence.</summary>
    public static readonly Rule Particle = Warning(264,
        new("“的”“地”“得”用错", "The wrong particle: de"),
        new("“{0}”里的“的”“地”“得”用错了。", "“{0}” has the wrong one of the three particles that are all read de."),
        new("写成“{1}”。", "Write “{1}”."),
        new("只报一定错的几种;别的请人读。", "Only what is wrong for certain is told; the rest is for a reader."));

    /// <summary>《第一批异形词整理表》 (GF 1001—2001) and 《现代汉语词典》: words that are always a slip.</summary>
    public static readonly Rule Confusion = Warning(265,
        new("常见错字", "A common slip"),
        new("“{0}”里有错字。", "There is a wrong character in “{0}”."),
        new("写成“{1}”。", "Write “{1}”."),
        new("输入法最容易选错的词。", "The words that input methods get wrong most often."));

    /// <summary>No standard: a word twice in a row, as cutting and pasting leaves it.</summary>
    public static readonly Rule Repetition = Warning(266,
        new("词重复了", "A word twice in a row"),
        new("“{0}”里有一个词连写了两遍。", "A word stands twice in a row in “{0}”."),
        new("写成“{1}”。", "Write “{1}”."),
        new("改稿时剪贴留下的。", "Cutting and pasting leaves them."));

    /// <summary>《通用规范汉字表》 (2013): Simplified text has Simplified characters, but for names and quotations.</summary>
    public static readonly Rule Traditional = Warning(267,
        new("简体里的繁体字", "A Traditional character in Simplified text"),
        new("“{0}”里有繁体字。", "There is a Traditional character in “{0}”."),
        new("写成“{1}”;姓名、题字照原样的,写进条目的 sic。", "Write “{1}”; names and inscriptions that stand as they are go into sic of the entry."),
        new("规范字见《通用规范汉字表》(2013);繁体多半是粘贴来的,字体里也可能没有。",
            "The characters of the Table of General Standard Chinese Characters (2013); Traditional ones are mostly pasted, and fonts may lack them."));

    /// <summary>The site is its own standard: a person, a place, a unit has one name.</summary>
    public static readonly Rule TwoSpellings = Warning(268,
        new("同一个名字两种写法", "One name written in two ways"),
        new("这里写“{0}”,别处写“{1}”。", "Here it is {0}, elsewhere {1}."),
        new("核对是不是同一个;是,改成“{1}”;不是,把这个名字写进条目的 sic。",
            "See whether they are the same; if so, write {1}; if not, put the name into sic of the entry."),
        new("人名、地名、单位写错一个字就是另一个人,读者搜不到,本人和家属也难过。",
            "A name with one wrong character is somebody else: readers do not find it, and it hurts the family."));

    /// <summary><c>input/taxonomies/names.yaml</c>, which the association keeps.</summary>
    public static readonly Rule KnownName = Warning(269,
        new("和名单上的写法不同", "Not as the list of names has it"),
        new("“{0}”在 names.yaml 里写作“{1}”。", "“{0}” is {1} in names.yaml."),
        new("写成“{1}”;引文照原样的,写进条目的 sic。", "Write {1}; what is quoted as it stands goes into sic of the entry."),
        new("机构和领导人的名称以协会的名单为准。", "Names of institutions and leaders are as the association's list has them."));

    /// <summary>All of them, by their numbers: the keys of <c>CopyDesk</c> in <c>statiq.json</c>.</summary>
    public static IReadOnlyList<Rule> All =>
    [
        HalfWidthMark, StraightQuotes, UnpairedMarks, DoubledMark, NoFullStop, DotsAndDashes, CommaAndAnd, YearRange, Century, MixedNumber,
        Approximation, Unit, BlankBetweenHan, WideDigits, Particle, Confusion, Repetition, Traditional, TwoSpellings, KnownName,
    ];
}
