using System.Text.RegularExpressions;
using YuGong.Text;

using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The places where the site goes online. Keys and tokens are in files elsewhere or in the environment.</summary>
internal static partial class DeployKeys
{
    private static readonly Key<string> Name = new("Name", "名称", "字母、汉字、数字和连字符,例如 正式", Notation, Required: true),
        Folder = new("Folder", "文件夹", "本机的文件夹;网页服务器指向里面的 current", Words),
        Ssh = new("Ssh", "别的机器", "example.org/srv/www/site,端口写 example.org:2222/srv/…;用 rsync 和 ssh", Words),
        User = new("User", "用户名", "登录那台机器的名字;不写用 ssh 自己的", Words),
        Bucket = new("Bucket", "存储桶", "s3://桶/前缀?endpoint=https://…,S3、OSS、COS 都是这样写", Words),
        Git = new("Git", "git 仓库", "仓库的地址,给 Pages 一类的服务", Words),
        Branch = new("Branch", "分支", "git 仓库的分支,不写是 pages", Words);

    private static readonly Key<int?> Keep = new("Keep", "留几版", "2 到 100,不写是 5;可以退回到其中任何一版", Number);

    private static readonly Key<string> KeyFile = new("KeyFile", "钥匙文件", "ssh 的私钥,或存储桶的 credentials 文件,写完整路径或 ~/…;不能在项目里", Words),
        KnownHosts = new("KnownHosts", "认识的主机", "ssh 的 known_hosts,写完整路径或 ~/…;不写用 ssh 自己的", Words),
        Schedule = new("Schedule", "定时", "五栏的 cron,例如 5 0 * * *(每天 0:05):那时有条目到了发布日、撤下日,开着的编辑台就自己上线;不写只由人上线", Words),
        Address = new("Address", "网址", "读者从哪里看,不写是网站自己的地址", WebAddress);

    public static readonly Schema<DeployPlace> Schema = new(
        "Deploy", [Name, Folder, Ssh, User, Bucket, Git, Branch, Keep, KeyFile, KnownHosts, Schedule, Address], Read);

    private static readonly Key<string>[] Kinds = [Folder, Ssh, Bucket, Git];

    private static DeployPlace? Read(MapReader m)
    {
        if (m.Get(Name) is not { } name || Kinds.Append(Branch).Append(KeyFile).Append(KnownHosts).Any(k => HasSecret(m, k)))
        {
            return null;
        }

        var keep = m.Get(Keep) ?? DeployPlace.UsualKeep;
        var isRight = Fits(m, Name, Plain(), new("只用字母、汉字、数字和连字符。", "Letters, digits and hyphens only."))
            & Fits(m, Folder, NoControl(), Nothing)
            & Fits(m, Ssh, SshPlace(), new("写 example.org/srv/www/site 的样子,路径是完整的,只用字母、数字和 ._-~+;用户名写在 User 里。",
                "Write it as example.org/srv/www/site, with a full path of letters, digits and ._-~+; the name of the user is User."))
            & Fits(m, User, UserName(), new("写用户名,例如 www。", "Write the name of a user, such as www."))
            & Fits(m, Bucket, BucketPlace(), new("写 s3://桶/前缀?endpoint=https://… 的样子。",
                "Write it as s3://bucket/prefix?endpoint=https://…"))
            & Fits(m, Git, GitRemote(), new("写 https、ssh 的地址或一个文件夹。", "Write an address of https or ssh, or a folder."))
            & Fits(m, Branch, BranchName(), new("写分支的名字,例如 pages。", "Write the name of a branch, such as pages."))
            & Fits(m, KeyFile, FullPath(), Full) & Fits(m, KnownHosts, FullPath(), Full);
        if (keep is < DeployPlace.LeastKeep or > DeployPlace.MostKeep)
        {
            isRight = Wrong(m, Keep, $"{keep}", new("写 2 到 100。", "Write 2 to 100."));
        }

        GoLiveSchedule? schedule = null;
        if (m.Get(Schedule) is { } times && !GoLiveSchedule.TryRead(times, out schedule))
        {
            isRight = Wrong(m, Schedule, times, new("写五栏:分 时 日 月 星期,例如 5 0 * * * 是每天 0:05。",
                "Write five fields: minute, hour, day, month, weekday; 5 0 * * * is every day at 0:05."));
        }

        if (Kinds.Count(k => m.Says(k)) != 1)
        {
            isRight = Wrong(m, Name, name, new("Folder、Ssh、Bucket、Git 写一个,只写一个。", "Say one of Folder, Ssh, Bucket, Git, and only one."));
        }

        return !isRight ? null : new(name)
        {
            Folder = m.Get(Folder), Ssh = m.Get(Ssh), User = m.Get(User),
            Bucket = m.Get(Bucket), Git = m.Get(Git), Branch = m.Get(Branch) ?? "pages",
            Keep = keep, KeyFile = m.Get(KeyFile), KnownHosts = m.Get(KnownHosts), Schedule = schedule,
            Address = m.Get(Address),
        };
    }

