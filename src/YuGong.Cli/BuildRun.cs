using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using YuGong.Build;
using YuGong.Build.Faults;
using YuGong.Cli.Webhooks;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>A build, and what people are told of it; a withdrawal ends with one too.</summary>
internal sealed class BuildRun(bool quiet, bool verbose)
{
    /// <summary>Entries from which on native code is worth its compilation.</summary>
    private const int LeastForNative = 500;

    private static readonly Phrase Advice = new(
        $"网站大了:运行一次 {CommandName.Value} native 编译成本机代码,以后每次构建更快。\n",
        $"The site has grown: run {CommandName.Value} native once, and every build will be quicker.\n");

    /// <summary>Who tells the webhooks what was published; null tells nobody.</summary>
    public WebhookRun? Webhooks { get; init; } = WebhookRun.Usual;

    /// <summary>Done with the site that stands, before webhooks are told; it gives an exit code.</summary>
    public Func<int> Then { get; init; } = () => 0;

    /// <returns>The exit code: 0 for a site that stands, 1 for one that does not.</returns>
    public int Run(RunOptions options, PublishOptions publish, CancellationToken cancel)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var findings = new Diagnostics();
            using var progress = new RunProgress(quiet, verbose);
            var telling = publish with { Report = FindingsPrinter.Both };
            var outcome = DiskBuild.Run(options with { Progress = progress }, telling, findings, cancel);
            progress.Dispose();
            var code = outcome.IsRefused ? Refuse(findings) : Tell(outcome, options.Project, watch);
            code = code == 0 ? Then() : code;
            if (code == 0)
            {
                Notify(outcome, cancel);
            }

