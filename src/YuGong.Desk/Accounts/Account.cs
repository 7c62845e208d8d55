using YuGong.Text;

namespace YuGong.Desk;

/// <summary>What somebody does at the desk; <see cref="Authorisation"/> says what each may.</summary>
public enum Role
{
    /// <summary>本机: whoever sits at a desk without accounts. No account has this role.</summary>
    Alone,

    /// <summary>编辑: writes and saves drafts.</summary>
    Editor,

    /// <summary>核实: also says that an entry is checked and ready.</summary>
    Checker,

    /// <summary>发布: also publishes what was approved, undoes and deletes.</summary>
    Publisher,
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
/// <param name="Mail">For git; an address that nobody reads will do.</param>
public sealed record Account(string Name, Role Role, string Mail, PasswordHash Password)
{
    public AccountState State { get; init; }

    public Editor Editor => new(Name, Mail, Role);
}

/// <summary>The words for roles, in files and commands, and for people.</summary>
public static class Roles
{
    public static IReadOnlyList<(string Word, string Name, Role Role)> All { get; } =
        [("editor", "编辑", Role.Editor), ("checker", "核实", Role.Checker), ("publisher", "发布", Role.Publisher)];

    public static string WordOf(Role role) => All.First(r => r.Role == role).Word;

    public static Phrase NameOf(Role role)
    {
        var (word, name, _) = All.First(r => r.Role == role);
        return new(name, word);
    }

    public static Role? Find(string word) => All.FirstOrDefault(r => r.Word == word) is { Word: not null } found ? found.Role : null;
}
