using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What somebody does at the desk, of which one person may do several; <see cref="Authorisation"/> says what each may.</summary>
[Flags]
public enum Role
{
    /// <summary>Nothing at all.</summary>
    None = 0,

    /// <summary>本机: whoever sits at a desk without accounts. No account has this role.</summary>
    Alone = 1,

    /// <summary>编辑: writes and saves drafts.</summary>
    Editor = 2,

    /// <summary>初审: the first who says that an entry was compared with its sources.</summary>
    FirstReview = 4,

    /// <summary>复审: the second.</summary>
    SecondReview = 8,

    /// <summary>终审: the last one, who also publishes what was approved, undoes and deletes.</summary>
    FinalReview = 16,

    /// <summary>校对: reads the text letter by letter, cleans it and says so; approves nothing.</summary>
    Proofreader = 32,

    /// <summary>管理员: manages accounts, and need not write or publish.</summary>
    Administrator = 64,

    /// <summary>核实, as desks with three roles called whoever approves.</summary>
    Checker = FirstReview | SecondReview,

    /// <summary>发布, as those called whoever may do everything.</summary>
    Publisher = Editor | Checker | FinalReview | Administrator,
}

/// <summary>What an account is good for now.</summary>
public enum AccountState
{
    /// <summary>They log in with a password of their own.</summary>
    Active,

    /// <summary>Somebody else chose the password: it is good for choosing another one.</summary>
    Once,

    /// <summary>Nobody logs in with it.</summary>
    Off,
}

/// <summary>Somebody who may log in.</summary>
/// <param name="Name">As people call them; commits bear it.</param>
/// <param name="Role">All that they do together.</param>
/// <param name="Mail">For git, and for notices; an address that nobody reads will do.</param>
public sealed record Account(string Name, Role Role, string Mail, PasswordHash Password)
{
    public AccountState State { get; init; }

    /// <summary>Whether somebody reads what is sent there: a domain that ends so is nobody's (RFC 2606).</summary>
    public bool IsReached => !Mail.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);

    public Editor Editor => new(Name, Mail, Role);
}

/// <summary>The words for roles, in files and commands, and for people.</summary>
public static class Roles
{
    /// <summary>Each alone, as people meet them.</summary>
    public static IReadOnlyList<(string Word, string Name, Role Role)> All { get; } =
    [
        ("editor", "编辑", Role.Editor), ("first", "初审", Role.FirstReview), ("second", "复审", Role.SecondReview),
        ("final", "终审", Role.FinalReview), ("proof", "校对", Role.Proofreader), ("admin", "管理员", Role.Administrator),
    ];

    /// <summary>Several in a word, as older accounts have them.</summary>
    public static IReadOnlyList<(string Word, Role Role)> Together { get; } =
        [("checker", Role.Checker), ("publisher", Role.Publisher)];

    /// <summary>Every word that a command takes.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(r => r.Word), .. Together.Select(r => r.Word)];

    /// <summary>The words between commas, as files and logs have them.</summary>
    public static string WordsOf(Role roles) => string.Join(',', In(roles).Select(r => r.Word));

    public static Phrase NameOf(Role roles) => new(string.Join('、', In(roles).Select(r => r.Name)), WordsOf(roles));

    /// <summary>Of words between commas; null where one is none.</summary>
    public static Role? Find(string words)
    {
        var found = words.Split(',').Select(One).ToList();
        return found.Contains(Role.None) ? null : found.Aggregate((a, b) => a | b);
    }

    private static IEnumerable<(string Word, string Name, Role Role)> In(Role roles) => All.Where(r => roles.HasFlag(r.Role));

    private static Role One(string word) =>
        All.FirstOrDefault(r => r.Word == word).Role | Together.FirstOrDefault(r => r.Word == word).Role;
}
