using System.CommandLine;
using YuGong.Build;
using YuGong.Leads;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <summary><c>leads scan</c>: proves that nothing of the register is in input/, output/ or git, by the scanner that every build
/// uses.</summary>
internal static class LeadsScan
{
    public static Command Create()
    {
        var git = new Option<bool>("--git") { Description = Terminal.Words("连 git 的全部历史也查(慢一些)",
            "Search all of git's history too (takes longer)") };
        return LeadsOptions.Command(
            "scan", new("在 input/、output/(和 git 历史)里找线索库的每一个私人信息,不论写法,压缩包、PDF、图片里的也找;一个也不该有。",
                "Look in input/, output/ (and git's history) for every private value of the register, however written, in "
                + "archives, PDFs and pictures too; there should be none."),
            (parsed, request) => Run(request, parsed.GetValue(git)), changes: false, final: false, git);
    }

    private static int Run(LeadsRequest request, bool git) => LeadsSession.With(request, (register, findings) =>
    {
        var values = ValuesOf(register);
        var files = Look(request.Project, values, git, findings);
        Phrase found = findings.HasErrors ? new($"有 {findings.Count} 处", $"{findings.Count} found") : new("一个也没有", "none found");
        LeadsSession.Tell(request,
            new($"在 {files} 个文件里找了 {values.Count} 个私人信息,{found.Zh}。",
                $"{Phrase.Count(files, "file")} searched for {Phrase.Count(values.Count, "private value")}: {found.En}."),
            new { files, values = values.Count, found = findings.Count });
        return 0;
    });

    /// <summary>Every private value that the register knows.</summary>
    public static IReadOnlyList<PrivateValue> ValuesOf(LeadRegister register) =>
        [.. register.OpenAll().SelectMany(PrivateValues.Of).Distinct()];

    /// <summary>Looks for them, with a finding for each that is there.</summary>
    /// <returns>How many files were searched.</returns>
    public static int Look(ProjectFolder project, IReadOnlyList<PrivateValue> values, bool git, Diagnostics findings)
    {
        var scanner = new PrivacyScanner(new PrivacyMatcher(values, [], shapes: false));
        var files = 0;
        foreach (var (path, bytes) in values.Count == 0 ? [] : Files(project, git))
        {
            files++;
            Report(scanner.Scan(path, bytes), findings);
        }

        return files;
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Files(ProjectFolder project, bool git)
    {
        foreach (var (name, folder) in new[] { (project.InputName, project.Input), ("output", project.Output) })
        {
            string[] all = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
            foreach (var file in all.Order(StringComparer.Ordinal))
            {
                yield return ($"{name}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", File.ReadAllBytes(file));
            }
        }

        foreach (var (path, bytes) in git ? GitObjects.All(project.Root) : [])
        {
            yield return ($"git » {path}", bytes);
        }
    }

    /// <summary>Each value of a lead once a file, at the first place where it stands; what cannot be read is told, too.</summary>
    private static void Report(IReadOnlyList<PrivateFinding> found, Diagnostics findings)
    {
        foreach (var finding in found.Where(f => f.Match?.Registered is not null)
            .DistinctBy(f => (f.Match!.Registered!.Owner, f.Match.Registered.Kind)))
        {
            var value = finding.Match!.Registered!;
            findings.Report(LeadsRules.PrivateInPublic, PrivatePlaces.Span(finding.Path, finding), value.Owner,
                PrivateKinds.Words(value.Kind));
        }

        foreach (var finding in found.Where(f => f.Unreadable is not null))
        {
            findings.Report(Publishing.PublishingRules.Unsearchable, new SourceFile(finding.Path, "").Whole,
                PrivatePlaces.InsideOf(finding), finding.Unreadable!);
        }
    }
}
