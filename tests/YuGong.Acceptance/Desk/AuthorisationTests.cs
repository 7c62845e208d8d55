using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>Who may do what: the table as it is written, and each cell of it asked for over HTTP.</summary>
public sealed class AuthorisationTests
{
    /// <summary>+ allowed, - refused; what is not in it is refused to everybody. Nobody: who has not logged in.</summary>
    private const string Table =
        """
                                  nobody alone editor first second final proof admin
        SeeLogin None None          +      +     +      +     +      +     +     +
        Read None None              -      +     +      +     +      +     +     +
        Read None Entry             -      +     +      +     +      +     +     +
        Read None Attachment        -      +     +      +     +      +     +     +
        Read None SiteText          -      +     +      +     +      +     +     +
        Read None Record            -      +     +      +     +      +     +     +
        Draw None None              -      +     +      +     +      +     +     +
        AddRemark None None         -      +     +      +     +      +     +     -
        Share None None             -      +     +      +     +      +     -     -
        SeeShared None None         +      +     +      +     +      +     +     +
        Save Draft Entry            -      +     +      +     +      +     +     -
        Save Draft SiteText         -      +     -      -     -      +     -     -
        Save Draft Statement        -      +     -      +     +      +     -     -
        Upload Draft Attachment     -      +     +      +     +      +     -     -
        Delete Main Entry           -      +     -      -     -      +     -     -
        Delete Main Attachment      -      +     -      -     -      +     -     -
        Submit Draft None           -      +     +      +     +      +     +     -
        Recall Draft None           -      +     +      +     +      +     -     -
        Proofread Draft None        -      +     -      -     -      -     +     -
        Approve Draft None          -      +     -      +     +      +     -     -
        Publish Main None           -      +     -      -     -      +     -     -
        Publish Main Entry          -      +     -      -     -      +     -     -
        Publish Main Attachment     -      +     -      -     -      +     -     -
        Publish Main SiteText       -      +     -      -     -      +     -     -
        Discard Draft None          -      +     +      +     +      +     -     -
        Undo Main None              -      +     -      -     -      +     -     -
        Undo Main Entry             -      +     -      -     -      +     -     -
        Undo Main Attachment        -      +     -      -     -      +     -     -
        Undo Main SiteText          -      +     -      -     -      +     -     -
        GoOnline None None          -      +     -      -     -      +     -     -
        ReadLeads None None         -      -     +      +     +      +     -     -
        WorkLeads None None         -      -     +      +     +      +     -     -
        KeepLeads None None         -      -     -      -     -      +     -     -
        ManageAccounts None None    -      -     -      -     -      -     -     +
        """;

    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>
    /// What somebody tries, and who of alone, editor, checker, publisher, proofreader and administrator gets it. <c>{0}</c> is an
    /// entry that only this cell has.
    /// </summary>
    private static readonly (string Who, string What, Func<DeskTrial, string, Task<Said>> Try)[] Attempts =
    [
        ("+++++-", "begin a draft", (d, id) => d.SaveAsync(id, d.NewStory(id, "新人"))),
        ("+++++-", "change what is published, as a draft",
            async (d, id) => { await OnMainAsync(d, id); return await d.SaveAsync(id, d.NewStory(id, "改名")); }),
        ("++++--", "add a picture to a draft", (d, id) => d.SaveAsync(id, d.NewStory(id, "新人"), ("a.png", Png))),
        ("+-++--", "change the verification of what is published, as a draft",
            async (d, id) => { await OnMainAsync(d, id); return await d.SaveAsync(id,
            d.NewStory(id, "新人").Replace("checker: 编辑部", "checker: 别人", StringComparison.Ordinal)); }),
        ("------", "upload a text", (d, _) => d.UploadAsync("yu-gong", "index.md", Png)),
        ("------", "upload a text by another spelling", (d, _) => d.UploadAsync("yu-gong", "Index.md", Png)),
        ("------", "upload a hidden file", (d, _) => d.UploadAsync("yu-gong", ".htaccess", Png)),
        ("------", "write the settings", (d, _) => d.AskAsync("statiq", "keep", Words("x"), "site")),
        ("------", "write a ledger", (d, _) => d.AskAsync("urls", "keep", Words("x"), "site")),
        ("------", "write a folder of nobody's", (d, _) => d.AskAsync("hooks", "keep", Words("x"), ".git")),
        ("+--+--", "change a vocabulary in a draft", (d, id) => TradesAsync(d, id)),
        ("------", "put a file beside a vocabulary",
            (d, _) => d.AskAsync("trades", "upload", new() { ["name"] = "a.png", ["content"] = Convert.ToBase64String(Png) }, "site")),

        ("+--+--", "delete an entry from the main branch", async (d, id) => { await OnMainAsync(d, id); return await d.DeleteAsync(id); }),
        ("+--+--", "delete a picture from the main branch",
            async (d, id) => { await OnMainAsync(d, id); return await UnusedAsync(d, id, "a.png"); }),
        ("------", "delete a vocabulary",
            (d, _) => d.AskAsync("trades", "delete", new() { ["seen"] = d.HashOf("input/taxonomies/trades.yaml") }, "site")),
        ("------", "delete a text as a picture", (d, _) => UnusedAsync(d, "yu-gong", "index.md")),

        ("+++++-", "submit a draft", async (d, id) => { await DraftAsync(d, id); return await d.StepAsync(id, "pending_review"); }),
        ("++++--", "recall a draft", async (d, id) => { await DraftAsync(d, id); return await d.StepAsync(id, "draft"); }),
        ("+---+-", "proofread a draft",
            async (d, id) => { await ReviewedAsync(d, id); return await d.StepAsync(id, "proofread"); }),
        ("+-++--", "approve a draft", async (d, id) => { await DraftAsync(d, id); return await d.StepAsync(id, "pending_publish"); }),
        ("------", "take a step that is none", async (d, id) => { await DraftAsync(d, id); return await d.StepAsync(id, "ready"); }),
        ("------", "take a step without looking",
            async (d, id) => { await DraftAsync(d, id); return await d.AskAsync(id, "step", new() { ["word"] = "pending_review" }); }),
        ("+-----", "publish what nobody approved",
            async (d, id) => { await DraftAsync(d, id); return await d.StepAsync(id, "published"); }),
        ("+--+--", "publish what was approved",
            async (d, id) => { await ApprovedAsync(d, id); return await d.StepAsync(id, "published"); }),
        ("++++--", "throw a draft away", async (d, id) => { await DraftAsync(d, id); return await d.DiscardAsync(id); }),
        ("+--+--", "take back a commit",
            async (d, id) => { await OnMainAsync(d, id);
            return await d.SendAsync("/desk/undo", new JsonObject { ["commit"] = d.Git("rev-parse", "main") }.ToJsonString()); }),
    ];

