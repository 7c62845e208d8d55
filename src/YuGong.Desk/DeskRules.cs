using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Why the desk does not do what it was asked. What is wrong with the content itself, the content's rules say.</summary>
public static class DeskRules
{
    public static Rule ChangedUnderneath { get; } = new(
        "YG701",
        Severity.Error,
        new("打开以后被改过", "Changed since it was opened"),
        new("{0} 在你打开以后被改过{1}。", "{0} has changed since you opened it{1}."),
        new("你写的还在表单里:另开一页看最新的一版,把两边合起来再保存。",
            "Your words are still in the form: open the newest version in another tab, bring both together and save again."),
        new("后保存的会悄悄盖掉先保存的。", "The later save would silently replace the earlier one."));

    public static Rule NotTheDesks { get; } = new(
        "YG702",
        Severity.Error,
        new("不归编辑台管", "Not the desk's"),
        new("编辑台不碰 {0}:{1}。", "The desk does not touch {0}: {1}."),
        new("内容放在条目自己的文件夹里。", "Content lives in its entry's own folder."),
        new("编辑台只碰内容和图片;程序、设置和 git 自己的文件由别的办法改。",
            "The desk touches content and pictures only; the program, its settings and git's own files change by other means."));

    public static Rule NotWhatItSays { get; } = new(
        "YG703",
        Severity.Error,
        new("文件不是它说的那种", "Not the file it claims to be"),
        new("{0} 不能上传:{1}。", "{0} cannot be uploaded: {1}."),
        new("用看图软件打开,另存为 JPEG、PNG 或 WebP 再上传。", "Open it in a picture program, save it as JPEG, PNG or WebP and upload that."),
        new("同时是图片又是网页或压缩包的文件,会在读者那里变成别的东西。",
            "A file that is a picture and a page or an archive at once becomes something else at the reader's."));

    public static Rule UnwantedKind { get; } = new(
        "YG704",
        Severity.Error,
        new("不收这种文件", "A kind of file not taken"),
        new("{0} 不能上传:不收这种文件。", "{0} cannot be uploaded: this kind of file is not taken."),
        new("图片用 jpg、png、webp、avif、gif、tif(手机的 heic 先导出为 jpg),影片用 mp4、webm,字幕用 vtt,文件用 pdf。",
            "Pictures: jpg, png, webp, avif, gif, tif (export a phone's heic as jpg); films: mp4, webm; captions: vtt; papers: pdf."),
        new("别的文件网站用不上,或者能带脚本。", "Other files are of no use to the site, or can carry script."));

    public static Rule NoRight { get; } = new(
        "YG705",
        Severity.Error,
        new("角色不够", "Not this role's task"),
        new("{0}的角色不能{1}。", "{0}'s role may not do this: {1}."),
        new("请有这个角色的同事来做。", "Ask a colleague who has that role."),
        new("写、核、发由不同的人做,错误才有机会被看见。", "Writing, checking and publishing by different people give mistakes a chance to be seen."));

    public static Rule OwnFigures { get; } = new(
        "YG706",
        Severity.Error,
        new("自己改的自己核", "Own changes checked by oneself"),
        new("{0} 改过这一篇的{1},不能由本人定为就绪或发布。", "{0} changed this entry's {1} and cannot be the one to call it ready or publish it."),
        new("请另一位核实人核对来源后再定。", "Have another checker compare it with the sources."),
        new("抄错的数字、写偏的句子,作者自己看不出来。", "A figure copied wrongly, a sentence gone astray: their author does not see it."));

    public static Rule CannotBeJoined { get; } = new(
        "YG707",
        Severity.Error,
        new("两边的改动合不到一起", "Two changes that do not join"),
        new("{0} 合不进现在的内容:{1} 两边都改了。", "{0} does not join what stands now: both changed {1}."),
        new("打开这一篇,照现在的内容重新保存一次。", "Open the entry and save it once more on what stands now."),
        new("机器猜着合,会留下谁也没写过的句子。", "Joined by guess, it would hold sentences that nobody wrote."));

    public static Rule PublishedAddress { get; } = new(
        "YG708",
        Severity.Error,
        new("发布过的不能直接删", "Published, so not simply deleted"),
        new("{0} 发布过,不能在编辑台里删除。", "{0} was published and cannot be deleted at the desk."),
        new("要撤下人物用 yugong withdraw;只是暂时不显示,把状态改回草稿。",
            "To withdraw a person use yugong withdraw; to hide it for a while, set its status back to draft."),
        new("海报上的二维码和别人的链接都指着这个地址。", "Codes on posters and other people's links lead to this address."));

    public static Rule TwoDesks { get; } = new(
        "YG709",
        Severity.Error,
        new("已经有一个编辑台", "A desk is open already"),
        new("另一个编辑台正在用这个文件夹:{0}。", "Another desk is at work in this folder: {0}."),
        new("用已经打开的那个,或先按 Ctrl-C 结束它。", "Use the one that is open, or end it with Ctrl-C first."),
        new("两个编辑台同时保存,会互相盖掉。", "Two desks saving at once would replace one another's work."));

    public static Rule NoVersion { get; } = new(
        "YG710",
        Severity.Error,
        new("没有说从哪一版改起", "No version to start from"),
        new("{0} 已经有一版,这次没有说看的是哪一版。", "There is a version of {0}, and nobody said which one was looked at."),
        new("重新打开这一篇再做。", "Open the entry anew and do it again."),
        new("不知道看的是哪一版,就会悄悄盖掉别人写的。", "A save from an unknown version would silently replace what somebody else wrote."));

    public static Rule NotApproved { get; } = new(
        "YG712",
        Severity.Error,
        new("这一版没有人核过", "This version was not approved"),
        new("{0} 现在的内容没有人定为就绪:没有核过,或者核过以后又改了。", "Nobody called {0} ready as it stands now: it was not checked, or it changed since."),
        new("请核实的人再看一遍,重新定为就绪。", "Have a checker look again and call it ready."),
        new("发布的必须一字不差是核过的那一版。", "What is published is, letter by letter, what was checked."));

    public static Rule OneReviewEach { get; } = new(
        "YG714",
        Severity.Error,
        new("一人只审一次", "One person, one review"),
        new("{1} 已经过了 {0} 的{2},下一步要别人来审。", "{1} passed {2} of {0} already; somebody else passes the next one."),
        new("请另一位核实的人看过再通过。", "Have another checker look at it and pass it."),
        new("三审要三个人看:同一个人看三遍,看不见的还是看不见。", "Three reviews are three people: what one does not see, one does not see three times."));

    public static Rule NeedsGit { get; } = new(
        "YG713",
        Severity.Error,
        new("没有 git 仓库", "No git repository"),
        new("{0} 里开不了编辑台:{1}。", "No desk can open in {0}: {1}."),
        new("在这个文件夹里运行 git init -b main,再运行 git add -A 和 git commit -m 开始,然后重开编辑台。",
            "Run git init -b main, git add -A and git commit -m start in that folder, then open the desk again."),
        new("每次保存是一个提交:没有历史,写坏的、删错的就找不回来。", "Every save is a commit: without a history what was spoilt or deleted is gone."));
}
