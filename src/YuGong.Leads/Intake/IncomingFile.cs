using YuGong.Content;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>A file that waits to be taken in.</summary>
/// <param name="Name">As the caller names it, for findings.</param>
/// <param name="Full">Full path.</param>
public sealed record WaitingFile(string Name, string Full);

/// <summary>Files from strangers, before anything is known of them.</summary>
public static class IncomingFile
{
    /// <summary>Bytes; mail boxes in China take 50 MB. A larger file stays where it is: it is read and sealed in memory.</summary>
    public const int Largest = 50 * 1024 * 1024;

    /// <summary>
    /// The files of a folder and those below it in the order of their names, but for hidden ones and what Office leaves open. Links to
    /// folders are not followed.
    /// </summary>
    /// <param name="name">The folder as the caller names it.</param>
    /// <param name="findings">One for each folder that cannot be looked into.</param>
    public static IReadOnlyList<WaitingFile> In(string name, Diagnostics findings)
    {
        var (files, folders) = (new List<WaitingFile>(), new Stack<string>([name]));
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => !IsPassedOver(e.Name)))
                {
                    var path = Path.Combine(folder, entry.Name);
                    if (entry is not DirectoryInfo)
                    {
                        files.Add(new(path.Replace('\\', '/'), Path.GetFullPath(path)));
                    }
                    else if (entry.LinkTarget is null)
                    {
                        folders.Push(path);
                    }
                    else
                    {
                        Leave(path, new("这是到别的文件夹的链接", "This is a link to another folder"), findings);
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Leave(folder, WhyNot(folder, e), findings);
            }
        }

        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>The bytes of a file; null when it cannot or should not be read, with the reason in words that name nobody.</summary>
    public static byte[]? Read(string path, out Phrase? why)
    {
        why = null;
        try
        {
            // A link lists the length of its name, and the pipe behind it none: ask of what is opened.
            using var file = PlainFile.Open(Behind(path));
            if (file.Length > Largest)
            {
                why = new($"文件有 {file.Length / 1024 / 1024} MB,太大了", $"The file has {file.Length / 1024 / 1024} MB, which is too large");
                return null;
            }

            // What the system makes while it is read, and what grows meanwhile, has another length than it says.
            using var bytes = new MemoryStream((int)file.Length);
            var some = new byte[80 * 1024];
            for (int read; (read = file.Read(some)) > 0;)
            {
                if (bytes.Length + read > Largest)
                {
                    why = new("文件没有尽头", "The file has no end");
                    return null;
                }

                bytes.Write(some, 0, read);
            }

            why = bytes.Length == 0 ? new("是空文件", "The file is empty") : null;
            return bytes.Length == 0 ? null : bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = WhyNot(path, e);
            return null;
        }
    }

    private static void Leave(string path, Phrase why, Diagnostics findings) =>
        findings.Report(LeadsRules.LeftThere, new SourceFile(path.Replace('\\', '/'), "").Whole, why);

    private static Phrase WhyNot(string path, Exception e) =>
        !PlainFile.IsSafe(Behind(path)) ? new("是管道、套接字或设备,不是文件", "A pipe, a socket or a device, not a file")
        : path.Contains('\uFFFD') ? new("名字不是 UTF-8 写的,打不开", "Its name is not UTF-8, so that it cannot be opened")
        : e is UnauthorizedAccessException ? new("没有读的权限", "No permission to read it")
        : e is FileNotFoundException or DirectoryNotFoundException ? (new FileInfo(path).LinkTarget is null ? new("读的时候不见了",
            "It vanished while it was read") : new("链接指着的文件不在", "The link leads to no file"))
        : new("读不出来,或者正被别的程序占用", "It cannot be read, or another program holds it");

    /// <summary>Where a link leads in the end; the path itself where it is none, or leads nowhere.</summary>
    private static string Behind(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    private static bool IsPassedOver(string name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal);
}
