using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>leads due</c>: what has been kept long enough.</summary>
internal static class LeadsDue
{
    public static Command Create() =>
        LeadsOptions.Command("due", new("列出超过保存期的线索(期限见 leads/settings.json 的 keepDays)。",
            "List leads that were kept long enough (keepDays in leads/settings.json)."),
        (_, request) => LeadsSession.With(request, (register, findings) =>
    {
        var retention = Retention.In(request.Folder);
        var due = register.Rows().Where(r => retention.DueOf(r) <= request.Today).ToList();
        if (request.Json)
        {
            LeadsSession.Print(due.Select(r => new { number = r.Number, state = r.State, since = r.Since, due = retention.DueOf(r) }));
            return 0;
        }

        foreach (var row in due)
        {
            findings.Report(LeadsRules.Due, LeadsSession.PlaceOf(row.Number.ToString()), row.Number.ToString(), LeadLabels.Words(row.State),
                $"{retention.DueOf(row):yyyy-MM-dd}", $"{retention.DaysOf(row.State)}");
        }

        Terminal.Say(due.Count == 0 ? new("没有超过保存期的线索。", "No lead was kept long enough.")
            : new($"{due.Count} 条超过保存期。", $"{Phrase.Count(due.Count, "lead")} kept long enough."));
        return 0;
    }));
}

/// <summary><c>leads erase</c>: one person's data, for good.</summary>
internal static class LeadsErase
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        return LeadsOptions.Command("erase", new("删除一条线索的全部个人信息和原件;编号留着不再使用。",
            "Erase all personal data and originals of a lead; its number is never used again."),
                (parsed, request) => Run(request, parsed.GetValue(number)!),
            changes: true, final: true, number);
    }

    private static int Run(LeadsRequest request, string number) => LeadsSession.WithLead(request, number, (register, row, _, _) =>
    {
        var shared = register.OriginalsOf(row).Count(o => register.LeadsIn(o.Id).Count > 1);
        var merged = register.MergedInto(row).Select(m => m.Number).ToList();
        if (request.DryRun)
        {
            LeadsSession.Tell(request, new Phrase(
                $"会删除 {row.Number} 的全部栏目、流水里的文字和 {register.OriginalsOf(row).Count - shared} 个原件。什么也没有删。",
                $"Would erase every field of {row.Number}, its words in the journal and "
                    + $"{Phrase.Count(register.OriginalsOf(row).Count - shared, "original")}. Nothing was erased.") + With(merged),
                new { number = row.Number, erased = false, originals = register.OriginalsOf(row).Count - shared, shared, merged });
            return 0;
        }

        if (!LeadsSession.Sure(request, new($"删除 {row.Number} 的全部个人信息?", $"Erase all personal data of {row.Number}?")))
        {
            return 2;
        }

        LeadsSession.TakeBackCertificates(request, register, row);
        register.Erase(row, request.AuditContext);
        LeadsSession.Tell(request, new Phrase($"{row.Number} 删除了。以前的备份里还有它:恢复备份时会自动再删,但旧备份文件请按期销毁。",
            $"{row.Number} was erased. Earlier backups still hold it: restoring one erases it again, but destroy old backups in time.")
            + With(merged), new { number = row.Number, erased = true, shared, merged });
        if (shared > 0 && !request.Json)
        {
            Terminal.Say(new($"有 {shared} 个原件里还有别人的线索,没有删;要删请先让那些线索也删除。",
                $"{Phrase.Count(shared, "original")} also with leads of others: kept. To erase them, erase those leads first."));
        }

        return 0;
    });

    /// <summary>The leads that went into it go with it: they are the same person's.</summary>
    private static Phrase With(IReadOnlyList<LeadNumber> merged) => merged.Count == 0 ? Phrase.Empty
        : new($"并入它的一起删除:{string.Join("、", merged)}。", $" With it those that went into it: {string.Join(", ", merged)}.");
}

