using YuGong.Text;

namespace YuGong.Content;

/// <content>Files and folders.</content>
public static partial class ContentRules
{
    public static readonly Rule NotUtf8 = Error(101,
        new("不是 UTF-8", "Not UTF-8"),
        new("这个文件不是 UTF-8 编码,第 {0} 个字节读不懂。", "This file is not UTF-8; byte {0} cannot be read."),
        new("在编辑器里另存为 UTF-8(无 BOM)。", "Save it as UTF-8 without BOM."),
        new("别的编码会让汉字变成别的字,而且不一定看得出来。", "Another encoding turns characters into others, sometimes unnoticed."));

    public static readonly Rule ByteOrderMark = Warning(102,
        new("有 BOM", "Byte order mark"),
        new("文件开头有看不见的 BOM。", "The file begins with an invisible byte order mark."),
        new("另存为“UTF-8 无 BOM”。", "Save it as UTF-8 without BOM."),
        new("BOM 会挡在 --- 前面,别的工具可能读不出前置数据。", "It stands before the --- and other tools may miss the front matter."));

    public static readonly Rule CarriageReturns = Warning(103,
        new("换行是 CRLF", "CRLF line breaks"),
        new("文件用 Windows 的换行(CRLF)。", "The file uses Windows line breaks (CRLF)."),
        new("改成 LF;.editorconfig 和 .gitattributes 已经这样要求。", "Use LF, as .editorconfig and .gitattributes ask."),
        new("混用换行会让每一行都显示为改动。", "Mixed line breaks make every line look changed."));

    public static readonly Rule EmptyFile = Error(104,
        new("空文件", "Empty file"),
        new("文件是空的。", "The file is empty."),
        new("补上内容再保存,或删掉它;条目的骨架用 yugong new 写。", "Write it and save again, or delete it; yugong new writes the skeleton of an entry."),
        new("空文件多半是没有保存成功。", "An empty file is mostly a save that failed."));

    public static readonly Rule BinaryFile = Error(105,
        new("不是文字", "Not text"),
        new("这不是文字文件(第 {0} 个字节是 0)。", "This is no text file (byte {0} is zero)."),
        new("index.md 和 .yaml 只能是文字;图片请用自己的文件名。", "index.md and .yaml are text; give pictures their own names."),
        new("把图片或 Word 文档改名为 index.md 不会变成文章。", "Renaming a picture or a Word file does not make it an article."));

    public static readonly Rule FileTooLarge = Error(106,
        new("文件太大", "File too large"),
        new("文件有 {0} MB,文字文件不得超过 {1} MB。", "The file has {0} MB; a text file may have {1} MB."),
        new("把大段附录另放,或检查是不是贴进了图片数据。", "Put long appendices elsewhere, or look for pasted picture data."),
        new("一篇故事不到 0.1 MB;更大的一定是弄错了。", "A story has less than 0.1 MB; more is a mistake."));

    public static readonly Rule Unreadable = Error(107,
        new("读不了", "Unreadable"),
        new("读不了这个文件:{0}", "This file cannot be read: {0}"),
        new("检查权限,或它是不是被别的程序占着。", "Look at its permissions, or whether another program holds it."),
        new("读不到的文件不能当作没有。", "What cannot be read must not count as absent."));

    public static readonly Rule LinkOutside = Error(108,
        new("不能跟着走的链接", "A link that is not followed"),
        new("这是一个符号链接,{0},所以没有读。", "This is a symbolic link, and {0}; so nothing was read."),
        new("把文件或文件夹本身放到这里,或让链接指到本项目文件夹里的东西。",
            "Put the file or folder itself here, or let the link lead to something in the folder of this project."),
        new("链接指到项目里面,就和文件一样读;指到外面,别人机器上的东西会被公开,换一台机器又会不见。",
            "A link that stays inside the project is read like the file; one that leads out would publish what is somebody's own, "
            + "and lead to nothing on the next machine."));

