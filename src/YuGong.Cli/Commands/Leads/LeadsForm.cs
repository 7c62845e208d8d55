using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads form</c>: the annex of the notice as .docx, and as PDF where LibreOffice is.</summary>
internal static class LeadsForm
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = Terminal.Words("写到哪个文件,默认 线索征集表.docx;PDF 写在旁边",
            "File to write, usually 线索征集表.docx; the PDF goes beside it") };
        var pdf = new Option<bool>("--pdf") { Description = Terminal.Words("也写 PDF(用 LibreOffice)", "Write a PDF too (by LibreOffice)") };
        return LeadsOptions.Command(
            "form", new("写出空白的线索征集表(.docx),每一栏都能再读回来。", "Write the blank form for leads (.docx); every field of it can be read back."),
            (parsed, request) => Run(request, parsed.GetValue(to) ?? FormWriter.FileName, parsed.GetValue(pdf)), changes: false,
            final: false, to, pdf);
    }

    private static int Run(LeadsRequest request, string to, bool pdf)
    {
        var findings = new Diagnostics();
        var path = Path.GetFullPath(to);
        var form = FormWriter.Write(LeadsSession.Words(request, findings).Call);
        var guard = WritePlaces.Public(request.Project);
        if (!guard.MayWrite(path, form, findings) || (pdf && !guard.MayWrite(Path.ChangeExtension(path, ".pdf"), null, findings)))
        {
            return LeadsSession.Say(findings);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, form);
        var made = pdf && Pdf(to, path, findings) ? Path.ChangeExtension(path, ".pdf") : null;
        LeadsSession.Tell(request, new($"写好了 {path}{(made is null ? "" : $" 和 {made}")}。",
            $"Wrote {path}{(made is null ? "" : $" and {made}")}."), new { form = path, pdf = made });
        return LeadsSession.Say(findings);
    }

    private static bool Pdf(string to, string path, Diagnostics findings)
    {
        var place = new SourceFile(Path.ChangeExtension(to, ".pdf"), "").Whole;
        if (Office.Find(Environment.GetEnvironmentVariable("PATH")) is not { } soffice)
        {
            findings.Report(LeadsRules.NoOffice, place, "");
        }
        else if (Office.Convert(soffice, "pdf", Path.GetDirectoryName(path)!, path) is { } why)
        {
            findings.Report(LeadsRules.NoOffice, place, why);
        }
        else
        {
            return true;
        }

        return false;
    }
}
