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
                                  nobody alone editor checker publisher
        SeeLogin None None           +     +     +      +        +
        Read None None               -     +     +      +        +
        Read None Entry              -     +     +      +        +
        Read None Attachment         -     +     +      +        +
        Read None SiteText           -     +     +      +        +
        Read None Record             -     +     +      +        +
        Read None Plain              -     +     -      -        -
        Draw None None               -     +     +      +        +
        AddRemark None None          -     +     +      +        +
        Share None None              -     +     +      +        +
        SeeShared None None          +     +     +      +        +
        Save Draft Entry             -     +     +      +        +
        Save Draft SiteText          -     +     -      -        +
        Save Draft Statement         -     +     -      +        +
        Save Draft Plain             -     +     -      -        -
        Save Main Entry              -     +     -      -        -
        Save Main SiteText           -     +     -      -        -
        Save Main Statement          -     +     -      -        -
        Save Main Plain              -     +     -      -        -
        Upload Draft Attachment      -     +     +      +        +
        Upload Draft Plain           -     +     -      -        -
        Upload Main Attachment       -     +     -      -        -
        Upload Main Plain            -     +     -      -        -
        Delete Draft Entry           -     +     +      +        +
        Delete Draft Attachment      -     +     +      +        +
        Delete Draft SiteText        -     +     -      -        +
        Delete Draft Plain           -     +     -      -        -
        Delete Main Entry            -     +     -      -        +
        Delete Main Attachment       -     +     -      -        +
        Delete Main SiteText         -     +     -      -        -
        Delete Main Plain            -     +     -      -        -
        Submit Draft None            -     +     +      +        +
        Recall Draft None            -     +     +      +        +
        Approve Draft None           -     +     -      +        +
        Publish Main None            -     +     -      -        +
        Publish Main Entry           -     +     -      -        +
        Publish Main Attachment      -     +     -      -        +
        Publish Main SiteText        -     +     -      -        +
        Publish Main Plain           -     +     -      -        -
        Discard Draft None           -     +     +      +        +
        Undo Main None               -     +     -      -        +
        Undo Main Entry              -     +     -      -        +
        Undo Main Attachment         -     +     -      -        +
        Undo Main SiteText           -     +     -      -        +
        Undo Main Plain              -     +     -      -        -
        GoOnline None None           -     +     -      -        +
        ReadLeads None None          -     -     +      +        +
        """;

    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>
    /// What somebody tries, and who of alone, editor, checker, publisher gets it. <c>{0}</c> is an entry that only this cell has.
    /// </summary>
    private static readonly (string Who, string What, Func<DeskTrial, string, Task<Said>> Try)[] Attempts =
    [
        ("++++", "read a text", (d, _) => d.OpenEntryAsync(DeskTrial.Story)),
        ("++++", "list texts", (d, _) => d.AskAsync("entriesByFolder",
            new() { ["folder"] = "input/stories", ["extension"] = "md", ["depth"] = 2 })),
        ("++++", "list pictures", (d, _) => d.AskAsync("getMedia", new() { ["mediaFolder"] = "input/stories/yu-gong" })),
        ("++++", "list drafts", (d, _) => d.AskAsync("unpublishedEntries", [])),
        ("----", "read git's configuration", (d, _) => d.OpenEntryAsync(".git/config")),
        ("----", "read the settings", (d, _) => d.OpenEntryAsync("statiq.json")),

        ("++++", "begin a draft", (d, id) => d.SaveAsync(At(id), d.NewStory(id, "新人"), workflow: true)),
        ("++++", "change what is published, as a draft",
            async (d, id) => { await OnMainAsync(d, id); return await d.SaveAsync(At(id), d.NewStory(id, "改名"), workflow: true); }),
        ("++++", "add a picture to a draft",
            (d, id) => d.SaveAsync(At(id), d.NewStory(id, "新人"), workflow: true, pictures: (Beside(id, "a.png"), Png))),
        ("----", "write another entry in a draft",
            (d, id) => PersistAsync(d, id, At("yu-gong"), "---\nid: yu-gong\n---\n", workflow: true)),
        ("----", "write another entry's picture in a draft",
            (d, id) => d.SaveAsync(At(id), d.NewStory(id, "新人"), workflow: true, pictures: (Beside("yu-gong", "a.png"), Png))),
        ("----", "write a picture as a text", (d, id) => PersistAsync(d, id, Beside(id, "a.png"), "<script>", workflow: true)),
        ("----", "write a text as a picture",
            (d, id) => d.SaveAsync(At(id), d.NewStory(id, "新人"), workflow: true, pictures: (Beside(id, "index.md"), Png))),
        ("----", "write a text beside the text", (d, id) => PersistAsync(d, id, Beside(id, "Index.md"), "x", workflow: true)),
        ("----", "write a hidden file", (d, id) => PersistAsync(d, id, Beside(id, ".htaccess"), "x", workflow: true)),
        ("----", "write the ledger in a draft", (d, id) => PersistAsync(d, id, "input/urls.txt", "/people/x/\n", workflow: true)),
        ("----", "write the settings in a draft", (d, id) => PersistAsync(d, id, "statiq.json", "{}", workflow: true)),
        ("----", "write the theme in a draft", (d, id) => PersistAsync(d, id, "themes/yugong/theme.json", "{}", workflow: true)),
        ("----", "write a hook in a draft", (d, id) => PersistAsync(d, id, ".git/hooks/post-commit", "x", workflow: true)),
        ("+--+", "change a vocabulary in a draft",
            (d, id) => PersistAsync(d, "trades", "input/taxonomies/trades.yaml", d.Read("input/taxonomies/trades.yaml") + $"# {id}\n",
            workflow: true, "taxonomies")),

        ("+---", "begin an entry on the main branch", (d, id) => d.SaveAsync(At(id), d.NewStory(id, "新人"))),
        ("+---", "change an entry on the main branch",
            async (d, id) => { await OnMainAsync(d, id); return await d.SaveAsync(At(id), d.NewStory(id, "改名")); }),
        ("+---", "move an entry on the main branch",
            async (d, id) => { await OnMainAsync(d, id); return await MoveAsync(d, id, workflow: false); }),
        ("----", "move a published entry away in a draft",
            async (d, id) => { await OnMainAsync(d, id); return await MoveAsync(d, id, workflow: true); }),
        ("+---", "upload to the main branch", async (d, id) => { await OnMainAsync(d, id); return await UploadAsync(d, Beside(id, "b.png"));
            }),
        ("+--+", "delete an entry from the main branch", async (d, id) => { await OnMainAsync(d, id); return await d.DeleteAsync(At(id));
            }),
        ("+--+", "delete a picture from the main branch",
            async (d, id) => { await OnMainAsync(d, id); return await d.DeleteAsync(Beside(id, "a.png")); }),
        ("+--+", "delete one file from the main branch",
            async (d, id) => { await OnMainAsync(d, id); await d.LookAsync(Beside(id, "a.png"), draft: false);
            return await OneAsync(d, Beside(id, "a.png")); }),
        ("+---", "change a vocabulary on the main branch",
            (d, id) => PersistAsync(d, "trades", "input/taxonomies/trades.yaml", d.Read("input/taxonomies/trades.yaml") + $"# {id}\n",
            workflow: false, "taxonomies")),
        ("----", "delete a ledger", (d, _) => d.DeleteAsync("input/urls.txt")),
        ("----", "delete the settings", (d, _) => d.DeleteAsync("statiq.json")),

        ("++++", "submit a draft", async (d, id) => { await DraftAsync(d, id);
            return await d.StepAsync("updateUnpublishedEntryStatus", id, "pending_review"); }),
        ("++++", "recall a draft", async (d, id) => { await DraftAsync(d, id);
            return await d.StepAsync("updateUnpublishedEntryStatus", id, "draft"); }),
        ("+-++", "approve a draft", async (d, id) => { await DraftAsync(d, id);
            return await d.StepAsync("updateUnpublishedEntryStatus", id, "pending_publish"); }),
        ("----", "approve what one wrote, in the save itself",
            async (d, id) => { await DraftAsync(d, id);
            return await d.SaveAsync(At(id), d.NewStory(id, "改名").Replace("status: draft", "status: published", StringComparison.Ordinal),
            workflow: true); }),
        ("+---", "publish what nobody approved",
            async (d, id) => { await DraftAsync(d, id); return await d.StepAsync("publishUnpublishedEntry", id); }),
        ("+--+", "publish what was approved",
            async (d, id) => { await ApprovedAsync(d, id); return await d.StepAsync("publishUnpublishedEntry", id); }),
        ("++++", "throw a draft away", async (d, id) => { await DraftAsync(d, id); return await d.StepAsync("deleteUnpublishedEntry", id);
            }),
        ("+--+", "take back a commit",
            async (d, id) => { await OnMainAsync(d, id);
            return await d.SendAsync("/desk/undo", new JsonObject { ["commit"] = d.Git("rev-parse", "main") }.ToJsonString()); }),
    ];

    [Fact]
    public void The_table_says_this_and_nothing_else()
    {
        var lines = Table.Split('\n').Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(l => $"{l[0]} {l[1]} {l[2]}", l => string.Concat(l[3..]), StringComparer.Ordinal);
        Role?[] roles = [null, Role.Alone, Role.Editor, Role.Checker, Role.Publisher];
        var cells =
            from action in Enum.GetValues<DeskAction>()
            from branch in Enum.GetValues<Branch>()
            from kind in Enum.GetValues<FileKind>()
            select (Name: $"{action} {branch} {kind}",
                Row: string.Concat(roles.Select(r => Authorisation.Allows(r, action, branch, kind) ? '+' : '-')));
        Assert.All(cells, c => Assert.Equal($"{c.Name} {lines.GetValueOrDefault(c.Name, "-----")}", $"{c.Name} {c.Row}"));
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

    private static string At(string id) => $"input/stories/{id}/index.md";

    private static string Beside(string id, string name) => $"input/stories/{id}/{name}";

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

    private static Task OnMainAsync(DeskTrial desk, string id) =>
        PrepareAsync(desk, People.Alone,
            async () => (await desk.SaveAsync(At(id), desk.NewStory(id, "新人"), pictures: (Beside(id, "a.png"), Png))).Fine());

    private static Task DraftAsync(DeskTrial desk, string id) =>
        PrepareAsync(desk, People.Editor with { Name = "作者" },
            async () => (await desk.SaveAsync(At(id), desk.NewStory(id, "新人"), workflow: true)).Fine());

    private static async Task ApprovedAsync(DeskTrial desk, string id)
    {
        await DraftAsync(desk, id);
        await PrepareAsync(desk, People.Checker with { Name = "核者" },
            async () => (await desk.StepAsync("updateUnpublishedEntryStatus", id, "pending_publish")).Fine());
    }

    private static async Task<Said> PersistAsync(DeskTrial desk, string slug, string path, string text, bool workflow,
        string collection = "stories")
    {
        await desk.LookAsync(path, draft: false);
        await desk.AskAsync("unpublishedEntryDataFile",
            new() { ["collection"] = collection, ["slug"] = slug, ["id"] = path, ["path"] = path }, "trial");
        var save = DeskTrial.SaveOf(path, text, workflow);
        (save["dataFiles"]![0]!["slug"], save["options"]!["collectionName"]) = (slug, collection);
        return await desk.AskAsync("persistEntry", save, "trial");
    }

    private static async Task<Said> MoveAsync(DeskTrial desk, string id, bool workflow)
    {
        await desk.LookAsync(At(id), draft: false);
        var save = DeskTrial.SaveOf(At(id), desk.NewStory(id + "-2", "新人"), workflow);
        (save["dataFiles"]![0]!["newPath"], save["options"]!["hasSubfolders"]) = (At(id + "-2"), true);
        return await desk.AskAsync("persistEntry", save, "trial");
    }

    private static Task<Said> UploadAsync(DeskTrial desk, string path) => desk.AskAsync("persistMedia", new()
    {
        ["asset"] = new JsonObject { ["path"] = path, ["content"] = Convert.ToBase64String(Png), ["encoding"] = "base64" },
        ["options"] = new JsonObject { ["commitMessage"] = "上传" },
    });

    private static Task<Said> OneAsync(DeskTrial desk, string path) =>
        desk.AskAsync("deleteFile", new() { ["path"] = path, ["options"] = new JsonObject { ["commitMessage"] = "删" } }, "trial");
}
