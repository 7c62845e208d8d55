using System.Text;
using Microsoft.AspNetCore.Http;
using YuGong.Desk;

namespace YuGong.Cli;

/// <summary>The desk's log, one JSON object a line, only ever appended to: <c>.desk/audit.ndjson</c>.</summary>
internal sealed class AuditLog(string path, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Chongqing = TimeSpan.FromHours(8);

    private readonly Lock writing = new();
    private FileStream? file;

    public static string PathIn(ProjectFolder project) => Path.Combine(project.Root, ".desk", "audit.ndjson");

    public void Write(HttpContext context, string who, string what, string? about = null) =>
        Write(new(clock.GetUtcNow().ToOffset(Chongqing), who, context.Connection.RemoteIpAddress?.ToString() ?? "", what, about));

    public void Write(AuditLine line)
    {
        lock (writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file ??= new(path, AccountStore.Private(FileMode.Append));
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => file?.Dispose();
}

/// <summary>Says for the log what a request did.</summary>
internal static class Deeds
{
    /// <param name="what">save, publish, undo …</param>
    /// <param name="about">The entry or file.</param>
    public static void Did(this HttpContext context, string what, string? about = null) => context.Features.Set(new Deed(what, about));

    public static Deed? Deed(this HttpContext context) => context.Features.Get<Deed>();
}

internal sealed record Deed(string What, string? About);
