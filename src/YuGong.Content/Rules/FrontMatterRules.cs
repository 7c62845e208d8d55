using YuGong.Text;

namespace YuGong.Content;

/// <content>Front matter: YAML and keys.</content>
public static partial class ContentRules
{
    public static readonly Rule NoFrontMatter = Error(120,
        new("没有前置数据", "No front matter"),
        new("文件没有以 --- 开头的前置数据。", "The file does not begin with front matter (---)."),
        new("第一行写 ---,然后是键和值,再写一行 ---。", "Begin with a line ---, then keys and values, then a line ---."),
        new("前置数据说明条目是谁、依据什么。", "Front matter says what the entry is and what it rests on."));

    public static readonly Rule FrontMatterOpen = Error(121,
        new("前置数据没有结束", "Front matter not closed"),
        new("找不到结束前置数据的 --- 行。", "The --- line that ends the front matter is missing."),
        new("在正文之前单独写一行 ---。", "Write a line --- before the body."),
        new("否则整篇正文都会被当作数据。", "Otherwise the whole body would be read as data."));

    public static readonly Rule YamlSyntax = Error(122,
        new("YAML 写法有误", "YAML syntax"),
        new("这里的 YAML 读不懂:{0}。", "The YAML here cannot be read: {0}."),
        new("检查缩进和冒号;含“: ”或以特殊符号开头的文字要加引号。", "Check indentation and colons; quote text with ': ' or special characters in front."),
        new("一个写错的缩进会把整段数据挪到别处。", "A wrong indentation moves data elsewhere."));

    public static readonly Rule Anchor = Error(123,
        new("不用锚点和别名", "No anchors or aliases"),
        new("这里用了 YAML 的锚点(&)或别名(*)。", "YAML anchors (&) and aliases (*) are not used here."),
        new("把值照写一遍;文字以 & 或 * 开头时加引号。", "Write the value again; quote text that begins with & or *."),
        new("别名可以让很短的文件膨胀成几个 GB。", "Aliases can grow a short file to gigabytes."));

    public static readonly Rule Tag = Error(124,
        new("不用类型标记", "No tags"),
        new("这里用了 YAML 的类型标记(!)。", "YAML tags (!) are not used here."),
        new("去掉标记;文字以 ! 开头时加引号。", "Take the tag away; quote text that begins with !."),
        new("值的类型由内容模型决定。", "The content model decides the type of a value."));

    public static readonly Rule TooDeep = Error(125,
        new("嵌套太深", "Nested too deep"),
        new("数据嵌套超过 24 层。", "The data is nested more than 24 levels deep."),
        new("内容模型最深四层,检查缩进或括号。", "The content model is four levels deep: check indentation or brackets."),
        new("这样的文件不是写错了就是有意为难。", "Such a file is a mistake or malice."));

    public static readonly Rule DuplicateKey = Error(126,
        new("同一个键写了两次", "Key written twice"),
        new("{0} 已经写过了。", "{0} was already written."),
        new("留下一个。", "Keep one."),
        new("两个值只有一个会生效,不能靠猜。", "Only one of two values can count; nobody should guess."));

    public static readonly Rule UnknownKey = Error(130,
        new("不认识的键", "Unknown key"),
        new("{1} 里没有 {0} 这个键。", "{1} has no key {0}."),
        new("{2}", "{2}"),
        new("写错的键如果被忽略,那条信息就悄悄丢了。", "An ignored key is information silently lost."));

    public static readonly Rule MissingKey = Error(131,
        new("缺少必填的键", "Missing key"),
        new("缺少 {0}({1})。", "{0} is missing ({1})."),
        new("写上 {0}:{2}", "Write {0}: {2}"),
        new("没有它,页面就不完整。", "Without it the page is incomplete."));

    public static readonly Rule EmptyValue = Error(132,
        new("没有值", "Empty value"),
        new("{0} 后面是空的。", "{0} has no value."),
        new("写上:{2}", "Write: {2}"),
        new("空值和没写不一样,要么写,要么删。", "Empty is not absent: write it or delete it."));

    public static readonly Rule WrongShape = Error(133,
        new("形状不对", "Wrong shape"),
        new("{0} 的写法不对。", "{0} has the wrong shape."),
        new("应当写成:{1}", "It should be: {1}"),
        new("列表、映射和文字各有各的写法。", "Lists, mappings and text are written differently."));

