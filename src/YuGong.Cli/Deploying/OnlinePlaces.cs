using YuGong.Build;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Pages;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>The places of <c>statiq.json</c> as targets that can be used.</summary>
internal static class OnlinePlaces
{
    /// <exception cref="DeployException">A file of keys lies in the project.</exception>
    public static IDeployTarget Open(ProjectFolder project, DeployPlace place)
    {
        var options = new TargetOptions(place.Name, Path.Combine(project.Cache, "deploy"), place.Keep);
        var key = Outside(project, place.KeyFile);
        var ssh = new SshKeys(key, Outside(project, place.KnownHosts));
        return place switch
        {
            { Folder: { } folder } => DeployTargets.Folder(Free(project, folder), options),
            { Ssh: { } address } => DeployTargets.Ssh(Login(address, place.User), ssh, options),
            { Bucket: { } address } =>
                DeployTargets.Bucket(BucketAddress.Parse(address) ?? throw Unread(address), key, ReaderHeaders.Of, options),
            { Git: { } remote } => DeployTargets.Git(new(RemoteOf(project, remote), place.Branch, ssh), options),
            _ => throw Unread(place.Name),
        };
    }

    /// <summary>Where readers find it.</summary>
    public static string AddressOf(Settings settings, DeployPlace place) => place.Address ?? $"{settings.Origin}{settings.LinkRoot}/";

    private static string RemoteOf(ProjectFolder project, string remote) =>
        remote.StartsWith('.') ? Path.GetFullPath(Path.Combine(project.Root, remote)) : remote;

    /// <summary>Not among what people keep.</summary>
    private static string Free(ProjectFolder project, string folder)
    {
        var full = Path.GetFullPath(Path.Combine(project.Root, folder));
        return WritePlaces.Public(project).IsFree(full, new()) ? full : throw new DeployException(new(
            $"网站不能上线到 {folder}:那里是内容、程序或系统的地方。",
            $"The site cannot go online in {folder}, which is a place of content, program or system."));
    }

    private static SshAddress Login(string address, string? user)
    {
        var there = SshAddress.Parse(address) ?? throw Unread(address);
        return user is null ? there : there with { User = user };
    }

    private static DeployException Unread(string address) => new(new($"读不懂地址 {address}。", $"The address {address} cannot be read."));

    /// <summary>What lies in the project is committed sooner or later.</summary>
    private static string? Outside(ProjectFolder project, string? file)
    {
        if (file is null)
        {
            return null;
        }

        var full = Path.GetFullPath(file.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), file[2..]) : file);
        return !Path.GetRelativePath(project.Root, full).StartsWith("..", StringComparison.Ordinal) ? throw new DeployException(new(
                $"{file} 在项目里,迟早会被提交。把它移到项目外面。", $"{file} lies in the project and will be committed one day. Move it elsewhere."))
            : File.Exists(full) ? full : throw new DeployException(new($"没有文件 {file}。", $"There is no file {file}."));
    }
}
