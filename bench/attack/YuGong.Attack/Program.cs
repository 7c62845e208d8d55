using System.Diagnostics;
using YuGong.Attack;

// Each campaign stands in a file of its own and adds a line here.
IReadOnlyList<Campaign> campaigns =
[
    new("loopdisk", "Power cuts after builds on a loop disk: the image holds the old site or the new one, whole.", PowerCuts.Run),
];

var (root, words) = (args[0], args[1..]);
string Value(string option, string otherwise) => Array.IndexOf(words, option) is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : otherwise;
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