    public static readonly Rule PrivateKey = Error(134,
        new("私人信息没有位置", "No place for private data"),
        new("{0} 是私人信息,不能写进内容。", "{0} is private data and cannot be content."),
        new("删掉这一行,也从 git 历史里清掉;联系方式只留在线索登记里。", "Delete the line, and from git history too; contacts stay in the lead register."),
        new("谁的电话都不能离开私人登记(个人信息保护法第六条)。", "Nobody's phone number leaves the private register (PIPL art. 6)."))
        with { IsSafeguard = true };

    public static readonly Rule PrivateValue = Error(135,
        new("像是私人信息", "Looks private"),
        new("这里像是{0}:{1}", "This looks like private data ({0}): {1}"),
        new("删掉它;如果确实是公开的数字,请换一种写法。", "Delete it; write a public number in another way."),
        new("内容会公开在网上,也会留在 git 里。", "Content is public on the web and stays in git."))
        with { IsSafeguard = true };

    public static readonly Rule BadId = Error(136,
        new("id 不合规", "Bad id"),
        new("{0} 不能是“{1}”。", "{0} cannot be '{1}'."),
        new("只用小写字母、数字和 -,例如 shui-xiheng。", "Use lower case letters, digits and hyphens, such as shui-xiheng."),
        new("id 是网址的一部分,要能在任何系统上打出来。", "An id is part of the address and must work everywhere."));

    public static readonly Rule IdNotFolder = Error(137,
        new("id 和文件夹名不同", "Id differs from folder"),
        new("id 是 {0},文件夹名却是 {1}。", "The id is {0}, but the folder is {1}."),
        new("改成一样的;已经发布过的地址写进 aliases。", "Make them equal; keep a published address in aliases."),
        new("一个条目只有一个名字,引用才不会落空。", "An entry has one name, so that references hold."));

    public static readonly Rule UnknownTerm = Error(138,
        new("词表里没有", "Not in the vocabulary"),
        new("{0} 的“{1}”不在 taxonomies/{3} 里。", "'{1}' in {0} is not in taxonomies/{3}."),
        new("{2}", "{2}"),
        new("词表之外的词不会出现在筛选里。", "A word outside the vocabulary would be missing from the filters."));

    public static readonly Rule UnknownChoice = Error(139,
        new("不是可选的词", "Not a choice"),
        new("{0} 不能是“{1}”。", "{0} cannot be '{1}'."),
        new("{2}", "{2}"),
        new("只有几个词有意义。", "Only a few words have a meaning here."));

    public static readonly Rule NotADate = Error(140,
        new("不是日期", "Not a date"),
        new("{0} 的“{1}”不是真实的日期。", "'{1}' in {0} is no real date."),
        new("写成 1889、1889-02、1889-02-17、1935~、1921/1922、1937-24(冬)或 194X。",
            "Write 1889, 1889-02, 1889-02-17, 1935~, 1921/1922, 1937-24 (winter) or 194X."),
        new("日期要能排序,也要真有这一天(EDTF,ISO 8601-2)。", "Dates are sorted and must exist (EDTF, ISO 8601-2)."));

    public static readonly Rule FutureDate = Error(141,
        new("日期在将来", "Date in the future"),
        new("{0} 的 {1} 还没有到。", "{1} in {0} lies ahead."),
        new("检查年份;预定的发布日写 publish_at。", "Check the year; a planned day of publication is publish_at."),
        new("没有发生的事不能写进年表。", "What has not happened is no event."));

    public static readonly Rule NotAFlag = Error(142,
        new("不是真假", "Not true or false"),
        new("{0} 写成了“{1}”。", "{0} is '{1}'."),
        new("只写 true 或 false。", "Write true or false."),
        new("yes、是、1 在不同的工具里意思不同。", "yes or 1 mean different things to different tools."));

    public static readonly Rule NotANumber = Error(143,
        new("不是整数", "Not a whole number"),
        new("{0} 写成了“{1}”。", "{0} is '{1}'."),
        new("写一个整数,例如 10。", "Write a whole number, such as 10."),
        new("次序和时长要能比较。", "Order and duration are compared."));