/// <summary><c>leads export</c>: everything held on one person, for that person (个人信息保护法第四十五条).</summary>
internal static class LeadsExport
{
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = Terminal.Words("编号", "Number of the lead") };
        var to = new Argument<string>("folder") { Description = Terminal.Words("写到这个文件夹", "Folder to write to") };
        return LeadsOptions.Command("export", new("把一条线索的全部内容、原件和流水写出来,交给本人。",
            "Write out all of a lead, with originals and journal, for the person it is about."),
            (parsed, request) => Run(request, parsed.GetValue(number)!, parsed.GetValue(to)!), changes: false, final: false, number, to);
    }

    /// <summary>
    /// All that is held on one person, a file at a time: the lead with its journal, those that went into it, and its originals.
    /// </summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files(LeadRegister register, LeadRow row)
    {
        foreach (var one in register.MergedInto(row).Prepend(row))
        {
            yield return ($"{one.Number}.json", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                new { lead = LeadsShow.Json(register, register.Open(one.Number)!),
                    journal = register.ReadJournal(one).Select(e => new { e.At, e.Act, e.Detail }) }, LeadsSession.Json));
        }

        foreach (var original in register.OriginalsOf(row))
        {
            yield return ($"{row.Number}-{original.Id}.{original.Kind}", register.BytesOf(original));
        }
    }

    private static int Run(LeadsRequest request, string number, string to) =>
        LeadsSession.WithLead(request, number, (register, row, _, findings) =>
    {
        if (!LeadsSession.OpenFolder(request, to, findings))
        {
            return 1;
        }

        var files = 0;
        foreach (var (name, bytes) in Files(register, row))
        {
            PrivateFile.Write(Path.Combine(to, name), bytes);
            files++;
        }

        register.Note(request.AuditContext, "export", row);
        LeadsSession.Tell(request,
            new Phrase($"{row.Number} 的全部内容写到 {to};交给本人后请删掉。", $"All of {row.Number} written to {to}; delete it once it is handed over.")
            + (register.OriginalsOf(row).Any(o => register.LeadsIn(o.Id).Count > 1)
                ? new("注意:有的原件里还有别人的线索。", " Mind: some originals hold leads of others too.") : Phrase.Empty),
            new { number = row.Number, folder = Path.GetFullPath(to), files });
        return 0;
    });
}

/// <summary><c>leads held</c>: files that no lead came of.</summary>
internal static class LeadsHeld
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = Terminal.Words("把这些原件解密写到这个文件夹",
            "Write these originals, unsealed, to this folder") };
        var retry = new Option<bool>("--retry") { Description = Terminal.Words("再读一遍(程序更新以后)",
            "Read them again (after an update of the program)") };
        return LeadsOptions.Command("held", new("列出读不出线索、等人处理的来件。",
            "List what came in and no lead could be read from, waiting for people."),
            (parsed, request) => Run(request, parsed.GetValue(to), parsed.GetValue(retry)), changes: false, final: false, to, retry);
    }

    private static int Run(LeadsRequest request, string? to, bool retry) => LeadsSession.With(request, (register, findings) =>
    {
        var held = register.Held();
        if (to is not null && !LeadsSession.OpenFolder(request, to, findings))
        {
            return 1;
        }

        foreach (var original in held)
        {
            if (to is not null)
            {
                PrivateFile.Write(Path.Combine(to, $"held-{original.Id}.{original.Kind}"), register.BytesOf(original));
            }

            if (retry)
            {
                new Import(register, LeadsSession.Words(request).Taxonomies, request.AuditContext)
                    .Take(Reading.Read(original.Name, register.BytesOf(original)), findings);
            }
        }

        if (to is not null)
        {
            register.Note(request.AuditContext, "held out", null, $"{held.Count}");
        }

        if (request.Json)
        {
            LeadsSession.Print(register.Held()
                .Select(o => new { id = o.Id, name = o.Name, kind = o.Kind, received = o.Received, why = o.Held }));
        }
        else
        {
            Terminal.Write(LeadsTable.Format(
                [new("号", "id"), new("收到", "received"), new("类型", "kind"), new("原因", "why"), new("文件名", "file")],
                [.. register.Held()
                .Select(o => (IReadOnlyList<string>)[$"{o.Id}", $"{o.Received:yyyy-MM-dd}", o.Kind, o.Held ?? "", o.Name])],
                !Console.IsOutputRedirected));
        }

        return 0;
    });
}

/// <summary><c>leads journal</c>: what was done, when and by whom.</summary>
internal static class LeadsJournal
{
    public static Command Create()
    {
        var number = new Argument<string?>("number") { Description = Terminal.Words("只看这一条的",
            "Only of this lead"), Arity = ArgumentArity.ZeroOrOne };
        return LeadsOptions.Command("journal", new("流水:谁在什么时候做了什么。只能添,不能改。",
            "The journal: who did what and when. It is only ever added to."), (parsed, request) => parsed.GetValue(number) is { } said
            ? LeadsSession.WithLead(request, said, (register, row, _, _) => Tell(request, register.ReadJournal(row)))
            : LeadsSession.With(request, (register, _) => Tell(request, register.ReadJournal())), changes: false, final: false, number);
    }

