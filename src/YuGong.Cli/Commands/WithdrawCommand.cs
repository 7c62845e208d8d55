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
        var id = new Argument<string>("id") { Description = "条目的 id" };
        var kind = new Option<string?>("--kind") { Description = "几类条目有同一个 id 时说明是哪一类:story object dialogue video" };
        kind.AcceptOnlyFromAmong([.. EntryKind.Exhibits.Select(k => k.Name)]);
        var output = new Option<string?>("--output") { Description = "输出文件夹,默认 output" };
        var posters = new Option<string>("--posters") { Description = "海报文件夹", DefaultValueFactory = _ => "posters" };
        return LeadsOptions.Command(
            "withdraw", "把一个人(或一件物、一次对话、一部影片)从页面、接口、搜索、图片、海报和缓存里撤下:留一页中性的 410 和一行台账,再扫描证明撤干净了。",
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
            return LeadsSession.Say(request, findings); // before anything is taken out
        }

        var site = TakedownRun.SiteIn(project, request.Today);
        var found = site?.Entries.Where(e => e.Id == id && e is not Page && (kind is null || e.Kind == kind)).ToList() ?? [];
        if (found.Count == 0 && PendingTakedown.Read(project.Root, id) is { } begun)
        {
            Talk(request).WriteLine($"{id} 已经撤下,还没有证明撤干净:再建一次,再查一遍。");
            return Prove(request, id, new([], [], begun.Addresses), places, begun, findings);
        }

        if (found.Count == 0)
        {
            findings.Report(LeadsRules.NothingToWithdraw, new SourceFile(project.InputName, "").Whole, id,
                Suggestion.Nearest(id, site?.Entries.Select(e => e.Id) ?? []) ?? "–");
            return LeadsSession.Say(request, findings);
        }

        if (found.Count > 1)
        {
            Console.Error.WriteLine($"有 {found.Count} 个条目的 id 是 {id}:{string.Join("、", found.Select(e => e.Kind))}。请加 --kind。");
            return 2;
        }

        var plan = WithdrawalPlan.Of(site!, found[0]);
        if (request.DryRun)
        {
            Announce(request, plan, places);
            LeadsSession.Tell(request, "只是说说,什么也没有改。", Told(id, plan, null));
            return 0;
        }

        Announce(request, plan, places);
        if (!LeadsSession.Sure(request, $"撤下 {id}?"))
        {
            return 2;
        }

        // Before the build, which makes the verify page; and before libvips is at work: SQLite opened after it ended in a segmentation
        // fault.
        Remember(request, id, findings);
        var unproven = new PendingTakedown(plan.Traces(project.Output), plan.Addresses);
        unproven.Write(project.Root, id);
        TakedownRun.TakeOut(plan, places, request.Today);
        return Prove(request, id, plan, places, unproven, findings);
    }

    /// <summary>Builds without them, then looks for what is left of them; forgets them when there is nothing.</summary>
    private static int Prove(LeadsRequest request, string id, WithdrawalPlan plan, WithdrawalPlaces places, PendingTakedown unproven,
        Diagnostics findings)
    {
        var project = places.Project;
        var run = new RunOptions(project, request.Today, Edition.Release) { WithPosters = true, WithPictures = true };
        var building = new BuildRun(request.Language, quiet: true, verbose: false);
        var built = building.Run(run, new() { AllowEmpty = true }, CancellationToken.None);
        places.PurgeSpareTrees();
        var code = Math.Max(built, Tell(request, id, plan, unproven.Traces, places, built, findings));
        if (code == 0)
        {
            PendingTakedown.Forget(project.Root, id);
        }

        return Math.Max(code, LeadsSession.Say(request, findings));
    }

    /// <summary>What people read on the way is no part of a JSON document.</summary>
    private static TextWriter Talk(LeadsRequest request) => request.Json ? Console.Error : Console.Out;

    private static void Announce(LeadsRequest request, WithdrawalPlan plan, WithdrawalPlaces places)
    {
        foreach (var entry in plan.Entries)
        {
            Talk(request).WriteLine($"  撤下 {entry.Kind} {entry.Id}({EntryAddresses.Of(entry)})");
        }

        foreach (var edit in plan.Edits)
        {
            Talk(request).WriteLine($"  改   {edit.Name}:去掉对它的引用");
        }

        foreach (var name in plan.Mentions(places))
        {
            Talk(request).WriteLine($"  提到 {request.Project.InputName}/{name}:文字要人改,最好先改");
        }
    }

    /// <returns>1 when something of them is left.</returns>
    private static int Tell(LeadsRequest request, string id, WithdrawalPlan plan, TakedownTargets traces, WithdrawalPlaces places,
        int built, Diagnostics findings)
    {
        var before = findings.Count;
        var count = places.Look(traces, plan.Addresses, findings);
        var left = findings.Count - before;
        var pictures = PictureLikeness.Possible ? $"{traces.Pictures.Count} 张照片的样子" : "(没有 libvips,没有比对缩小的照片)";
        LeadsSession.Tell(
            request,
            left > 0 || built != 0
                ? $"查了 {count} 个文件,还有 {left} 处要人改(见下){(built == 0 ? "" : ";网站没有重新建成,旧的还在")}。"
                    + $"改好后再运行一次 {CommandName.Value} withdraw {id},接着证明。"
                : $"查了 {count} 个文件:名字、id、{traces.Hashes.Count} 个文件的指纹和{pictures}都不在了。请提交 {request.Project.InputName}/;git 的旧提交里还有,"
                    + $"要清除历史见 docs/leads.md。",
            Told(id, plan, new { files = count, names = traces.Names.Count, hashes = traces.Hashes.Count, pictures = traces.Pictures.Count,
                left, built = built == 0, proven = left == 0 && built == 0 }));
        return left > 0 ? 1 : 0;
    }

    private static object Told(string id, WithdrawalPlan plan, object? proof) => new
    {
        id, withdrawn = proof is not null,
        entries = plan.Entries.Select(e => new { kind = e.Kind, id = e.Id, address = EntryAddresses.Of(e) }),
        edited = plan.Edits.Select(e => e.Name), proof,
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
            Talk(request).WriteLine("线索库还不知道:请用 leads move <编号> withdrawn --reason … 记下。");
            if (File.Exists(Path.Combine(request.Project.Input, "certificates.txt")))
            {
                findings.Report(LeadsRules.CertificateStillVerifies, new SourceFile(LeadRegister.PathIn(request.Folder), "").Whole, id);
            }

            return;
        }

        using var register = LeadsSession.KeyOf(request, findings) is { } key ? LeadRegister.Open(request.Folder, key, findings) : null;
        foreach (var lead in register?.OpenAll().Where(l => l.Form[Field.Story] == id).ToList() ?? [])
        {
            register!.Move(lead.Row, LeadState.Withdrawn, "withdraw", request.AuditContext);
            LeadsSession.TakeBackCertificates(request, register, lead.Row);
            Talk(request).WriteLine($"线索库:{lead.Number} 改为“{LeadLabels.Of(LeadState.Withdrawn)}”。");
        }
    }
}
