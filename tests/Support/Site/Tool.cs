using System.Diagnostics;

namespace YuGong.Tests.Sites;

/// <summary>What a program said, and how it ended.</summary>
public sealed record Answer(int Code, string Out, string Err);

/// <summary>Runs programs: the compiled yugong, and judges that are not ours.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The program as <c>./yugong</c> starts it where the run of the tests has just compiled it ahead (a third less work at each of some
    /// hundred starts), otherwise as it was compiled beside the tests.
    /// </summary>
    private static readonly string Program =
        Environment.GetEnvironmentVariable("YUGONG_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "yugong.dll");

    /// <summary>Every call is a process of its own.</summary>
    public static ProcessStartInfo Yugong(params IEnumerable<string> arguments) => Start("dotnet", [Program, .. arguments]);

    /// <summary>
    /// What <c>./yugong build</c> and <c>check</c> run: the same source as native code. The run of the tests compiled it.
    /// </summary>
    public static string NativeProgram { get; } = GitRepository.At(".dist", "native", "yugong");

    /// <summary>What it was compiled beside.</summary>
    public static string ReleaseProgram { get; } = GitRepository.At(".dist", "yugong.dll");

    /// <summary>It speaks Chinese whatever the machine of the tests speaks; <c>--lang</c> says otherwise.</summary>
    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        Environment = { ["YUGONG_LANG"] = "zh" },
    };

    public static async Task<Answer> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var end = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await errors);
    }
}
