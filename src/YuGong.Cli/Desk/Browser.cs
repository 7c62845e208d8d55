using System.ComponentModel;
using System.Diagnostics;

namespace YuGong.Cli;

/// <summary>Opens a page in the browser of whoever sits at this machine; a machine without one is left alone.</summary>
internal static class Browser
{
    public static void Show(string address)
    {
        var (program, arguments) = OperatingSystem.IsWindows() ? ("cmd", (string[])["/c", "start", "", address]) : OperatingSystem.IsMacOS()
            ? ("open", [address])
            : ("xdg-open", [address]);
        var hasScreen = !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasScreen)
        {
            return;
        }

        try
        {
            using var started =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true,
                UseShellExecute = false });
        }
        catch (Win32Exception)
        {
            // The address is printed.
        }
    }
}
