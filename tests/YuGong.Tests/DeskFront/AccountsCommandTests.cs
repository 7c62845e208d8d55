using Xunit;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Tests.DeskFront;

/// <summary><c>yugong desk accounts change|off|on</c>, through the command itself: what the file says afterwards.</summary>
public sealed class AccountsCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("yugong-accounts-").FullName;
    private readonly AccountStore store;

    public AccountsCommandTests()
    {
        store = new(Path.Combine(root, "accounts"));
        store.Write(AccountFile.Empty.With(new("李工", Role.Editor, "li@desk.invalid", PasswordHash.OfNobody))
            .With(new("王编", Role.Publisher, "wang@desk.invalid", PasswordHash.OfNobody)));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Roles_and_mail_are_changed_each_alone()
    {
        Assert.Equal(0, Run("change", "李工", "--role", "first", "second"));
        Assert.Equal((Role.Checker, "li@desk.invalid"), (Kept("李工").Role, Kept("李工").Mail));
        Assert.Equal(0, Run("change", "李工", "--mail", "li@example.org"));
        Assert.Equal((Role.Checker, "li@example.org"), (Kept("李工").Role, Kept("李工").Mail));
        Assert.Equal(0, Run("change", "李工", "--role", "proof", "--mail", "l@example.org"));
        Assert.Equal((Role.Proofreader, "l@example.org"), (Kept("李工").Role, Kept("李工").Mail));
        Assert.Equal("wang@desk.invalid", Kept("王编").Mail);
    }

    [Fact]
    public void An_account_is_off_and_on_again_with_its_password_and_roles()
    {
        var before = Kept("李工").Password.ToString();
        Assert.Equal(0, Run("off", "李工"));
        Assert.Equal(AccountState.Off, Kept("李工").State);
        Assert.Equal(0, Run("change", "李工", "--role", "admin"));
        Assert.Equal(AccountState.Off, Kept("李工").State); // a change switches nothing on
        Assert.Equal(0, Run("on", "李工"));
        Assert.Equal((AccountState.Active, Role.Administrator, before),
            (Kept("李工").State, Kept("李工").Role, Kept("李工").Password.ToString()));
        Assert.Equal(0, Run("on", "李工"));
        Assert.Equal(AccountState.Active, Kept("王编").State);
    }

    /// <summary>Somebody has still to choose a password: switching on what is not off does not spare them that.</summary>
    [Fact]
    public void On_is_no_way_around_a_password_of_ones_own()
    {
        store.Write(Read().With(Kept("李工") with { State = AccountState.Once }));
        Assert.Equal(0, Run("on", "李工"));
        Assert.Equal(AccountState.Once, Kept("李工").State);
    }

    [Theory]
    [InlineData("change", "没有的人", "--role", "first")]
    [InlineData("off", "没有的人")]
    [InlineData("on", "没有的人")]
    [InlineData("change", "李工", "--mail", "no address")]
    [InlineData("change", "李工", "--role", "chief")]
    [InlineData("change", "李工", "--role", "first", "chief")]
    public void What_cannot_be_meant_changes_nothing(params string[] arguments)
    {
        var before = File.ReadAllText(store.Path);
        Assert.NotEqual(0, Run(arguments));
        Assert.Equal(before, File.ReadAllText(store.Path));
    }

    private int Run(params string[] arguments) =>
        AccountsCommand.Create().Parse([.. arguments, "--accounts", store.Path, "--root", root]).Invoke();

    private Account Kept(string name) => Read().Find(name)!;

    private AccountFile Read()
    {
        var findings = new Diagnostics();
        var read = store.Read(findings);
        Assert.Equal(0, findings.Count);
        return read;
    }
}
