using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using YuGong.Desk;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <summary>How a line of the access log is written.</summary>
internal enum AccessLogFormat
{
    /// <summary>Apache's Combined Log Format, which nginx writes too.</summary>
    Combined,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>
/// A request that was answered. Nothing that somebody typed is kept: questions (<c>?q=</c>) are left out, of the page that led here too,
/// and numbers and addresses of people in a path are masked, as are the tokens of links that let in without a login.
/// </summary>
internal sealed record AccessLine
{
    private const int LongestPath = 2048;
    private const int LongestAgent = 512;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>When it came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Until it was answered.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Address of whoever asked.</summary>
    public required string From { get; init; }

    /// <summary>The editor who was logged in.</summary>
    public string? Who { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Protocol { get; init; }

    public required int Status { get; init; }

    /// <summary>Of the body, where its length was told.</summary>
    public long? Bytes { get; init; }

    public string? Referer { get; init; }

    public string? Agent { get; init; }

    public static AccessLine Read(HttpContext context, DateTimeOffset time, TimeSpan took)
    {
        var (request, response) = (context.Request, context.Response);
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? request.Path.Value ?? "/";
        var isSent = !HttpMethods.IsHead(request.Method) && response.StatusCode != StatusCodes.Status304NotModified;
        return new()
        {
            Time = time,
            Took = took,
            From = context.Connection.RemoteIpAddress?.ToString() ?? "-",
            Who = context.Features.Get<Editor>()?.Name,
            Method = request.Method,
            Path = Shown(raw),
            Protocol = request.Protocol,
            Status = response.StatusCode,
            Bytes = isSent ? response.ContentLength : null,
            Referer = request.Headers.Referer.Count == 0 ? null : Shown(request.Headers.Referer.ToString()),
            Agent = request.Headers.UserAgent.Count == 0 ? null : Cut(request.Headers.UserAgent.ToString(), LongestAgent),
        };
    }

    public string Written(AccessLogFormat format) => format == AccessLogFormat.Json ? AsJson() : AsCombined();

    private string AsCombined()
    {
        var zone = Time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var time = Time.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture);
        var bytes = Bytes?.ToString(CultureInfo.InvariantCulture) ?? "-";
        return $"{From} - {Word(Who)} [{time} {zone}] \"{Quoted(Method)} {Quoted(Path)} {Quoted(Protocol)}\" {Status} {bytes} "
            + $"\"{Quoted(Referer ?? "-")}\" \"{Quoted(Agent ?? "-")}\"";
    }

    private string AsJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("time", Time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            json.WriteString("remote", From);
            json.WriteString("user", Who);
            json.WriteString("method", Method);
            json.WriteString("path", Path);
            json.WriteString("protocol", Protocol);
            json.WriteNumber("status", Status);
            if (Bytes is { } length)
            {
                json.WriteNumber("bytes", length);
            }
            else
            {
                json.WriteNull("bytes");
            }

            json.WriteString("referer", Referer);
            json.WriteString("agent", Agent);
            json.WriteNumber("seconds", Math.Round(Took.TotalSeconds, 3));
            json.WriteEndObject();
        }

        return Quoted(Encoding.UTF8.GetString(bytes.WrittenSpan), marks: false);
    }

    /// <summary>Without what follows the question mark, and without what is somebody's.</summary>
    private static string Shown(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var text = OutsideLinks.WithoutToken(Cut(end < 0 ? address : address[..end], LongestPath));
        var host = text.IndexOf("://", StringComparison.Ordinal); // what is private in a path is no part of an address on the web
        var path = host < 0 ? 0 : text.IndexOf('/', host + 3) is > 0 and var slash ? slash : text.Length;
        var shown = new StringBuilder(text);
        foreach (var match in PrivacyMatcher.Plain.Find(text[path..]).Reverse())
        {
            shown.Remove(path + match.Start, match.Length).Insert(path + match.Start, match.Masked);
        }

        return shown.ToString();
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    /// <summary>A field that ends at the next space.</summary>
    private static string Word(string? text) =>
        string.IsNullOrEmpty(text) ? "-" : Quoted(text).Replace(" ", "\\x20", StringComparison.Ordinal);

    /// <summary>As nginx and Apache escape: a line stays one, and a field ends where it ends.</summary>
    private static string Quoted(string text, bool marks = true)
    {
        if (!text.Any(c => MustEscape(c, marks)))
        {
            return text;
        }

        var written = new StringBuilder();
        foreach (var unit in text)
        {
            if (!MustEscape(unit, marks))
            {
                written.Append(unit);
            }
            else if (marks)
            {
                foreach (var value in Encoding.UTF8.GetBytes([unit]))
                {
                    written.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}");
                }
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
        }

        return written.ToString();
    }

    private static bool MustEscape(char unit, bool marks) =>
        char.IsControl(unit) || unit is '\u2028' or '\u2029' || char.GetUnicodeCategory(unit) == UnicodeCategory.Format
        || (marks && unit is '"' or '\\');
}
