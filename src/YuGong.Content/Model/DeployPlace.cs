namespace YuGong.Content;

/// <summary>A place where the site goes online, as <c>statiq.json</c> names it. Exactly one of the first four is said.</summary>
/// <param name="Name">Letters, digits, hyphens: <c>正式</c>, <c>backup</c>.</param>
public sealed record DeployPlace(string Name)
{
    public const int UsualKeep = 5, LeastKeep = 2, MostKeep = 100;

    /// <summary>Full path, or relative to the project.</summary>
    public string? Folder { get; init; }

    /// <summary><c>example.org:22/srv/www/site</c>.</summary>
    public string? Ssh { get; init; }

    /// <summary>Who logs in there. Before the host it would be a mail address, which no file of the site may hold.</summary>
    public string? User { get; init; }

    /// <summary><c>s3://bucket/prefix?endpoint=https://…</c>.</summary>
    public string? Bucket { get; init; }

    /// <summary>Address of a repository, as git takes it.</summary>
    public string? Git { get; init; }

    /// <summary>Of <see cref="Git"/>.</summary>
    public string Branch { get; init; } = "pages";

    /// <summary>How many versions one can go back to, the one that is online among them.</summary>
    public int Keep { get; init; } = UsualKeep;

    /// <summary>Full path, or from <c>~/</c>; never within the project.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The same for the file of the hosts that ssh knows.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>When the desk goes online there by itself, if a day has come that changes the site; null for never.</summary>
    public GoLiveSchedule? Schedule { get; init; }

    /// <summary>Where readers find it; null for the address of the site.</summary>
    public string? Address { get; init; }
}
