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

/// <summary>
/// What changes the site that readers see, behind the desk's buttons: one at a time; whoever asks later is told how far it is.
/// </summary>
internal class OnlineWork(ProjectFolder project)
{
    private readonly Lock changing = new();

    public OnlineProgress Now { get; protected set; } = new(Running: false, "");

    /// <summary>Goes online, or back to the release before.</summary>
    /// <returns>False when another one is at work.</returns>
    public virtual bool Begin(DeployPlace place, bool isBack, Editor editor) =>
        Begin(isBack ? "正在退回……" : "正在检查和构建……", () => isBack ? Back(place, editor) : Go(place, editor));

    /// <summary>Pushes the repository to where it comes from, as <c>deploy --push</c> does.</summary>
    /// <returns>False when something else is at work.</returns>
    public bool BeginPush() => Begin("正在推送仓库……", () =>
    {
        var (isDone, words) = new ProjectGit(project).Push();
        return new(Running: false, words.Zh, Failed: !isDone);
    });

    /// <param name="first">The first step.</param>
    /// <param name="work">The rest of them; says how it ended.</param>
    /// <returns>False when another one is at work.</returns>
    public bool Begin(string first, Func<OnlineProgress> work)
    {
        lock (changing)
        {
            if (Now.Running)
            {
                return false;
            }

            Now = new(Running: true, first);
        }

        _ = Task.Run(() => Now = Guarded(work));
        return true;
    }

    /// <summary>The step that is being done now.</summary>
    public void Say(string words) => Now = new(Running: true, words);

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

    /// <summary>Puts what the last build left where something is online already; null where nothing ever was.</summary>
    /// <exception cref="DeployException">Why not.</exception>
    public OnlineProgress? Update(DeployPlace place, Editor editor)
    {
        using (var deployment = new Deployment(project, place, editor))
        {
            if (deployment.Look(CancellationToken.None).Online is null)
            {
                return null;
            }
        }

        return With(place, editor, d => (d.Put(CancellationToken.None), false));
    }

    public static OnlineProgress Failed(string words) => new(Running: false, words, Failed: true);

    private static OnlineProgress Guarded(Func<OnlineProgress> work)
    {
        try
        {
            return work();
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

    private OnlineProgress Back(DeployPlace place, Editor editor) => With(place, editor, d => (d.Back(null, CancellationToken.None), true));

    private OnlineProgress Go(DeployPlace place, Editor editor) => With(place, editor, deployment =>
    {
        var findings = new Diagnostics();
        var options = new RunOptions(project, Clock.Today(project), Edition.Release) { WithPosters = true, WithPictures = true };
        var built = DiskBuild.Run(options, new() { Report = FindingsPrinter.Both }, findings, CancellationToken.None);
        if (built.IsRefused)
        {
            var errors = findings.Sorted().Where(f => f.Severity == Severity.Error).ToList();
            throw new DeployException(new(
                $"没有上线:有 {errors.Count} 处错误要先改好。第一处在 {errors.FirstOrDefault()?.Span.File.Path}。",
                $"Not online: {Phrase.Count(errors.Count, "error")} to mend first, one in {errors.FirstOrDefault()?.Span.File.Path}."));
        }

        new ProjectGit(project).CommitLedgers(editor);
        Say("建好了,正在上传……");
        var report = deployment.Put(CancellationToken.None);
        if (built is { Plan: { } plan, Published: { } published })
        {
            WebhookRun.Usual.Notify(plan, published, Clock.Now(project, null), new(), CancellationToken.None);
        }

        return (report, false);
    });

    private OnlineProgress With(DeployPlace place, Editor editor, Func<Deployment, (DeployReport Report, bool IsBack)> work)
    {
        using var deployment = new Deployment(project, place, editor)
        {
            Progress = (done, all) => Say($"正在上传 {done}/{all}……"),
        };
        var (report, isBack) = work(deployment);
        return new(Running: false, deployment.Told(report, isBack).Zh, Address: deployment.Address);
    }
}
