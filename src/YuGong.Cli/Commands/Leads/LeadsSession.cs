using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using YuGong.Build;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Opens the register for a command, and says what came of it.</summary>
internal static class LeadsSession
{
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new NumberConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Runs with the open register; findings are printed and decide the exit code.</summary>
    /// <param name="whateverItsAnchor">The register is opened also when its anchor does not fit.</param>
    public static int With(LeadsRequest request, Func<LeadRegister, Diagnostics, int> run, bool whateverItsAnchor = false)
    {
        var findings = new Diagnostics();
        var code = 1;
        if (!LeadsGit.WouldTake(request, findings) && KeyOf(request, findings) is { } key)
        {
            using var register = LeadRegister.Open(request.Folder, key, findings, whateverItsAnchor);
            try
            {
                code = register is null ? 1 : run(register, findings);
            }
            catch (Exception e) when (LeadRegister.DamageOf(e) is not null)
            {
                findings.Report(LeadsRules.Broken, new SourceFile(LeadRegister.PathIn(request.Folder), "").Whole,
                    LeadRegister.DamageOf(e)!);
            }
        }

        return Math.Max(code, Say(findings));
    }

    /// <summary>The same for one lead by its number.</summary>
    public static int WithLead(LeadsRequest request, string number, Func<LeadRegister, LeadRow, SourceSpan, Diagnostics, int> run) =>
        With(request, (register, findings) =>
    {
        var place = PlaceOf(number);
        if (LeadNumber.Parse(number) is { } parsed && register.Find(parsed) is { } row)
        {
            return run(register, row, place, findings);
        }

        findings.Report(LeadsRules.NoSuchLead, place, number);
        return 1;
    });

    /// <summary>Null, with a finding, when no key can be had.</summary>
    public static LeadKey? KeyOf(LeadsRequest request, Diagnostics findings)
    {
        if (request.KeyFile is { } path)
        {
            var file = new SourceFile(path, "").Whole;
            try
            {
                if (KeyFile.Read(path) is { } key)
                {
                    return key;
                }

                findings.Report(LeadsRules.WrongKey, file, new Phrase("这个文件不是线索库的钥匙", "this file is no key of a register"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                findings.Report(LeadsRules.WrongKey, file, new Phrase("钥匙文件读不到", "the key file cannot be read"));
            }

            return null;
        }

        if (Environment.GetEnvironmentVariable("YUGONG_LEADS_PASSPHRASE") is { Length: > 0 } words)
        {
            return new Passphrase(words);
        }

        if (LeadsPrompt.CanAsk)
        {
            return new Passphrase(LeadsPrompt.Secret(new("线索库的口令:", "Passphrase of the register: ")));
        }

        findings.Report(LeadsRules.WrongKey, new SourceFile(LeadRegister.PathIn(request.Folder), "").Whole,
            new Phrase("没有给钥匙", "no key was given"));
        return null;
    }

    /// <summary>Takes back the certificates of a lead that is withdrawn or erased, and says so.</summary>
    public static void TakeBackCertificates(LeadsRequest request, LeadRegister register, LeadRow row) =>
        TalkOfCertificates(request, WithdrawnLeads.TakeBack(request.Project, register, row, request.AuditContext));

    /// <param name="certificates">What was taken back.</param>
    public static void TalkOfCertificates(LeadsRequest request, IReadOnlyList<Certificate> certificates)
    {
        if (certificates.Count > 0)
        {
            var numbers = Phrase.List(certificates.Select(c => c.Number));
            Talk(request, new(
                $"收回 {certificates.Count} 份证书的核验记录({numbers.Zh});重新构建后核验页不再有它。",
                $"Took back the records of {Phrase.Count(certificates.Count, "certificate")} ({numbers.En}); after the next build the "
                    + $"page of "
                + "verification knows them no more."));
        }
    }

    /// <summary>
    /// A new or empty folder for what leaves the register, for nobody else to read; false, with a finding, when it may not be written to.
    /// </summary>
    public static bool OpenFolder(LeadsRequest request, string folder, Diagnostics findings)
    {
        var full = Path.GetFullPath(folder);
        if (!WritePlaces.Private(request).MayFill(full, FolderKind.Private, findings))
        {
            return false;
        }

        FolderKind.Make(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return true;
    }

    /// <summary>False, with a finding, for a register among what is published or kept under version control.</summary>
    public static bool IsPlaceForRegister(LeadsRequest request, Diagnostics findings) =>
        new OutputGuard(request.Project.Root, [request.Project.Input, request.Project.Output], "leads").IsFree(request.Folder, findings);

    public static SourceSpan PlaceOf(string number) => new SourceFile($"leads/{number}", "").Whole;

    public static SiteVocabulary Words(LeadsRequest request, Diagnostics? findings = null) =>
        SiteVocabulary.Load(request.Project.Reading(Edition.Preview, request.Today), findings ?? new());

    /// <summary>Findings go to the error stream, so that tables and JSON stay clean.</summary>
    public static int Say(Diagnostics findings)
    {
        Terminal.Report(findings.Sorted());
        return findings.HasErrors ? 1 : 0;
    }

    /// <summary>What came of a command: a sentence for people, or a document for programs.</summary>
    public static void Tell(LeadsRequest request, Phrase words, object json)
    {
        if (request.Json)
        {
            Print(json);
        }
        else
        {
            Terminal.Say(words);
        }
    }

    /// <summary>What people read on the way is no part of a JSON document.</summary>
    public static void Talk(LeadsRequest request, Phrase words)
    {
        if (request.Json)
        {
            Terminal.Warn(words);
        }
        else
        {
            Terminal.Say(words);
        }
    }

    public static void Print(object value) => Terminal.Write(VisibleText.Json(JsonSerializer.Serialize(value, Json)) + "\n");

    /// <summary>Asks before what cannot be undone. Without a terminal and without <c>--yes</c> the answer is no.</summary>
    public static bool Sure(LeadsRequest request, Phrase question)
    {
        if (request.Yes)
        {
            return true;
        }

        if (!LeadsPrompt.CanAsk)
        {
            Terminal.Warn(question + new Phrase("这件事不能撤消;确定要做请加 --yes。", " This cannot be undone; add --yes to go on."));
            return false;
        }

        return LeadsPrompt.Agrees(question);
    }

    private sealed class NumberConverter : JsonConverter<LeadNumber>
    {
        public override LeadNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LeadNumber.Parse(reader.GetString()!)!.Value;

        public override void Write(Utf8JsonWriter writer, LeadNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
