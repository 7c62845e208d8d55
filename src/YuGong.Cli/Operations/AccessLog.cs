using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// One line for each request, to the standard output or at the end of a file. The file is opened for every batch of lines, so whatever
/// rotates logs may move it away or empty it. Who asks never waits for the disk: lines that it cannot take are left out, and that is said.
/// </summary>
internal sealed class AccessLog : IAsyncDisposable
{
    /// <summary>The name that stands for the standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Lines that wait for the disk; some megabytes.</summary>
    private const int MostWaiting = 16 * 1024;

    private readonly Channel<string> lines;
    private readonly string path;
    private readonly AccessLogFormat format;
    private readonly TimeProvider clock;
    private readonly Task writing;
    private int leftOut;

    /// <param name="path">Full path, or <see cref="StandardOutput"/>.</param>
    public AccessLog(string path, AccessLogFormat format, TimeProvider clock)
    {
        (this.path, this.format, this.clock) = (path, format, clock);
        lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        writing = Task.Run(WriteAsync);
    }

    public bool IsOnStandardOutput => path == StandardOutput;

    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not.</exception>
    public static void Touch(string path) => new FileStream(path, Options).Dispose();

    /// <summary>Around everything that answers.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var (time, began) = (clock.GetLocalNow(), clock.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            if (!lines.Writer.TryWrite(AccessLine.Read(context, time, clock.GetElapsedTime(began)).Written(format)))
            {
                Interlocked.Increment(ref leftOut);
            }
        }
    }

    /// <summary>Writes what is still to be written.</summary>
    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var batch = new StringBuilder();
        while (await lines.Reader.WaitToReadAsync())
        {
            while (batch.Length < 256 * 1024 && lines.Reader.TryRead(out var line))
            {
                batch.Append(line).Append('\n');
            }

            Guard.Run("access-log", () => Append(batch.ToString()));
            batch.Clear();
            if (Interlocked.Exchange(ref leftOut, 0) is > 0 and var count)
            {
                Terminal.Warn(new(
                    $"访问日志来不及写,少了 {count} 行。", $"The access log could not keep up: {Phrase.Count(count, "line")} left out."));
            }
        }
    }

    private void Append(string text)
    {
        if (IsOnStandardOutput)
        {
            Terminal.Write(text);
            return;
        }

        using var file = new FileStream(path, Options);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private static FileStreamOptions Options
    {
        get
        {
            // Whoever rotates it may open, empty and move it meanwhile. Addresses of people are in it: not for everybody on the machine.
            var options = new FileStreamOptions
            {
                Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
            }

            return options;
        }
    }
}
