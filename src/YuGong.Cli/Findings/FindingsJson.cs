using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Findings for programs: a plain JSON list, and SARIF 2.1.0 (OASIS) for code hosts and editors.</summary>
internal static class FindingsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Plain(IReadOnlyList<Diagnostic> findings, Language language) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            var at = finding.Span.File.At(finding.Span.Start);
            json.WriteStartObject();
            json.WriteString("code", finding.Rule.Code);
            json.WriteString("severity", FindingsPrinter.Word(finding.Severity));
            json.WriteString("file", finding.Span.File.Path);
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
            json.WriteNumber("length", finding.Span.Length);
            json.WriteString("message", finding.Message(language));
            json.WriteString("hint", finding.Hint(language));
            Fix(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Offsets are those of UTF-16 units from the beginning of the file's text.</summary>
    private static void Fix(Utf8JsonWriter json, Diagnostic finding)
    {
        if (finding.Fix is not { } fix)
        {
            return;
        }

        json.WriteStartObject("fix");
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteNumber("start", edit.Start);
            json.WriteNumber("length", edit.Length);
            json.WriteString("replacement", edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string Sarif(IReadOnlyList<Diagnostic> findings, Language language) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "yugong");
        json.WriteStartArray("rules");
        foreach (var rule in findings.Select(f => f.Rule).DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Words("shortDescription", rule.Title.In(language));
            Words("fullDescription", rule.Why.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            Result(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();

        void Words(string name, string text)
        {
            json.WriteStartObject(name);
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        void Result(Diagnostic finding)
        {
            var file = finding.Span.File;
            var (from, to) = (file.At(finding.Span.Start), file.At(finding.Span.Start + finding.Span.Length));
            var seen = to with { Column = Math.Max(to.Column, to.Line == from.Line ? from.Column + 1 : 1) };
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule.Code);
            json.WriteString("level", FindingsPrinter.Word(finding.Severity));
            Words("message", $"{finding.Message(language)} {finding.Hint(language)}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            Artifact(file);
            Region("region", from, seen);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            if (finding.Fix is { } fix)
            {
                Fixes(file, fix, finding.Hint(language));
            }

            json.WriteEndObject();
        }

        // 3.55: what would mend it. A region without length is where something is put in.
        void Fixes(SourceFile file, Fix fix, string hint)
        {
            json.WriteStartArray("fixes");
            json.WriteStartObject();
            Words("description", hint);
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            Artifact(file);
            json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                Region("deletedRegion", file.At(edit.Start), file.At(edit.End));
                Words("insertedContent", edit.Replacement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("properties");
            json.WriteBoolean("safe", fix.IsSafe);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        void Artifact(SourceFile file)
        {
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
        }

        void Region(string name, LinePosition from, LinePosition to)
        {
            json.WriteStartObject(name);
            json.WriteNumber("startLine", from.Line);
            json.WriteNumber("startColumn", from.Column);
            json.WriteNumber("endLine", to.Line);
            json.WriteNumber("endColumn", to.Column);
            json.WriteEndObject();
        }
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
