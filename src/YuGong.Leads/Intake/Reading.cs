using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>A file as it came in, and what was read of it.</summary>
/// <param name="Path">As the caller names it, for findings.</param>
/// <param name="Received">When a mail says it was sent.</param>
/// <param name="Held">Why no lead comes of it; null when one does.</param>
public sealed record IncomingDocument(string Path, byte[] Bytes, string Kind, DateTimeOffset? Received, IReadOnlyList<ReadForm> Forms,
    IReadOnlyList<Diagnostic> Findings, string? Held);

/// <summary>From bytes to forms, by what the file is. Any thread; nothing is written; nothing is thrown at the caller.</summary>
public static class Reading
{
    /// <summary>Why a file is kept unread that would cost too much.</summary>
    private const string TooMuch = "too much";

    /// <summary>A mail's own words must name so many fields to be taken for a form.</summary>
    private const int FewestFields = 3;

    /// <summary>Names of files that travel with a form and are none.</summary>
    private static readonly HashSet<string> Companions = new(StringComparer.OrdinalIgnoreCase)
        { ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp", ".mp4", ".mov", ".mp3", ".m4a", ".ics", ".vcf" };

    public static IncomingDocument Read(string path, byte[] bytes) => Read(path, bytes, ReadingBudget.Ample(), depth: 0);

    /// <summary>
    /// Null when what files ordinarily need is not enough for this one: it is to be read alone then, with all that is allowed.
    /// </summary>
    internal static IncomingDocument? ReadOrdinary(string path, byte[] bytes) =>
        Read(path, bytes, new(ReadingLimits.Ordinary), depth: 0) is { Held: not TooMuch } read ? read : null;

    private static IncomingDocument Read(string path, byte[] bytes, ReadingBudget budget, int depth)
    {
        var place = new SourceFile(path, "").Whole;
        var kind = KindOf(path, bytes);
        try
        {
            return depth > ReadingBudget.DeepestFile ? throw new ReadingException(new("附件套了太多层",
                "Attachments are nested too deep")) : kind switch
            {
                "docx" => Document(path, bytes, place, budget),
                "eml" => Letter(path, bytes, place, budget, depth),
                "doc" => Hold("old format", new Diagnostic(LeadsRules.OldFormat, place, OfficeKind.OldWords(bytes))),
                OfficeKind.Encrypted => Hold("encrypted", new Diagnostic(LeadsRules.Encrypted, place)),
                _ => Hold("unknown kind", new Diagnostic(LeadsRules.UnknownKind, place, OfficeKind.Words(kind, ExtensionOf(path)))),
            };
        }
        catch (ReadingException e)
        {
            return Hold(e.TooMuch ? TooMuch : "damaged",
                new Diagnostic(e.TooMuch ? LeadsRules.TooMuch : LeadsRules.Damaged, place, e.Words));
        }
#pragma warning disable CA1031 // Whatever a stranger's file makes of our readers or the framework's, the files beside it are read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Hold("damaged", new Diagnostic(LeadsRules.Damaged, place, 
                new Phrase($"读的时候出了意外({e.GetType().Name})", $"Reading it failed ({e.GetType().Name})")));
        }

        IncomingDocument Hold(string why, Diagnostic finding) => new(path, bytes, kind, null, [], [finding], why);
    }

    private static IncomingDocument Document(string path, byte[] bytes, SourceSpan place, ReadingBudget budget)
    {
        var read = FormReader.ReadDocx(bytes, budget);
        return read.Forms.Count == 0
            ? new(path, bytes, "docx", null, [], [new(read.IsEmptyForm ? LeadsRules.EmptyForm : LeadsRules.NoForm, place)], "no form")
            : new(path, bytes, "docx", null, read.Forms, About(read.Forms, path), null);
    }

    private static IncomingDocument Letter(string path, byte[] bytes, SourceSpan place, ReadingBudget budget, int depth)
    {
        var mail = MailReader.Read(bytes, budget);
        var findings = mail.Problems.Select(p => new Diagnostic(LeadsRules.MailPart, place, p)).ToList();
        var forms = new List<ReadForm>();
        foreach (var attachment in mail.Attachments.Where(a => !Companions.Contains(a.Extension)))
        {
            // Attachments are named by their numbers: their names name people.
            var inner = Read($"{path} » 附件 {attachment.Number}{attachment.Extension}", attachment.Bytes, budget, depth + 1);
            if (inner.Held == TooMuch && !budget.IsAmple)
            {
                throw new ReadingException(new("附件要读很久", "An attachment takes too long to read"), tooMuch: true);
            }

            forms.AddRange(inner.Forms);
            findings.AddRange(inner.Findings.Where(f => f.Rule != LeadsRules.NoForm));
            if (inner.Held == TooMuch)
            {
                break; // what may be spent on this mail is spent
            }
        }

        if (forms.Count == 0 && FormReader.ReadLines(mail.Body) is { Count: > 0 } written
            && written.Any(f => f.Form.Written.Count() >= FewestFields && f.Form.Says(Field.Person)))
        {
            forms.AddRange(written);
            findings.AddRange(About(written, path));
        }

        var subject = MailSubject.Parse(mail.Subject);
        if (subject is null)
        {
            findings.Add(new(LeadsRules.Subject, place));
        }

        if (forms.Count == 0 && !findings.Exists(f => f.Rule == LeadsRules.EmptyForm))
        {
            findings.Add(new(LeadsRules.NoForm, place));
        }

        return new(path, bytes, "eml", mail.Sent, [.. forms.Select(f => f with { Form = Complete(f.Form, mail, subject) })], findings,
            forms.Count == 0 ? "no form" : null);
    }

    private static LeadForm Complete(LeadForm form, Mail mail, MailSubject? subject)
    {
        form = form.With(Field.Sender, mail.From).With(Field.Subject, mail.Subject);
        form = subject is null || form.Says(Field.Recommender) ? form : form.With(Field.Recommender, subject.Recommender);
        return subject is null || form.Says(Field.RecommenderPhone) ? form : form.With(Field.RecommenderPhone, subject.Phone);
    }

    private static List<Diagnostic> About(IReadOnlyList<ReadForm> forms, string path)
    {
        var findings = new List<Diagnostic>();
        foreach (var (form, number) in forms.Select((f, i) => (f, i + 1)))
        {
            var place = new SourceFile(forms.Count == 1 ? path : $"{path} » 第 {number} 人", "").Whole;
            var others = form.Leftovers.Count - form.Twice.Count;
            if (others > 0)
            {
                findings.Add(new(LeadsRules.NotUnderstood, place, $"{others}",
                    Phrase.List(form.Leftovers.Select(l => l.Place).Where(p => !p.Contains('“')).Distinct().Take(5))));
            }

            findings.AddRange(form.Twice.Select(field => new Diagnostic(LeadsRules.WrittenTwice, place, LeadFormFields.Words(field))));
        }

        return findings;
    }

    /// <summary>By what the bytes are; the name decides only where they do not.</summary>
    private static string KindOf(string path, byte[] bytes)
    {
        var extension = ExtensionOf(path);
        return OfficeKind.Of(bytes) is { } told ? told
            : extension is ".docx" or ".docm" or ".dotx" ? "docx"
            : extension is ".doc" or ".wps" or ".wpt" or ".rtf" ? (bytes.AsSpan().StartsWith("PK"u8) ? "docx" : "doc")
            : extension is ".eml" or ".mht" ? "eml"
            : extension.Length == 0 && bytes.AsSpan().StartsWith("PK"u8) && bytes.AsSpan().IndexOf("word/document.xml"u8) > 0 ? "docx"
            : extension.Length > 1 ? extension[1..] : "file";
    }

    /// <summary>Empty where what stands behind the last dot is no extension: it may be anything that people write into names.</summary>
    private static string ExtensionOf(string path) =>
        System.IO.Path.GetExtension(path).ToLowerInvariant() is { Length: > 1 and < 8 } extension
            && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
}
