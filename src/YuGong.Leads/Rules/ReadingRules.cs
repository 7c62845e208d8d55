using YuGong.Text;

namespace YuGong.Leads;

/// <content>What comes in.</content>
public static partial class LeadsRules
{
    public static readonly Rule Damaged = Error(601,
        new("来件打不开", "File cannot be read"),
        new("{0}。原件已收存。", "{0}. The original is kept."),
        new("请报送人用 Word、WPS 或 LibreOffice 重新另存为 .docx 再发一次。", "Ask the sender to save it again as .docx with Word, WPS or LibreOffice."),
        new("坏了的文件也是一条线索,不能悄悄丢掉。", "A broken file is a lead too, and is not dropped in silence."));

    public static readonly Rule OldFormat = Warning(602,
        new("旧格式文档", "Old document format"),
        new("{0}不能直接读。原件已收存。", "{0} cannot be read as it is. The original is kept."),
        new("转成 .docx 再导入:在 Word、WPS 里另存为 .docx,或者运行 soffice --headless --convert-to docx 文件。",
            "Convert it to .docx and import that: save it as .docx, or run soffice --headless --convert-to docx FILE."),
        new("1997 年的 .doc 是没有公开边界的二进制格式,读错比不读更坏。",
            "The .doc of 1997 is a binary format; reading it wrongly is worse than not reading it."));

    public static readonly Rule UnknownKind = Warning(603,
        new("不认识的来件", "Unknown kind of file"),
        new("{0}不是征集表也不是邮件。原件已收存。", "{0} is neither a form nor a mail. The original is kept."),
        new("照片、图纸等附件会跟着线索;压缩包请先解开;扫描件请照着填一份征集表。", "Pictures stay with their lead; unpack archives first; type scanned forms into a form."),
        new("读不了的要有人看。", "What a program cannot read, somebody must look at."));

    public static readonly Rule NoForm = Warning(604,
        new("没有找到征集表", "No form found"),
        new("里面没有认出征集表的栏目。原件已收存。", "None of the form's labels was recognized. The original is kept."),
        new($"请用 {CommandName.Value} leads form 写出的表,或通知附件的表。",
            $"Use the form that {CommandName.Value} leads form writes, or the annex of the notice."),
        new("只认表上的栏目,不猜。", "Labels are read, nothing is guessed."));

    public static readonly Rule EmptyForm = Warning(613,
        new("空白的征集表", "Empty form"),
        new("这是一份还没有填的征集表:栏目都在,没有写字,没有登记线索。原件已收存。",
            "This is a form that nobody has filled in: the labels are there and nothing is written. No lead was registered; "
            + "the original is kept."),
        new("请报送人填好、保存以后再发;若填在表格外面,请移到格子里。",
            "Ask the sender to fill it in, save it and send it again; words beside the table belong into its cells."),
        new("空表不是线索,也不是认不出的文件。", "An empty form is no lead, and no unknown file either."));

    public static readonly Rule Encrypted = Warning(614,
        new("加了密码的文档", "Document under a password"),
        new("文档加了密码,读不了。原件已收存。", "The document is under a password and cannot be read. The original is kept."),
        new("请报送人去掉密码(Word:文件—信息—保护文档—用密码进行加密,清空密码;WPS:文件—文档加密),另存为 .docx 再发。",
            "Ask the sender to take the password off (Word: File, Info, Protect Document, Encrypt with Password, empty it) "
            + "and to save it as .docx."),
        new("密码不该随线索传来传去,读不了的要说清楚为什么。", "Passwords are not passed around with leads, and why something cannot be read is said."));

    public static readonly Rule NotUnderstood = Warning(605,
        new("有没认出的内容", "Something was not understood"),
        new("{0} 处内容没有对应的栏目({1}),已原样存进这条线索。", "{0} pieces of content belong to no field ({1}); they are kept with the lead as they are."),
        new($"用 {CommandName.Value} leads show 看“没有认出的内容”,该归哪一栏用 leads set 补上。",
            $"See them with {CommandName.Value} leads show, and put them into fields with leads set."),
        new("没读懂的要说出来,不能丢。", "What was not understood is said, not dropped."));

    public static readonly Rule MailPart = Warning(606,
        new("邮件没有读全", "Mail not read whole"),
        new("{0}。整封邮件已收存。", "{0}. The whole mail is kept."),
        new("在邮件程序里打开它,把附件另存出来再导入。", "Open it in a mail program, save the attachments, and import those."),
        new("只读中国常用邮件程序写的那部分格式,其余的不猜。", "Only what common mailers write is read; the rest is not guessed."));

    public static readonly Rule Subject = Note(607,
        new("邮件主题不合要求", "Mail subject not as asked"),
        new("主题不是征集通知要的“……线索+推荐单位/推荐人+联系方式”的样子。", "The subject does not have the parts that the notice asks for."),
        new("线索照收;推荐人和联系方式从表里读。", "The lead is taken in all the same; recommender and contact are read from the form."),
        new("主题是表格之外的另一处联系方式。", "The subject is the second place with a contact."));

    public static readonly Rule SameAgain = Note(608,
        new("同一份表", "Same form again"),
        new("这份来件与 {0} 是同一份,没有重复登记。", "This is the same as {0}; it was not registered again."),
        new("不用做什么。内容有改动的新表会另行登记并连到原来的线索。", "Nothing to do. A form with changes is registered and linked to the first."),
        new("同一份表常常发了邮件又发微信再由单位报一遍。", "One form often arrives three ways."));

    public static readonly Rule SamePerson = Note(609,
        new("可能是同一个人", "Perhaps the same person"),
        new("{0} 与 {1} 可能是同一个人,已经互相连上。", "{0} and {1} may be the same person; they are linked."),
        new("核实时一起看;确是同一人时,把后来的一条改为 declined,理由写“并入”。",
            "Look at them together; if it is one person, decline the later one with the reason 'merged'."),
        new("一个人可以有几个推荐人,故事只有一个。", "One person may be recommended by many, and has one story."));

    public static readonly Rule TooMuch = Error(610,
        new("来件大得不正常", "File is suspiciously large"),
        new("{0},不再读下去。原件已收存。", "{0}; it was not read on. The original is kept."),
        new("请报送人填一份新的征集表;真有这么多人时分成几份。", "Ask the sender for a new form; several files where there are that many people."),
        new("一个来件不能把机器拖住,也不能吃光内存。", "One file must neither hold up the machine nor eat its memory."));

    public static readonly Rule LeftThere = Error(612,
        new("来件留在原处", "File left where it is"),
        new("{0}。没有收存,留在原处。", "{0}. It was not taken in and lies where it lay."),
        new("请人看看这个文件:太大的把照片另存出来,打不开的改权限或改名,再导入一次。",
            "Look at it: save large pictures apart, mend permission or name, and import it again."),
        new("收不下的要说出来;别的来件照收。", "What cannot be taken in is said; everything else is taken in."));

    public static readonly Rule WrittenTwice = Warning(611,
        new("一栏写了两次", "Field written twice"),
        new("“{0}”写了两次而且不一样;取第一次写的,另一个存在“没有认出的内容”里。",
            "'{0}' is written twice and differs; the first is taken, the other kept as not understood."),
        new("问报送人哪一个对,用 leads set 改。", "Ask the sender which is right; change it with leads set."),
        new("两个说法都留着,人来定。", "Both are kept; people decide."));
}
