using System.Diagnostics;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>LibreOffice, if the machine has it.</summary>
public static class Office
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The full path of <c>soffice</c> on the path, or null.</summary>
    public static string? Find(string? path)
    {
        var names = OperatingSystem.IsWindows() ? new[] { "soffice.exe", "soffice.com" } : ["soffice", "libreoffice"];
        return (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// Converts files with one run of the program and a profile of its own, so that an open LibreOffice is not in the way. Null when all
    /// went well.
    /// </summary>
    /// <param name="to">As <c>--convert-to</c> takes it: <c>pdf</c>, <c>docx:MS Word 2007 XML</c>.</param>
    public static Phrase? Convert(string soffice, string to, string folder, params IEnumerable<string> files)
    {
        var profile = Directory.CreateTempSubdirectory("yugong-office-").FullName;
        try
        {
            var start = new ProcessStartInfo(soffice,
                ["--headless", "--norestore", $"-env:UserInstallation={new Uri(profile)}", "--convert-to", to, "--outdir", folder,
                .. files])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var words = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return new($"LibreOffice 用了超过 {Patience.TotalMinutes} 分钟", $"LibreOffice took more than {Patience.TotalMinutes} minutes");
            }

            var said = (errors.Result + words.Result).Trim();
            return process.ExitCode == 0 ? null : new(said, said);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
