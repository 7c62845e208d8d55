using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>What can be wrong with a set of files, the folder they go to, or the ledger of addresses.</summary>
public static class PublishingRules
{
    public static Rule NoTemplates { get; } = new(
        "YG240",
        Severity.Error,
        new("主题里没有模板", "A theme without templates"),
        new("主题 {0} 里没有一个模板,做不出网页。", "There is not one template in the theme {0}, so no page can be made."),
        new("把主题的 templates 文件夹(里面是 .scriban 文件)放回来,或在 statiq.json 的 Theme 里换一个主题。",
            "Put the folder templates of the theme (with its .scriban files) back, or choose another theme as Theme in statiq.json."),
        new("没有模板,网站就是空的;空的网站不能换下原来的。",
            "Without templates the site is empty, and an empty site must not replace the old one."));

    public static Rule SamePath { get; } = new(
        "YG201",
        Severity.Error,
        new("两个文件争同一个位置", "Two files with one place"),
        new("不止一个文件要写到 {0}。", "More than one file wants to be {0}."),
        new("改其中一个条目的 id;若是别名(aliases)与现有地址相同,删去该别名。",
            "Change the id of one entry; if an alias equals a living address, delete the alias."),
        new("后写的会悄悄盖掉先写的,读者看到哪一个全凭运气。", "The later one would silently replace the earlier; which one readers see would be luck."));

    public static Rule PathsClash { get; } = new(
        "YG202",
        Severity.Error,
        new("两个位置在磁盘上合不来", "Two places that do not fit on one disk"),
        new("{0} 与 {1} 只差大小写,或者一个是文件、一个是文件夹。", "{0} and {1} differ only in case, or one is a file and the other a folder."),
        new("改其中一个条目的 id。", "Change the id of one entry."),
        new("macOS 和 Windows 的磁盘不分大小写;同一个名字也不能既是文件又是文件夹。",
            "Disks of macOS and Windows ignore case, and a name cannot be a file and a folder."));

    public static Rule OutputBusy { get; } = new(
        "YG203",
        Severity.Error,
        new("另一个构建正在进行", "Another build is at work"),
        new("等了 {1} 秒,另一个构建(进程 {0})仍在写这个输出目录。", "Another build (process {0}) is still writing this output after {1} s."),
        new("等它结束再试;若它卡住了,先结束那个进程。", "Try again when it has ended; if it hangs, end that process first."),
        new("两个构建同时写一个目录,会得到谁也没要过的网站。", "Two builds in one folder make a site that neither of them meant."));

    public static Rule DiskFull { get; } = new(
        "YG204",
        Severity.Error,
        new("磁盘已满", "The disk is full"),
        new("磁盘空间(或配额)用完了,新网站没有发布;原来的输出原封未动。",
            "The disk (or quota) is full; the new site was not published and the old output is untouched."),
        new("腾出空间再构建:{0}", "Free some space and build again: {0}"),
        new("新网站先整个备好再换上,所以需要放得下改动部分的空间。", "The new site is prepared whole before it is swapped in, so the changed part needs room."));

    public static Rule ForeignInTheWay { get; } = new(
        "YG205",
        Severity.Error,
        new("位置被别人的文件占着", "Somebody's file is in the way"),
        new("网站要写 {0},但那里有一个不是本工具写的文件,内容也不同。", "The site wants {0}, but a file that this tool did not write is there, with other content."),
        new("把它移走或改名;确定不要它,就加 --force。", "Move or rename it; if nobody needs it, build with --force."),
        new("不是我们写的文件,没有 --force 我们绝不改、绝不删。", "What we did not write we neither change nor delete without --force."));

    public static Rule OutputNotWritable { get; } = new(
        "YG206",
        Severity.Error,
        new("输出目录写不进去", "The output cannot be written"),
        new("系统拒绝了:{0}", "The system refused: {0}"),
        new("检查输出目录及其上一级目录的权限,以及磁盘是否只读。",
            "Check the permissions of the output and of the folder above it, and whether the disk is read-only."),
        new("新网站备在输出目录旁边再整体换上,所以上一级目录也要可写。",
            "The new site is prepared beside the output and swapped in, so the folder above must be writable too."));

