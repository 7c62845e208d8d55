using Spectre.Console;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>A bar on a terminal when work takes longer than a moment; silence elsewhere. Spectre is loaded only then.</summary>
internal sealed class BuildProgress(bool quiet) : IDisposable
{
    /// <summary>Fewer files are done before a bar could be drawn.</summary>
    private const int WorthShowing = 400;

    private readonly bool terminal = !quiet && !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private readonly Lock drawing = new();
    private Bar? bar;

    public static void Busy(int? process) =>
        Console.Error.WriteLine($"另一个构建正在进行{(process is { } id ? $"(进程 {id})" : "")},等它结束……");

    public void Step(PublicationStep step, int done, int total)
    {
        if (!terminal || step != PublicationStep.Render || total < WorthShowing)
        {
            return;
        }

        lock (drawing)
        {
            bar ??= new Bar(total);
            bar.Set(done);
        }
    }

    public void Dispose() => bar?.Dispose();

    private sealed class Bar : IDisposable
    {
        private readonly TaskCompletionSource end = new();
        private readonly Task drawing;
        private ProgressTask? task;

        public Bar(int total) => drawing = AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            task = context.AddTask("写页面", maxValue: total);
            await end.Task;
        });

        public void Set(int done)
        {
            if (task is { } shown)
            {
                shown.Value = done;
            }
        }

        public void Dispose()
        {
            end.TrySetResult();
            drawing.Wait();
        }
    }
}
