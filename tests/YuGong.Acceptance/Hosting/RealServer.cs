using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Hosting;

/// <summary>Somebody else's web server on loopback, told of a site by what <c>yugong hosting</c> wrote alone.</summary>
internal sealed class RealServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly string folder;

    private RealServer(Process process, string folder, int port)
    {
        (this.process, this.folder) = (process, folder);
        Address = new($"http://127.0.0.1:{port}/");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <param name="name">As <c>yugong hosting</c> calls it; the test is skipped where the program is not installed.</param>
    /// <param name="file">Full path of what was written for it.</param>
    public static Task<RealServer> StartAsync(string name, string file, CancellationToken cancel) => StartAsync(
        name,
        (folder, port) => name switch
        {
            "nginx" => Nginx(folder, $"server {{ listen 127.0.0.1:{port}; include {file}; }}"),
            "apache" => Apache(folder, port, file),
            _ => Caddy(folder, port, file),
        },
        cancel);

    /// <summary>nginx with server blocks of somebody's own.</summary>
    /// <param name="servers">Given a port that is free.</param>
    public static Task<RealServer> StartNginxAsync(Func<int, string> servers, CancellationToken cancel) =>
        StartAsync("nginx", (folder, port) => Nginx(folder, servers(port)), cancel);

    /// <param name="conf">The whole configuration, given a folder for what it writes and a port to listen on.</param>
    private static async Task<RealServer> StartAsync(string name, Func<string, int, string> conf, CancellationToken cancel)
    {
        var program = name == "apache" ? "apache2" : name;
        var path = Judge.Program(program);
        var (folder, port) = (Directory.CreateTempSubdirectory("yugong-server-").FullName, FreePort());
        Open(folder);
        var file = Path.Combine(folder, "server.conf");
        await File.WriteAllTextAsync(file, conf(folder, port), cancel);
        var start = Tool.Start(path, name switch
        {
            "nginx" => ["-p", folder, "-c", file, "-e", "stderr", "-g", "daemon off;"],
            "apache" => ["-X", "-f", file],
            _ => ["run", "--config", file, "--adapter", "caddyfile"],
        });
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = folder;
        var server = new RealServer(Process.Start(start)!, folder, port);
        await server.AnswersAsync(port, cancel);
        return server;
    }

    /// <summary>Temporary folders are their owner's alone; a server that root starts reads as somebody else.</summary>
    public static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }
    }

    /// <summary>What comes back for these bytes, which no client of good manners would send.</summary>
    public async Task<string> RawAsync(string request, CancellationToken cancel)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancel);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Nginx(string folder, string servers) => $$"""
        pid {{folder}}/pid;
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        events { }
        http {
            access_log off;
            client_body_temp_path {{folder}};
            proxy_temp_path {{folder}};
            fastcgi_temp_path {{folder}};
            uwsgi_temp_path {{folder}};
            scgi_temp_path {{folder}};
            {{servers}}
        }
        """;

    private static string Apache(string folder, int port, string file) => $$"""
        ServerRoot {{folder}}
        ServerName yugong.example.org
        ServerTokens Prod
        Listen 127.0.0.1:{{port}}
        PidFile {{folder}}/pid
        ErrorLog /dev/stderr
        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
        LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
        LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
        LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
        LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
        LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
        LoadModule filter_module /usr/lib/apache2/modules/mod_filter.so
        LoadModule deflate_module /usr/lib/apache2/modules/mod_deflate.so
        Mutex file:{{folder}}
        TypesConfig /dev/null
        User {{(Environment.UserName == "root" ? "www-data" : Environment.UserName)}}
        <Directory />
            Require all denied
        </Directory>
        <VirtualHost *:{{port}}>
            Include {{file}}
        </VirtualHost>
        """;

    private static string Caddy(string folder, int port, string file) => $$"""
        {
            admin off
            auto_https off
            storage file_system {{folder}}
        }
        http://:{{port}} {
            bind 127.0.0.1
            import {{file}}
        }
        """;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync(int port, CancellationToken cancel)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await Task.Delay(50, cancel))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancel);
                return;
            }
            catch (SocketException)
            {
                // It is still starting.
            }
        }

        await Task.Delay(200, cancel);
        string words;
        lock (said)
        {
            words = said.ToString();
        }

        Dispose();
        Assert.Fail(words);
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.Append(line).Append('\n');
        }
    }
}
