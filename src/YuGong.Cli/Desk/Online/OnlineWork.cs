using YuGong.Build;
using YuGong.Build.Faults;
using YuGong.Cli.Webhooks;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the page shows of going online.</summary>
/// <param name="Words">The step that is being done, or how it ended.</param>
/// <param name="Failed">Whether it ended without going online.</param>
/// <param name="Address">Where the site is, once it is online.</param>
internal sealed record OnlineProgress(bool Running, string Words, bool Failed = false, string? Address = null);

/// <summary>Goes online and back behind the desk's button, one at a time; whoever asks later is told how far it is.</summary>
internal sealed class OnlineWork(ProjectFolder project)
{
    private readonly Lock changing = new();

    public OnlineProgress Now { get; private set; } = new(Running: false, "");

    /// <returns>False when another one is at work.</returns>
    public bool Begin(DeployPlace place, bool isBack, Editor editor)
    {
        lock (changing)
        {
            if (Now.Running)
            {
                return false;
            }

            Now = new(Running: true, isBack ? "正在退回……" : "正在检查和构建……");
        }

        _ = Task.Run(() => Now = Run(place, isBack, editor));
        return true;
    }

    /// <summary>What is online at a place, in a sentence.</summary>
    public string Look(DeployPlace place, Editor editor, CancellationToken cancel)
    {
        try
        {
            using var deployment = new Deployment(project, place, editor);
            return deployment.Told(deployment.Look(cancel)).Zh;
        }
        catch (DeployException e)
        {
            return e.Words.Zh;
        }
    }

    private OnlineProgress Run(DeployPlace place, bool isBack, Editor editor)
    {
        try
        {
            using var deployment = new Deployment(project, place, editor)
            {
                Progress = (done, all) => Now = new(Running: true, $"正在上传 {done}/{all}……"),
            };
            if (isBack)
            {
                return Ended(deployment, deployment.Back(null, CancellationToken.None), isBack);
            }

            var findings = new Diagnostics();
            var options = new RunOptions(project, Clock.Today(project), Edition.Release) { WithPosters = true, WithPictures = true };
            var built = DiskBuild.Run(options, new() { Report = FindingsPrinter.Both }, findings, CancellationToken.None);
            if (built.IsRefused)
            {
                var errors = findings.Sorted().Where(f => f.Severity == Severity.Error).ToList();
                return Failed($"没有上线:有 {errors.Count} 处错误要先改好。第一处在 {errors.FirstOrDefault()?.Span.File.Path}。");
            }

            new ProjectGit(project).CommitLedgers(editor);
            Now = new(Running: true, "建好了,正在上传……");
            var ended = Ended(deployment, deployment.Put(CancellationToken.None), isBack);
            if (built is { Plan: { } plan, Published: { } published })
            {
                WebhookRun.Usual.Notify(plan, published, Clock.Now(project, null), new(), CancellationToken.None);
            }

            return ended;
        }
        catch (DeployException e)
        {
            return Failed(e.Words.Zh);
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            var fault = Fault.Of(e, "deploy");
            Guard.Say(fault);
            return Failed(fault.Words.Zh);
        }
    }

    private static OnlineProgress Ended(Deployment deployment, DeployReport report, bool isBack) =>
        new(Running: false, deployment.Told(report, isBack).Zh, Address: deployment.Address);

    private static OnlineProgress Failed(string words) => new(Running: false, words, Failed: true);
}
