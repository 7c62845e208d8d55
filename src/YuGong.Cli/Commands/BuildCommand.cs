using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong build</c>: input/ becomes output/, whole or not at all.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var (root, input, date, language, jobs) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date(), SharedOptions.Language(), SharedOptions.Jobs());
        var output = new Option<string?>("--output") { Description = "输出文件夹,默认 output" };
        var pipelines = new Option<string?>("--pipelines") { Description = $"只做这些,用逗号分开:{string.Join(",", SiteBuild.PipelineNames)}" };
        pipelines.Validators.Add(result =>
        {
            foreach (var name in Names(result.Tokens.Count > 0 ? result.Tokens[0].Value : null).Where(n => !SiteBuild.PipelineNames.Contains(n)))
            {
                result.AddError($"没有流水线 {name};有:{string.Join("、", SiteBuild.PipelineNames)}。");
            }
        });
        var force = new Option<bool>("--force") { Description = "连输出文件夹里不是本站生成的文件也清掉" };
        var registered = PrivateValuesFile.Option();
        var compress = new Option<bool>("--compress") { Description = "给网页、脚本、数据各备一份 .br 和 .gz,服务器不用再压" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "只说错误" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "说明每一步、每张海报用了多少时间" };
        var bare = new Option<bool>("--no-posters") { Description = "不做海报(页面也不提海报)" };
        var command = new Command("build", "把 input/ 建成 output/:先全部决定,再整体换上;失败或中断时旧网站原样不动。")
        {
            root, input, output, date, language, jobs, pipelines, bare, force, compress, registered, quiet, verbose,
        };
        command.SetAction((parsed, cancel) =>
        {
            var options = new Options(
                SharedOptions.LanguageOf(parsed.GetValue(language)!), parsed.GetValue(force), parsed.GetValue(quiet), parsed.GetValue(verbose)) { Compress = parsed.GetValue(compress) };
            var request = new BuildRequest(
                ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input), parsed.GetValue(output)), parsed.GetValue(date) ?? ProjectFolder.Today(),
                Edition.Release, Math.Max(1, parsed.GetValue(jobs)), Names(parsed.GetValue(pipelines)))
            {
                Posters = parsed.GetValue(bare) ? null : new(options.Quiet, options.Verbose),
                Pictures = new(options.Quiet, options.Verbose),
                PrivateValues = PrivateValuesFile.Read(parsed.GetValue(registered)),
            };
            return Task.FromResult(Run(request, options, cancel));
        });
        return command;
    }

    private static string StateOf(ProjectFolder project) => Path.Combine(project.Cache, "builds", $"{Fingerprint.Of(project.Output)}.state");

    private static string[] Names(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Options(Language Language, bool Force, bool Quiet, bool Verbose)
    {
        public bool Compress { get; init; }
    }

    private static int Run(BuildRequest request, Options options, CancellationToken cancel)
    {
        try
        {
            return Build(request, options, cancel);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("已中断;旧网站原样不动,做好的海报留着下次用。");
        }
        catch (Exception e) when (Moved(e) is { } moved)
        {
            Console.Error.WriteLine($"构建当中 {moved.Path} 被改动;旧网站原样不动,请再构建一次。");
        }

        return 1;
    }

    /// <summary>Whoever reads a file late may sit deep in a template or on another thread.</summary>
    private static InputMovedException? Moved(Exception e) => e as InputMovedException
        ?? (e is AggregateException many ? many.InnerExceptions.Select(Moved).FirstOrDefault(m => m is not null) : e.InnerException is { } inner ? Moved(inner) : null);

    private static int Build(BuildRequest request, Options options, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var findings = new Diagnostics();
        var project = request.Project;
        var statePath = StateOf(project);
        var known = options.Force ? null : BuildState.Read(statePath);
        var read = SiteBuild.Stamp(request);
        var stamp = options.Compress ? read.Stamp.With(Fingerprint.Of("compressed")) : read.Stamp;
        using var progress = new BuildProgress(options.Quiet);
        if (known is not null && known.Stamp == stamp && StandingSite.IsWhole(project.Output, request.Jobs))
        {
            Say(options, known.Told + $"没有改动({watch.ElapsedMilliseconds} ms)。\n");
            return 0;
        }

        // A first build keeps no entries: on a machine that builds once, nobody would ask for them.
        var entriesPath = Path.ChangeExtension(statePath, ".entries");
        var decided = SiteBuild.Decide(request with { Known = known, Entries = known is null ? KnownEntries.None : KnownEntries.From(entriesPath) }, read, findings, cancel);
        if (decided is not null)
        {
            AddressLedger.Check(request, decided, findings);
        }

        var claims = decided is null ? null : ClaimLedger.In(project.Input, project.InputName, findings).Check(decided.Site, request.Jobs, findings);

        if (decided is null || findings.HasErrors)
        {
            return Refuse(findings, options);
        }

        var privacy = new ProjectPrivacy(project, decided.Site, read, request.PrivateValues);
        var isInputClean = privacy.ScanInput(request.Jobs, memory: true, findings);
        var gate = privacy.Gate();
        var publication = new DiskPublication(project.Output, project.Root)
        {
            Force = options.Force, Jobs = request.Jobs, WhenBusy = BuildProgress.Busy, Progress = progress.Step,
            MayPublish = () => gate.Report(privacy.Places, findings) && isInputClean,
        };
        var plan = gate.Over(decided.Plan);
        plan = options.Compress ? PublicationPlan.Check(CompressedTwins.With(plan.Files), findings)! : plan;
        var (whole, retained) = RetainedAssets.Over(plan, project.Output, known?.Retained ?? RetainedAssets.None, request.Today);
        var report = publication.Publish(whole, findings, cancel);
        progress.Dispose();
        if (report is null)
        {
            return Refuse(findings, options);
        }

        var told = FindingsPrinter.Text(findings.Sorted(), options.Language);
        Say(options, told);
        if (request.HasPages && decided.Ledger.Append(project.Ledger, decided.Plan.Addresses()))
        {
            Say(options, $"地址台账 {project.InputName}/urls.txt 有新地址,请一起提交。\n");
        }

        if (request.HasPages && claims?.Write(project.Input) == true)
        {
            Say(options, $"主张台账 {project.InputName}/claims.txt 有改动,请一起提交。\n");
        }

        Keep(decided.State with { Stamp = stamp, Told = told, Retained = retained }, statePath, known is null ? null : decided.Entries, entriesPath);
        Say(options, Summary(decided, report, watch));
        if (options.Verbose)
        {
            Say(options, Timings(decided, report));
        }

        return 0;
    }

    /// <summary>The site stands: what cannot be kept for the next build costs that one time and nothing else.</summary>
    private static void Keep(BuildState state, string statePath, KnownEntries? entries, string entriesPath)
    {
        try
        {
            state.Write(statePath);
            entries?.Write(entriesPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"没能记下这次构建({e.Message});下次会多用些时间。");
        }
    }

    private static int Refuse(Diagnostics findings, Options options)
    {
        var sorted = findings.Sorted();
        var shown = options.Quiet ? [.. sorted.Where(f => f.Severity == Severity.Error)] : sorted;
        Console.Error.Write(FindingsPrinter.Text(shown, options.Language, !Console.IsErrorRedirected));
        Console.Error.WriteLine($"没有发布:{FindingsPrinter.Summary(sorted, options.Language)}。旧网站原样不动。");
        return 1;
    }

    private static string Summary(DecidedSite decided, PublicationReport report, Stopwatch watch)
    {
        var site = decided.Site;
        var left = site.LeftOut.Count == 0 ? "" : $",未发布 {site.LeftOut.Count} 条(见上)";
        return $"发布 人物 {site.Stories.Count}、老物件 {site.Objects.Count}、对话 {site.Dialogues.Count}、视频 {site.Videos.Count}{left}。\n"
            + $"写 {report.Written.Count} 个文件,未动 {report.Kept},移除 {report.Removed.Count}{(report.Foreign > 0 ? $",外来 {report.Foreign} 个原样保留" : "")};用时 {watch.Elapsed.TotalSeconds:0.00} 秒。\n";
    }

    private static string Timings(DecidedSite decided, PublicationReport report)
    {
        var t = report.Timings;
        (string, TimeSpan)[] publishing = [("wait", t.Wait), ("look", t.Look), ("render", t.Render), ("stage", t.Stage), ("swap", t.Swap)];
        return string.Concat(decided.Steps.Concat(publishing).Select(s => $"  {s.Item1,-10} {s.Item2.TotalMilliseconds,8:0.0} ms\n")) + $"  写 {report.Bytes / 1024.0:0} kB,渲染 {report.Rendered} 个\n"
            + $"  内存:分配 {GC.GetTotalAllocatedBytes() / 1048576.0:0} MB,回收 {GC.CollectionCount(0)} 次,停 {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms;"
            + $"即时编译 {JitInfo.GetCompiledMethodCount()} 个方法,{JitInfo.GetCompilationTime().TotalMilliseconds:0} ms\n";
    }

    private static void Say(Options options, string text)
    {
        if (!options.Quiet && text.Length > 0)
        {
            Console.Out.Write(text);
        }
    }
}
