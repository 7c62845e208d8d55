using System.Text.Encodings.Web;
using System.Text.Json;

namespace YuGong.Desk;

/// <summary>A line of the desk's log: who did what, when, from where. There is no place in it for passwords and keys.</summary>
/// <param name="What">login, login-failed, login-limited, logout, save, publish, undo, leads …</param>
/// <param name="About">The entry or the file, if any.</param>
public sealed record AuditLine(DateTimeOffset At, string Who, string From, string What, string? About = null)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One line of JSON; line breaks in what people typed are escaped, so nobody writes a second line.</summary>
    public override string ToString() => JsonSerializer.Serialize(this with { Who = Cut(Who), About = About is null ? null : Cut(About) }, Plain);

    private static string Cut(string words) => words.Length <= 200 ? words : words[..200] + "…";
}
