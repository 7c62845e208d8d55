using System.Text.Json.Nodes;

namespace YuGong.Attack;

/// <summary>
/// The desk as a stranger, an editor, a checker and a publisher reach it: `yugong desk` with accounts, over HTTP with cookies. Everybody
/// tries every way in to every branch and kind of file, in random order and with the tricks that requests allow; afterwards the repository
/// says whether somebody got what the table of rights does not give them.
/// </summary>
internal static class RolesCampaign
{
    private const int Whole = 1200;
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>Each role's letter, as <see cref="Attempt.Who"/> names them.</summary>
    private static readonly (char Letter, string Role, string Name)[] Everybody =
        [('e', "editor", "王编"), ('c', "checker", "李核"), ('p', "publisher", "陈发"), ('-', "", "")];

    private static readonly string[] ForeignFiles =
    [
        "statiq.json", "themes/yugong/theme.json", ".git/config", ".git/hooks/post-commit", ".gitattributes", ".desk/accounts",
        "input/urls.txt", "input/claims.txt", "input/.hidden/index.md",
        "input/stories/../../statiq.json", "input/stories/x/.htaccess", "input/taxonomies/../urls.txt",
        "input/stories/x/index.md/../../../urls.txt", "leads/register.db", "input/taxonomies/x.yml",
        "input//urls.txt", "./input/urls.txt", "input/urls.txt ", "input/Stories/x/index.md", "input/stories/x/Index.md",
        "input/stories/x/index.md.", "INPUT/urls.txt", "input/other/x/index.md",
    ];

    public static Verdict Run(AttackRun attack)
    {
        using var desk = new RolesSite(attack, Everybody.Where(e => e.Name.Length > 0).Select(e => (e.Role, e.Name)));
        var (random, faults, tried) = (new Random(attack.Seed), new List<string>(), attack.Some(Whole));
        var visits = Everybody.ToDictionary(e => e.Letter, e => e.Name.Length == 0 ? null : desk.LogIn(e.Name));
        var counts = (Done: 0, Refused: 0);
        for (var i = 0; i < tried; i++)
        {
            var attempts = Attempts(desk, random, i);
            var attempt = attempts[random.Next(attempts.Count)];
            var (letter, _, name) = Everybody[random.Next(Everybody.Length)];
            attempt.Prepare?.Invoke(visits);
            var before = desk.State();
            var (status, words) = desk.Send(visits[letter], attempt.Action, attempt.Parameters,
                attempt.Looks && letter != '-' ? attempt.Path : null);
            var mayDo = attempt.Who.Contains(letter, StringComparison.Ordinal);
            var isDone = desk.State() != before;
            if (!mayDo && (isDone || status == 200))
            {
                faults.Add($"{(letter == '-' ? "a stranger" : name)} {attempt.What}: {status}, {(isDone ? "done" : "answered")}");
            }
            else if (mayDo && attempt.Must && status != 200)
            {
                faults.Add($"{name} is kept from {attempt.What}: {status} {words}");
            }
            else if (status >= 500)
            {
                faults.Add($"{name} {attempt.What}: {status} {words}");
            }

            counts = status == 200 ? (counts.Done + 1, counts.Refused) : (counts.Done, counts.Refused + 1);
        }

        faults.AddRange(desk.Unapproved());
        return new(tried, faults) { Figures = [$"{counts.Done} done, {counts.Refused} refused", $"{desk.Commits()} commits on main"] };
    }

    /// <param name="Who">Letters of the roles that may.</param>
    /// <param name="Must">Whether it is to succeed for who may; else it may fail for another reason.</param>
    /// <param name="Looks">Whether the file is opened first.</param>
    /// <param name="Prepare">What others do before, by their visits.</param>
    private sealed record Attempt(
        string What, string Who, string Action, JsonObject Parameters, string Path = "", bool Must = true, bool Looks = true,
        Action<Dictionary<char, string?>>? Prepare = null);

