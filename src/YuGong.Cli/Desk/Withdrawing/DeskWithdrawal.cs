using YuGong.Build;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Deploy;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>「立即撤下」: what <c>yugong withdraw</c> does, then the commit, then every place where the site is online.</summary>
internal sealed class DeskWithdrawal(ProjectFolder project, OnlineWork work, EditingDesk desk, OpenedRegister register)
{
    private readonly WithdrawalPlaces places = new(project, Path.Combine(project.Root, "posters"));

    /// <summary>What would go; null when there is no such entry.</summary>
    public WithdrawalPlan? Plan(EntryKind kind, string id) =>
        TakedownRun.SiteIn(project, Clock.Today(project)) is { } site
        && site.Entries.FirstOrDefault(e => e.Kind == kind.Name && e.Id == id) is { } entry ? WithdrawalPlan.Of(site, entry) : null;

    /// <summary>Files that speak of them and that people must change.</summary>
    public IReadOnlyList<string> Mentions(WithdrawalPlan plan) => [.. plan.Mentions(places).Select(n => $"{project.InputName}/{n}")];

    /// <summary>Whether it was taken out before, and what is left of it has still to be mended.</summary>
    public bool IsUnproven(string id) => RunOf(id).Unproven is not null;

    /// <summary>Whether there is a register that would not learn of it, because this person has not opened it.</summary>
    public bool IsLocked(Editor editor) => register.IsThere && register.Read(editor.Name, _ => "") is null;

    /// <summary>Begins; how far it is the page asks for.</summary>
    /// <param name="plan">Null to search once more for what was taken out before.</param>
    /// <returns>False when something else is at work.</returns>
    public bool Begin(WithdrawalPlan? plan, string id, Editor editor) =>
        work.Begin("正在撤下……", () => desk.AloneOnMainAsync(() => Run(plan, id, editor)).GetAwaiter().GetResult());

    private TakedownRun RunOf(string id) => new(places, id, Clock.Today(project));

    private OnlineProgress Run(WithdrawalPlan? plan, string id, Editor editor)
    {
        var run = RunOf(id);
        var told = plan is null ? "" : Tell(id, editor);
        var sought = plan is null ? run.Unproven! : run.TakeOut(plan);
        if (plan is not null)
        {
            Commit(plan, editor);
        }

        work.Say("已经从内容里撤下,正在重新构建……");
        var findings = new Diagnostics();
        var proof = run.Prove(sought, () =>
        {
            var built = DiskBuild.Run(run.Building, new() { Report = FindingsPrinter.Both, AllowEmpty = true }, findings,
                CancellationToken.None);
            if (!built.IsRefused)
            {
                new ProjectGit(project).CommitLedgers(editor);
                work.Say("正在查是不是撤干净了……");
            }

            return !built.IsRefused;
        });
        if (!proof.IsBuilt)
        {
            var first = findings.Sorted().FirstOrDefault(f => f.Severity == Severity.Error);
            return OnlineWork.Failed($"已经从内容里撤下,但网站没有重新建成,线上还是旧的。第一处错误在 {first?.Span.File.Path}:"
                + $"{first?.Message(Language.Chinese)} 改好以后在这一页再按一次。{told}");
        }

        var (online, isOnline) = Online(editor);
        var left = proof.Left.Sorted().Select(f => f.Span.File.Path).Distinct().Take(5);
        var searched = proof.IsProven ? $"已经撤下:查了 {proof.Searched} 个文件,都不在了。"
            : $"已经撤下,还有 {proof.Left.Count} 处文字要人改({string.Join("、", left)}),改好以后在这一页再按一次。";
        return new(Running: false, searched + online + told, Failed: !proof.IsProven || !isOnline);
    }

    /// <summary>The register learns of it where whoever takes out has opened it; before the build, which makes the verify page.</summary>
    private string Tell(string id, Editor editor)
    {
        if (!register.IsThere)
        {
            return "";
        }

        try
        {
            var occasion = new AuditContext(Clock.Now(project, null), editor.Name);
            return register.Read(editor.Name, opened => WithdrawnLeads.Tell(project, opened, id, occasion)) is not { } leads
                ? "线索库锁着,还不知道,请管线索的人记下。"
                : string.Concat(leads.Select(l => $"线索库:{l.Lead} 改为“{LeadLabels.Of(LeadState.Withdrawn)}”"
                    + (l.Certificates.Count > 0 ? $",收回 {l.Certificates.Count} 份证书。" : "。")));
        }
        catch (Exception e) when (LeadRegister.DamageOf(e) is not null)
        {
            return $"线索库没有记下:{LeadRegister.DamageOf(e)!.Zh}。";
        }
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
        string[] ledgers = ["withdrawn.txt", "claims.txt", "urls.txt", "codes.txt", "certificates.txt"];
        string[] paths =
        [
            .. plan.Entries.Select(e => e.Header.Folder.Path), .. plan.Edits.Select(e => e.Name), .. plan.Books.Select(b => b.Name),
            .. ledgers.Select(l => $"{project.InputName}/{l}").Where(l => File.Exists(Path.Combine(project.Root, l))),
        ];
        // The message stays in the history: it names an address, as the ledger does, and nobody.
        new ProjectGit(project).Commit(paths, $"撤下 {string.Join(' ', plan.Addresses)}", editor);
    }
}
