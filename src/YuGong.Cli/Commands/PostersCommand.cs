using System.CommandLine;
using System.Diagnostics;
using YuGong.Build;
using YuGong.Build.Exports;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong posters</c>: stories become posters, in a folder for designers and printers.</summary>
internal static class PostersCommand
{
    public static Command Create()
    {
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var jobs = SharedOptions.Jobs();
        var stories = Names("--story", new("只做这些人物(id);yugong 是全站的海报",
            "Only these people (ids); yugong is the poster of the whole site"));
        var designs = Names("--design", new("只做这些设计,如 peak,voice", "Only these designs, such as peak,voice"));
        var shapes = Names("--shape", new("只做这些幅面,如 a3,3x4", "Only these shapes, such as a3,3x4"));
        var formats = Names("--format", new($"只做这些格式:{string.Join(",", PosterFormat.All)}",
            $"Only these formats: {string.Join(",", PosterFormat.All)}"));
        formats.Validators.Add(result =>
        {
            foreach (var name in result.Tokens.SelectMany(t => Split(t.Value)).Where(n => PosterFormat.All.All(f => f.Name != n)))
            {
                result.AddError(Terminal.Words($"没有格式 {name};有:{string.Join("、", PosterFormat.All)}。",
                    $"There is no format {name}; there are: {string.Join(", ", PosterFormat.All)}."));
            }
        });
        var shard = new Option<Shard>("--shard")
        {
            Description = Terminal.Words("只做第 I 份,共 N 份(I/N):几台机器分着做,合起来与一台做的一模一样",
                "Only part I of N (I/N): several machines share the work, and together they make exactly what one would"),
            DefaultValueFactory = _ => Shard.Whole,
            CustomParser = result =>
            {
                if (Shard.Parse(result.Tokens[0].Value) is { } part)
                {
                    return part;
                }

                result.AddError(Terminal.Words($"--shard 要写成 3/16 的样子,不能是“{result.Tokens[0].Value}”。",
                    $"--shard wants something like 3/16, not '{result.Tokens[0].Value}'."));
                return Shard.Whole;
            },
        };
        var output = new Option<string>("--output") { Description = Terminal.Words("海报放到这个文件夹",
            "Folder for the posters"), DefaultValueFactory = _ => "posters" };
        var store = new Option<string?>("--cache") { Description =
            Terminal.Words("做好的文件存在这里,几台机器可以共用:一个文件夹,或 S3 兼容的桶 s3://桶/前缀(docs/scale.md);默认 .cache/posters",
                "Store of finished files, which several machines can share: a folder, or an S3-compatible bucket s3://bucket/prefix "
                    + "(docs/scale.md); usually .cache/posters") };
        var preview = new Option<bool>("--preview") { Description = Terminal.Words("连示例和草稿也做(带“示例”条,不能发布)",
            "Make samples and drafts too (with a sample ribbon; not for publication)") };
        var quiet = new Option<bool>("--quiet", "-q") { Description = Terminal.Words("只说错误", "Say errors only") };
        var verbose = new Option<bool>("--verbose", "-v") { Description = Terminal.Words("说明每张海报用了多少时间",
            "Tell how long each poster took") };
        var command = new Command("posters", Terminal.Words("把人物故事做成海报和设计师套件:SVG、PDF、PNG、JPEG、WebP、CMYK TIFF。",
            "Make posters and designers' kits of the stories: SVG, PDF, PNG, JPEG, WebP, CMYK TIFF."))
        {
            stories, designs, shapes, formats, shard, output, store, preview, jobs, root, input, date, quiet, verbose,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var edition = parsed.GetValue(preview) ? Edition.Preview : Edition.Release;
            var run = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), edition)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)),
            };
            var choice = new PosterChoice(
                Chosen(parsed.GetValue(stories)), Chosen(parsed.GetValue(designs)), Chosen(parsed.GetValue(shapes)),
                parsed.GetValue(shard)!);
            var chosen = Chosen(parsed.GetValue(formats));
            List<PosterFormat> wanted = [.. PosterFormat.All.Where(f => chosen.Count == 0 || chosen.Contains(f.Name))];
            var folder = Path.GetFullPath(Path.Combine(project.Root, parsed.GetValue(output)!));
            var options = new PosterExportOptions(run, choice, wanted, folder, parsed.GetValue(store));
            try
            {
                return Task.FromResult(Run(options, parsed.GetValue(quiet), parsed.GetValue(verbose), cancel));
            }
            catch (Exception e) when (BucketException.In(e) is { } bucket)
            {
                Terminal.Warn(bucket.Words);
                return Task.FromResult(1);
            }
        });
        return command;
    }

    private static Option<string[]> Names(string name, Phrase description) => new(name)
    {
        Description = Terminal.Words(description + new Phrase("(用逗号分开)", " (separated by commas)")), AllowMultipleArgumentsPerToken = true,
    };

    private static IEnumerable<string> Split(string names) =>
        names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> Chosen(string[]? names) => [.. (names ?? []).SelectMany(Split)];

    private static int Run(PosterExportOptions options, bool quiet, bool verbose, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var findings = new Diagnostics();
        if (!MayWrite(options, findings))
        {
            return Refuse(findings);
        }

        using var progress = new RunProgress(quiet, verbose);
        using var export = PosterExport.Plan(options with { Run = options.Run with { Progress = progress } }, findings);
        if (export is null || findings.HasErrors)
        {
            return Refuse(findings);
        }

        if (export.Orders.Count == 0)
        {
            Terminal.Warn(new Phrase("没有这样的海报。", "There is no such poster. ") + export.Known());
            return 2;
        }

        IReadOnlyList<RenderedPoster> pressed;
        try
        {
            pressed = export.Write(findings, cancel);
        }
        catch (OperationCanceledException)
        {
            Terminal.Warn(new("已中断;做好的文件都是完整的,再运行一次会接着做。",
                "Interrupted; finished files are whole, and the next run goes on from there."));
            return 1;
        }

        var sorted = findings.Sorted();

        // What the content says besides is the business of check and build.
        var shown = sorted.Where(f => f.Severity == Severity.Error || (!quiet && IsOfPosters(f))).ToList();
        Terminal.Report(shown);
        if (!quiet)
        {
            var fresh = pressed.Count(p => p.Took > TimeSpan.Zero);
            var files = pressed.Sum(p => p.Files.Count);
            Terminal.Say(new(
                $"海报 {pressed.Count} 张(新做 {fresh}),文件 {files} 个,写入 {export.Delivered} 个,"
                + $"在 {options.Folder};用时 {watch.Elapsed.TotalSeconds:0.00} 秒。",
                $"{Phrase.Count(pressed.Count, "poster")} ({fresh} new), {Phrase.Count(files, "file")}, {export.Delivered} written, "
                + $"in {options.Folder}; {watch.Elapsed.TotalSeconds:0.00} s."));
        }

        var missing = pressed.Where(p => !p.Holds).Select(p => p.Order.Name.ToString()).ToList();
        if (missing.Count > 0)
        {
            Terminal.Warn(new($"没有做成 {missing.Count} 张,以前做的也撤下了:{string.Join('、', missing)}。",
                $"{Phrase.Count(missing.Count, "poster")} not made, and what was made of them before is taken away: "
                + $"{string.Join(", ", missing)}."));
        }

        return findings.HasErrors || missing.Count > 0 ? 1 : 0;
    }

    private static bool IsOfPosters(Diagnostic finding) => finding.Rule.Code.StartsWith("YG5", StringComparison.Ordinal);

    /// <summary>Asked before anything is loaded or noted.</summary>
    private static bool MayWrite(PosterExportOptions options, Diagnostics findings)
    {
        var project = options.Run.Project;
        var mayFill = WritePlaces.Public(project).MayFill(options.Folder, FolderKind.Posters, findings);
        var isBucket = options.Cache is null || BucketAddress.Parse(options.Cache) is not null;
        return mayFill & (isBucket || WritePlaces.Public(project, ".cache").IsFree(Path.GetFullPath(options.Cache!), findings));
    }

    private static int Refuse(Diagnostics findings)
    {
        Terminal.Report(findings.Sorted());
        Terminal.Warn(new("没有做海报。", "No posters were made."));
        return 1;
    }
}
