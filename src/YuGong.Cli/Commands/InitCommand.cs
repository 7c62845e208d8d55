using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YuGong.Build;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong init FOLDER</c>: a new site, of any city, outside this repository.</summary>
internal static partial class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = Terminal.Words("新网站的文件夹:还没有的,或空的",
            "Folder of the new site: one that does not exist yet, or an empty one") };
        var title = Word("--title", new("站名,例如 匠山", "Title of the site"), "工程师故事");
        var tagline = Word("--tagline", new("副题,例如 匠心实干", "Tagline"), "");
        var organizer = Word("--organizer", new("主办单位", "Who runs it"), "主办单位");
        var host = new Option<string>("--host") { Description = Terminal.Words("网站的主机名",
            "Host name of the site"), DefaultValueFactory = _ => "www.example.org" };
        var command = new Command("init", Terminal.Words("开始一个新网站:设置、词表、每类一份示例、征集启事、说明。",
            "Begin a new site: settings, vocabularies, a sample of each kind, a call, a README.")) { folder, title, tagline, organizer,
                host };
        command.SetAction(parsed =>
        {
            var root = Path.GetFullPath(parsed.GetValue(folder)!);
            var (name, side) = (parsed.GetValue(title)!, parsed.GetValue(tagline)!);
            var by = parsed.GetValue(organizer)!;
            var today = Clock.Today(ProjectFolder.At(root));
            return Write(root, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = name, ["tagline"] = side, ["organizer"] = by, ["host"] = parsed.GetValue(host)!,
                ["theme"] = side.Length > 0 ? $"{name}·{side}" : name, ["description"] = $"{name}：工程师的故事，由{by}主办。",
                ["day"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["year"] = today.Year.ToString(CultureInfo.InvariantCulture),
                ["version"] = typeof(InitCommand).Assembly.GetName().Version!.ToString(3),
            });
        });
        return command;
    }

    private static int Write(string root, IReadOnlyDictionary<string, string> words)
    {
        if (File.Exists(root) || (Directory.Exists(root)
            && Directory.EnumerateFileSystemEntries(root).Any(e => Path.GetFileName(e) != ".git")))
        {
            Terminal.Warn(new($"{root} 里已经有东西,没有动它。写一个还没有的文件夹。",
                $"There is something in {root} already; it was left alone. Name a folder that does not exist yet."));
            return 1;
        }

        foreach (var (path, text) in SiteFiles.Of(words))
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }

        Terminal.Say(new($"新网站写好了,在 {root}。接着:\n  cd {root}\n  {CommandName.Value} preview",
            $"The new site is in {root}. Go on with:\n  cd {root}\n  {CommandName.Value} preview"));
        return 0;
    }

    private static Option<string> Word(string name, Phrase description, string unsaid)
    {
        var option = new Option<string>(name) { Description = Terminal.Words(description), DefaultValueFactory = _ => unsaid };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !Plain().IsMatch(word.Value))
            {
                result.AddError(Terminal.Words($"{name}:至多 40 个字,不要标点以外的符号(引号、括号、冒号、#、反斜杠……)。",
                    $"{name}: at most 40 characters, and no signs but punctuation (no quotes, brackets, colons, #, backslashes …)."));
            }
        });
        return option;
    }

    /// <summary>What means nothing in JSON, YAML and Markdown.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}·•・—–、，。！？ ×&+-]{0,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();
}
