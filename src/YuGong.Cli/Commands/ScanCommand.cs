using System.CommandLine;
using YuGong.Build;
using YuGong.Content;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <summary><c>yugong scan</c>: every file under a folder, ours or not, is searched for what is private.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var (root, jobs, registered) = (SharedOptions.Root(), SharedOptions.Jobs(), PrivateValuesFile.Option());
        var folder = new Argument<string>("folder") { Description = Terminal.Words("要查的文件夹,默认 output",
            "Folder to search, usually output"), DefaultValueFactory = _ => "output" };
        var command = new Command("scan", Terminal.Words("查一个文件夹里的全部文件(包括图片元数据和压缩包)有没有电话、身份证号、银行卡号、邮箱、微信号和登记册里的私人信息。",
            "Search every file in a folder (metadata of pictures and archives too) for telephone, identity and bank card numbers, "
                + "mail addresses, WeChat names and what the register holds.")) { folder, root, jobs, registered };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!);
            var where = Path.GetFullPath(parsed.GetValue(folder)!, project.Root);
            if (!Directory.Exists(where))
            {
                Terminal.Warn(new($"没有文件夹 {parsed.GetValue(folder)}。先运行 {CommandName.Value} build。",
                    $"There is no folder {parsed.GetValue(folder)}. Run {CommandName.Value} build first."));
                return 2;
            }

            var findings = new Diagnostics();
            var gate = new PrivacyGate(ScannerOf(project, PrivateValuesFile.Read(parsed.GetValue(registered))), _ => false);
            List<string> files = [.. Directory.EnumerateFiles(where, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parsed.GetValue(jobs)) }, file =>
                gate.Scan(Path.GetRelativePath(where, file).Replace('\\', '/'), PlainFile.Bytes(file)));
            var clean = gate.Report(new(Path.GetRelativePath(project.Root, where), null, [], null), findings);
            Terminal.Write(FindingsPrinter.Text(findings.Sorted(), Terminal.Language, !Console.IsOutputRedirected));
            var searched = Phrase.Count(files.Count, "file");
            Terminal.Say(clean ? new($"查了 {files.Count} 个文件,没有私人信息。", $"{searched} searched, nothing private.")
                : new($"查了 {files.Count} 个文件,发现 {findings.Count} 处私人信息。",
                    $"{searched} searched, {findings.Count} with something private."));
            return clean ? 0 : 1;
        });
        return command;
    }

    /// <summary>What is public is read from the project, even if the project has mistakes.</summary>
    private static PrivacyScanner ScannerOf(ProjectFolder project, IReadOnlyList<PrivateValue> values) =>
        ProjectPrivacy.ScannerOf(project.Load(Edition.Release, Clock.Today(project), new()), values);
}
