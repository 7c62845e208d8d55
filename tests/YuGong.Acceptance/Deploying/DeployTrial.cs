using YuGong.Deploy;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Deploying;

/// <summary>A made site and a target of one kind, with its real server on loopback; skipped by name where a program is missing.</summary>
internal sealed class DeployTrial : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yugong-deploy-").FullName;
    private readonly LoopbackServer? server;

    public DeployTrial(string kind)
    {
        server = kind switch
        {
            "ssh" => Ssh(),
            "bucket" => LoopbackServer.Bucket(Judge.Program("node"), Judge.Module("s3rver", "bin", "s3rver.js"), At("objects")),
            _ => null,
        };
        Kind = new(kind, folder, server?.Port ?? 0);
        Site = new MadeSite(At("made"), 5).Fill(60, 1 << 20);
    }

    public DeployKind Kind { get; }

    public MadeSite Site { get; }

    /// <summary>See <see cref="DeployOrder.TakenOff"/>.</summary>
    public DateTimeOffset? TakenOff { get; set; }

    public string At(string name) => Path.Combine(folder, name);

    public DeployReport Put(bool adopt = false) => Put(Kind.Open(), adopt);

    public DeployReport Put(IDeployTarget opened, bool adopt = false)
    {
        using var target = opened;
        return target.Put(LocalSite.Read(Site.Folder, Site.Paths, 2), Order() with { Adopt = adopt }, CancellationToken.None);
    }

    public DeployReport Back(string? id = null)
    {
        using var target = Kind.Open();
        return target.Back(id, Order(), CancellationToken.None);
    }

    /// <summary>Whether the place says of itself that exactly the made site is online, by its own prints.</summary>
    public bool TellsOfSite()
    {
        using var target = Kind.Open();
        var told = target.Files(CancellationToken.None);
        return told.Count == Site.Paths.Count()
            && Site.Paths.All(p => told.GetValueOrDefault(p) == target.PrintOf(File.ReadAllBytes(Path.Combine(Site.Folder, p))));
    }

    public OnlineState Look()
    {
        using var target = Kind.Open();
        return target.Look(CancellationToken.None);
    }

    public void Dispose()
    {
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private DeployOrder Order() => new("李工", new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)), "1f0c2a9b") { TakenOff = TakenOff };

    private LoopbackServer Ssh()
    {
        Judge.Program("ssh");
        Judge.Program("rsync");
        return LoopbackServer.Ssh(Judge.Program("sshd"), Judge.Program("ssh-keygen"), At("ssh"));
    }
}
