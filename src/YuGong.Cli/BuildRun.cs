using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using YuGong.Build;
using YuGong.Build.Faults;
using YuGong.Cli.Webhooks;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>A build, and what people are told of it; a withdrawal ends with one too.</summary>
internal sealed class BuildRun(Language language, bool quiet, bool verbose)
{
    /// <summary>Entries from which on native code is worth its compilation.</summary>
    private const int LeastForNative = 500;

    /// <summary>Who tells the webhooks what was published; null tells nobody.</summary>
    public WebhookRun? Webhooks { get; init; } = WebhookRun.Usual;

    /// <returns>The exit code: 0 for a site that stands, 1 for one that does not.</returns>
    public int Run(RunOptions options, PublishOptions publish, CancellationToken cancel)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var findings = new Diagnostics();
            using var progress = new RunProgress(quiet, verbose);
            var telling = publish with { Report = found => FindingsPrinter.Text(found, language) };
            var outcome = DiskBuild.Run(options with { Progress = progress }, telling, findings, cancel);
            progress.Dispose();
            var code = outcome.IsRefused ? Refuse(findings) : Tell(outcome, options.Project, watch);
            Notify(outcome, cancel);
            return code;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("已中断;旧网站原样不动,做好的海报留着下次用。");
        }
        catch (Exception e) when (Moved(e) is { } moved)
        {
            Console.Error.WriteLine($"构建当中 {moved.Path} 被改动;旧网站原样不动,请再构建一次。");
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
        Console.Error.Write(FindingsPrinter.Text(shown, language, !Console.IsErrorRedirected));
        Console.Error.WriteLine($"没有发布:{FindingsPrinter.Summary(sorted, language)}。旧网站原样不动。");
        return 1;
    }

    private int Tell(BuildOutcome outcome, ProjectFolder project, Stopwatch watch)
    {
        if (outcome is not { Plan: { } plan, Published: { } published })
        {
            Say(outcome.UpToDate + $"没有改动({watch.ElapsedMilliseconds} ms)。\n");
            return 0;
        }

        Say(published.Told);
        foreach (var ledger in published.Ledgers)
        {
            Say($"{NewsOf(project, ledger)},请一起提交。\n");
        }

        if (published.NotKept is { } why)
        {
            Console.Error.WriteLine($"没能记下这次构建({why});下次会多用些时间。");
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
            Console.Error.Write(FindingsPrinter.Text(findings.Sorted(), language, !Console.IsErrorRedirected));
        }
    }

    private static string NewsOf(ProjectFolder project, string ledger) => ledger switch
    {
        "urls.txt" => $"地址台账 {project.InputName}/{ledger} 有新地址",
        "claims.txt" => $"主张台账 {project.InputName}/{ledger} 有改动",
        _ => $"短码台账 {project.InputName}/{ledger} 有新短码",
    };

    private static string Summary(Site site, PublicationReport report, Stopwatch watch)
    {
        var left = site.LeftOut.Count == 0 ? "" : $",未发布 {site.LeftOut.Count} 条(见上)";
        var foreign = report.Foreign > 0 ? $",外来 {report.Foreign} 个原样保留" : "";
        return $"发布 人物 {site.Stories.Count}、老物件 {site.Objects.Count}、对话 {site.Dialogues.Count}、视频 {site.Videos.Count}{left}。\n"
            + $"写 {report.Written.Count} 个文件,未动 {report.Kept},移除 {report.Removed.Count}{foreign};"
            + $"用时 {watch.Elapsed.TotalSeconds:0.00} 秒。\n"
            + (PaysNative(site) ? $"网站大了:运行一次 {CommandName.Value} native 编译成本机代码,以后每次构建更快。\n" : "");
    }

    /// <summary>It is compiled in a minute or two; a site of hundreds of entries gives that back within days.</summary>
    private static bool PaysNative(Site site) =>
        RuntimeFeature.IsDynamicCodeSupported && CommandName.IsOfAClone && site.Entries.Count() >= LeastForNative;

    private static string Timings(SitePlan plan, PublicationReport report)
    {
        var t = report.Timings;
        (string, TimeSpan)[] publishing =
        [
            ("wait", t.Wait), ("look", t.Look), ("render", t.Render), ("stage", t.Stage), ("sync", t.Sync), ("swap", t.Swap),
        ];
        var steps = plan.Steps.Concat(publishing).Select(s => $"  {s.Item1,-10} {s.Item2.TotalMilliseconds,8:0.0} ms\n");
        var (allocated, pause) = (GC.GetTotalAllocatedBytes() / 1048576.0, GC.GetTotalPauseDuration().TotalMilliseconds);
        return string.Concat(steps) + $"  写 {report.Bytes / 1024.0:0} kB,渲染 {report.Rendered} 个\n"
            + $"  内存:分配 {allocated:0} MB,回收 {GC.CollectionCount(0)} 次,停 {pause:0} ms;"
            + $"即时编译 {JitInfo.GetCompiledMethodCount()} 个方法,{JitInfo.GetCompilationTime().TotalMilliseconds:0} ms\n";
    }

    private void Say(string text)
    {
        if (!quiet && text.Length > 0)
        {
            Console.Out.Write(text);
        }
    }
}
