using YuGong.Build;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>A site and a place where it goes online: what the command and the desk do with the two.</summary>
internal sealed class Deployment(ProjectFolder project, DeployPlace place, Editor editor) : IDisposable
{
    private readonly IDeployTarget target = OnlinePlaces.Open(project, place);
    private readonly OnlineJournal journal = new(project);

    /// <summary>A release is as old as the day it was built for: what is built before midnight lacks what the next day brings.</summary>
    private readonly DateTimeOffset begun = Clock.Now(project, null);

    public string Place => target.Place;

    public string Address => OnlinePlaces.AddressOf(Settings.Peek(project.Settings), place);

    /// <summary>When something last went online there from this machine; null for never.</summary>
    public DateTimeOffset? LastAt => journal.LastAt(Place);

    /// <summary>Told as files travel: done and all.</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    /// <summary>See <see cref="DeployOrder.Adopt"/>.</summary>
    public bool Adopt { get; init; }

    /// <exception cref="DeployException">Why it cannot be told.</exception>
    public OnlineState Look(CancellationToken cancel)
    {
        var state = target.Look(cancel);
        return state with { By = state.By ?? (state.Online is { } online ? journal.WhoPut(Place, online.Id) : null) };
    }

    /// <summary>See <see cref="IDeployTarget.PrintOf"/>.</summary>
    public string PrintOf(ReadOnlySpan<byte> bytes) => target.PrintOf(bytes);

    /// <summary>What a site would change there.</summary>
    /// <param name="prints">Of its files, by path.</param>
    /// <exception cref="DeployException">Why it cannot be told.</exception>
    public OnlineDifference Compare(IReadOnlyDictionary<string, string> prints, CancellationToken cancel) =>
        OnlineDifference.Of(prints, target.Files(cancel));

    /// <summary>Puts what the last build left online; whoever calls has built.</summary>
    /// <exception cref="DeployException">Why not.</exception>
    public DeployReport Put(CancellationToken cancel)
    {
        var site = BuiltRelease.Read(project, cancel);
        var order = Order();
        var report = target.Put(site, order, cancel);
        if (!report.IsSame)
        {
            journal.Add(Place, new(report.Online.Id, order.At, order.By, IsBack: false));
        }

        return report;
    }

    /// <param name="id">Null for the release before the one that is online.</param>
    /// <exception cref="DeployException">Why not.</exception>
    public DeployReport Back(string? id, CancellationToken cancel)
    {
        var order = Order();
        var report = target.Back(id, order, cancel);
        journal.Add(Place, new(report.Online.Id, order.At, order.By, IsBack: true));
        return report;
    }

    public void Dispose() => target.Dispose();

    /// <summary>What is online, since when, by whom, and what one can go back to.</summary>
    public Phrase Told(OnlineState state)
    {
        if (state.Online is not { } online)
        {
            return new($"{place.Name}({Place}):还没有上线过。", $"{place.Name} ({Place}): nothing of ours is online yet.");
        }

        var zone = Settings.Peek(project.Settings).TimeZone;
        string When(DateTimeOffset at) => $"{TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm}";
        Phrase by = state.By is { } name ? new($",{name} 上线", $" by {name}") : new(",谁上线的这里不知道", " by somebody on another machine");
        Phrase revision = online.Revision.Length > 0 ? new($",修订 {online.Revision}", $", revision {online.Revision}") : Phrase.Empty;
        var (count, size) = (Phrase.Count(online.Files, "file"), LocalSite.Megabytes(online.Bytes));
        var kept = state.Kept.Count == 0 ? Phrase.Empty : new(
            $"\n  可以退回:{string.Join("、", state.Kept.Select(r => $"{r.Id}({When(r.At)})"))}",
            $"\n  to go back to: {string.Join(", ", state.Kept.Select(r => $"{r.Id} ({When(r.At)})"))}");
        var unfinished = state.IsUnfinished
            ? new("\n  有一次上传没有做完;再运行一次会接着做。", "\n  an upload was interrupted; run it again and it goes on from there.") : Phrase.Empty;
        return new Phrase(
                $"{place.Name}({Place}):版本 {online.Id} 在线,自 {When(state.Since ?? online.At)}",
                $"{place.Name} ({Place}): release {online.Id} is online since {When(state.Since ?? online.At)}")
            + by + new Phrase($";{online.Files} 个文件,{size}", $"; {count}, {size}") + revision + new Phrase("。", ".") + kept + unfinished;
    }

    /// <summary>What a run did.</summary>
    public Phrase Told(DeployReport report, bool isBack)
    {
        var (id, size) = (report.Online.Id, LocalSite.Megabytes(report.UploadedBytes));
        return report.IsSame
            ? new($"{place.Name}:线上已经是这一版({id}),没有改动。{Address}", $"{place.Name}: this very site is online already ({id}). {Address}")
            : isBack ? new($"{place.Name}:退回到版本 {id}。{Address}", $"{place.Name}: back to release {id}. {Address}")
            : new($"{place.Name}:版本 {id} 上线了,传了 {report.Uploaded} 个文件({size}),去掉 {report.Removed} 个。{Address}",
                $"{place.Name}: release {id} is online; {Phrase.Count(report.Uploaded, "file")} uploaded ({size}), {report.Removed} "
                + $"removed. {Address}");
    }

    private DeployOrder Order() => new(editor.Name, begun, new ProjectGit(project).Revision())
    {
        Progress = Progress, Adopt = Adopt, TakenOff = TakenOff.Of(project),
    };
}
