using System.Diagnostics;
using System.Net;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Desk;
using YuGong.Tests.Sites;
using YuGong.Text;
using Project = YuGong.Tests.Sites.Project;

namespace YuGong.Tests.DeskFront;

/// <summary>A desk of a small project with a history, open on a port that the system chose, in this process.</summary>
public sealed class OpenDesk : IAsyncDisposable
{
    private readonly DeskServer server;
    private readonly IDisposable rooms;
    private readonly AuditLog log;

    private OpenDesk(Project project, DeskServer server, IDisposable rooms, AuditLog log) =>
        (Project, this.server, this.rooms, this.log) = (project, server, rooms, log);

    public Project Project { get; }

    public Uri Address => new(server.Address!);

    public string LogText => File.Exists(AuditLog.PathIn(ProjectFolder.At(Project.Root)))
        ? File.ReadAllText(AuditLog.PathIn(ProjectFolder.At(Project.Root)))
        : "";

    /// <param name="accounts">Null for one editor without login.</param>
    /// <param name="listening">Null for loopback, a port that the system chooses, and nothing in front of it.</param>
    internal static async Task<OpenDesk> StartAsync(AccountFile? accounts = null, Action<Project>? change = null,
        DeskListening? listening = null)
    {
        var project = Project.OfRealSite();
        CompleteContent.Small(project);
        change?.Invoke(project);
        Directory.CreateSymbolicLink(project.At("desk"), GitRepository.At("desk"));
        project.Write(".gitignore", "/.desk/\n/.cache/\n/desk\nnode_modules\n");
        foreach (var line in (string[][])[["init", "-q", "-b", "main"], ["config", "user.name", "测试员"],
            ["config", "user.email", "test@example.org"], ["add", "-A"], ["commit", "-q", "-m", "开始"]])
        {
            using var git =
                Process.Start(new ProcessStartInfo("git", ["-C", project.Root, .. line]) { RedirectStandardOutput = true,
                UseShellExecute = false })!;
            await git.WaitForExitAsync();
        }

        var folder = ProjectFolder.At(project.Root);
        var audit = new AuditLog(AuditLog.PathIn(folder), TimeProvider.System);
        IDeskAuthentication door = new SingleUser(new("测试员", "test@example.org", Role.Alone));
        if (accounts is not null)
        {
            var store = new AccountStore(AccountStore.PathIn(folder));
            store.Write(accounts);
            door = new PasswordLogin(store, audit, TimeProvider.System);
        }

        var findings = new Diagnostics();
        var parts = DeskRooms.Open(folder, null, findings)
            ?? throw new InvalidOperationException(FindingsPrinter.Text(findings.Sorted(), Language.English));
        var host = new DeskServer(listening ?? new(IPAddress.Loopback, 0), door, parts.Parts, parts.IsFine);
        await host.StartAsync(CancellationToken.None);
        return new(project, host, parts, audit);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        rooms.Dispose();
        log.Dispose();
        Project.Dispose();
    }
}
