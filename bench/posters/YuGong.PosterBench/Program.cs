using System.Diagnostics;
using YuGong.Content;
using YuGong.PosterBench;
using YuGong.Posters;
using YuGong.Posters.Codes;
using YuGong.Posters.Pressing;
using YuGong.Text;

// bench/posters/run gives the repository's root and passes its own words on.
var (root, words) = (args[0], args[1..]);
string Word(string name, string usual) => Array.IndexOf(words, name) is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : usual;
var rounds = int.Parse(Word("--rounds", "9"));
var work = Directory.CreateTempSubdirectory("yugong-poster-bench-").FullName;
try
{
    var found = new Diagnostics();
    var load = new LoadRequest(Path.Combine(root, "input"), "input", Path.Combine(root, "statiq.json"), new(2026, 11, 22), Edition.Release,
        new HashSet<Fingerprint>(), 2);
    var site = SiteLoader.Load(load, InputFiles.Scan(load.InputFolder), found)!.Site;
    var theme = Path.Combine(root, "themes", site.Settings.Theme);
    var codes = ShortLinks.Parse(new SourceFile("codes.txt", File.ReadAllText(Path.Combine(root, "input", "codes.txt"))), found);
    PosterRenderer Open(string store) =>
        PosterRenderer.Open(site, new(theme, "theme", Path.Combine(root, ".cache", "fonts"), new FolderStore(Path.Combine(work, store))),
            codes,
        found)
        ?? throw new InvalidOperationException(string.Join('\n', found.Sorted().Select(f => f.Message(Language.English))));

    var ok = words.Contains("--all")
        || await OnePoster.RaceAsync(Open, Word("--story", "shui-xiheng"), rounds, work,
        Path.Combine(root, "bench", "posters", "resvg.mjs"));
    ok &= AllPosters.Measure(Open, work);
    return ok ? 0 : 1;
}
finally
{
    Directory.Delete(work, recursive: true);
}