    private static Phrase Nothing { get; } = new("写一个文件夹。", "Write a folder.");

    private static Phrase Full { get; } = new("写完整路径或 ~/ 开头的,没有空格和引号。",
        "Write a full path, or one that begins with ~/, without blanks and quotation marks.");

    private static bool Fits(MapReader m, Key<string> key, Regex form, Phrase hint) =>
        m.Get(key) is not { Length: > 0 } said || form.IsMatch(said) || Wrong(m, key, said, hint);

    private static bool Wrong(MapReader m, IKey key, string said, Phrase hint)
    {
        m.Context.Report(ContentRules.BadSetting, m.SpanOf(key), key.Name, said, hint);
        return false;
    }

    private static bool HasSecret(MapReader m, Key<string> key)
    {
        if (m.Get(key) is not { } said || !Secret().IsMatch(said))
        {
            return false;
        }

        m.Context.Report(ContentRules.SecretInFile, m.SpanOf(key), key.Name);
        return true;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[^\p{C}]+$", RegexOptions.None, 1000)]
    private static partial Regex NoControl();

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(:[0-9]{0,5})?"
        + @"/(?!.*(^|/)\.\.(/|$))[A-Za-z0-9/._~+-]+$", RegexOptions.None, 1000)]
    private static partial Regex SshPlace();

    [GeneratedRegex(@"^[A-Za-z0-9._][A-Za-z0-9._-]{0,63}$", RegexOptions.None, 1000)]
    private static partial Regex UserName();

    [GeneratedRegex(@"^s3://[A-Za-z0-9][A-Za-z0-9.-]*(/[^\s?#]*)?(\?[^\s#]*)?$", RegexOptions.None, 1000)]
    private static partial Regex BucketPlace();

    [GeneratedRegex(@"^(https?://|ssh://|file://|/|\.{0,2}/|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:)[^\s'""`$\\]+$", RegexOptions.None, 1000)]
    private static partial Regex GitRemote();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}(?<![./]|\.lock)$", RegexOptions.None, 1000)]
    private static partial Regex BranchName();

    [GeneratedRegex(@"^(/|~/|[A-Za-z]:[/\\])[^\s'""`$]+$", RegexOptions.None, 1000)]
    private static partial Regex FullPath();

    /// <summary>A password before the @, a parameter with such a name, or what the keys of well-known services look like.</summary>
    [GeneratedRegex(@"://[^/@\s:]*:[^/@\s]+@|^[^/@\s:]+:[^/@\s]+@|[?&](access|secret|token|key|password|pwd)[^=&]*=|-----BEGIN|"
        + @"\b(AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{12,}|\b(ghp_|github_pat_|glpat-)[A-Za-z0-9_]{16,}",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Secret();
}
