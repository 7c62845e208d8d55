using YuGong.Text;

namespace YuGong.Api;

/// <summary>What can be wrong with the API, the feeds and the search.</summary>
public static class ApiRules
{
    public static Rule NoTables { get; } = new(
        "YG401",
        Severity.Note,
        new("没有拼音表和繁简表", "No tables for pinyin and Traditional characters"),
        new("找不到 {0};搜索照常,但不认拼音和繁体。", "{0} was not found; the search works, without pinyin and Traditional characters."),
        new($"在 {{1}} 运行 npm ci --ignore-scripts;{CommandName.Value} 会自动做。",
            $"Run npm ci --ignore-scripts in {{1}}; {CommandName.Value} does it by itself."),
        new("这两张表来自 npm 包,不放进仓库。", "The tables come from npm packages, not from the repository."));

    public static Rule NotNotified { get; } = new(
        "YG402",
        Severity.Warning,
        new("网络钩子没有收到通知", "A webhook was not notified"),
        new("{0} 没有收到通知:{1}。网站已经发布。", "{0} was not notified: {1}. The site is published."),
        new("看对方的日志;改好地址或密钥,下次发布会再通知。订阅的程序应当也定时看 changes.json。",
            "Look at the receiver's log; mend the address or the secret, and the next publication will tell it. Programs that follow the "
            + "site should look at changes.json now and then too."),
        new("别人的服务器停了,不能让网站发布不了。", "Somebody else's server that is down must not keep the site from being published."));
}
