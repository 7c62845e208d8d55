using YuGong.Build;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>「立即撤下」: what <c>yugong withdraw</c> does, then the commit, then every place where the site is online.</summary>
internal sealed class DeskWithdrawal(ProjectFolder project, OnlineWork work, EditingDesk desk)
{
    private readonly WithdrawalPlaces places = new(project, Path.Combine(project.Root, "posters"));

    /// <summary>What would go; null when there is no such entry.</summary>
    public WithdrawalPlan? Plan(EntryKind kind, string id) =>
        TakedownRun.SiteIn(project, Clock.Today(project)) is { } site
        && site.Entries.FirstOrDefault(e => e.Kind == kind.Name && e.Id == id) is { } entry ? WithdrawalPlan.Of(site, entry) : null;

    /// <summary>Files that speak of them and that people must change.</summary>
    public IReadOnlyList<string> Mentions(WithdrawalPlan plan) => [.. plan.Mentions(places).Select(n => $"{project.InputName}/{n}")];

    /// <summary>Whether it was taken out before, and what is left of it has still to be mended.</summary>
    public bool IsUnproven(string id) => PendingTakedown.Read(project.Root, id) is not null;

    /// <summary>Begins; how far it is the page asks for.</summary>
    /// <param name="plan">Null to search once more for what was taken out before.</param>
    /// <returns>False when something else is at work.</returns>
    public bool Begin(WithdrawalPlan? plan, string id, Editor editor) =>
        work.Begin("正在撤下……", () => desk.AloneOnMainAsync(() => Run(plan, id, editor)).GetAwaiter().GetResult());

    private OnlineProgress Run(WithdrawalPlan? plan, string id, Editor editor)
    {
        var unproven = plan is null ? PendingTakedown.Read(project.Root, id)! : new(plan.Traces(project.Output), plan.Addresses);
        if (plan is not null)
        {
            unproven.Write(project.Root, id);
            TakedownRun.TakeOut(plan, places, Clock.Today(project));
            Commit(plan, editor);
        }

        work.Say("已经从内容里撤下,正在重新构建……");
        var findings = new Diagnostics();
        var options = new RunOptions(project, Clock.Today(project), Edition.Release) { WithPosters = true, WithPictures = true };
        var built = DiskBuild.Run(options, new() { Report = FindingsPrinter.Both, AllowEmpty = true }, findings, CancellationToken.None);
        places.PurgeSpareTrees();
        if (built.IsRefused)
        {
            var first = findings.Sorted().FirstOrDefault(f => f.Severity == Severity.Error);
            return OnlineWork.Failed($"已经从内容里撤下,但网站没有重新建成,线上还是旧的。第一处错误在 {first?.Span.File.Path}:"
                + $"{first?.Message(Language.Chinese)} 改好以后在这一页再按一次。");
        }

        new ProjectGit(project).CommitLedgers(editor);
        work.Say("正在查是不是撤干净了……");
        var left = new Diagnostics();
        var searched = places.Look(unproven.Traces, unproven.Addresses, left);
        if (left.Count == 0)
        {
            PendingTakedown.Forget(project.Root, id);
        }

        var (online, isOnline) = Online(editor);
        var proof = left.Count == 0 ? $"已经撤下:查了 {searched} 个文件,都不在了。"
            : $"已经撤下,还有 {left.Count} 处文字要人改({string.Join("、", left.Sorted().Select(f => f.Span.File.Path).Distinct().Take(5))}),"
                + "改好以后在这一页再按一次。";
        var register = LeadRegister.IsIn(Path.Combine(project.Root, "leads")) ? "线索库还不知道,请管线索的人记下。" : "";
        return new(Running: false, proof + online + register, Failed: left.Count > 0 || !isOnline);
    }

    /// <summary>
    /// Everywhere where something of ours is online, and nowhere for the first time; a place that cannot be reached keeps no other from it.
    /// </summary>
    private (string Words, bool IsOnline) Online(Editor editor)
    {
        var (words, all) = ("", true);
        foreach (var place in Settings.Peek(project.Settings).Deploy)
        {
            try
            {
                work.Say($"正在更新“{place.Name}”……");
                words += work.Update(place, editor)?.Words;
            }
            catch (DeployException e)
            {
                (words, all) = ($"{words}“{place.Name}”上还是旧的:{e.Words.Zh}", false);
            }
        }

        return (words, all);
    }

    private void Commit(WithdrawalPlan plan, Editor editor)
    {
        string[] ledgers = ["withdrawn.txt", "claims.txt", "urls.txt", "codes.txt"];
        string[] paths =
        [
            .. plan.Entries.Select(e => e.Header.Folder.Path), .. plan.Edits.Select(e => e.Name),
            .. ledgers.Select(l => $"{project.InputName}/{l}").Where(l => File.Exists(Path.Combine(project.Root, l))),
        ];
        // The message stays in the history: it names an address, as the ledger does, and nobody.
        new ProjectGit(project).Commit(paths, $"撤下 {string.Join(' ', plan.Addresses)}", editor);
    }
}
