using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Faults;

/// <summary>What is said of an exception that nobody caught where it happened: in one sentence, never with a stack.</summary>
/// <param name="Words">With what to do.</param>
/// <param name="ExitCode">1 for the machine and its files, 70 (EX_SOFTWARE of sysexits.h) for a mistake of ours.</param>
/// <param name="File">The file that was at work, as people know it; null when nobody knew.</param>
public sealed partial record Fault(Phrase Words, int ExitCode, string? File)
{
    private const int OurMistake = 70;

    /// <summary>For a mistake of ours a report is written, to be sent to us.</summary>
    /// <param name="doing">The command's name.</param>
    public static Fault Of(Exception e, string doing)
    {
        var all = Unfold(e).ToList();
        var file = all.Select(Whereabouts.Of).FirstOrDefault(f => f is not null);
        if (all.Exists(x => x is OperationCanceledException))
        {
            return new(new("已中断。", "Interrupted."), 1, file);
        }

        if (all.OfType<InputChangedException>().FirstOrDefault() is { } moved)
        {
            return new(
                new($"当中 {moved.Path} 被改动,请再来一次。", $"{moved.Path} was changed meanwhile; please try again."), 1, moved.Path);
        }

        if (all.OfType<CannotRenderException>().FirstOrDefault() is { } unfit)
        {
            return new(unfit.Words, 1, unfit.Finding.Span.File.Path);
        }

        if (all.Exists(x => x is RegexMatchTimeoutException))
        {
            Phrase text = file is null ? new("有一段文字", "A text") : new($"{file} 里有一段文字", $"A text in {file}");
            return new(text + new Phrase("查了太久:不是写得太怪,就是机器太忙。看看它有没有成片的重复,再来一次。",
                " took too long to search: it is too odd, or the machine too busy. See whether it repeats itself at length, and "
                + "try again."),
                1, file);
        }

        if (all.Find(IsOfTheMachine) is { } outside)
        {
            return new(OfTheMachine(outside), 1, file);
        }

        var report = CrashReport.Write(e, doing);
        var kind = all[^1].GetType().Name;
        var at = file is null ? Phrase.Empty : new($"出错时正在处理 {file}。", $" It was at work on {file}.");
        Phrase send = report is null ? new("请把刚才做了什么告诉我们。", " Please tell us what you did.")
            : new($"请把 {report} 发给我们:里面只有程序走到哪里,没有您的文字。",
                $" Please send us {report}: it says how far the program got, and nothing that you wrote.");
        return new(
            new Phrase($"这是程序自己的错误({kind}),不是您的。", $"This is a mistake of the program ({kind}), not yours.") + at + send,
            OurMistake, file);
    }

    /// <summary>As a finding, for pages that show findings.</summary>
    public Diagnostic ToDiagnostic() => new(PublishingRules.CannotGoOn, new SourceFile(File ?? "statiq.json", "").Whole, Words);

    /// <summary>The exceptions that this one wraps.</summary>
    internal static IEnumerable<Exception> Within(Exception e) =>
        e is AggregateException many ? many.InnerExceptions : e.InnerException is { } inner ? [inner] : [];

    private static bool IsOfTheMachine(Exception e) => e is IOException or UnauthorizedAccessException
        or System.ComponentModel.Win32Exception or OutOfMemoryException or DllNotFoundException;

    private static IEnumerable<Exception> Unfold(Exception e)
    {
        yield return e;
        foreach (var deeper in Within(e).SelectMany(Unfold))
        {
            yield return deeper;
        }
    }

    private static Phrase OfTheMachine(Exception e)
    {
        const int NoSpace = 28, ReadOnly = 30, TooManyFiles = 24, Loop = 40, TooLarge = 27, Quota = 122, BadDisk = 5;
        var path = Quoted().Match(e.Message) is { Success: true } quoted ? Shown(quoted.Groups[1].Value) : null;
        var (at, it) = (path is null ? "" : $" {path}", path ?? "a file");
        return e switch
        {
            UnauthorizedAccessException => new($"没有权限读写{at},或者那里是一个文件夹。看看它归谁、能不能写,再来一次。",
                $"No permission to read or write {it}, or it is a folder. See whose it is and whether it can be written, and try again."),
            FileNotFoundException or DirectoryNotFoundException => new($"找不到{at}:没有它,或者刚刚被移走。看看它在不在,再来一次。",
                $"Cannot find {it}: it does not exist, or was just moved away. See whether it is there, and try again."),
            NotAFileException => new($"{it} 是管道、套接字或设备,不是文件。", $"{it} is a pipe, a socket or a device, not a file."),
            PathTooLongException => new($"文件名太长:{at}。改短再来一次。", $"A name is too long: {it}. Shorten it and try again."),
            OutOfMemoryException => new("内存不够。关掉别的程序,或用 --jobs 1 再来一次。",
                "Not enough memory. Close other programs, or try again with --jobs 1."),
            DllNotFoundException => new($"少一个本机的库({Shown(e.Message)})。装好它再来一次。",
                $"A native library is missing ({Shown(e.Message)}). Install it and try again."),
            System.Net.Sockets.SocketException => new($"网络用不了({Shown(e.Message)})。", $"The network cannot be used ({Shown(e.Message)})."),
            System.ComponentModel.Win32Exception => new($"启动不了另一个程序({Shown(e.Message)})。",
                $"Another program cannot be started ({Shown(e.Message)})."),
            _ => (e.HResult & 0xFFFF) switch
            {
                NoSpace or Quota =>
                    new($"磁盘满了,写不下{at}。腾出地方再来一次。", $"The disk is full; there is no room for {it}. Make room and try again."),
                TooLarge => new($"文件超过了这里允许的大小:{at}。", $"The file is larger than is allowed here: {it}."),
                ReadOnly => new($"这个地方只能读,不能写:{at}。", $"This place can be read but not written: {it}."),
                TooManyFiles => new("打开的文件太多。关掉别的程序再来一次。", "Too many files are open. Close other programs and try again."),
                Loop => new($"符号链接绕成了圈:{at}。", $"Symbolic links lead round in a circle: {it}."),
                BadDisk => new($"磁盘读写出错:{at}。先备份,再检查磁盘。", $"The disk fails at {it}. Make a backup first, then check the disk."),
                _ => new($"读写文件出了问题:{Shown(e.Message)}", $"A file could not be read or written: {Shown(e.Message)}"),
            },
        };
    }

    /// <summary>Names come from the disk and may hold anything; a terminal would obey it.</summary>
    private static string Shown(string words) => BadCharacters.Replace(words.ReplaceLineEndings(" "));

    [GeneratedRegex("'([^'\\n]{1,4096})'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();
}