    public static Rule OutputNotOurs { get; } = new(
        "YG207",
        Severity.Error,
        new("输出目录不像是本工具写的", "The output does not look like ours"),
        new("{0} 里已经有东西(如 {1}),而没有本工具的标记(.yugong);加 --force 也不会动它。",
            "{0} holds something already ({1}, for one) and no marker of ours (.yugong); it is not touched, with --force neither."),
        new("换一个空的或还没有的文件夹;若里面确实只是旧的构建结果,请自己删掉它,再构建一次。",
            "Choose a folder that is empty or not there yet; if it holds nothing but an old build, remove it yourself and build again."),
        new("我们写的文件夹里都有一个标记;没有标记的,里面可能是别处没有的东西。",
            "Every folder of ours bears a marker; without it, what is inside may exist nowhere else."));

    public static Rule VanishedAddress { get; } = new(
        "YG208",
        Severity.Error,
        new("发布过的地址不见了", "A published address has vanished"),
        new("{0} 曾经发布过,新网站里却没有它。", "{0} was published once, and the new site does not have it."),
        new("在接替它的条目里写 aliases: [{0}](最接近的现有地址:{1});若它从未真正公开,从台账里删去这一行。",
            "Write aliases: [{0}] in the entry that took over (nearest living address: {1}); if it never was truly public, delete "
            + "this line of the ledger."),
        new("印出去的二维码、别人的引用和读者的收藏都指着它;发布过的地址永远有效。",
            "Printed codes, citations and bookmarks point at it; what was published stays reachable."));

    public static Rule EditedByHand { get; } = new(
        "YG209",
        Severity.Warning,
        new("手改过的旧文件留在输出里", "A file edited by hand stays in the output"),
        new("{0} 不再属于网站,但在我们写出之后被改过,所以没有删除。",
            "{0} is no longer part of the site, but it was changed after we wrote it, so it was not removed."),
        new("不需要就删掉它,或者加 --force。", "Delete it if nobody needs it, or build with --force."),
        new("改过的文件里可能有别处没有的东西。", "A changed file may hold something that exists nowhere else."));

    public static Rule NoAddress { get; } = new(
        "YG210",
        Severity.Error,
        new("台账里的一行不是地址", "A line of the ledger is no address"),
        new("“{0}”不是站内地址。", "'{0}' is no address of the site."),
        new("每行一个地址,以 / 开头,如 /people/shui-xiheng/;注释以 # 开头。",
            "One address a line, beginning with /, such as /people/shui-xiheng/; comments begin with #."),
        new("读不懂的一行等于一个没人看守的地址。", "A line that cannot be read is an address that nobody guards."));

    public static Rule MountPoint { get; } = new(
        "YG211",
        Severity.Error,
        new("输出目录里有挂载点", "A mount point in the output"),
        new("{0} 是挂载点(或来自容器镜像),不能整体替换。", "{0} is a mount point (or comes from a container image) and cannot be swapped."),
        new("把输出目录设为挂载点里面的一个文件夹,如 <挂载点>/site。", "Let the output be a folder inside the mount, such as <mount>/site."),
        new("整体替换靠一次改名;挂载点不能改名,它的内容也会跟着旧目录走。",
            "The swap is one renaming; a mount cannot be renamed, and one inside would travel with the old tree."));

    public static Rule NoOutputFolder { get; } = new(
        "YG212",
        Severity.Error,
        new("这里不能作输出目录", "This cannot be the output"),
        new("{0} 不能用来写输出:它就是、装着或位于 {1},那里的东西不能被换掉。", "{0} cannot be written to: it is, holds or lies in {1}, which must not be replaced."),
        new("选一个只放输出的文件夹,如 output。", "Choose a folder that holds nothing but output, such as output."),
        new("输出会被整个换掉,所以不能碰到内容、主题、git、缓存、登记册、谁的主目录和系统自己的文件夹,加 --force 也不行。",
            "The output is swapped whole, so it must not meet content, theme, git, caches, the register, anybody's home or the "
            + "system's folders, with --force neither."));

    public static Rule PrivateLeak { get; } = new(
        "YG213",
        Severity.Error,
        new("私人信息会被公开", "Private data would be published"),
        new("{0} {1} 会进入 {2} 个文件,如 {3}。", "{0} {1} would be in {2} file(s), such as {3}."),
        new("从内容、文件名或图片的元数据里去掉它;若它本来就是公布给大家的,写进 statiq.json 的 YuGong.PublicContacts。",
            "Take it out of the content, the file name or the picture's metadata; if it is meant for everybody, name it in "
            + "YuGong.PublicContacts of statiq.json."),
        new("写出之前每个文件都查一遍:电话、身份证号、邮箱和私人登记册里的值,一个也不能离开。",
            "Every file is searched before it is written: telephone and identity numbers, mail addresses and the values of the "
            + "private register never leave.")) { IsSafeguard = true };

