using System.Globalization;
using System.Text.RegularExpressions;

namespace YuGong.Deploy;

/// <summary>
/// Versions in a folder of another machine, which has sshd, rsync, and the tools of GNU and util-linux (any Debian). Files travel by rsync,
/// compared by their bytes; what another version holds already becomes a second name there.
/// </summary>
internal sealed partial class SshVersions(SshAddress address, SshKeys keys) : IVersionFiles
{
    private const int NotOurs = 73, NoSite = 74, Taken = 75, Missing = 127;
    private const string Upload = "upload.lock", Partial = ".rsync-partial", EndOfText = "end-of-this-text";

    private SshConnection? line;

    public string Place => $"{address}";

    private string Root => address.Folder;

    public bool Open(bool toChange, CancellationToken cancel)
    {
        line?.Dispose();
        var marker = VersionedTarget.Marker;
        var ours = $"[ ! -e '{Root}' ] || [ -e '{Root}/{marker}' ] || [ -z \"$(ls -A '{Root}')\" ] || exit {NotOurs}";
        var begin = toChange
            ? $"mkdir -p '{Root}/{VersionedTarget.Versions}' '{Root}/{VersionedTarget.Releases}' && cd '{Root}' && : >'{marker}' && "
                + $"exec flock -n -E {Taken} {VersionedTarget.Lock} sh"
            : $"[ -e '{Root}/{marker}' ] || exit {NoSite}; cd '{Root}' && exec sh";
        line = SshConnection.Open(address, keys, $"LC_ALL=C; export LC_ALL; umask 022; {ours}; {begin}");
        using var stop = cancel.Register(line.Dispose);
        return line.Begin() switch
        {
            null => true,
            NoSite => false,
            NotOurs => throw Going.Foreign(Place, Root),
            Taken => throw Going.Busy(Place),
            Missing => throw new DeployException(new(
                $"{Place} 上没有 flock(util-linux)。", $"{Place} has no flock (util-linux).")),
            _ => throw Failures.Of(Place, line.Errors()),
        };
    }

    public IReadOnlyList<string> Heads() => Lines(
        Do($"for f in {VersionedTarget.Releases}/*; do [ ! -f \"$f\" ] || head -n 1 \"$f\"; done"));

    public string? Read(string path) => Do($"if [ -f '{path}' ]; then echo yes; cat '{path}'; fi") is { Length: > 0 } said
        && said.StartsWith("yes\n", StringComparison.Ordinal) ? said["yes\n".Length..] : null;

    public void Write(string path, string text) => Do(
        $"cat >'{path}.draft' <<'{EndOfText}' && mv -f '{path}.draft' '{path}'\n{text.TrimEnd('\n')}\n{EndOfText}");

    public void Append(string path, string text) => Do($"cat >>'{path}' <<'{EndOfText}'\n\n{text}\n{EndOfText}");

    public IReadOnlyList<string> List(string folder) => Lines(Do($"[ ! -d './{folder}' ] || ls -A './{folder}'"));

    public string? Online() => Do($"readlink {VersionedTarget.Current} || :").Trim() is { Length: > 0 } target
        ? target[(target.LastIndexOf('/') + 1)..] : null;

    public void Switch(string id) => Do(
        $"sync -f . || sync; ln -sfn '{VersionedTarget.Versions}/{id}' {VersionedTarget.Current}.next && "
        + $"mv -fT {VersionedTarget.Current}.next {VersionedTarget.Current}");

    public void Move(string from, string to) => Do($"mv -T '{from}' '{to}'");

    public void Remove(string path) => Do($"rm -rf './{path}'");

    public (int Files, long Bytes) Fill(LocalSite site, IReadOnlyList<string> known, Action<int, int> progress, CancellationToken cancel)
    {
        // rsync of a run that was killed may still be at work over there: its lock is waited for.
        if (Do($"mkdir -p {VersionedTarget.Incoming}; flock -w 60 {Upload} true || echo busy").Contains("busy", StringComparison.Ordinal))
        {
            throw Going.Busy(Place);
        }

        string[] arguments =
        [
            "-rtm", "--checksum", "--delete", "--delete-excluded", "--delete-delay", "--chmod=D755,F644", $"--partial-dir={Partial}",
            "--timeout=60", "--no-inc-recursive", "--info=progress2,stats2,flist0,name0", "--exclude-from=-", "--from0",
            $"--rsh={keys.Command(address.Port)}", $"--rsync-path=LC_ALL=C flock {Root}/{Upload} rsync",
            .. known.Take(20).Select(id => $"--link-dest=../{VersionedTarget.Versions}/{id}"),
            site.Folder.TrimEnd('/') + "/", $"{address.Login}:{Root}/{VersionedTarget.Incoming}/",
        ];
        if (address.Host.Contains(':'))
        {
            arguments[^1] = $"{(address.User is null ? "" : address.User + "@")}[{address.Host}]:{Root}/{VersionedTarget.Incoming}/";
        }

        var answer = OutsideProgram.Run(OutsideProgram.Start("rsync", arguments), Excluded(site), cancel,
            said => Tell(said, site.Files.Count, progress));
        if (answer.Code != 0)
        {
            throw Failures.Of(Place, answer.Err + "\n" + line!.Errors());
        }

        var there = Do($"find {VersionedTarget.Incoming} -depth -name {Partial} -exec rm -rf {{}} ';'; "
            + $"find {VersionedTarget.Incoming} -type f | wc -l").Trim();
        return there == $"{site.Files.Count}" ? (Number(Travelled().Match(answer.Out)), LongNumber(Volume().Match(answer.Out)))
            : throw DeployException.Other(Place, $"{there} files instead of {site.Files.Count}");
    }

    public void Dispose() => line?.Dispose();

    private static string Excluded(LocalSite site) => string.Concat(site.Others().Select(path =>
        "/" + string.Concat(path.Select(c => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : $"{c}")) + "\0"));

    private static void Tell(string said, int all, Action<int, int> progress)
    {
        if (Percent().Match(said) is { Success: true } percent)
        {
            progress(Number(percent) * all / 100, all);
        }
    }

    private static List<string> Lines(string said) => [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static int Number(Match match) => (int)LongNumber(match);

    private static long LongNumber(Match match) => long.TryParse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal),
        NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Do(string script) => line!.Do(script);

    [GeneratedRegex(@"\s(\d{1,3})%", RegexOptions.None, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"regular files transferred: ([\d,]+)", RegexOptions.None, 1000)]
    private static partial Regex Travelled();

    [GeneratedRegex(@"Total transferred file size: ([\d,]+)", RegexOptions.None, 1000)]
    private static partial Regex Volume();
}
