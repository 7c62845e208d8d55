using YuGong.Build;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What a command must leave alone when it writes where somebody told it to.</summary>
internal static class WritePlaces
{
    private static readonly string[] Register =
    [
        "register.db", "register.db-wal", "register.db-shm", "register.db-journal", "register.before-restore.db",
        "register.before-restore.db-wal",
        "register.before-restore.db-shm", "register.before-restore.db-journal", "restoring", "erased.txt", "settings.json",
    ];

    /// <summary>For what anybody may see.</summary>
    /// <param name="open">Usual folders of a project that this command writes into.</param>
    public static OutputGuard Public(ProjectFolder project, params string[] open) =>
        new(project.Root, open.Contains("input") ? [project.Settings] : [project.Input, project.Settings], open);

    /// <summary>For what leaves the register: never among what is published; beside the register, but none of its own files.</summary>
    public static OutputGuard Private(LeadsRequest request) => new(
        request.Project.Root,
        [request.Project.Input, request.Project.Output, request.Project.Settings, Path.Combine(request.Project.Root, "posters"),
            Path.Combine(request.Project.Root, "articles"), Path.Combine(request.Project.Root, "books"),
            .. Register.Select(name => Path.Combine(request.Folder, name))],
        "leads");

    /// <summary>Prints why nothing was written; 1, as for every finding.</summary>
    public static int Refuse(Diagnostics findings)
    {
        Terminal.Report(findings.Sorted());
        return 1;
    }
}
