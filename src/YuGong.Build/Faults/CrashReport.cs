using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using YuGong.Text;

namespace YuGong.Build.Faults;

/// <summary>
/// A file about a mistake of ours, to be sent to us: kinds of exceptions and the way through the program. No messages, for they quote
/// what was read; no paths of this machine.
/// </summary>
public static class CrashReport
{
    /// <summary>Gives the file's full path, in the folder for passing files; the same mistake writes the same file.</summary>
    /// <returns>Null when not even that can be written.</returns>
    public static string? Write(Exception e, string doing)
    {
        var text = Of(e, doing);
        try
        {
            var path = Path.Combine(Path.GetTempPath(), $"yugong-crash-{Fingerprint.Of(text)}.txt");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, text);
            }

            return path;
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string Of(Exception e, string doing)
    {
        var version = typeof(CrashReport).Assembly.GetName().Version;
        var (runtime, system) = (RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription);
        var text = new StringBuilder($"yugong {version} {doing}\n{runtime}, {system}, {RuntimeInformation.ProcessArchitecture}\n");
        Tell(e, text, 0);
        return text.ToString();
    }

    private static void Tell(Exception e, StringBuilder text, int depth)
    {
        text.Append('\n').Append(e.GetType().FullName).Append('\n');
        foreach (var frame in new StackTrace(e, fNeedFileInfo: true).GetFrames().Take(200))
        {
            var method = DiagnosticMethodInfo.Create(frame);
            text.Append("  ").Append(method?.DeclaringTypeName).Append('.').Append(method?.Name);
            text.Append(frame.GetFileName() is { } file ? $" {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : "").Append('\n');
        }

        const int Deepest = 8;
        foreach (var deeper in depth < Deepest ? Fault.Within(e) : [])
        {
            Tell(deeper, text, depth + 1);
        }
    }
}