    public static Rule Unsearchable { get; } = new(
        "YG219",
        Severity.Error,
        new("查不了里面有没有私人信息", "Cannot be searched for private data"),
        new("{0}{1}:没法查里面有没有私人信息,所以不能公开。", "{0}{1}: it cannot be searched for private data and so cannot be public."),
        new("换成没有密码、能打开的文件;压缩包请解开再放。", "Use a file that opens without a password; unpack archives first."),
        new("加密的 PDF、带密码的压缩包、一展开就几个 GB 的文件,谁也不知道里面写着谁的电话。",
            "Nobody knows whose number is in an encrypted PDF, a locked archive, or one that unfolds to gigabytes."))
    {
        IsSafeguard = true,
    };

    public static Rule NoWithdrawal { get; } = new(
        "YG216",
        Severity.Error,
        new("撤下台账的一行看不懂", "A line of withdrawals cannot be read"),
        new("“{0}”不是日期和站内地址。", "'{0}' is no day and address of the site."),
        new("每行写成 2026-12-01 /people/shui-xiheng/;注释以 # 开头。", "One a line: 2026-12-01 /people/shui-xiheng/; comments begin with #."),
        new("读不懂的一行,会让撤下的人又出现。", "A line that cannot be read lets somebody come back who was withdrawn."));

    public static Rule CameBack { get; } = new(
        "YG214",
        Severity.Error,
        new("撤下的又出现了", "The withdrawn came back"),
        new("{0} 已经撤下,却又有了页面。", "{0} was withdrawn, yet it has a page again."),
        new("删掉 input/ 里的这个条目;本人再次同意了,才从 withdrawn.txt 里删去这一行。",
            "Remove the entry from input/; take the line out of withdrawn.txt only when they agreed again."),
        new("撤回的同意要人再给一次,不会从旧分支里自己回来。", "Consent that was withdrawn is given again by a person, not by an old branch."));

    public static Rule NoCorrection { get; } = new(
        "YG215",
        Severity.Error,
        new("改了主张没有更正", "A claim changed without a correction"),
        new("“{0}”发布过的主张有 {1} 条改了或没有了,却没有新的更正说明。", "{1} published claims of '{0}' changed or went, and no new correction says so."),
        new("在 corrections 里加一条:{{ date: 2026-12-01, text: 原来怎样写、现在怎样写、依据是什么 }}。", "Add to corrections: {{ date: 2026-12-01, text: … }}."),
        new("事实错了就改,改了就公开说。", "What was wrong is mended, and said to be."));

    public static Rule EmptySite { get; } = new(
        "YG217",
        Severity.Error,
        new("空的网站不换下旧网站", "An empty site does not replace the old one"),
        new("这次一个条目也没有可发布的,而现有的网站有 {0} 个。", "There is not one entry to publish, and the standing site shows {0}."),
        new("检查内容文件夹(--input)对不对、条目是不是都成了草稿;确实要换成空的网站,加 --allow-empty。",
            "See whether the content folder (--input) is the right one and whether all entries became drafts; if an empty site is "
            + "meant, add --allow-empty."),
        new("一个空文件夹、一个写错的路径,不该让公众看到一个空网站。", "An empty folder or a mistyped path must not leave the public with an empty site."));

    public static Rule FileThere { get; } = new(
        "YG218",
        Severity.Error,
        new("这个文件已经有了", "There is such a file already"),
        new("{0} 已经有了,内容不同,没有动它。", "{0} is there already with other content; it was left alone."),
        new("换一个名字,或者先把它移走。", "Choose another name, or move it away first."),
        new("要写的文件不会盖掉已有的:里面可能是别处没有的东西。", "What is written never covers what is there: it may exist nowhere else."));
    public static Rule CannotGoOn { get; } = new(
        "YG290",
        Severity.Error,
        new("做不下去", "It cannot go on"),
        new("这一次没有做成:{0}", "This time it could not be done: {0}"),
        new("照上面说的改好,保存;预览和编辑台会自己再试。", "Do as it says and save; preview and desk try again by themselves."),
        new("出了没有料到的事,服务也不能停;先前读好的内容照旧显示。", "A server does not stop for what nobody foresaw; it shows what it last read."));
}