    private static List<Attempt> Attempts(RolesSite desk, Random random, int number)
    {
        var id = $"r{number}";
        var path = $"input/pages/{id}/index.md";
        var foreign = ForeignFiles[random.Next(ForeignFiles.Length)].Replace("/x/", $"/{id}/", StringComparison.Ordinal);
        string[] states = ["pending_publish", "published", "ready", "PENDING_PUBLISH", "pending_publish ", ""];
        string[] said = ["ready", "published", "\"ready\"", "'published'", "!!str published", "Published", "ready # 草稿"];
        var state = states[random.Next(states.Length)];
        var text = Text(id, "draft");
        void Draft(Dictionary<char, string?> visits) => desk.Send(visits['e'], "persistEntry", Save(id, path, text, workflow: true), path);
        void Approved(Dictionary<char, string?> visits)
        {
            Draft(visits);
            desk.Send(visits['c'], "updateUnpublishedEntryStatus", Of(id, "pending_publish"), null);
        }

        void Edited(Dictionary<char, string?> visits)
        {
            Approved(visits);
            desk.Send(visits['e'], "persistEntry", Save(id, path, Text(id, "draft", "改过的一句。"), workflow: true, status: "pending_publish"),
                path, draft: id);
        }

        return
        [
            new("begins a draft", "ecp", "persistEntry", Save(id, path, text, workflow: true), path),
            new("makes a new draft ready by its status", "", "persistEntry",
                Save(id, path, text, workflow: true, status: state.Length == 0 ? "pending_publish" : state), path),
            new("says in the text that it is ready", "", "persistEntry",
                Save(id, path, Text(id, said[random.Next(said.Length)]), workflow: true), path, Must: false),
            new("saves on main", "", "persistEntry", Save(id, path, text, workflow: false), path),
            new("uploads to main", "", "persistMedia", new() { ["asset"] = Picture($"input/pages/about/{id}.png"), ["options"] = Note() },
                $"input/pages/about/{id}.png"),
            new("uploads over a text", "", "persistMedia", new() { ["asset"] = Picture(RolesSite.Page), ["options"] = Note() },
                RolesSite.Page),
            new("deletes a published entry", "", "deleteFile", new() { ["path"] = RolesSite.Page, ["options"] = Note() }, RolesSite.Page),
            new("deletes a ledger among others", "", "deleteFiles",
                new() { ["paths"] = new JsonArray(foreign, "input/urls.txt"), ["options"] = Note() }, foreign),
            new("writes a file that is nobody's", "", "persistEntry", Save(id, foreign, text, workflow: random.Next(2) == 0), foreign),
            new("uploads a file that is nobody's", "", "persistEntry", Save(id, path, text, workflow: true, asset: foreign), path),
            new("moves its entry to a file that is nobody's", "", "persistEntry", Save(id, path, text, workflow: true, to: foreign), path),
            new("writes another entry in its draft", "", "persistEntry", Save(id, RolesSite.Page, text, workflow: true), RolesSite.Page),
            new("submits a draft", "ecp", "updateUnpublishedEntryStatus", Of(id, "pending_review"), Prepare: Draft),
            new("approves a draft", "cp", "updateUnpublishedEntryStatus", Of(id, "pending_publish"), Prepare: Draft),
            new("moves a draft to a state that is none", "", "updateUnpublishedEntryStatus",
                Of(id, state is "pending_publish" ? "published" : state), Prepare: Draft),
            new("publishes what nobody approved", "", "publishUnpublishedEntry", Of(id), Prepare: Draft),
            new("publishes what changed since", "", "publishUnpublishedEntry", Of(id), Prepare: Edited),
            new("publishes what was approved", "p", "publishUnpublishedEntry", Of(id), Prepare: Approved),
            new("throws a draft away", "ecp", "deleteUnpublishedEntry", Of(id), Prepare: Draft),
            new("writes over what it has not seen", "", "persistEntry",
                Save("about", RolesSite.Page, Text("about", "draft"), workflow: true), RolesSite.Page, Looks: false),
            new("does what is no action", "", random.Next(2) == 0 ? "PersistEntry" : "updateRef", Save(id, path, text, workflow: false),
                path),
            new("takes back the last commit", "p", "undo", [], Must: false),
        ];
    }

    private static string Text(string id, string status, string more = "") =>
        $"---\nid: {id}\nstatus: {status}\ntitle: 试验{id}\nsummary: 只为试验写的一页，不说任何人，凑够摘要要的字数，好让校验不再提醒，也不给网站添什么内容。\n---\n\n## 一节\n\n正文。"
            + $"{more}\n";

    private static JsonObject Note() => new() { ["commitMessage"] = "试" };

    private static JsonObject Picture(string path) => new() { ["path"] = path, ["content"] = Png, ["encoding"] = "base64" };

    private static JsonObject Of(string id, string? status = null)
    {
        var parameters = new JsonObject { ["collection"] = "pages", ["slug"] = id };
        if (status is not null)
        {
            parameters["newStatus"] = status;
        }

        return parameters;
    }

    private static JsonObject Save(string id, string path, string text, bool workflow, string status = "draft", string? asset = null,
        string? to = null)
    {
        var file = new JsonObject { ["slug"] = id, ["path"] = path, ["raw"] = text };
        if (to is not null)
        {
            file["newPath"] = to;
        }

        return new()
        {
            ["dataFiles"] = new JsonArray(file),
            ["assets"] = asset is null ? [] : new JsonArray(Picture(asset)),
            ["options"] = new JsonObject { ["commitMessage"] = "试", ["useWorkflow"] = workflow, ["status"] = status,
                ["collectionName"] = "pages" },
        };
    }
}
