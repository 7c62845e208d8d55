using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace YuGong.Tests.Deploying;

/// <summary>Somebody else's server on loopback, at a port of its own.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private LoopbackServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>OpenSSH with a host key, an account's key and a configuration of its own; they lie in the folder.</summary>
    /// <param name="sshd">Full path, as is <paramref name="keygen"/>.</param>
    public static LoopbackServer Ssh(string sshd, string keygen, string folder)
    {
        var port = FreePort();
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        foreach (var key in new[] { "host", "key", "stranger" })
        {
            Run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, key));
        }

        File.Copy(Path.Combine(folder, "key.pub"), Path.Combine(folder, "authorized"));
        var host = string.Join(' ', File.ReadAllText(Path.Combine(folder, "host.pub")).Split(' ')[..2]);
        var other = string.Join(' ', File.ReadAllText(Path.Combine(folder, "stranger.pub")).Split(' ')[..2]);
        File.WriteAllText(Path.Combine(folder, "known"), $"[127.0.0.1]:{port} {host}\n");
        File.WriteAllText(Path.Combine(folder, "known.wrong"), $"[127.0.0.1]:{port} {other}\n");
        var config = Path.Combine(folder, "sshd.conf");
        File.WriteAllText(config, $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/authorized
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            MaxStartups 100

            """);
        return Start(new(sshd, ["-D", "-q", "-f", config]), port);
    }

    /// <summary>A bucket named <c>site</c> that speaks S3; what is in it lies in the folder.</summary>
    /// <param name="node">Full path, as is <paramref name="script"/>: s3rver of npm.</param>
    public static LoopbackServer Bucket(string node, string script, string folder, int? port = null)
    {
        var at = port ?? FreePort();
        Directory.CreateDirectory(Path.Combine(folder, "site")); // or it answers before it has made the bucket
        string[] arguments =
        [
            "--openssl-legacy-provider", // its pages of a list are named by an old cipher
            script, "-s", "-d", folder, "-a", "127.0.0.1", "-p", $"{at}", "--no-vhost-buckets", "--configure-bucket", "site",
        ];
        return Start(new(node, arguments), at);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync();
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? said : throw new InvalidOperationException($"{program}: {errors.Result}");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static LoopbackServer Start(ProcessStartInfo start, int port)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var server = new LoopbackServer(Process.Start(start)!, port);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.ErrorDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !server.process.HasExited; Thread.Sleep(50))
        {
            using var client = new TcpClient();
            try
            {
                client.Connect(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException)
            {
                // It is still starting.
            }
        }

        server.Dispose();
        throw new InvalidOperationException($"{start.FileName} does not answer.");
    }
}
