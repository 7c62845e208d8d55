using System.CommandLine;
using System.CommandLine.Parsing;
using YuGong.Build;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What those who run a server ask of it, whatever it serves.</summary>
internal sealed record ServerOperations
{
    public static ServerOperations None { get; } = new();

    /// <summary>Whose word on where a request comes from is taken.</summary>
    public TrustedProxies Proxies { get; init; } = TrustedProxies.None;

    public AccessLog? Log { get; init; }

    /// <summary>
    /// Greets and waits until the server is to end; 0. What reads the log from the standard output finds nothing else there.
    /// </summary>
    public async Task<int> RunAsync(Phrase greeting, CancellationToken cancel)
    {
        Action<Phrase> tell = Log is { IsOnStandardOutput: true } ? Terminal.Warn : Terminal.Say;
        tell(greeting);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            tell(new("正在结束……", "Ending …"));
        }

        return 0;
    }
}

/// <summary>The options of it.</summary>
internal sealed class OperationsOptions
{
    private readonly Option<TrustedProxies?> forwardedFrom = ForwardedFrom();
    private readonly Option<string?> accessLog = new("--access-log")
    {
        Description = Terminal.Words("访问日志:文件(接在后面写),- 为标准输出;不写就不记",
            "Access log: a file, written on at its end, or - for the standard output; none where not given"),
    };

    private readonly Option<string> format = new("--access-log-format")
    {
        Description = Terminal.Words("访问日志的格式:combined(Apache、nginx 的 Combined),json(一行一个对象)",
            "Format of the access log: combined, as Apache and nginx write it, or json, one object a line"),
        DefaultValueFactory = _ => "combined",
    };

    public OperationsOptions() => format.AcceptOnlyFromAmong("combined", "json");

    public IReadOnlyList<Option> Options => [forwardedFrom, accessLog, format];

    /// <summary>Whether proxies were named.</summary>
    public bool HasProxies(SymbolResult command) => command.GetResult(forwardedFrom) is { Implicit: false };

    /// <summary>Null, and printed why, when the log cannot be there.</summary>
    public ServerOperations? Open(ParseResult parsed, ProjectFolder project)
    {
        var operations = new ServerOperations { Proxies = parsed.GetValue(forwardedFrom) ?? TrustedProxies.None };
        if (parsed.GetValue(accessLog) is not { } wanted)
        {
            return operations;
        }

        var path = wanted == AccessLog.StandardOutput ? wanted : Path.GetFullPath(wanted);
        if (path != AccessLog.StandardOutput && !MayLog(path, project))
        {
            return null;
        }

        var style = parsed.GetValue(format) == "json" ? AccessLogFormat.Json : AccessLogFormat.Combined;
        return operations with { Log = new(path, style, TimeProvider.System) };
    }

    /// <summary>Not among what is published, and in a folder that is there and can be written.</summary>
    private static bool MayLog(string path, ProjectFolder project)
    {
        var findings = new Diagnostics();
        if (!new OutputGuard(project.Root, [project.Input, project.Settings, project.Output], ".desk").MayReplace(path, findings))
        {
            WritePlaces.Refuse(findings);
            return false;
        }

        try
        {
            AccessLog.Touch(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Warn(new($"--access-log:{path} 写不了({e.Message})。", $"--access-log: {path} cannot be written ({e.Message})."));
            return false;
        }
    }

    private static Option<TrustedProxies?> ForwardedFrom() => new("--forwarded-from")
    {
        Description = Terminal.Words(
            "只信这些代理写的 X-Forwarded-For、X-Forwarded-Proto:地址或网段,逗号分开,例如 127.0.0.1,::1,10.0.0.0/8",
            "Only proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses or networks between commas, "
            + "such as 127.0.0.1,::1,10.0.0.0/8"),
        CustomParser = result =>
        {
            var (proxies, wrong) = TrustedProxies.Parse(result.Tokens[0].Value);
            if (proxies is null)
            {
                result.AddError(Terminal.Words(
                    $"--forwarded-from 要写代理的地址或网段,例如 127.0.0.1,::1,10.0.0.0/8,不能是“{wrong}”。",
                    $"--forwarded-from wants addresses or networks of proxies, such as 127.0.0.1,::1,10.0.0.0/8, not '{wrong}'."));
            }

            return proxies;
        },
    };
}
