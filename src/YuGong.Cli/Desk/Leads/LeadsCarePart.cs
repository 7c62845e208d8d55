using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YuGong.Desk;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>
/// The register as a whole: statistics, what was kept long enough, the journal; and for who keeps it whether it is whole, whether anything
/// of it got out, backups and keys. Each is a command of <c>yugong leads</c>.
/// </summary>
internal sealed class LeadsCarePart(LeadsDoor door, TimeProvider clock) : IEndpoints
{
    private const string Here = "/desk/leads/register/";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/leads/statistics/", context => door.PageAsync(context, "统计", "/desk/leads/statistics/",
            register => register.Rows(), rows => LeadsStatisticsPage.Render(rows, door.Words, Today))).For(DeskAction.ReadLeads);
        routes.MapGet("/desk/leads/due/", context => door.PageAsync(context, "到期", "/desk/leads/due/", register => register.Rows(),
            rows => LeadsCarePage.Due(rows, Retention.In(door.Register.Folder), Today))).For(DeskAction.ReadLeads);
        routes.MapGet("/desk/leads/journal/", context => door.PageAsync(context, "流水", "/desk/leads/journal/",
            register => register.ReadJournal(), LeadsCarePage.Journal)).For(DeskAction.ReadLeads);
        routes.MapGet(Here, context => door.PageAsync(context, "线索库", Here, LeadsHealth.Of, LeadsCarePage.Register))
            .For(DeskAction.KeepLeads);
        routes.MapPost(Here + "check", context => door.DoAsync(context, "leads-check", Check))
            .For(DeskAction.KeepLeads);
        routes.MapPost(Here + "scan", ScanAsync).For(DeskAction.KeepLeads);
        routes.MapGet(Here + "backup.zip", context => door.FileAsync(context, "leads-backup", register => Backup(context, register)))
            .For(DeskAction.KeepLeads);
        routes.MapPost(Here + "key", context => door.DoAsync(context, "leads-rekey", (register, said) => Rekey(context, register, said)))
            .For(DeskAction.KeepLeads);
        routes.MapPost(Here + "rotate", context =>
            door.DoAsync(context, "leads-rotate", (register, said) => Rotate(context, register, said))).For(DeskAction.KeepLeads);
        routes.MapPost("/desk/leads/make", MakeAsync).For(DeskAction.KeepLeads);
    }

    private static LeadsAnswer Check(LeadRegister register, LeadsFields said)
    {
        var faults = register.Faults().Select(f => f.Zh).ToList();
        if (said.Says("anchor") && HeldTo(register, said.Bytes("anchor")) is { } differs)
        {
            faults.Add($"和那个锚对不上：{differs}");
        }

        var (leads, held, reached) = (register.Rows().Count, register.Held().Count, register.Reached);
        return faults.Count > 0
            ? LeadsAnswer.Refused($"线索库不完整，不要再写，请从备份恢复：{string.Join("；", faults)}。")
            : new($"线索库完整：{leads} 条线索，{held} 个来件等人处理。流水 {reached.Journal} 条，登记 {reached.Ledger} 条，"
                + $"锚 {reached.Mark}（抄在别处，下次对得上）。");
    }

    /// <summary>Why the register is not the one that an anchor was written for; null when it is.</summary>
    private static string? HeldTo(LeadRegister register, byte[]? anchor)
    {
        var path = Path.Combine(register.Folder, "comparing.anchor");
        try
        {
            PrivateFile.Write(path, anchor ?? []);
            return register.HoldTo(path).Fault?.Zh;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What to look for is read within the register, the looking is outside of it: it takes long.</summary>
    private async Task ScanAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        context.Did("leads-scan");
        var history = LeadsFields.Of(body)?.Says("git") == true;
        var values = await Task.Run(() => door.Register.Read(context.Editor().Name, LeadsScan.ValuesOf));
        var answer = values is null ? null : await Task.Run(() =>
        {
            var findings = new Diagnostics();
            var files = LeadsScan.Look(door.Project, values, history, findings);
            var places = findings.Sorted().Select(f => $"{f.Span.File.Path}：{f.Message(Language.Chinese)}").Distinct().Take(20);
            return findings.Count > 0 ? LeadsAnswer.Refused($"有 {findings.Count} 处，马上处理：\n{string.Join('\n', places)}")
                : new LeadsAnswer($"在 {files} 个文件里找了 {values.Count} 个私人信息，一个也没有。");
        });
        await door.AnswerAsync(context, answer);
    }

    /// <summary>The register as it lies, still sealed, with its anchor. Its copy on this disk is gone when it is sent.</summary>
    private LeadsFile Backup(HttpContext context, LeadRegister register)
    {
        var folder = Path.Combine(register.Folder, "sending");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true); // what a killed desk left
        }

        var path = Path.Combine(PrivateFile.Folder(folder), "register.backup");
        try
        {
            register.Backup(path, door.Occasion(context));
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.CreateEntryFromFile(path, "register.backup", CompressionLevel.NoCompression);
                zip.CreateEntryFromFile(path + ".anchor", "register.backup.anchor");
            }

            return new($"leads-{Today:yyyy-MM-dd}.zip", bytes.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private LeadsAnswer Rekey(HttpContext context, LeadRegister register, LeadsFields said)
    {
        if (FreshKey(said, out var why) is not { } key)
        {
            return LeadsAnswer.Refused(why);
        }

        register.ChangeKey(key, door.Occasion(context));
        return new($"换好了，从今以后用{(key is Passphrase ? "新口令" : "这个钥匙文件")}。原来的只能打开以前的备份。", Here);
    }

    /// <summary>The key is asked for again: the new data key is wrapped in it.</summary>
    private LeadsAnswer Rotate(HttpContext context, LeadRegister register, LeadsFields said)
    {
        var key = said.Key();
        using (var same = key is null ? null : LeadRegister.Open(register.Folder, key, new Diagnostics()))
        {
            if (same is null)
            {
                return LeadsAnswer.Refused(said.Says("key") ? "这不是它的钥匙文件。" : "口令不对。");
            }
        }

        register.Rotate(key!, door.Occasion(context));
        return new($"{register.Rows().Count} 条线索重新加封了。请做一次新备份，销毁旧备份。", Here);
    }

    private async Task MakeAsync(HttpContext context)
    {
        using var body = await DeskJson.ReadAsync(context);
        context.Did("leads-make", changes: true);
        var answer = LeadsFields.Of(body) is { } said ? await Task.Run(() => Make(context, said)) : LeadsAnswer.Refused("这个请求读不懂。");
        await door.AnswerAsync(context, answer);
    }

    private LeadsAnswer Make(HttpContext context, LeadsFields said)
    {
        var findings = new Diagnostics();
        var request = door.Request(context);
        if (door.Register.IsThere)
        {
            return LeadsAnswer.Refused("线索库已经有了，没有动它。");
        }

        if (FreshKey(said, out var why) is not { } key)
        {
            return LeadsAnswer.Refused(why);
        }

        if (LeadsGit.WouldTake(request, findings) || !LeadsSession.IsPlaceForRegister(request, findings))
        {
            return LeadsAnswer.Refused(findings);
        }

        LeadRegister.Create(request.Folder, key, request.AuditContext).Dispose();
        door.Register.Unlock(context.Editor().Name, key);
        return new($"建好了。{(key is Passphrase ? "口令请抄在纸上锁起来" : "钥匙文件请另存一份，和库分开放")}。", "/desk/leads/");
    }

    /// <summary>A key to make or remake a register with; null, with why, where none was given that will do.</summary>
    private LeadKey? FreshKey(LeadsFields said, out string why)
    {
        why = said.Says("key") ? "这个文件不是线索库的钥匙。"
            : said["fresh"] != said["again"] ? "两遍不一样。"
            : said["fresh"].Length > LeadsFields.MostPassphrase ? "口令太长。"
            : Passphrase.WhyWeak(said["fresh"], LeadsInit.NamesOf(door.Project))?.Zh.Replace("用 --key-file 写一个钥匙文件", "改用钥匙文件",
                StringComparison.Ordinal) ?? "";
        return said.Says("key") ? said.Key() : why.Length > 0 ? null : new Passphrase(said["fresh"]);
    }
}

/// <summary>How the register stands, without opening everything.</summary>
internal sealed record LeadsHealth(int Leads, int Held, long Journal, string Mark, string? Fault)
{
    public static LeadsHealth Of(LeadRegister register)
    {
        var reached = register.Reached;
        return new(register.Rows().Count, register.Held().Count, reached.Journal, reached.Mark, register.Anchored.Fault?.Zh);
    }
}
