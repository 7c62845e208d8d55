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

    /// <summary>What addresses and names of uploads are made to say.</summary>
    private static readonly string[] ForeignPlaces =
    [
        "site/statiq", "site/urls", "site/claims", "site/..%2furls.txt", "themes/yugong", ".git/config", ".git/hooks", ".desk/accounts",
        "pages/..%2f..%2fstatiq.json", "pages/%2e%2e", "pages/.hidden", "pages/x%2findex.md", "pages/about%2f..%2fx", "Pages/about",
        "pages/about.", "taxonomies/trades", "leads/register", "input/pages", "..%2finput/pages", "pages/con", "other/x",
    ];

    private static readonly string[] ForeignNames =
        ["index.md", "Index.md", "INDEX.MD", ".htaccess", "../../urls.txt", "..\\..\\urls.txt", "a.svg", "a.html", "a.png.exe", "a.png."];

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
            var (status, words) = attempt.Do(visits[letter]);
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
    /// <param name="Prepare">What others do before, by their visits.</param>
    private sealed record Attempt(string What, string Who, Func<string?, (int Status, string Words)> Do, bool Must = true,
        Action<Dictionary<char, string?>>? Prepare = null);

    private static List<Attempt> Attempts(RolesSite desk, Random random, int number)
    {
        var wanted = $"试验{number}";
        var (id, place) = ("", "");
        var foreign = ForeignPlaces[random.Next(ForeignPlaces.Length)];
        string[] states = ["ready", "review", "PENDING_PUBLISH", "pending_publish ", "", "Published"];
        string[] said = ["ready", "published", "Published", "ready\n"];
        string[] acts = ["keep", "step", "discard", "delete", "upload"];

        (int Status, string Words) Begin(string? visit)
        {
            var begun = desk.Send(visit, "pages", "begin", new() { ["name"] = wanted });
            if (begun.Status == 200)
            {
                id = ((string)JsonNode.Parse(begun.Words)!["address"]!).Split('/')[4];
                place = "pages/" + id;
            }

            return begun;
        }

        (int Status, string Words) Type(string? visit, params (string Key, string Words)[] more)
        {
            var changes = new JsonObject();
            foreach (var (key, words) in (IEnumerable<(string, string)>)[("summary", Summary), ("body", "## 一节\n\n正文。"), .. more])
            {
                changes[key] = new JsonObject { ["now"] = words };
            }

            var kept = desk.Send(visit, place, "keep", new() { ["changes"] = changes });
            return kept.Status == 200 ? desk.Send(visit, place, "commit", []) : kept;
        }

        (int Status, string Words) Step(string? visit, string word) =>
            desk.Send(visit, place, "step", new() { ["word"] = word, ["seen"] = desk.TipOf(id) });

        void Draft(Dictionary<char, string?> visits)
        {
            Begin(visits['e']);
            Type(visits['e']);
        }

        void Approved(Dictionary<char, string?> visits)
        {
            Draft(visits);
            Step(visits['c'], "pending_publish");
        }

        void Edited(Dictionary<char, string?> visits)
        {
            Approved(visits);
            Type(visits['e'], ("body", "## 一节\n\n改过的一句。"));
        }

        var all = new JsonObject
        {
            ["changes"] = new JsonObject { ["name"] = new JsonObject { ["now"] = "x" } }, ["word"] = "published", ["name"] = "a.png",
            ["content"] = Png, ["seen"] = desk.HashOf("about"),
        };
        return
        [
            new("begins a draft", "ecp", v => Begin(v) is { Status: not 200 } no ? no : Type(v)),
            new("says in a form that it is ready", "ecp", v => Type(v, ("status", said[random.Next(said.Length)]), ("id", "about")),
                Prepare: Draft),
            new("uploads what is no picture of its entry", "",
                v => desk.Send(v, "pages/about", "upload",
                new() { ["name"] = ForeignNames[random.Next(ForeignNames.Length)], ["content"] = Png })),
            new("does something at a place that is nobody's", "", v => desk.Send(v, foreign, acts[random.Next(acts.Length)], all)),
            new("deletes a published entry", "", v => desk.Send(v, "pages/about", "delete", all)),
            new("deletes what it has not seen", "", v => desk.Send(v, "pages/about", "delete", [])),
            new("changes a vocabulary", "p", v => desk.Send(v, "site/trades", "keep",
                new() { ["changes"] = new JsonObject { ["note"] = new JsonObject { ["now"] = "" } } })),
            new("submits a draft", "ecp", v => Step(v, "pending_review"), Prepare: Draft),
            new("approves a draft", "cp", v => Step(v, "pending_publish"), Prepare: Draft),
            new("approves a draft that it has not seen", "",
                v => desk.Send(v, place, "step", new() { ["word"] = "pending_publish", ["seen"] = new string('0', 40) }), Prepare: Draft),
            new("moves a draft to a state that is none", "", v => Step(v, states[random.Next(states.Length)]), Prepare: Draft),
            new("publishes what nobody approved", "", v => Step(v, "published"), Prepare: Draft),
            new("publishes what changed since", "", v => Step(v, "published"), Prepare: Edited),
            new("publishes what was approved", "p", v => Step(v, "published"), Prepare: Approved),
            new("throws a draft away", "ecp", v => desk.Send(v, place, "discard", new() { ["seen"] = desk.TipOf(id) }), Prepare: Draft),
            new("throws a draft away that it has not seen", "", v => desk.Send(v, place, "discard", []), Prepare: Draft),
            new("takes back the last commit", "p", v => desk.Send(v, "", "undo", []), Must: false),
        ];
    }

    private const string Summary = "只为试验写的一页，不说任何人，凑够摘要要的字数，好让校验不再提醒，也不给网站添什么内容。";
}
