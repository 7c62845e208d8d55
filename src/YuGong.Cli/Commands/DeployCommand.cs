using System.CommandLine;
using YuGong.Build;
using YuGong.Cli.Webhooks;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong deploy</c>: builds the release and puts it online; says what is online; goes back.</summary>
internal static class DeployCommand
{
    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var name = new Argument<string?>("target") { Description = Terminal.Words("上线到哪里:statiq.json 里 Deploy 的名称;只有一个就不必写",
            "Where: a name of Deploy in statiq.json; not needed where there is only one"), Arity = ArgumentArity.ZeroOrOne };
        var dry = new Option<bool>("--dry-run") { Description = Terminal.Words("只检查、只看:能不能上线、现在什么在线、会加会改会去掉哪些文件;什么也不改",
            "Check and look only: whether it could go online, what is, and which files would come, change and go; nothing is changed") };
        var verbose = new Option<bool>("--verbose", "-v") { Description = Terminal.Words(
            $"和 --dry-run 一起:文件全部列出,不只前 {OnlineDifference.Most} 个",
            $"With --dry-run: list all files, not the first {OnlineDifference.Most} only") };
        var status = new Option<bool>("--status") { Description = Terminal.Words("只说现在什么在线、谁什么时候上线的、可以退回到哪里",
            "Only tell what is online, by whom, since when, and what one can go back to") };
        var back = new Option<string?>("--back") { Description = Terminal.Words("退回上一版,或写一个版本",
            "Go back to the previous release, or to the one given"), Arity = ArgumentArity.ZeroOrOne };
        var adopt = new Option<bool>("--adopt") { Description = Terminal.Words("git 分支上有别人的提交时,在它上面发布(历史留着)",
            "On a branch with commits of others: publish on top of them (the history stays)") };
        var compress = new Option<bool>("--compress") { Description = Terminal.Words("给网页、脚本、数据各备一份 .br 和 .gz",
            "Put a .br and a .gz beside pages, scripts and data") };
        var loose = new Option<bool>("--no-commit") { Description = Terminal.Words("不提交构建写的台账",
            "Do not commit the ledgers that the build wrote") };
        var push = new Option<bool>("--push") { Description = Terminal.Words("上线以后推送仓库", "Push the repository after going online") };
        var by = new Option<string?>("--by") { Description = Terminal.Words("谁上线的,默认 git 的 user.name",
            "Who does it, usually user.name of git") };
        var command = new Command("deploy", Terminal.Words("上线:构建,提交台账,传到 statiq.json 里 Deploy 写的地方;只传有变化的,断了再运行一次会接着做。",
            "Go online: build, commit the ledgers, upload to a place of Deploy in statiq.json; only changes travel, and what was "
            + "interrupted goes on when it is run again."))
        {
            name, root, input, date, dry, verbose, status, back, adopt, compress, loose, push, by,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var places = Settings.Peek(project.Settings).Deploy;
            if (Choose(places, parsed.GetValue(name), all: parsed.GetValue(status)) is not { } chosen)
            {
                return Task.FromResult(2);
            }

            var sitting = GitUser.Of(project.Root);
            var editor = parsed.GetValue(by) is { Length: > 0 } said ? sitting with { Name = said } : sitting;
            var run = new DeployRun(project, editor, parsed.GetValue(date) ?? Clock.Today(project))
            {
                Adopt = parsed.GetValue(adopt), Compress = parsed.GetValue(compress), Commit = !parsed.GetValue(loose),
                Push = parsed.GetValue(push), Verbose = parsed.GetValue(verbose),
            };
            return Task.FromResult(Guarded(() => parsed.GetValue(status) ? run.Status(chosen, cancel)
                : parsed.GetValue(dry) ? run.Rehearse(chosen[0], cancel)
                : parsed.GetResult(back) is { Implicit: false } ? run.Back(chosen[0], parsed.GetValue(back), cancel)
                : run.Deploy(chosen[0], cancel)));
        });
        return command;
    }

    /// <returns>Null, told why, when nobody can know what is meant.</returns>
    private static IReadOnlyList<DeployPlace>? Choose(IReadOnlyList<DeployPlace> places, string? name, bool all)
    {
        var names = Phrase.List(places.Select(p => p.Name));
        if (places.Count == 0)
        {
            Terminal.Warn(new("statiq.json 里没有可用的 Deploy:写法见 docs/operations.md。",
                "statiq.json has no usable Deploy: see docs/operations.md."));
            return null;
        }

        if (name is null && (all || places.Count == 1))
        {
            return places;
        }

        if (places.FirstOrDefault(p => p.Name == name) is { } place)
        {
            return [place];
        }

        Terminal.Warn(name is null
            ? new($"上线到哪里?有:{names.Zh}。", $"Where to? There are: {names.En}.")
            : new($"没有“{name}”;有:{names.Zh}。", $"There is no '{name}'; there are: {names.En}."));
        return null;
    }

    private static int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (DeployException e)
        {
            Terminal.Warn(e.Words);
        }
        catch (OperationCanceledException)
        {
            Terminal.Warn(new("已中断;再运行一次会接着做。", "Interrupted; run it again and it goes on from there."));
        }

        return 1;
    }
}