    public static readonly Rule UnknownFolder = Error(109,
        new("不认识的文件或文件夹", "Unknown file or folder"),
        new("没有任何地方读取 {0}。{1}", "Nothing reads {0}. {1}"),
        new("条目放在 stories、objects、dialogues、videos、news、pages 里,一个条目一个文件夹。",
            "Entries live in stories, objects, dialogues, videos, news or pages, one folder each."),
        new("放错位置的文件不会出现在网站上,也没有人会发现。", "A misplaced file would be missing from the site, unnoticed."));

    public static readonly Rule MissingIndex = Error(110,
        new("没有 index.md", "No index.md"),
        new("条目文件夹 {0} 里没有 index.md。", "The entry folder {0} has no index.md."),
        new("用 yugong new {1} {2} 写一个,或删掉文件夹。", "Write one with yugong new {1} {2}, or delete the folder."),
        new("没有 index.md 的文件夹不会成为条目。", "A folder without index.md is no entry."));

    public static readonly Rule UnusedFile = Warning(111,
        new("没用到的文件", "Unused file"),
        new("{0} 没有被这个条目用到。", "{0} is not used by this entry."),
        new("在前置数据或正文里用它,或移走。", "Use it in the front matter or the body, or take it away."),
        new("没有署名、没有用到的图片不会发布。", "A picture without credit and use is not published."));

    public static readonly Rule NoInput = Error(112,
        new("没有内容", "No content"),
        new("找不到 {0}。", "{0} was not found."),
        new("在项目的根目录运行,或用 --root、--input 指明。", "Run in the project's root, or say --root or --input."),
        new("没有 input/ 和 statiq.json 就没有网站。", "Without input/ and statiq.json there is no site."));

    public static readonly Rule NoTexts = Error(115,
        new("没有网站自己的话", "No texts of the site"),
        new("没有 {0}。", "There is no {0}."),
        new("写上它:各类内容、展厅、总榜叫什么,见 docs/content.md。", "Write it: what kinds, halls and the board are called; see docs/content.md."),
        new("接口、订阅、搜索里给读者看的词归网站,程序里没有替它说的话。",
            "Words for readers in the API, feeds and search are the site's; the program has none of its own."));

    public static readonly Rule BadEntryName = Error(113,
        new("文件夹名不合规", "Bad folder name"),
        new("条目文件夹名“{0}”不能当 id。", "The folder name '{0}' cannot be an id."),
        new("只用小写字母、数字和 -,例如 shui-xiheng。", "Use lower case letters, digits and hyphens, such as shui-xiheng."),
        new("文件夹名就是网址,要能在任何系统上打出来。", "The folder name is the address and must work everywhere."));

    public static readonly Rule BadCharacter = Error(114,
        new("看不见的控制字符", "Control character"),
        new("这里有一个看不见的字符 {0},网页和订阅都不能有它{1}。",
            "There is an invisible character {0} here, which neither pages nor feeds may hold{1}."),
        new("删掉它;多半是从别的程序粘贴来的,重新打一遍这几个字最可靠。", "Delete it; it mostly comes from pasting, and typing the words again is safest."),
        new("订阅(XML)里有它就整份读不出来,终端会把它当命令。", "A feed (XML) that holds one cannot be read at all, and terminals obey it."));

    public static readonly Rule InvisibleCharacter = Warning(116,
        new("没有宽度的字符", "Character without width"),
        new("这里夹着一个看不见的字符 {0},读的时候当它没有{1}。", "An invisible character {0} stands here and is read as if it did not{1}."),
        new("删掉它;check --fix 会替您删。", "Delete it; check --fix does so."),
        new("从微信和网页粘贴的文字常带着它:看不见,却让搜索找不到、海报换了字体。",
            "Text from WeChat and web pages often carries it: unseen, it hides words from a search and changes the typeface of a poster."));