    public static readonly Rule NotAnAddress = Error(144,
        new("不是网址", "Not an address"),
        new("{0} 的“{1}”不是 http(s) 地址。", "'{1}' in {0} is no http(s) address."),
        new("写完整的地址,中间没有空格;没有公开地址时用 archive。", "Write the whole address without spaces; use archive when there is none."),
        new("读者要能点开来源。", "Readers must be able to open a source."));

    public static readonly Rule BadSitePath = Error(145,
        new("不是站内地址", "Not a path of this site"),
        new("{0} 的“{1}”不是站内地址。", "'{1}' in {0} is no path of this site."),
        new("写成 /people/old-id/ 的样子,以 / 开头和结尾。", "Write it like /people/old-id/, with / in front and at the end."),
        new("旧地址要能原样转向。", "An old address must lead on as it was."));

    public static readonly Rule BadFileName = Error(146,
        new("不是文件名", "Not a file name"),
        new("{0} 的“{1}”不是条目文件夹里的文件名。", "'{1}' in {0} is no name of a file in the entry's folder."),
        new("把文件放进条目的文件夹,只写文件名。", "Put the file into the entry's folder and write its name only."),
        new("条目的图片跟着条目走。", "An entry's pictures go where it goes."));

    public static readonly Rule BadFocalPoint = Error(147,
        new("焦点不对", "Bad focal point"),
        new("焦点要写两个 0 到 1 的数。", "A focal point is two numbers from 0 to 1."),
        new("例如 focal: [0.5, 0.3],从左、从上。", "Such as focal: [0.5, 0.3], from the left and from the top."),
        new("裁切时焦点处的脸不会被切掉。", "The face at the focal point survives cropping."));

    public static readonly Rule TextLength = Warning(148,
        new("字数不合", "Length"),
        new("{0} 有 {1} 字,应为 {2} 字。", "{0} has {1} characters; it should have {2}."),
        new("删减或补写。", "Cut or add."),
        new("版面和卡片按这个长度设计。", "Pages and cards are composed for this length."));

    public static readonly Rule SourceWithoutPlace = Error(149,
        new("来源没有出处", "Source without a place"),
        new("来源 {0} 既没有 url 也没有 archive。", "The source {0} has neither url nor archive."),
        new("写 url,或在 archive 里写刊物卷期、档号、书号。", "Write url, or the issue, file or book number in archive."),
        new("找不到的来源等于没有来源。", "A source that cannot be found is none."));

    public static readonly Rule RecommenderNotAgreed = Error(150,
        new("推荐人没有同意署名", "Recommender has not agreed"),
        new("推荐人没有同意署名,不能写名字。", "The recommender has not agreed to be named."),
        new("同意了写 agreed: true,否则删掉 recommender。", "Write agreed: true when they did, otherwise delete recommender."),
        new("推荐人的名字属于推荐人。", "Their name is theirs."));

    public static readonly Rule BadSetting = Error(151,
        new("设置不对", "Bad setting"),
        new("{0} 不能是“{1}”。", "{0} cannot be '{1}'."),
        new("{2}", "{2}"),
        new("设置影响每一个页面。", "A setting touches every page."));

    public static readonly Rule SaysNothing = Error(152,
        new("等于没有写", "Says nothing"),
        new("{0} 的“{1}”等于没有写。", "'{1}' says nothing for {0}."),
        new("写上真的内容;还不知道,就先去掉这一条,查到了再写。", "Write what it is; while nobody knows, take it out."),
        new("“待补”“无”“-”占着位置,骗过的是读者。", "A placeholder fools nobody but the reader."));

    public static readonly Rule SecretInFile = Error(155,
        new("密钥写在文件里", "Secret in a file"),
        new("{0} 是口令或密钥,不能写在这里。", "{0} is a password or a key, which cannot stand here."),
        new("从文件里删掉它,那一把已经提交过的就换掉;改用环境变量(AWS_SECRET_ACCESS_KEY、YUGONG_DEPLOY_TOKEN),或用 KeyFile 指一个项目以外的文件。",
            "Take it out, and change it where it was committed already; use the environment (AWS_SECRET_ACCESS_KEY, YUGONG_DEPLOY_TOKEN), "
            + "or let KeyFile name a file outside the project."),
        new("这个文件在 git 里:谁拿到仓库,谁就能改网站。", "The file is in git: whoever gets the repository could change the site."));
}