            return code;
        }
        catch (DeployException e)
        {
            Terminal.Warn(e.Words);
        }
        catch (OperationCanceledException)
        {
            Terminal.Warn(new("已中断;旧网站原样不动,做好的海报留着下次用。",
                "Interrupted; the old site stands as it was, and finished posters are kept for the next time."));
        }
        catch (Exception e) when (Moved(e) is { } moved)
        {
            Terminal.Warn(new($"构建当中 {moved.Path} 被改动;旧网站原样不动,请再构建一次。",
                $"{moved.Path} was changed during the build; the old site stands as it was. Please build again."));
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            var fault = Fault.Of(e, "build");
            Guard.Say(fault);
            return fault.ExitCode;
        }

        return 1;
    }

    /// <summary>Whoever reads a file late may sit deep in a template or on another thread.</summary>
    private static InputChangedException? Moved(Exception e) => e switch
    {
        InputChangedException moved => moved,
        AggregateException many => many.InnerExceptions.Select(Moved).FirstOrDefault(m => m is not null),
        _ => e.InnerException is { } inner ? Moved(inner) : null,
    };

    private int Refuse(Diagnostics findings)
    {
        var sorted = findings.Sorted();
        var shown = quiet ? [.. sorted.Where(f => f.Severity == Severity.Error)] : sorted;
        var sum = FindingsPrinter.Summary(sorted);
        Terminal.Report(shown);
        Terminal.Warn(new($"没有发布:{sum.Zh}。旧网站原样不动。", $"Not published: {sum.En}. The old site stands as it was."));
        return 1;
    }

    private int Tell(BuildOutcome outcome, ProjectFolder project, Stopwatch watch)
    {
        if (outcome is not { Plan: { } plan, Published: { } published })
        {
            Say(outcome.UpToDate! + new Phrase($"没有改动({watch.ElapsedMilliseconds} ms)。\n",
                $"Nothing has changed ({watch.ElapsedMilliseconds} ms).\n"));
            return 0;
        }

        Say(published.Told);
        foreach (var ledger in published.Ledgers)
        {
            Say(NewsOf(project, ledger) + new Phrase(",请一起提交。\n", "; commit it with the rest.\n"));
        }

        if (published.NotKept is { } why)
        {
            Terminal.Warn(new($"没能记下这次构建({why});下次会多用些时间。",
                $"This build could not be remembered ({why}); the next one will take longer."));
        }

        Say(Summary(plan.Site, published.Report, watch));
        if (verbose)
        {
            Say(Timings(plan, published.Report));
        }

        return 0;
    }

    /// <summary>The site stands, whatever becomes of this.</summary>
    private void Notify(BuildOutcome outcome, CancellationToken cancel)
    {
        if (Webhooks is null || outcome is not { Plan: { } plan, Published: { } published })
        {
            return;
        }

        var findings = new Diagnostics();
        Say(Webhooks.Notify(plan, published, Clock.Now(plan.Options.Project, null), findings, cancel));
        if (findings.Count > 0)
        {
            Terminal.Report(findings.Sorted());
        }
    }

    private static Phrase NewsOf(ProjectFolder project, string ledger) => ledger switch
    {
        "urls.txt" => new($"地址台账 {project.InputName}/{ledger} 有新地址", $"New addresses in {project.InputName}/{ledger}"),
        "claims.txt" => new($"主张台账 {project.InputName}/{ledger} 有改动", $"Changed claims in {project.InputName}/{ledger}"),
        _ => new($"短码台账 {project.InputName}/{ledger} 有新短码", $"New short codes in {project.InputName}/{ledger}"),
    };

    private static Phrase Summary(Site site, PublicationReport report, Stopwatch watch)
    {
        var left = site.LeftOut.Count == 0 ? Phrase.Empty
            : new($",未发布 {site.LeftOut.Count} 条(见上)", $"; {site.LeftOut.Count} left out (see above)");
        var foreign = report.Foreign > 0 ? new($",外来 {report.Foreign} 个原样保留", $", {report.Foreign} of others untouched") : Phrase.Empty;
        var news = site.News.Count == 0 ? Phrase.Empty
            : new($"、动态 {site.News.Count}", $", {Phrase.Count(site.News.Count, "news item")}");
        return new Phrase(
                $"发布 人物 {site.Stories.Count}、老物件 {site.Objects.Count}、对话 {site.Dialogues.Count}、视频 {site.Videos.Count}",
                $"Published: {Phrase.Count(site.Stories.Count, "story", "stories")}, {Phrase.Count(site.Objects.Count, "object")}, "
                + $"{Phrase.Count(site.Dialogues.Count, "dialogue")}, {Phrase.Count(site.Videos.Count, "video")}")
            + news + left
            + new Phrase(
                $"。\n写 {report.Written.Count} 个文件,未动 {report.Kept},移除 {report.Removed.Count}",
                $".\n{Phrase.Count(report.Written.Count, "file")} written, {report.Kept} kept, {report.Removed.Count} removed")
            + foreign
            + new Phrase($";用时 {watch.Elapsed.TotalSeconds:0.00} 秒。\n", $"; {watch.Elapsed.TotalSeconds:0.00} s.\n")
            + (PaysNative(site) ? Advice : Phrase.Empty);
    }

    /// <summary>It is compiled in a minute or two; a site of hundreds of entries gives that back within days.</summary>
    private static bool PaysNative(Site site) =>
        RuntimeFeature.IsDynamicCodeSupported && CommandName.IsOfAClone && site.Entries.Count() >= LeastForNative;

    private static Phrase Timings(SitePlan plan, PublicationReport report)
    {
        var t = report.Timings;
        (string, TimeSpan)[] publishing =
        [
            ("wait", t.Wait), ("look", t.Look), ("render", t.Render), ("stage", t.Stage), ("sync", t.Sync), ("swap", t.Swap),
        ];
        var steps = string.Concat(plan.Steps.Concat(publishing).Select(s => $"  {s.Item1,-10} {s.Item2.TotalMilliseconds,8:0.0} ms\n"));
        var (allocated, pause) = (GC.GetTotalAllocatedBytes() / 1048576.0, GC.GetTotalPauseDuration().TotalMilliseconds);
        var (methods, compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime().TotalMilliseconds);
        return new(
            $"{steps}  写 {report.Bytes / 1024.0:0} kB,渲染 {report.Rendered} 个\n"
            + $"  内存:分配 {allocated:0} MB,回收 {GC.CollectionCount(0)} 次,停 {pause:0} ms;即时编译 {methods} 个方法,{compiling:0} ms\n",
            $"{steps}  {report.Bytes / 1024.0:0} kB written, {report.Rendered} rendered\n"
            + $"  memory: {allocated:0} MB allocated, {GC.CollectionCount(0)} collections, {pause:0} ms paused; "
            + $"{methods} methods compiled in {compiling:0} ms\n");
    }

    private void Say(Phrase text)
    {
        if (!quiet)
        {
            Terminal.Write(Terminal.Words(text));
        }
    }
}
