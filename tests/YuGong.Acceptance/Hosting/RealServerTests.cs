using System.Text;
using Xunit;
using YuGong.Tests.Sites;
using YuGong.Tests.Support;

namespace YuGong.Tests.Hosting;

/// <summary>
/// What nginx, Apache and Caddy answer with the files that <c>yugong hosting</c> wrote: one table, <c>answers.txt</c>, the same for all
/// three, at the root of a host and below a path. A new question is a new line with its first column only.
/// </summary>
public sealed class RealServerTests(HostedSites sites)
{
    /// <summary>Each server, its file, and where the site begins.</summary>
    public static TheoryData<string, string, string> Everywhere => new()
    {
        { "nginx", "nginx.conf", "" },
        { "nginx", "nginx.conf", "/yugong" },
        { "apache", "apache.conf", "" },
        { "apache", "apache.conf", "/yugong" },
        { "caddy", "Caddyfile", "" },
        { "caddy", "Caddyfile", "/yugong" },
    };

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_real_server_answers_as_the_table_says(string name, string file, string linkRoot)
    {
        var cancel = TestContext.Current.CancellationToken;
        var project = await sites.At(linkRoot);
        using var server = await RealServer.StartAsync(name, project.At($"hosting/{file}"), cancel);
        using var questions = new Questions(server.Address, linkRoot, new(project.Output), name == "nginx" ? "gzip" : "br");
        var table = GitRepository.At("tests", "YuGong.Acceptance", "Hosting", "answers.txt");
        var answers = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(table, cancel))
        {
            var isQuestion = line.Length > 0 && line[0] != '#';
            answers.Append(isQuestion ? await questions.AskAsync(line.Split('|')[0].Trim(), cancel) : line).Append('\n');
        }

        Golden.Matches(table, answers.ToString());
    }

    [Theory]
    [InlineData("nginx", "nginx.conf")]
    [InlineData("apache", "apache.conf")]
    [InlineData("caddy", "Caddyfile")]
    public async Task A_site_below_a_path_answers_nowhere_else_and_finds_its_beginning(string name, string file)
    {
        var cancel = TestContext.Current.CancellationToken;
        var project = await sites.At("/yugong");
        using var server = await RealServer.StartAsync(name, project.At($"hosting/{file}"), cancel);
        using var questions = new Questions(server.Address, "", new(project.Output), name == "nginx" ? "gzip" : "br");
        Assert.Contains("| 301 |", await questions.AskAsync("GET /yugong", cancel));
        Assert.Contains("| /yugong/", await questions.AskAsync("GET /yugong", cancel));
        Assert.DoesNotContain("| people/index.html", await questions.AskAsync("GET /people/", cancel));
    }

    /// <summary>Other spellings of what is for nobody, and addresses that would lead to another host.</summary>
    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task No_spelling_of_an_address_gets_what_is_for_nobody(string name, string file, string linkRoot)
    {
        var cancel = TestContext.Current.CancellationToken;
        var project = await sites.At(linkRoot);
        using var server = await RealServer.StartAsync(name, project.At($"hosting/{file}"), cancel);
        var got = new List<string>();
        foreach (var address in Spellings)
        {
            var answer = await server.RawAsync($"GET {linkRoot}{address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", cancel);
            if (!IsHarmless(answer))
            {
                got.Add(address + " → " + answer.Split("\r\n\r\n")[0]);
            }
        }

        Assert.Empty(got);
    }

    /// <summary>Not found; or a page, where the address is another spelling of a page's; or nothing, outside a site below a path.</summary>
    private static bool IsHarmless(string answer)
    {
        var (head, body) = answer.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (answer, "");
        var leadsAway = head.Replace('\\', '/').Contains("Location: //", StringComparison.OrdinalIgnoreCase);
        return !leadsAway && !head.Contains("frame-ancestors *", StringComparison.Ordinal)
            && (!head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) || body.Trim().Length == 0
                || body.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Spellings =
    [
        "/%5fheaders", "//_headers", "///_headers", "/./_headers", "/assets/../_headers", "/people/..%2f_headers", "/%2e/_redirects",
        "/_headers/", "/%2eyugong", "//.yugong", "/people//somebody-withdrawn//gone", "/people/somebody-withdrawn/%67one",
        "/../hosting/nginx.conf", "/%2e%2e/hosting/nginx.conf", "/..%2fhosting/nginx.conf", "/../../../../etc/passwd",
        "//evil.example/..", "//evil.example/%2e%2e", "//evil.example/people/..", "/\\evil.example/..", "//evil.example/../people",
        "/embed/../nobody", "/_headers%00", "/people/somebody-withdrawn//", "//people/somebody-withdrawn/", "/people/somebody-withdrawn/.",
    ];
}
