using YuGong.Bench;

// bench/run gives the repository's root first, then what the user said.
var (root, words) = (args[0], args[1..]);
string Said(string option, string otherwise) => Array.IndexOf(words, option) is >= 0 and var at && at + 1 < words.Length
    ? words[at + 1] : otherwise;

if (words is ["--corpus", var folder, var stories])
{
    // Only the stories, for the other benchmarks.
    new Corpus(Path.GetFullPath(folder), int.Parse(stories)).Write(Path.Combine(root, "bench"));
    return 0;
}

var sizes = Said("--sizes", "100,1000,10000").Split(',').Select(int.Parse).ToList();
var work = Path.GetFullPath(Said("--work", Environment.GetEnvironmentVariable("WORK") ?? Path.Combine(Path.GetTempPath(), "yugong-bench")));
var program = Path.GetFullPath(Said("--program", Path.Combine(root, "yugong")));
return new Race(Path.Combine(root, "bench"), work, program, int.Parse(Said("--runs", "7"))) { Keep = words.Contains("--keep") }.Run(sizes);