    private static int Tell(LeadsRequest request, IReadOnlyList<JournalEntry> entries)
    {
        if (request.Json)
        {
            LeadsSession.Print(entries);
        }
        else
        {
            Terminal.Write(LeadsTable.Format(
                [new("时间", "time"), new("编号", "number"), new("做了", "did"), new("谁", "who"), new("说明", "detail")],
                [.. entries.Select(e => (IReadOnlyList<string>)[e.At, e.Lead?.ToString() ?? "", e.Act, e.By,
                    e.Detail ?? Terminal.Words("(已删除)", "(erased)")])],
                !Console.IsOutputRedirected));
        }

        return 0;
    }
}

/// <summary><c>leads backup</c>: the register in one file, still sealed.</summary>
internal static class LeadsBackup
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Terminal.Words("写到这个文件,不会覆盖已有的",
            "File to write; one that exists is never replaced") };
        return LeadsOptions.Command("backup", new("备份线索库(仍是加密的,用今天的钥匙打开)。", "Back up the register (still sealed; today's key opens it)."),
            (parsed, request) => LeadsSession.With(request, (register, findings) =>
        {
            if (!WritePlaces.Private(request).MayWrite(Path.GetFullPath(parsed.GetValue(file)!), null, findings))
            {
                return 1;
            }

            try
            {
                register.Backup(parsed.GetValue(file)!, request.AuditContext);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Terminal.Warn(new($"没有备份:{e.Message}", $"No backup was made: {e.Message}"));
                return 1;
            }

            LeadsSession.Tell(request, new($"备份写到 {parsed.GetValue(file)};旁边的 .anchor 是它的锚,请一起保存。",
                $"Backup written to {parsed.GetValue(file)}; the .anchor beside it belongs to it, keep both."),
                new { backup = Path.GetFullPath(parsed.GetValue(file)!), leads = register.Rows().Count });
            return 0;
        }), changes: false, final: false, file);
    }
}

/// <summary><c>leads rotate</c>: a new data key.</summary>
internal static class LeadsRotate
{
    public static Command Create() =>
        LeadsOptions.Command("rotate", new("换数据钥匙:库里每一个值重新加封。旧备份仍用旧钥匙打开。",
            "Change the data key: every value is sealed anew. Old backups still open with the old key."),
                (_, request) => LeadsSession.With(request, (register, findings) =>
    {
        if (request.DryRun)
        {
            LeadsSession.Tell(request, new($"会重新加封 {register.Rows().Count} 条线索。什么也没有改。",
                $"Would seal {Phrase.Count(register.Rows().Count, "lead")} anew. Nothing was changed."),
                new { rotated = false, leads = register.Rows().Count });
            return 0;
        }

        using var progress = new CountedProgress(Terminal.Words("重新加封", "Sealing"), 100, request.Json) { IsLong = true };
        register.Rotate(LeadsSession.KeyOf(request, findings)!, request.AuditContext,
            (done, total) => progress.Set((int)(done * 100L / Math.Max(1, total))));
        progress.Dispose();
        LeadsSession.Tell(request, new($"{register.Rows().Count} 条线索重新加封了。请做一次新备份,销毁旧备份。",
            $"{Phrase.Count(register.Rows().Count, "lead")} sealed anew. Make a new backup and destroy the old ones."),
            new { rotated = true, leads = register.Rows().Count });
        return 0;
    }), changes: true);
}

/// <summary><c>leads rekey</c>: another passphrase or key file.</summary>
internal static class LeadsRekey
{
    public static Command Create()
    {
        var file = new Option<string?>("--new-key-file") { Description =
            Terminal.Words("改用这个新钥匙文件(没有就新写);不写就改口令(YUGONG_LEADS_NEW_PASSPHRASE 或提示时输入)",
            "Use this key file from now on (made if it does not exist); otherwise a new passphrase (YUGONG_LEADS_NEW_PASSPHRASE, or "
                + "asked for)") };
        return LeadsOptions.Command("rekey", new("换口令或钥匙文件。",
            "Change the passphrase or key file."), (parsed, request) => LeadsSession.With(request, (register, _) =>
        {
            if (LeadsInit.NewKey(request with { KeyFile = parsed.GetValue(file) }) is not { } key)
            {
                return 2;
            }

            register.ChangeKey(key, request.AuditContext);
            LeadsSession.Tell(request, new("换好了。旧的口令或钥匙只能打开以前的备份。",
                "Changed. The old passphrase or key opens earlier backups only."), new { key = key.Kind });
            return 0;
        }), changes: false, final: false, file);
    }
}
