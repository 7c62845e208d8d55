using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads import</c>: forms and mails into the register.</summary>
internal static class LeadsImport
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = Terminal.Words("征集表(.docx)、邮件(.eml),或装着它们的文件夹",
            "Forms (.docx), mails (.eml), or folders of them"), Arity = ArgumentArity.OneOrMore };
        return LeadsOptions.Command(
            "import", new("收进征集表和邮件:原件加密收存,一人一条登记;没读懂的全部列出;同一份表不重复登记。",
                "Take in forms and mails: originals are kept sealed, each person becomes a lead, what was not understood is "
                + "listed, no form counts twice."),
            (parsed, request) => Run(request, parsed.GetValue(paths)!), changes: true, final: false, paths);
    }

    private static int Run(LeadsRequest request, string[] paths)
    {
        var missing = paths.Where(p => !Path.Exists(p)).ToList();
        if (missing.Count > 0)
        {
            Terminal.Warn(new($"没有这个文件或文件夹:{string.Join("、", missing)}",
                $"There is no such file or folder: {string.Join(", ", missing)}"));
            return 2;
        }

        return request.DryRun ? Try(request, paths) : LeadsSession.With(request, (register, findings) =>
        {
            var files = Files(paths, findings);
            using var progress = new CountedProgress(Terminal.Words("收件", "Intake"), files.Count, request.Json);
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
            var (people, unread) = (read.Sum(i => i.Forms.Count), read.Count(i => i.Held is not null));
            Terminal.Say(new(
                $"试读 {read.Count} 个文件:{people} 个人,{unread} 个文件读不出线索。什么也没有存。",
                $"{Phrase.Count(read.Count, "file")} read: {Phrase.Count(people, "person", "people")}, {Phrase.Count(unread, "file")} "
                    + $"without a lead. Nothing was kept."));
        }

        return LeadsSession.Say(findings);
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
            var became = one.Held == Import.LeftThere ? new("(留在原处)", "(left where it is)")
                : one.Numbers.Count == 0 ? new("(待人工)", "(waits for people)") : Phrase.List(one.Numbers.Select(n => n.ToString()));
            Terminal.Write($"  {Terminal.Words(became)} ← {VisibleText.Line(one.Path)}\n");
        }

        var left = done.Count(d => d.Held == Import.LeftThere);
        var (again, held) = (done.Count(d => d.New == 0 && d.Held is null), done.Count(d => d.Held is not null) - left);
        var fresh = done.Sum(d => d.New);
        Terminal.Say(
            new Phrase(
                $"收 {done.Count} 个文件:新登记 {fresh} 条,重复 {again} 个,待人工 {held} 个({CommandName.Value} leads held)",
                $"{Phrase.Count(done.Count, "file")} taken in: {Phrase.Count(fresh, "new lead")}, {again} known, "
                + $"{held} waiting for people ({CommandName.Value} leads held)")
            + (left == 0 ? Phrase.Empty : new($",留在原处 {left} 个", $", {left} left where they are"))
            + new Phrase("。", "."));
    }

    private static List<WaitingFile> Files(string[] paths, Diagnostics findings) =>
        [.. paths.SelectMany(path => Directory.Exists(path)
            ? IncomingFile.In(path, findings) : [new(path.Replace('\\', '/'), Path.GetFullPath(path))])];
}
