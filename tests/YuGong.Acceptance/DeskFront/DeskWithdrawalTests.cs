using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Tests.Desk;
using YuGong.Tests.Leads;

namespace YuGong.Tests.DeskFront;

/// <summary>
/// 「立即撤下」 without a browser: where nothing ever was online nothing goes online, the register learns of it, and so do books.
/// </summary>
public sealed class DeskWithdrawalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_leaves_a_site_that_was_never_online()
    {
        await using var desk = await OpenDesk.StartAsync(
            AccountFile.Empty.With(new("李工", Role.Publisher, "li@desk.invalid", PasswordHash.Of(AccountsDesk.Password))),
            project =>
            {
                var place = $"{{ \"Name\": \"正式\", \"Folder\": \"{project.Root}/www\" }}";
                project.Edit("statiq.json", "\"YuGong\": {", $"\"YuGong\": {{ \"Deploy\": [ {place} ],");
                project.Edit("input/stories/plain-one/index.md", "latin_name: plain-one", "latin_name: Mou Pingchang");
                project.Write("input/books/both.md", "---\ntitle: 两个人的书\npeople: [plain-two, plain-one]\n---\n");
                project.Write("input/books/alone.md", "---\ntitle: 一个人的书\npeople:\n  - plain-one\n---\n");
            });
        var leads = desk.Project.At("leads");
        using (var book = LeadRegister.Create(leads, Registry.Key, Registry.Today, rounds: 1000))
        {
            var form = FormWriter.Write(null, Sample.Form());
            new Import(book, Registry.Taxonomies, Registry.Today).Take(Reading.Read("a.docx", form), new());
            book.Set(book.Rows()[0], Field.Story, "plain-one", Registry.Today);
            book.Move(book.Rows()[0], LeadState.Published, "", Registry.Today);
        }

        using var client = await desk.ClientAsync("李工", Cancel);
        const string Page = "/desk/withdraw/stories/plain-one/";
        var asked = await client.GetStringAsync(new Uri(Page, UriKind.Relative), Cancel);
        Assert.Contains("线索库锁着", asked, StringComparison.Ordinal);
        Assert.Contains("alone.md", asked, StringComparison.Ordinal);
        using var opened = await client.PostAsJsonAsync("/desk/leads/open", new { passphrase = Registry.Words }, Cancel);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.DoesNotContain("线索库锁着", await client.GetStringAsync(new Uri(Page, UriKind.Relative), Cancel), StringComparison.Ordinal);
        using var begun = await client.PostAsJsonAsync("/desk/withdraw",
            new { collection = "stories", id = "plain-one", name = "某plain-one" }, Cancel);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        var words = await EndAsync(client);
        Assert.Contains("都不在了", words, StringComparison.Ordinal);
        Assert.Contains("线索库:YG-2026-0001 改为“已撤回”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("上线了", words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.Project.At("www")));
        Assert.False(Directory.Exists(desk.Project.At("input/stories/plain-one")));
        Assert.Equal("---\ntitle: 两个人的书\npeople: [plain-two]\n---\n", desk.Project.Read("input/books/both.md"));
        Assert.False(File.Exists(desk.Project.At("input/books/alone.md")));
        Assert.Equal("", DeskTrial.Git(desk.Project.Root, "status", "--porcelain", "--", "input"));
        Assert.False(Directory.Exists(desk.Project.At(".withdrawal")));
        await desk.KillAsync();
        using var register = LeadRegister.Open(leads, Registry.Key, new())!;
        Assert.Equal(LeadState.Withdrawn, register.Rows()[0].State);
        Assert.Equal("李工", register.ReadJournal()[^1].By);
    }

    private static async Task<string> EndAsync(HttpClient client)
    {
        while (true)
        {
            var now = JsonNode.Parse(await client.GetStringAsync(new Uri("/desk/api/online", UriKind.Relative), Cancel))!;
            if (!now["running"]!.GetValue<bool>())
            {
                Assert.False(now["failed"]!.GetValue<bool>(), now["words"]!.GetValue<string>());
                return now["words"]!.GetValue<string>();
            }

            await Task.Delay(200, Cancel);
        }
    }
}
