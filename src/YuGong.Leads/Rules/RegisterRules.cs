using YuGong.Text;

namespace YuGong.Leads;

/// <content>The register and its key.</content>
public static partial class LeadsRules
{
    public static readonly Rule WrongKey = Error(650,
        new("钥匙不对", "Wrong key"),
        new("线索库打不开:{0}。", "The register does not open: {0}."),
        new("口令用环境变量 YUGONG_LEADS_PASSPHRASE 或在提示时输入;钥匙文件用 --key-file 或 YUGONG_LEADS_KEY。",
            "Give the passphrase in YUGONG_LEADS_PASSPHRASE or when asked; the key file with --key-file or YUGONG_LEADS_KEY."),
        new("没有钥匙,谁也读不了库里的个人信息,包括我们。", "Without the key nobody reads it, we included."));

    public static readonly Rule NoRegister = Error(651,
        new("没有线索库", "No register"),
        new("{0} 里没有线索库。", "There is no register in {0}."),
        new($"先运行 {CommandName.Value} leads init;已有备份时运行 {CommandName.Value} leads restore。",
            $"Run {CommandName.Value} leads init first, or {CommandName.Value} leads restore if there is a backup."),
        new("建库要有人选钥匙,不会自动发生。", "Somebody must choose a key; it does not happen by itself."));

    public static readonly Rule Broken = Error(652,
        new("线索库被动过或坏了", "Register altered or damaged"),
        new("{0}。", "{0}."),
        new("不要再写入;从最近的备份恢复(leads restore),并查明是谁动的。", "Write nothing more; restore the latest backup and find out who did it."),
        new("每个值都加了封,每条记录都接着前一条;对不上就是动过。", "Every value is sealed and every entry chained; a mismatch means tampering or damage."));

    public static readonly Rule NoOffice = Warning(653,
        new("没有 LibreOffice", "No LibreOffice"),
        new("没有写 PDF:找不到 soffice。{0}", "No PDF was written: soffice was not found. {0}"),
        new("安装后再运行:apt-get install --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk。",
            "Install it and run again: apt-get install --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk."),
        new("PDF 由 LibreOffice 从同一份 .docx 转出,两份不会不一样。", "The PDF is made from the same .docx, so that the two agree."));

    public static readonly Rule Due = Warning(654,
        new("保存期已到", "Kept long enough"),
        new("{0} 是“{1}”,{2} 起已超过保存期({3} 天)。", "{0} ({1}) is past its time since {2} ({3} days)."),
        new($"{CommandName.Value} leads erase {{0}} 删除;还要留的,用 leads move 写明理由。",
            $"Erase it with {CommandName.Value} leads erase {{0}}, or move it with a reason."),
        new("个人信息的保存期限应当为实现处理目的所必要的最短时间(个人信息保护法第十九条)。", "Personal data is kept no longer than its purpose needs (PIPL, article 19)."));

    public static readonly Rule InGit = Error(655,
        new("线索库会进 git", "Register would get into git"),
        new("{0} 在 git 仓库里,却没有被忽略。", "{0} lies in a git repository and is not ignored."),
        new("在 .gitignore 写一行 /leads/,或用 --leads 指到仓库外面。", "Write /leads/ into .gitignore, or point --leads outside the repository."),
        new("git 里的东西删不干净。", "What git has seen, nobody deletes."));

    public static readonly Rule NoSuchLead = Error(656,
        new("没有这个编号", "No such lead"),
        new("没有 {0}。", "There is no {0}."),
        new("编号是 YG-年份-序号,用 leads list 看;删除过的编号不再使用。",
            "Numbers look like YG-2026-0001; see leads list. Erased numbers are never used again."),
        new("编号写错时不能动到别人的线索。", "A slip of the finger must not touch another's lead."));

    public static readonly Rule NoBackup = Error(657,
        new("备份用不了", "Backup cannot be used"),
        new("{0}。现有的库原样不动。", "{0}. The register is as it was."),
        new("换一份备份;备份要用做它时的钥匙打开。", "Take another backup; it opens with the key it was made with."),
        new("先证明备份能打开,再换上。", "A backup is opened before it takes the place."));

    public static readonly Rule NotAnchored = Error(658,
        new("线索库和锚对不上", "Register and anchor differ"),
        new("{0}。", "{0}."),
        new(
            "可能有人换上了旧的库文件,或者删了记录。先用 leads check 看,再从备份恢复(leads restore);查明白了、要照样用,运行 leads check --accept。",
            "An older file was put back, or entries were cut off. Look with leads check, then restore a backup; once it is explained, "
                + "leads check --accept."),
        new("锚在库外面记着流水和登记走到哪里;库比锚短,就是少了东西。",
            "The anchor outside says how far the register had come; one that is shorter has lost something."));

    public static readonly Rule AnchorBehind = Warning(659,
        new("锚落在后面", "Anchor falls behind"),
        new("库比锚多 {0} 条记录。", "The register has {0} entries more than its anchor."),
        new(
            "上次写完库、还没写锚就断了(断电、被杀),下次写入时自动补上并记入流水;没有发生过这样的事,就是有人放回了旧的锚。",
            "The program died between the two; the next change mends it and says so in the journal. If nothing died, somebody put an "
                + "old anchor back."),
        new("先写库、后写锚,只会落后,不会超前。", "The register is written first and the anchor after it; it falls behind and never runs ahead."));
}
