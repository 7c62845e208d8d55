using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>
/// The few things that <see cref="VersionedTarget"/> does with files, on this machine or on another. Paths are relative to the place:
/// <c>versions/ID/…</c> the sites, <c>releases/ID</c> their manifests, <c>incoming/</c> what is being uploaded, <c>current</c> a link to
/// the site that is online, <c>journal</c> who put what online when.
/// </summary>
internal interface IVersionFiles : IDisposable
{
    string Place { get; }

    /// <param name="toChange">Makes the place where it is missing, and keeps others out until the end.</param>
    /// <returns>False when there is nothing, which only a look finds.</returns>
    /// <exception cref="DeployException">Not ours, busy, or out of reach.</exception>
    bool Open(bool toChange, CancellationToken cancel);

    /// <summary>The first lines of all manifests.</summary>
    IReadOnlyList<string> Heads();

    /// <summary>A small text, or null.</summary>
    string? Read(string path);

    /// <summary>The old text or the new one, whoever is killed meanwhile.</summary>
    void Write(string path, string text);

    void Append(string path, string line);

    /// <summary>Names in a folder; none where there is no folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>The version that <c>current</c> leads to, or null.</summary>
    string? Online();

    /// <summary>Lets <c>current</c> lead to a version, in one step.</summary>
    void Switch(string id);

    void Move(string from, string to);

    void Remove(string path);

    /// <summary>Fills <c>incoming/</c> with the site, and with nothing else, from where an earlier run left it.</summary>
    /// <param name="known">Versions whose equal files may be had under a second name, the one that is online first.</param>
    /// <returns>The files that travelled, and their bytes.</returns>
    (int Files, long Bytes) Fill(LocalSite site, IReadOnlyList<string> known, Action<int, int> progress, CancellationToken cancel);
}
