using System.Security.Cryptography;
using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>What a target shows now.</summary>
/// <param name="Online">Null when nothing of ours is online.</param>
/// <param name="Since">When it was put online: later than <see cref="Release.At"/> where it was brought back.</param>
/// <param name="Kept">What one can go back to, the newest first, without the one that is online.</param>
/// <param name="IsUnfinished">An upload was interrupted; the next one goes on from there.</param>
public sealed record OnlineState(Release? Online, DateTimeOffset? Since, IReadOnlyList<Release> Kept, bool IsUnfinished)
{
    /// <summary>Who put it online; null where the target names nobody.</summary>
    public string? By { get; init; }

    /// <summary>The release before the one that is online: where <c>--back</c> leads.</summary>
    public Release? Before => Online is null ? null : Kept.Where(r => r.Number < Online.Number).MaxBy(r => r.Number);
}

/// <summary>What one run did.</summary>
/// <param name="Online">What is online now.</param>
/// <param name="Uploaded">Files that travelled.</param>
/// <param name="UploadedBytes">Of them, before any packing on the way.</param>
/// <param name="Removed">Paths that were online before and are not any more.</param>
/// <param name="IsSame">The same site was online already.</param>
public sealed record DeployReport(Release Online, int Uploaded, long UploadedBytes, int Removed, bool IsSame);

/// <summary>Who publishes, when, from what.</summary>
/// <param name="Revision">See <see cref="Release.Revision"/>.</param>
public sealed record DeployOrder(string By, DateTimeOffset At, string Revision)
{
    /// <summary>Told as files travel: done and all.</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    /// <summary>On top of commits of others, which stay in the history of a branch.</summary>
    public bool Adopt { get; init; }

    /// <summary>
    /// Releases made before hold what was taken off the site since (withdrawn, without consent any more): nobody goes back to them, and
    /// they are kept no longer than until the next release is online. Null where nothing ever was.
    /// </summary>
    public DateTimeOffset? TakenOff { get; init; }

    internal bool MayStay(Release release) => !(release.At < TakenOff);
}

/// <summary>
/// A place where the site is online. Each of these is taken up where a killed run left it, and none harms what is online before the new
/// site is there whole.
/// </summary>
public interface IDeployTarget : IDisposable
{
    /// <summary>As people know it: <c>www@example.org:/srv/www/site</c>.</summary>
    string Place { get; }

    /// <summary>Looks, and changes nothing.</summary>
    /// <exception cref="DeployException">It cannot be reached, or holds what is not ours.</exception>
    OnlineState Look(CancellationToken cancel);

    /// <summary>Every file that is online, by path, with the print of its bytes; none where nothing of ours is.</summary>
    /// <inheritdoc cref="Look"/>
    IReadOnlyDictionary<string, string> Files(CancellationToken cancel);

    /// <summary>The print of a file's bytes as this place remembers it, in hexadecimal digits; usually SHA-256.</summary>
    string PrintOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Puts a site online, whole or not at all as far as the place allows.</summary>
    /// <exception cref="DeployException">Why not; the sentence says what is online.</exception>
    DeployReport Put(LocalSite site, DeployOrder order, CancellationToken cancel);

    /// <summary>Puts an earlier release online again.</summary>
    /// <param name="id">Null for the one before the one that is online.</param>
    /// <exception cref="DeployException">There is none, or it cannot be done.</exception>
    DeployReport Back(string? id, DeployOrder order, CancellationToken cancel);
}

/// <summary>Choices and refusals that all targets share.</summary>
internal static class Going
{
    /// <summary>What a manifest says of its files; none where there is none.</summary>
    public static IReadOnlyDictionary<string, string> Prints(IReadOnlyDictionary<string, ReleaseFile>? files) =>
        files?.Values.ToDictionary(f => f.Path, f => f.Sha, StringComparer.Ordinal) ?? [];

    /// <exception cref="DeployException">There is no such release, or it may not be shown any more.</exception>
    public static Release Back(OnlineState state, string? id, DeployOrder order, string place)
    {
        var found = id is null ? state.Before : state.Kept.FirstOrDefault(r => r.Id == id || $"{r.Number}" == id);
        if (found is not null && !order.MayStay(found))
        {
            throw new DeployException(new(
                $"版本 {found.Id} 是撤下之前的:里面有撤下的、或同意已到期的人和物,不能再上线。改好内容,再上线一次。",
                $"Release {found.Id} is from before something was withdrawn or its consent ran out, and holds it still; it cannot go "
                + "online again. Mend the content and deploy it."));
        }

        return found ?? throw new DeployException(id is null
            ? new($"{place} 没有更早的版本可以退回。", $"{place} has no earlier release to go back to.")
            : new($"{place} 没有版本 {id};有:{Words(state)}。", $"{place} has no release {id}; there are: {Words(state)}."));
    }

    public static Release Next(OnlineState state, LocalSite site, DeployOrder order, bool namesPeople)
    {
        var last = state.Kept.Append(state.Online).Max(r => r?.Number ?? 0);
        return new(last + 1, order.At, site.Digest, order.Revision, site.Files.Count, site.Bytes)
        {
            By = namesPeople ? order.By : null,
        };
    }

    public static DeployException Foreign(string place, string what) => new(new(
        $"{place} 里有不是 yugong 放的东西({what}),没有动它。给网站一个空的地方。",
        $"{place} holds what yugong did not put there ({what}) and was left alone. Give the site an empty place."));

    public static DeployException Busy(string place) => new(new(
        $"另一次上线正在用 {place};等它做完再来。", $"Another deployment is at work on {place}; come back when it is done."));

    private static string Words(OnlineState state) => state.Kept.Count == 0 ? "–" : string.Join(", ", state.Kept.Select(r => r.Id));
}
