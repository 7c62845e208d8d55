using YuGong.Text;

namespace YuGong.Leads;

/// <content>Verification, selection, scoring, publication.</content>
public static partial class LeadsRules
{
    public static readonly Rule NoStep = Error(630,
        new("不能走这一步", "Not a step"),
        new("{0} 现在是“{1}”,不能到“{2}”。", "{0} is '{1}' and cannot become '{2}'."),
        new("从这里可以到:{3}。", "From here it may become: {3}."),
        new("收到、核实、初选、入选、采访、发布,一步一步来(通知 六)。",
            "Received, verified, shortlisted, selected, interviewed, published: one after the other (notice, 6)."));

    public static readonly Rule NotSigned = Error(631,
        new("核实清单没有签完", "Checklist not signed"),
        new("{0} 的核实清单还缺:{1}。", "The checklist of {0} lacks: {1}."),
        new($"{CommandName.Value} leads verify {{0}} --by 岗位 --authentic 依据 --typical 依据 --detailed 依据。",
            $"{CommandName.Value} leads verify {{0}} --by POST --authentic EVIDENCE --typical EVIDENCE --detailed EVIDENCE."),
        new("真实性、典型性、细节性,每一条都要有人凭依据签字(通知 三)。", "Somebody signs authenticity, typicality and detail, with evidence (notice, 3)."));

    public static readonly Rule TwoPeople = Error(632,
        new("数字和荣誉要两个人核", "Figures and honours need two people"),
        new("{0} 的“{1}”要两个不同的人签,现在有 {2} 个。", "'{1}' of {0} must be signed by two different people; it has {2}."),
        new("请另一位核实者用 leads verify 再签一次。", "Ask a second person to sign with leads verify."),
        new("数字和荣誉最容易错,也最伤信誉。", "Figures and honours go wrong most easily, and hurt most."));

    public static readonly Rule NoReason = Error(633,
        new("要写理由", "A reason is needed"),
        new("退回、不采用、撤回和往回走都要写理由。", "Returning, declining, withdrawing and stepping back need a reason."),
        new("一句话,例如 --reason “缺单位联系方式”。", "One sentence: --reason '…'."),
        new("推荐人会问为什么。", "The recommender will ask."));

    public static readonly Rule NotInVocabulary = Error(634,
        new("词表里没有这个词", "Not in the vocabulary"),
        new("{0} 没有“{1}”。", "{0} has no '{1}'."),
        new("可以用:{2}。", "There are: {2}."),
        new("统计只认词表里的词。", "Statistics know only words of the vocabulary."));

    public static readonly Rule BadSheet = Error(640,
        new("评分表读不了", "Sheet cannot be read"),
        new("{0}。", "{0}."),
        new("请用 leads score export 写出的表,只填评分和意见两处。", "Use the sheet that leads score export writes; fill in scores and remarks only."),
        new("评分要对得上编号。", "Scores must meet their leads."));

    public static readonly Rule BadScore = Error(641,
        new("分数不对", "Not a score"),
        new("第 {0} 行“{1}”不是 0 到 {2} 的数。", "Row {0}: '{1}' is not a number from 0 to {2}."),
        new("改好再导入;整张表都没有记。", "Mend it and import again; nothing of the sheet was taken."),
        new("一张表要么全记,要么不记。", "A sheet is taken whole or not at all."));

    public static readonly Rule NoScore = Warning(642,
        new("有几条没有评分", "Some leads without a score"),
        new("这张表里 {0} 条没有评分:{1}。", "{0} leads of this sheet have no score: {1}."),
        new("评过的已记下;补齐后带 --replace 再导入一次,会换掉这位专家原来的评分。",
            "The others are taken; import again with --replace when complete: it replaces this expert's scores."),
        new("没评的和评零分不是一回事。", "No score is not a score of nought."));

    public static readonly Rule ScoredBefore = Error(643,
        new("这位专家评过这条", "Scored by this expert before"),
        new("第 {0} 行:{1} 已经有这位专家的评分。", "Row {0}: {1} has a score of this expert already."),
        new("整张表都没有记。确实要换掉原来的,加 --replace;不是同一位专家,改 --expert。",
            "Nothing of the sheet was taken. Add --replace to replace it; or name the other expert with --expert."),
        new("一位专家对一条线索只有一个评分;悄悄换掉就说不清了。", "An expert has one score for a lead; one replaced in silence cannot be explained."));

    public static readonly Rule ScoredTwice = Error(644,
        new("一条线索在表里有两行", "A lead in two rows"),
        new("第 {0} 行和第 {1} 行都是 {2}。", "Rows {0} and {1} are both {2}."),
        new("问专家哪一行对,删去另一行再导入;整张表都没有记。", "Ask the expert which is right, take out the other, import again; nothing was taken."),
        new("一张表里一条线索只评一次。", "A sheet scores a lead once."));

    public static readonly Rule SheetAgain = Error(645,
        new("这张评分表收过了", "Sheet taken before"),
        new("这个文件和以前收过的一张一模一样。", "This file is the same as one taken before."),
        new("拿错了就换一张;确实要再收一次,加 --replace。", "Take the right one; or add --replace to take it again."),
        new("同一张表记在两位专家名下,平均分就错了。", "One sheet under two experts' names makes means wrong."));

    public static readonly Rule PrivateInPublic = Error(660,
        new("私人信息出现在公开的地方", "Private data in a public place"),
        new("{0} 的“{1}”出现在这里。", "'{1}' of {0} appears here."),
        new("立刻删掉;在 git 历史里的,换掉历史并通知有克隆的人。", "Take it out at once; from git's history too, and tell those who have clones."),
        new("线索库里的话,一个字也不从这条路出去。", "Nothing leaves the register this way."));

    public static readonly Rule NotSelected = Error(661,
        new("还没有入选", "Not selected yet"),
        new("{0} 现在是“{1}”,不能写成故事。", "{0} is '{1}' and cannot become a story yet."),
        new("入选之后(selected、interviewed)再 promote。", "Promote it once it is selected or interviewed."),
        new("没有核实和遴选的线索不进内容文件夹。", "Unverified leads stay out of input/."));

    public static readonly Rule StillThere = Error(670,
        new("撤下之后还在", "Still there after withdrawal"),
        new("{0}还在这里。", "{0} is still here."),
        new($"改掉这里的文字或删掉这个文件,再运行一次 {CommandName.Value} withdraw。",
            $"Change the text or remove the file, and run {CommandName.Value} withdraw again."),
        new("撤下要用扫描来证明,不能只凭说。", "A withdrawal is proven by a scan, not by a promise."));

    public static readonly Rule NothingToWithdraw = Error(671,
        new("没有可撤的条目", "Nothing to withdraw"),
        new("没有 id 是“{0}”的条目。", "No entry has the id '{0}'."),
        new("id 是 input/ 里文件夹的名字;是不是想写 {1}?", "The id is the folder's name in input/; did you mean {1}?"),
        new("撤错了人,比晚一步更糟。", "Withdrawing the wrong person is worse than being late."));
}
