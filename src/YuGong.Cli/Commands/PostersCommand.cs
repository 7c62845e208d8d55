using System.CommandLine;
using System.Diagnostics;
using YuGong.Build;
using YuGong.Build.Exports;
using YuGong.Build.Stores;
using YuGong.Content;
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
        var (language, jobs) = (SharedOptions.Language(), SharedOptions.Jobs());
        var stories = Names("--story", "只做这些人物(id);yugong 是全站的海报");
        var designs = Names("--design", "只做这些设计,如 peak,voice");
        var shapes = Names("--shape", "只做这些幅面,如 a3,3x4");
        var formats = Names("--format", $"只做这些格式:{string.Join(",", PosterFormat.All)}");
        formats.Validators.Add(result =>
        {
            foreach (var name in result.Tokens.SelectMany(t => Split(t.Value)).Where(n => PosterFormat.All.All(f => f.Name != n)))
            {
                result.AddError($"没有格式 {name};有:{string.Join("、", PosterFormat.All)}。");
            }
        });
        var shard = new Option<Shard>("--shard")
        {
            Description = "只做第 I 份,共 N 份(I/N):几台机器分着做,合起来与一台做的一模一样",
            DefaultValueFactory = _ => Shard.Whole,
            CustomParser = result =>
            {
                if (Shard.Parse(result.Tokens[0].Value) is { } part)
                {
                    return part;
                }

                result.AddError($"--shard 要写成 3/16 的样子,不能是“{result.Tokens[0].Value}”。");
                return Shard.Whole;
            },
        };
        var output = new Option<string>("--output") { Description = "海报放到这个文件夹", DefaultValueFactory = _ => "posters" };
        var store = new Option<string?>("--cache") { Description =
            "做好的文件存在这里,几台机器可以共用:一个文件夹,或 S3 兼容的桶 s3://桶/前缀(docs/scale.md);默认 .cache/posters" };
        var preview = new Option<bool>("--preview") { Description = "连示例和草稿也做(带“示例”条,不能发布)" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "只说错误" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "说明每张海报用了多少时间" };
        var command = new Command("posters", "把人物故事做成海报和设计师套件:SVG、PDF、PNG、JPEG、WebP、CMYK TIFF。")
        {
            stories, designs, shapes, formats, shard, output, store, preview, jobs, root, input, date, language, quiet, verbose,
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
                var spoken = SharedOptions.LanguageOf(parsed.GetValue(language)!);
                return Task.FromResult(Run(options, spoken, parsed.GetValue(quiet), parsed.GetValue(verbose), cancel));
            }
            catch (Exception e) when (BucketException.In(e) is { } bucket)
            {
                Console.Error.WriteLine(bucket.Message);
                return Task.FromResult(1);
            }
        });
        return command;
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description + "(用逗号分开)", AllowMultipleArgumentsPerToken = true };

    private static IEnumerable<string> Split(string names) =>
        names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> Chosen(string[]? names) => [.. (names ?? []).SelectMany(Split)];

    private static int Run(PosterExportOptions options, Language language, bool quiet, bool verbose, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var findings = new Diagnostics();
        if (!MayWrite(options, findings))
        {
            return Refuse(findings, language);
        }

        using var progress = new RunProgress(quiet, verbose);
        using var export = PosterExport.Plan(options with { Run = options.Run with { Progress = progress } }, findings);
        if (export is null || findings.HasErrors)
        {
            return Refuse(findings, language);
        }

        if (export.Orders.Count == 0)
        {
            Console.Error.WriteLine("没有这样的海报。" + export.Known());
            return 2;
        }

        IReadOnlyList<RenderedPoster> pressed;
        try
        {
            pressed = export.Write(findings, cancel);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("已中断;做好的文件都是完整的,再运行一次会接着做。");
            return 1;
        }

        var sorted = findings.Sorted();

        // What the content says besides is the business of check and build.
        var shown = sorted.Where(f => f.Severity == Severity.Error || (!quiet && IsOfPosters(f))).ToList();
        Console.Error.Write(FindingsPrinter.Text(shown, language, !Console.IsErrorRedirected));
        if (!quiet)
        {
            var fresh = pressed.Count(p => p.Took > TimeSpan.Zero);
            Console.Out.WriteLine(
                $"海报 {pressed.Count} 张(新做 {fresh}),文件 {pressed.Sum(p => p.Files.Count)} 个,写入 {export.Delivered} 个,"
                + $"在 {options.Folder};用时 {watch.Elapsed.TotalSeconds:0.00} 秒。");
        }

        return findings.HasErrors ? 1 : 0;
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

    private static int Refuse(Diagnostics findings, Language language)
    {
        Console.Error.Write(FindingsPrinter.Text(findings.Sorted(), language, !Console.IsErrorRedirected));
        Console.Error.WriteLine("没有做海报。");
        return 1;
    }
}
