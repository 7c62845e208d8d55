using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads import</c>: forms and mails into the register.</summary>
internal static class LeadsImport
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "征集表(.docx)、邮件(.eml),或装着它们的文件夹", Arity = ArgumentArity.OneOrMore };
        return LeadsOptions.Command(
            "import", "收进征集表和邮件:原件加密收存,一人一条登记;没读懂的全部列出;同一份表不重复登记。",
            (parsed, request) => Run(request, parsed.GetValue(paths)!), changes: true, final: false, paths);
    }

    private static int Run(LeadsRequest request, string[] paths)
    {
        var missing = paths.Where(p => !Path.Exists(p)).ToList();
        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"没有这个文件或文件夹:{string.Join("、", missing)}");
            return 2;
        }

        return request.DryRun ? Try(request, paths) : LeadsSession.With(request, (register, findings) =>
        {
            var files = Files(paths, findings);
            using var progress = new CountedProgress("收件", files.Count, request.Json);
            var import = new Import(register, LeadsSession.Words(request, findings).Taxonomies,
                request.AuditContext) { Progress = progress.Set };
            var done = import.Run(files, Environment.ProcessorCount, findings, CancellationToken.None);
            progress.Dispose();
            Tell(request, done);
            return 0;
        });
    }

    /// <summary>Reads everything, keeps nothing.</summary>
    private static int Try(LeadsRequest request, string[] paths)
    {
        var findings = new Diagnostics();
        var words = LeadsSession.Words(request, findings).Taxonomies;
        var read = new List<IncomingDocument>();
        foreach (var incoming in Import.Read(Files(paths, findings), Environment.ProcessorCount, CancellationToken.None)
            .SelectMany(some => some))
        {
            findings.Add(incoming.Findings);
            findings.Add(incoming.Forms.SelectMany(f =>
                FormCheck.Check(f.Form, new SourceFile(incoming.Path, "").Whole, words, request.Today)));
            read.Add(incoming with { Bytes = [] });
        }

        if (request.Json)
        {
            LeadsSession.Print(read.Select(i => new { path = i.Path, people = i.Forms.Count, held = i.Held }));
        }
        else
        {
            Console.WriteLine(
                $"试读 {read.Count} 个文件:{read.Sum(i => i.Forms.Count)} 个人,{read.Count(i => i.Held is not null)} 个文件读不出线索。什么也没有存。");
        }

        return LeadsSession.Say(request, findings);
    }

    private static void Tell(LeadsRequest request, IReadOnlyList<Imported> done)
    {
        if (request.Json)
        {
            LeadsSession.Print(done.Select(d => new { path = d.Path, numbers = d.Numbers, @new = d.New, held = d.Held }));
            return;
        }

        foreach (var one in done.Count > 40 ? [] : done)
        {
            var became = one.Held == Import.LeftThere ? "(留在原处)" : one.Numbers.Count == 0 ? "(待人工)" : string.Join("、", one.Numbers);
            Console.WriteLine($"  {became} ← {VisibleText.Line(one.Path)}");
        }

        var left = done.Count(d => d.Held == Import.LeftThere);
        var (again, held) = (done.Count(d => d.New == 0 && d.Held is null), done.Count(d => d.Held is not null) - left);
        var leftWords = left == 0 ? "" : $",留在原处 {left} 个";
        Console.WriteLine(
            $"收 {done.Count} 个文件:新登记 {done.Sum(d => d.New)} 条,重复 {again} 个,待人工 {held} 个({CommandName.Value} leads held){leftWords}。");
    }

    private static List<WaitingFile> Files(string[] paths, Diagnostics findings) =>
        [.. paths.SelectMany(path => Directory.Exists(path)
            ? IncomingFile.In(path, findings) : [new(path.Replace('\\', '/'), Path.GetFullPath(path))])];
}
