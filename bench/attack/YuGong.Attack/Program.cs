using System.Diagnostics;
using YuGong.Attack;
using YuGong.Attack.Kills;
using YuGong.Attack.Mutations;

// Each campaign stands in a file of its own and adds a line here.
IReadOnlyList<Campaign> campaigns =
[
    new("disguises", "500 private values in disguise: at least 99 of a hundred are found.", DisguisesCampaign.Run),
    new("innocents", "10,000 sentences full of figures, and our own stories: no false alarm.", InnocentsCampaign.Run),
    new("kills", "SIGKILL at any moment of build, posters, save, import: nothing torn, nothing lost", KillCampaign.Run),
    new("mutations", "spoiled inputs of every kind: no exception, no overflow, nothing over 10 s", MutationCampaign.Run),
    new("leads", "10,000 files of which one in a hundred is hostile through leads import: the good ones all in, 300 MB at most",
        LeadsCampaign.Run),
    new("roles", "Every role tries every action on every branch and kind of file over HTTP: the table holds.", RolesCampaign.Run),
    new("loopdisk", "Power cuts after builds on a loop disk: the image holds the old site or the new one, whole.", PowerCuts.Run),
];

var (root, words) = (args[0], args[1..]);
if (words is [MutationChild.Option, ..])
{
    return MutationChild.Run(words);
}

string Value(string option, string otherwise) => Array.IndexOf(words, option) is >= 0 and var at && at + 1 < words.Length
    ? words[at + 1] : otherwise;
var names = words.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToList();
if (words.Contains("--help") || names.Exists(n => !campaigns.Any(c => c.Name == n)))
{
    foreach (var campaign in campaigns)
    {
        Console.WriteLine($"{campaign.Name,-12} {campaign.Purpose}");
    }

    return 2;
}

var held = true;
foreach (var campaign in campaigns.Where(c => names.Count == 0 || names.Contains(c.Name)))
{
    var work = Directory.CreateTempSubdirectory("yugong-attack-").FullName;
    var watch = Stopwatch.StartNew();
    var verdict = campaign.Run(new(root, work, int.Parse(Value("--seed", "1")), int.Parse(Value("--share", "100")) / 100.0));
    Console.WriteLine($"{campaign.Name}: {verdict.Tried} tried, {verdict.Faults.Count} did not hold, {watch.Elapsed.TotalSeconds:0} s");
    foreach (var line in verdict.Figures.Concat(verdict.Faults.Take(50)))
    {
        Console.WriteLine("  " + line);
    }

    held &= verdict.Faults.Count == 0;
    Directory.Delete(work, recursive: true);
}

return held ? 0 : 1;