    public static readonly Rule LookAlike = Warning(117,
        new("不是字的字形", "Shape that is no character"),
        new("这里的字其实是 {0},读作“{1}”{2}。", "What stands here is {0} and is read as '{1}'{2}."),
        new("重新打一遍这个字;check --fix 会替您换。", "Type the character again; check --fix does so."),
        new("从 PDF 复制的文字常把字换成部首或兼容字:看着一样,搜索找不到。",
            "Text copied from a PDF often has radicals or compatibility forms: they look alike, and no search finds them."));

    public static readonly Rule BreakWithin = Warning(118,
        new("行里的换行符", "Break within a line"),
        new("这里有一个 {0},正文里读作换行,值和标题里读作空格{1}。",
            "There is {0} here: in a body it is read as a line break, in a value or a heading as a blank{1}."),
        new("换成真正的换行,或删掉。", "Write a real line break, or delete it."),
        new("Word 的软回车(Shift+Enter)粘贴出来就是它。", "Word's soft return (Shift+Enter) comes so when it is pasted."));

    public static readonly Rule LostCharacter = Warning(119,
        new("丢了的字", "Lost character"),
        new("这里的 {0} 读者看不到{1}。", "Readers cannot see {0} here{1}."),
        new("对照原文把字或图补上。", "Look at the original and write what stood here."),
        new("转换编码时丢的字、粘贴时丢的图、只有作者电脑上才有的字,都成了它。",
            "Characters lost in a conversion, pictures lost in a paste, and characters of one computer's font become it."));

    public static readonly Rule SwallowedComment = Warning(128,
        new("# 后面没有读", "Read as a comment"),
        new("“{0}”是空格加 # 开头,读作注释,不在值里。", "'{0}' begins with a blank and #: it is read as a comment and is not in the value."),
        new("它是文字就把整个值加上引号;是注释就另起一行。", "If it is text, put the whole value in quotes; if it is a comment, give it a line of its own."),
        new("标题“2 号泵房 #1 机组”会变成“2 号泵房”,谁也不会发现。", "A headline 'Pump house #1' would become 'Pump house', unnoticed."));

    public static readonly Rule SyntaxTwin = Error(129,
        new("用了全角的记号", "Full-width sign"),
        new("这里写成了 {0},要写{1}。", "There is {0} here; write {1}."),
        new("换成半角的记号,冒号后面空一格。", "Use the ASCII sign, and a blank behind a colon."),
        new("中文输入法打出的记号看着一样,前置数据不认。", "Signs typed by a Chinese input method look alike and mean nothing in front matter."));

    public static readonly Rule MergeConflict = Error(127,
        new("没有合完的合并", "Unfinished merge"),
        new("这里留着 git 合并的记号:两边改了同一处,还没有选。", "Marks of a git merge are left here: both sides changed this place, and nobody chose."),
        new("留下对的那一边,删掉 <<<<<<<、=======、>>>>>>> 三行。", "Keep the side that is right and delete the lines <<<<<<<, ======= and >>>>>>>."),
        new("两边的话都在文件里,哪一句是真的,程序不能替您定。", "Both sides stand in the file; which one is true no program can say."));

    public static readonly Rule WindowsCannotHold = Warning(153,
        new("Windows 放不下的名字", "Name that Windows cannot hold"),
        new("Windows 上不能有叫“{0}”的文件或文件夹。", "Windows can have no file or folder called '{0}'."),
        new("换一个名字:不用 con、aux、nul、com1 之类,不用 < > : \" | ? *,不以点或空格结尾。",
            "Rename it: no con, aux, nul, com1 and the like, none of < > : \" | ? *, no dot or blank at the end."),
        new("用 Windows 的编辑取不到整个仓库。", "Editors on Windows could not check the repository out at all."));

    public static readonly Rule TwinNames = Warning(154,
        new("两个文件只差大小写", "Names that differ in capitals only"),
        new("“{0}”和“{1}”在 Windows 和 macOS 上是同一个文件。", "'{0}' and '{1}' are one file on Windows and macOS."),
        new("给其中一个换名字。", "Rename one of them."),
        new("在那些电脑上后一个会盖掉前一个,发布的是哪张图就看运气了。", "There one would overwrite the other, and which picture is published is chance."));
}
