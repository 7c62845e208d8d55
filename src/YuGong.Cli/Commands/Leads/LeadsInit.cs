using System.CommandLine;
using YuGong.Build;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads init</c>: an empty register and its key.</summary>
internal static class LeadsInit
{
    public static Command Create() => LeadsOptions.Command(
        "init", "建一个空的线索库。带 --key-file 时写一个新的钥匙文件,否则用口令(至少 12 个字符)。", Run);

    private static int Run(ParseResult parsed, LeadsRequest request)
    {
        var findings = new Diagnostics();
        if (LeadsGit.WouldTake(request, findings) || !LeadsSession.IsPlaceForRegister(request, findings))
        {
            return LeadsSession.Say(request, findings);
        }

        if (LeadRegister.IsIn(request.Folder))
        {
            Console.Error.WriteLine($"{LeadRegister.PathIn(request.Folder)} 已经有了,没有动它。");
            return 1;
        }

        try
        {
            if (NewKey(request) is not { } key)
            {
                return 2;
            }

            using var register = LeadRegister.Create(request.Folder, key, request.AuditContext);
            LeadsSession.Tell(request, $"建好了 {LeadRegister.PathIn(request.Folder)}。钥匙丢了就谁也打不开;请另存一份,和库分开放。",
                new { register = LeadRegister.PathIn(request.Folder), key = key.Kind });
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"写不进去:{e.Message}");
            return 1;
        }
    }

    /// <summary>A key to make or remake a register with: a new file, or words said twice.</summary>
    public static LeadKey? NewKey(LeadsRequest request)
    {
        if (request.KeyFile is { } path)
        {
            if (File.Exists(path))
            {
                return KeyFile.Read(path) ?? Refuse($"{path} 不是线索库的钥匙。");
            }

            var findings = new Diagnostics();
            if (!WritePlaces.Private(request).MayWrite(Path.GetFullPath(path), null, findings))
            {
                WritePlaces.Refuse(findings, request.Language);
                return null;
            }

            var key = KeyFile.Create(path);
            Console.Error.WriteLine($"写好了钥匙文件 {path}(只有您能读)。");
            return key;
        }

        var words = Environment.GetEnvironmentVariable("YUGONG_LEADS_NEW_PASSPHRASE")
            ?? Environment.GetEnvironmentVariable("YUGONG_LEADS_PASSPHRASE");
        if (words is null && LeadsPrompt.CanAsk)
        {
            words = LeadsPrompt.Secret("新口令(至少 12 个字符):");
            if (words != LeadsPrompt.Secret("再输一遍:"))
            {
                return Refuse("两遍不一样。");
            }
        }

        return words is null ? Refuse("没有口令:用环境变量 YUGONG_LEADS_PASSPHRASE,或用 --key-file 写一个钥匙文件。")
            : Passphrase.WhyWeak(words, NamesOf(request.Project)) is { } why ? Refuse(why)
            : new Passphrase(words);
    }

    /// <summary>What whoever guesses tries: the site and who runs it, in whole and in the parts of their names.</summary>
    private static IEnumerable<string> NamesOf(ProjectFolder project)
    {
        var s = Settings.Peek(project.Settings);
        var names = s.Organizers.Append(s.SiteTitle).Append(s.Tagline).Append(s.SiteTitle + s.Tagline).Append(s.Host).ToList();
        return names.Concat(from name in names from length in Enumerable.Range(2, 3) where length < name.Length select name[..length]);
    }

    private static LeadKey? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
