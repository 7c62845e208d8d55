using System.Diagnostics;
using System.Globalization;

namespace YuGong.Publishing;

/// <summary>One build at a time. The system lets go of the lock when a process dies, however it dies.</summary>
internal sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream file;

    private BuildLock(FileStream file) => this.file = file;

    /// <summary>Waits for its turn; null when the other build outlasts our patience.</summary>
    public static BuildLock? Take(string folder, TimeSpan patience, Action<int?>? whenBusy, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var waiting = Stopwatch.StartNew();
        for (var first = true; ; first = false)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
                // In a file of its own, because .NET refuses to read a locked one.
                File.WriteAllText(Builder(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                return new(held);
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (waiting.Elapsed >= patience)
                {
                    return null;
                }

                if (first)
                {
                    whenBusy?.Invoke(Holder(folder));
                }

                cancellation.WaitHandle.WaitOne(Pause);
            }
        }
    }

    /// <summary>The process that builds; null when it did not come to say so.</summary>
    public static int? Holder(string folder)
    {
        try
        {
            return int.Parse(File.ReadAllText(Builder(folder)), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();

    private static string Builder(string folder) => Path.Combine(folder, "builder");

    /// <summary>EWOULDBLOCK of Linux and macOS; sharing and lock violation of Windows.</summary>
    private static bool IsHeld(IOException e) =>
        e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
