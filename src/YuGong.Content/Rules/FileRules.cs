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
        new("条目放在 stories、objects、dialogues、videos、pages 里,一个条目一个文件夹。",
            "Entries live in stories, objects, dialogues, videos or pages, one folder each."),
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
        new("这里有一个看不见的字符 {0},网页和订阅都不能有它。", "There is an invisible character {0} here, which neither pages nor feeds may hold."),
        new("删掉它;多半是从别的程序粘贴来的,重新打一遍这几个字最可靠。", "Delete it; it mostly comes from pasting, and typing the words again is safest."),
        new("订阅(XML)里有它就整份读不出来,终端会把它当命令。", "A feed (XML) that holds one cannot be read at all, and terminals obey it."));
}