    [Fact]
    public void The_table_says_this_and_nothing_else()
    {
        var lines = Table.Split('\n').Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(l => $"{l[0]} {l[1]} {l[2]}", l => string.Concat(l[3..]), StringComparer.Ordinal);
        Role?[] roles =
        [
            null, Role.Alone, Role.Editor, Role.FirstReview, Role.SecondReview, Role.FinalReview, Role.Proofreader, Role.Administrator,
        ];
        var cells =
            from action in Enum.GetValues<DeskAction>()
            from branch in Enum.GetValues<Branch>()
            from kind in Enum.GetValues<FileKind>()
            select (Name: $"{action} {branch} {kind}",
                Row: string.Concat(roles.Select(r => Authorisation.Allows(r, action, branch, kind) ? '+' : '-')));
        Assert.All(cells, c => Assert.Equal($"{c.Name} {lines.GetValueOrDefault(c.Name, "--------")}", $"{c.Name} {c.Row}"));
    }

    [Fact]
    public async Task Each_cell_holds_for_each_role_over_HTTP()
    {
        await using var desk = await DeskTrial.StartAsync(prepare: d => d.Put("input/urls.txt", "/people/yu-gong/\n"));
        var wrong = new List<string>();
        foreach (var (row, (who, what, attempt)) in Attempts.Index())
        {
            foreach (var (column, editor) in People.All.Index())
            {
                desk.Editor = editor;
                var before = "";
                desk.Prepared = () => before = State(desk);
                before = State(desk);
                var said = await attempt(desk, $"e{row}-{column}");
                var isAllowed = who[column] == '+';
                if (isAllowed != (said.Status == 200) || (!isAllowed && said.Body?["data"] is not null)
                    || (!isAllowed && State(desk) != before))
                {
                    wrong.Add($"{editor.Role} may {(isAllowed ? "" : "not ")}{what}: {said.Status} {said.Error}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static string State(DeskTrial desk) =>
        $"{desk.Git("for-each-ref", "refs/heads", "refs/yugong")}\n{desk.Git("status", "--porcelain")}"
            + $"\n{desk.Git("config", "--list", "--local")}";

    private static async Task PrepareAsync(DeskTrial desk, Editor as_, Func<Task> steps)
    {
        var editor = desk.Editor;
        desk.Editor = as_;
        await steps();
        desk.Editor = editor;
        desk.Prepared();
    }

    private static Task OnMainAsync(DeskTrial desk, string id)
    {
        desk.Put($"input/stories/{id}/a.png", Png);
        desk.Git("add", "input");
        desk.OnMain($"input/stories/{id}/index.md", desk.NewStory(id, "新人"));
        desk.Prepared();
        return Task.CompletedTask;
    }

    private static Task DraftAsync(DeskTrial desk, string id) =>
        PrepareAsync(desk, People.Editor with { Name = "作者" }, async () => (await desk.SaveAsync(id, desk.NewStory(id, "新人"))).Fine());

    private static async Task ReviewedAsync(DeskTrial desk, string id)
    {
        await DraftAsync(desk, id);
        await PrepareAsync(desk, People.Editor with { Name = "作者" }, async () => (await desk.StepAsync(id, "pending_review")).Fine());
    }

    private static async Task ApprovedAsync(DeskTrial desk, string id)
    {
        await DraftAsync(desk, id);
        await PrepareAsync(desk, People.Checker with { Name = "核者" },
            async () => (await desk.StepAsync(id, "pending_publish")).Fine());
    }

    private static JsonObject Words(string words) =>
        new() { ["changes"] = new JsonObject { ["name"] = new JsonObject { ["was"] = "", ["now"] = words } } };

    private static async Task<Said> TradesAsync(DeskTrial desk, string id)
    {
        var form = SiteForm.Find("trades");
        var values = FormValues.Of(form.Dress(desk.Read("input/taxonomies/trades.yaml")))!;
        values["items"]!.AsArray().Add(new JsonObject { ["id"] = id, ["name"] = "新词" });
        return await desk.TypeAsync("trades", values, "site") is { Status: not 200 } refused
            ? refused : await desk.AskAsync("trades", "commit", [], "site");
    }

    private static async Task<Said> UnusedAsync(DeskTrial desk, string id, string name)
    {
        var answer = await desk.Desk.Media.DeleteAsync(DeskCollection.Find("stories")!, id, name,
            desk.HashOf($"input/stories/{id}/{name}"), desk.Editor);
        return new(answer.Status, null);
    }
}
