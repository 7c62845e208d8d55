using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Build;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>
/// The desk's log, one JSON object a line, only ever appended to: <c>.desk/audit.ndjson</c>. At 4 MB it becomes <c>audit.1.ndjson</c>, and
/// nine of those are kept. Each line carries a hash of itself and the line before.
/// </summary>
internal sealed class AuditLog(string path, TimeProvider clock) : IDisposable
{
    /// <summary>Bytes of one file.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Full files that are kept beside the one that is written.</summary>
    public const int Kept = 9;

    private const int TailBytes = 16 * 1024;

    private readonly Lock writing = new();
    private readonly AuditBudget budget = new();
    private FileStream? file;
    private string head = "";

    public static string PathIn(ProjectFolder project) => Path.Combine(project.Root, ".desk", "audit.ndjson");

    /// <summary>Something that changed the site: always written.</summary>
    public void WriteChange(HttpContext context, string who, AuditEvent deed) =>
        Write(LineOf(context, who, deed.What, deed.About) with { Files = deed.Files });

    /// <summary>Something that changed nothing: written as far as the client's budget goes.</summary>
    /// <param name="isKnown">Whether <paramref name="who"/> has logged in; else it is what somebody typed.</param>
    public void Write(HttpContext context, string who, bool isKnown, AuditEvent deed)
    {
        var (mayWrite, leftOut) = budget.Spend(isKnown ? who : null, ClientAddress.Of(context), clock.GetUtcNow());
        if (leftOut > 0)
        {
            Write(LineOf(context, who, "left-out", $"{leftOut}"));
        }

        if (mayWrite)
        {
            Write(LineOf(context, who, deed.What, deed.About) with { Files = deed.Files });
        }
    }

    public void Write(AuditLine line)
    {
        lock (writing)
        {
            Open();
            var (text, hash) = line.Chained(head);
            file!.Write(Encoding.UTF8.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
            head = hash;
        }
    }

    public void Dispose() => file?.Dispose();

    private AuditLine LineOf(HttpContext context, string who, string what, string? about) =>
        new(clock.GetLocalNow(), who, context.Connection.RemoteIpAddress?.ToString() ?? "", what, about);

    private void Open()
    {
        if (file?.Position >= MostBytes)
        {
            file.Dispose();
            file = null;
            for (var number = Kept; number > 0; number--)
            {
                var from = number == 1 ? path : Numbered(number - 1);
                if (File.Exists(from))
                {
                    File.Move(from, Numbered(number), overwrite: true);
                }
            }
        }

        if (file is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var last = Tail(path);
            head = head.Length > 0 ? head : AuditLine.HashIn(last.Split('\n').LastOrDefault(l => AuditLine.HashIn(l) is not null) ?? "")
                ?? "";
            file = new(path, AccountStore.Private(FileMode.Append));
            if (last.Length > 0 && last[^1] != '\n')
            {
                file.Write("\n"u8); // a killed desk's last words
            }
        }
    }

    private string Numbered(int number) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{number}{Path.GetExtension(path)}");

    private static string Tail(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(-Math.Min(TailBytes, log.Length), SeekOrigin.End);
        using var reader = new StreamReader(log, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>Says for the log what a request did.</summary>
internal static class Deeds
{
    /// <param name="what">persistEntry, undo …</param>
    /// <param name="about">The entry or the commit.</param>
    /// <param name="files">Paths that it named.</param>
    /// <param name="changes">Whether it changes something when it is not refused.</param>
    public static void Did(this HttpContext context, string what, string? about = null, IReadOnlyList<string>? files = null,
        bool changes = false) =>
        context.Features.Set(new AuditEvent(what, about, files, changes));

    public static AuditEvent? AuditEvent(this HttpContext context) => context.Features.Get<AuditEvent>();
}

internal sealed record AuditEvent(string What, string? About = null, IReadOnlyList<string>? Files = null, bool Changes = false);
