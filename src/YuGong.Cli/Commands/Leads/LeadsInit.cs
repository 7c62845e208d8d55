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
        "init", new("建一个空的线索库。带 --key-file 时写一个新的钥匙文件,否则用口令(至少 12 个字符)。",
            "Make an empty register. With --key-file a new key file is written; otherwise a passphrase is used (at least 12 characters)."),
                Run);

    private static int Run(ParseResult parsed, LeadsRequest request)
    {
        var findings = new Diagnostics();
        if (LeadsGit.WouldTake(request, findings) || !LeadsSession.IsPlaceForRegister(request, findings))
        {
            return LeadsSession.Say(findings);
        }

        if (LeadRegister.IsIn(request.Folder))
        {
            Terminal.Warn(new($"{LeadRegister.PathIn(request.Folder)} 已经有了,没有动它。",
                $"{LeadRegister.PathIn(request.Folder)} exists already and was left alone."));
            return 1;
        }

        try
        {
            if (NewKey(request) is not { } key)
            {
                return 2;
            }

            using var register = LeadRegister.Create(request.Folder, key, request.AuditContext);
            LeadsSession.Tell(request, new($"建好了 {LeadRegister.PathIn(request.Folder)}。钥匙丢了就谁也打不开;请另存一份,和库分开放。",
                $"Made {LeadRegister.PathIn(request.Folder)}. Without its key nobody can open it: keep a copy of the key, away "
                + "from the register."),
                new { register = LeadRegister.PathIn(request.Folder), key = key.Kind });
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Warn(new($"写不进去:{e.Message}", $"Cannot write: {e.Message}"));
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
                return KeyFile.Read(path) ?? Refuse(new($"{path} 不是线索库的钥匙。", $"{path} is no key of a register."));
            }

            var findings = new Diagnostics();
            if (!WritePlaces.Private(request).MayWrite(Path.GetFullPath(path), null, findings))
            {
                WritePlaces.Refuse(findings);
                return null;
            }

            var key = KeyFile.Create(path);
            Terminal.Warn(new($"写好了钥匙文件 {path}(只有您能读)。", $"Wrote key file {path} (only you can read it)."));
            return key;
        }

        var words = Environment.GetEnvironmentVariable("YUGONG_LEADS_NEW_PASSPHRASE")
            ?? Environment.GetEnvironmentVariable("YUGONG_LEADS_PASSPHRASE");
        if (words is null && LeadsPrompt.CanAsk)
        {
            words = LeadsPrompt.Secret(new("新口令(至少 12 个字符):", "New passphrase (at least 12 characters): "));
            if (words != LeadsPrompt.Secret(new("再输一遍:", "Once more: ")))
            {
                return Refuse(new("两遍不一样。", "The two differ."));
            }
        }

        return words is null ? Refuse(new("没有口令:用环境变量 YUGONG_LEADS_PASSPHRASE,或用 --key-file 写一个钥匙文件。",
            "No passphrase: set YUGONG_LEADS_PASSPHRASE, or write a key file with --key-file."))
            : Passphrase.WhyWeak(words, NamesOf(request.Project)) is { } why ? Refuse(why)
            : new Passphrase(words);
    }

    /// <summary>What whoever guesses tries: the site and who runs it, in whole and in the parts of their names.</summary>
    public static IEnumerable<string> NamesOf(ProjectFolder project)
    {
        var s = Settings.Peek(project.Settings, project.Input);
        var names = s.Organizers.Append(s.SiteTitle).Append(s.Tagline).Append(s.SiteTitle + s.Tagline).Append(s.Host).ToList();
        return names.Concat(from name in names from length in Enumerable.Range(2, 3) where length < name.Length select name[..length]);
    }

    private static LeadKey? Refuse(Phrase why)
    {
        Terminal.Warn(why);
        return null;
    }
}
