using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>What goes wrong between machines, and what to do.</summary>
internal static class Failures
{
    public static Phrase Stands { get; } = new(
        "线上的没有动,再运行一次会接着做。", "What is online was not touched; run it again and it goes on from there.");

    /// <summary>Of a place that cannot switch all files at once.</summary>
    public static Phrase Between { get; } = new(
        "已经传上去的留着,旧的还没有删;再运行一次会接着做。",
        "What has arrived stays, and nothing old was deleted yet; run it again and it goes on from there.");

    public static DeployException NoSpace(string place, Exception? inner = null, Phrase? then = null) => new(
        new Phrase($"{place} 没有地方了:磁盘或配额满了。腾出地方,或把 Keep 改小。", $"{place} is full. Make room there, or make Keep smaller. ")
        + (then ?? Stands),
        inner);

    public static DeployException Network(string place, string said, Exception? inner = null, Phrase? then = null) => new(
        new Phrase(
            $"连不上 {place},或连接断了({said})。检查地址、端口和网络。",
            $"{place} cannot be reached, or the connection broke ({said}). Check address, port and network. ") + (then ?? Stands),
        inner);

    public static DeployException UnknownHost(string place) => new(new(
        $"没有这台主机:{place}。检查 statiq.json 里的名字。", $"There is no such host: {place}. Check its name in statiq.json."));

    public static DeployException HostKey(string place) => new(new(
        $"{place} 的主机密钥不是 known_hosts 里的那一个,或那里还没有它。先问主机的管理员要指纹,对上了再写进 KnownHosts 的文件;不要跳过。",
        $"The host key of {place} is not the one in known_hosts, or not there yet. Ask the host's administrator for its fingerprint and "
        + "write the key into the file of KnownHosts when they match; do not skip this."));

    public static DeployException Key(string place) => new(new(
        $"{place} 不认这把钥匙。检查 statiq.json 的 KeyFile(只有自己能读),和那边的 authorized_keys 或令牌。",
        $"{place} does not accept the key. Check KeyFile in statiq.json (readable by its owner alone), and authorized_keys or the "
        + "token there."));

    /// <summary>Of ssh, rsync and git, which say the same things in the same words (LC_ALL=C).</summary>
    public static DeployException Of(string place, string said)
    {
        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (said.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return Says("No space left", "Disk quota exceeded") ? NoSpace(place)
            : Says("Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED", "host key is known") ? HostKey(place)
            : Says("Could not resolve host", "Name or service not known", "nodename nor servname") ? UnknownHost(place)
            : Says("Permission denied (", "Too many authentication failures", "Load key", "Authentication failed",
                "could not read Username", "could not read Password", "HTTP Basic: Access denied", "403 Forbidden") ? Key(place)
            : Says("Permission denied", "Read-only file system", "Operation not permitted") ? new(new(
                $"{place} 不让写。检查那个文件夹归谁。", $"{place} cannot be written to. See whose the folder is."))
            : Says("Connection refused", "timed out", "No route to host", "Network is unreachable", "Connection reset", "Connection closed",
                "Broken pipe", "connection unexpectedly closed", "not responding", "early EOF", "hung up", "Could not connect",
                "Failed to connect") ? Network(place, DeployException.Short(said))
            : DeployException.Other(place, said);
    }
}