/// <summary>The ways to use <c>yugong deploy</c>, each with an exit code.</summary>
internal sealed class DeployRun(ProjectFolder project, Editor editor, DateOnly today)
{
    public bool Adopt { get; init; }

    public bool Compress { get; init; }

    public bool Commit { get; init; }

    public bool Push { get; init; }

    public bool Verbose { get; init; }

    public int Status(IReadOnlyList<DeployPlace> places, CancellationToken cancel)
    {
        var code = 0;
        foreach (var place in places)
        {
            try
            {
                using var deployment = Open(place);
                Terminal.Say(deployment.Told(deployment.Look(cancel)));
            }
            catch (DeployException e)
            {
                Terminal.Warn(e.Words);
                code = 1;
            }
        }

        return code;
    }

    /// <summary>All that a build would find, a look at the place, and the files in which the two differ.</summary>
    public int Rehearse(DeployPlace place, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        using var deployment = Open(place);
        var prints = SitePlanner.Plan(Options(), memory: null, findings, cancel) is { } plan && !findings.HasErrors
            ? PlanRendering.Prints(plan, Compress, bytes => deployment.PrintOf(bytes.Span), findings, cancel) : null;
        Terminal.Report(findings.Sorted());
        Terminal.Say(deployment.Told(deployment.Look(cancel)));
        if (prints is null || findings.HasErrors)
        {
            Terminal.Say(new("不能上线:先改好上面的错误。什么也没有改。", "It could not go online: mend the errors above first. Nothing was changed."));
            return 1;
        }

        Terminal.Say(deployment.Compare(prints, cancel).Told(Verbose));
        Terminal.Say(new("可以上线。只是看看,什么也没有改。", "It could go online. This was a look; nothing was changed."));
        return 0;
    }

    public int Back(DeployPlace place, string? id, CancellationToken cancel)
    {
        using var deployment = Open(place);
        Terminal.Say(deployment.Told(deployment.Back(id, cancel), isBack: true));
        return 0;
    }

    public int Deploy(DeployPlace place, CancellationToken cancel)
    {
        using var progress = new CountedProgress(Terminal.Words("上传", "Uploading"), 100, quiet: false) { IsLong = true };
        using var deployment = new Deployment(project, place, editor)
        {
            Adopt = Adopt, Progress = (done, all) => progress.Set(all == 0 ? 100 : done * 100 / all),
        };
        deployment.Look(cancel); // whether the place can be used at all is better said before a build of minutes
        var building = new BuildRun(quiet: true, verbose: false)
        {
            Webhooks = WebhookRun.Usual,
            Then = () =>
            {
                if (Commit && new ProjectGit(project).CommitLedgers(editor) is { } said)
                {
                    Terminal.Say(said);
                }

                var report = deployment.Put(cancel);
                progress.Dispose();
                Terminal.Say(deployment.Told(report, isBack: false));
                if (Push)
                {
                    Terminal.Say(new ProjectGit(project).Push().Words);
                }

                return 0;
            },
        };
        return building.Run(Options(), new() { Compress = Compress }, cancel);
    }

    private Deployment Open(DeployPlace place) => new(project, place, editor) { Adopt = Adopt };

    private RunOptions Options() => new(project, today, Edition.Release) { WithPosters = true, WithPictures = true };
}
