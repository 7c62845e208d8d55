using System.CommandLine;
using YuGong.Build;
using YuGong.Build.Takedown;
using YuGong.Content;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong withdraw &lt;id&gt;</c>: out of everything that is public, with a proof.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = Terminal.Words("条目的 id", "Id of the entry") };
        var kind = new Option<string?>("--kind") { Description = Terminal.Words("几类条目有同一个 id 时说明是哪一类:story object dialogue video news",
            "Which kind, when entries of several kinds have this id: story object dialogue video news") };
        kind.AcceptOnlyFromAmong([.. EntryKind.Exhibits.Select(k => k.Name)]);
        var output = new Option<string?>("--output") { Description = Terminal.Words("输出文件夹,默认 output", "Output folder, usually output") };
        var posters = new Option<string>("--posters") { Description = Terminal.Words("海报文件夹",
            "Folder of the posters"), DefaultValueFactory = _ => "posters" };
        return LeadsOptions.Command(
            "withdraw", new("把一个人(或一件物、一次对话、一部影片)从页面、接口、搜索、图片、海报和缓存里撤下:留一页中性的 410 和一行台账,再扫描证明撤干净了。",
                "Take a person (or an object, a dialogue, a film) out of pages, API, search, pictures, posters and caches: a "
                + "neutral 410 and a line in the ledger stay, and a scan proves that nothing else does."),
            (parsed, request) =>
                Run(request, parsed.GetValue(id)!, parsed.GetValue(kind),
                ProjectFolder.At(request.Project.Root, request.Project.InputName, parsed.GetValue(output)), parsed.GetValue(posters)!),
            changes: true, final: true, id, kind, output, posters);
    }

    private static int Run(LeadsRequest request, string id, string? kind, ProjectFolder project, string posters)
    {
        var findings = new Diagnostics();
        var places = new WithdrawalPlaces(project, Path.GetFullPath(Path.Combine(project.Root, posters)));
        if (!WritePlaces.Public(project).MayFill(project.Output, FolderKind.Site, findings) | !WritePlaces.Public(project)
            .IsFree(places.Posters, findings))
        {
            return LeadsSession.Say(findings); // before anything is taken out
        }

        var run = new TakedownRun(places, id, request.Today);
        var site = TakedownRun.SiteIn(project, request.Today);
        var found = site?.Entries.Where(e => e.Id == id && e is not Page && (kind is null || e.Kind == kind)).ToList() ?? [];
        if (found.Count == 0 && run.Unproven is { } begun)
        {
            LeadsSession.Talk(request, new($"{id} 已经撤下,还没有证明撤干净:再建一次,再查一遍。",
                $"{id} was taken out already, but it is not proven that nothing is left: building and searching again."));
            return Prove(request, id, new([], [], begun.Addresses), run, begun, findings);
        }

        if (found.Count == 0)
        {
            findings.Report(LeadsRules.NothingToWithdraw, new SourceFile(project.InputName, "").Whole, id,
                Suggestion.Nearest(id, site?.Entries.Select(e => e.Id) ?? []) ?? "–");
            return LeadsSession.Say(findings);
        }

        if (found.Count > 1)
        {
            var kinds = Phrase.List(found.Select(e => e.Kind));
            Terminal.Warn(new($"有 {found.Count} 个条目的 id 是 {id}:{kinds.Zh}。请加 --kind。",
                $"{found.Count} entries have the id {id}: {kinds.En}. Add --kind."));
            return 2;
        }

        var plan = WithdrawalPlan.Of(site!, found[0]);
        if (request.DryRun)
        {
            Announce(request, plan, places);
            LeadsSession.Tell(request, new("只是说说,什么也没有改。", "This was only told; nothing was changed."), Told(id, plan, null));
            return 0;
        }

        Announce(request, plan, places);
        if (!LeadsSession.Sure(request, new($"撤下 {id}?", $"Take out {id}?")))
        {
            return 2;
        }

        // Before the build, which makes the verify page; and before libvips is at work: SQLite opened after it ended in a segmentation
        // fault.
        Remember(request, id, findings);
        return Prove(request, id, plan, run, run.TakeOut(plan), findings);
    }

    private static int Prove(LeadsRequest request, string id, WithdrawalPlan plan, TakedownRun run, PendingTakedown sought,
        Diagnostics findings)
    {
        var built = 0;
        var proof = run.Prove(sought, () =>
        {
            built = new BuildRun(quiet: true, verbose: false).Run(run.Building, new() { AllowEmpty = true }, CancellationToken.None);
            return built == 0;
        });
        Tell(request, id, plan, sought.Traces, proof);
        findings.Add(proof.Left);
        return Math.Max(Math.Max(built, proof.IsProven ? 0 : 1), LeadsSession.Say(findings));
    }

    private static void Announce(LeadsRequest request, WithdrawalPlan plan, WithdrawalPlaces places)
    {
        foreach (var entry in plan.Entries)
        {
            var what = $"{entry.Kind} {entry.Id} ({EntryAddresses.Of(entry)})";
            LeadsSession.Talk(request, new($"  撤下 {what}", $"  out:      {what}"));
        }

        foreach (var book in plan.Books)
        {
            LeadsSession.Talk(request, new($"  撤下 {book.Name}:书里只有它", $"  out:      {book.Name}: a book of it alone"));
        }

        foreach (var edit in plan.Edits)
        {
            LeadsSession.Talk(request, new($"  改   {edit.Name}:去掉对它的引用", $"  change:   {edit.Name}: references to it go"));
        }

        foreach (var name in plan.Mentions(places))
        {
            var file = $"{request.Project.InputName}/{name}";
            LeadsSession.Talk(request, new($"  提到 {file}:文字要人改,最好先改", $"  mentions: {file}: for people to change, best before this"));
        }
    }

    private static void Tell(LeadsRequest request, string id, WithdrawalPlan plan, TakedownTargets traces, TakedownProof proof)
    {
        var (count, left) = (proof.Searched, proof.Left.Count);
        var pictures = PictureLikeness.Possible
            ? new($"和 {traces.Pictures.Count} 张照片的样子", $" and the looks of {Phrase.Count(traces.Pictures.Count, "photograph")}")
            : new Phrase("(没有 libvips,没有比对缩小的照片)", " (without libvips, scaled photographs were not compared)");
        var rebuilt = proof.IsBuilt ? Phrase.Empty : new(";网站没有重新建成,旧的还在", "; the site was not built anew, the old one stands");
        var (files, input) = (Phrase.Count(count, "file"), request.Project.InputName);
        LeadsSession.Tell(
            request,
            !proof.IsProven
                ? new(
                    $"查了 {count} 个文件,还有 {left} 处要人改(见下){rebuilt.Zh}。改好后再运行一次 {CommandName.Value} withdraw {id},接着证明。",
                    $"{files} searched, {Phrase.Count(left, "place")} left for people to change (see below){rebuilt.En}. "
                    + $"Then run {CommandName.Value} withdraw {id} again, to go on with the proof.")
                : new(
                    $"查了 {count} 个文件:名字、id、{traces.Hashes.Count} 个文件的指纹{pictures.Zh}都不在了。请提交 {input}/;git 的旧提交里还有,"
                    + "要清除历史见 docs/leads.md。",
                    $"{files} searched: name, id, fingerprints of {Phrase.Count(traces.Hashes.Count, "file")}{pictures.En} are gone. "
                        + $"Commit {input}/; "
                    + "older commits of git still hold them: docs/leads.md says how to clear the history."),
            Told(id, plan, new { files = count, names = traces.Names.Count, hashes = traces.Hashes.Count, pictures = traces.Pictures.Count,
                left, built = proof.IsBuilt, proven = proof.IsProven }));
    }

    private static object Told(string id, WithdrawalPlan plan, object? proof) => new
    {
        id, withdrawn = proof is not null,
        entries = plan.Entries.Select(e => new { kind = e.Kind, id = e.Id, address = EntryAddresses.Of(e) }),
        edited = plan.Edits.Select(e => e.Name), books = plan.Books.Select(b => b.Name), proof,
    };

    /// <summary>The register, where there is one and its key is at hand, learns of it.</summary>
    private static void Remember(LeadsRequest request, string id, Diagnostics findings)
    {
        if (!LeadRegister.IsIn(request.Folder))
        {
            return;
        }

        if (request.KeyFile is null && Environment.GetEnvironmentVariable("YUGONG_LEADS_PASSPHRASE") is null)
        {
            LeadsSession.Talk(request, new("线索库还不知道:请用 leads move <编号> withdrawn --reason … 记下。",
                "The register does not know yet: note it with leads move <number> withdrawn --reason …"));
            if (File.Exists(Path.Combine(request.Project.Input, "certificates.txt")))
            {
                findings.Report(LeadsRules.CertificateStillVerifies, new SourceFile(LeadRegister.PathIn(request.Folder), "").Whole, id);
            }

            return;
        }

        using var register = LeadsSession.KeyOf(request, findings) is { } key ? LeadRegister.Open(request.Folder, key, findings) : null;
        foreach (var (number, certificates) in register is null ? []
            : WithdrawnLeads.Tell(request.Project, register, id, request.AuditContext))
        {
            LeadsSession.TalkOfCertificates(request, certificates);
            var state = LeadLabels.Words(LeadState.Withdrawn);
            LeadsSession.Talk(request, new($"线索库:{number} 改为“{state.Zh}”。", $"Register: {number} is now {state.En}."));
        }
    }
}
