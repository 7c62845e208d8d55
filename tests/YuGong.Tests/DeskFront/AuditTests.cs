using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;
using YuGong.Cli;
using YuGong.Desk;

namespace YuGong.Tests.DeskFront;

/// <summary>The desk's log: what it says, that nobody writes it but the desk, and how large it becomes.</summary>
public sealed class AuditTests
{
    private static readonly DateTimeOffset Morning = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_line_names_its_files_and_how_many_more_there_were()
    {
        var line = new AuditLine(Morning, "王编", "10.0.0.5",
            "deleteFiles") { Files = [.. Enumerable.Range(1, 25).Select(i => $"input/stories/a/{i}.png")] };
        var read = JsonNode.Parse(line.ToString())!;
        Assert.Equal(20, read["files"]!.AsArray().Count);
        Assert.Equal(5, read["more"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("x\n{\"who\":\"李工\"}")]
    [InlineData("x\r\ny")]
    [InlineData("\u001b[2J\u001b]0;title\a")]
    [InlineData("\u009b31m")]
    [InlineData("\u2028\u2029\u0085")]
    [InlineData("\u202eabc\u200b\ufeff")]
    [InlineData("\",\"what\":\"login\",\"x\":\"")]
    [InlineData("\ud800")]
    public void What_people_type_stays_in_its_place_and_does_nothing(string typed)
    {
        var line = new AuditLine(Morning, typed, typed, "login-failed", typed) { Files = [typed] }.Chained("").Line;
        Assert.DoesNotContain(line, c => char.IsControl(c)
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
        Assert.Equal("login-failed", JsonNode.Parse(line)!["what"]!.GetValue<string>());
    }

    [Fact]
    public void A_line_that_was_changed_taken_out_or_put_in_shows()
    {
        var (lines, head) = (new List<string>(), "");
        for (var i = 0; i < 10; i++)
        {
            (var line, head) = new AuditLine(Morning.AddMinutes(i), "李工", "10.0.0.5", "publish", $"stories/a{i}").Chained(head);
            lines.Add(line);
        }

        Assert.Null(AuditLine.FirstBreak(lines));
        Assert.Equal(4, AuditLine.FirstBreak([.. lines[..3], lines[3].Replace("李工", "王编", StringComparison.Ordinal), .. lines[4..]]));
        Assert.Equal(5, AuditLine.FirstBreak([.. lines[..4], .. lines[5..]]));
        Assert.Equal(6, AuditLine.FirstBreak([.. lines[..5], new AuditLine(Morning, "王编", "", "login").ToString(), .. lines[5..]]));
    }

    [Fact]
    public void The_log_goes_on_where_a_killed_desk_stopped_and_turns_at_its_size()
    {
        var folder = Directory.CreateTempSubdirectory("yugong-audit-").FullName;
        var path = Path.Combine(folder, "audit.ndjson");
        using (var log = new AuditLog(path, TimeProvider.System))
        {
            log.Write(new AuditLine(Morning, "李工", "", "login"));
        }

        File.AppendAllText(path, "{\"at\":\"half a li");
        var files = Enumerable.Range(0, 20).Select(i => new string('长', 200)).ToList();
        using (var log = new AuditLog(path, TimeProvider.System))
        {
            log.Write(new AuditLine(Morning, "李工", "", "login"));
            for (var i = 0; i < 5 * (AuditLog.MostBytes / 12_000) / 2; i++)
            {
                log.Write(new AuditLine(Morning, "李工", "", "persistEntry") { Files = files });
            }
        }

        Assert.InRange(new FileInfo(path).Length, 1, AuditLog.MostBytes + 20_000);
        Assert.Equal(["audit.1.ndjson", "audit.2.ndjson", "audit.ndjson"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string[] lines = [.. ((string[])["audit.2.ndjson", "audit.1.ndjson", "audit.ndjson"])
            .SelectMany(n => File.ReadAllLines(Path.Combine(folder, n))).Where(l => !l.Contains("half", StringComparison.Ordinal))];
        Assert.Null(AuditLine.FirstBreak(lines));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void One_client_cannot_fill_the_log_and_what_was_left_out_is_counted()
    {
        var budget = new AuditBudget();
        var written = Enumerable.Range(0, 10_000).Count(_ => budget.Spend(null, "10.0.0.5", Morning).Write);
        Assert.Equal(AuditBudget.PerStranger, written);
        Assert.True(budget.Spend(null, "10.0.0.6", Morning).Write);
        Assert.True(budget.Spend("李工", "10.0.0.5", Morning).Write);
        Assert.Equal((true, 10_000 - written), budget.Spend(null, "10.0.0.5", Morning + LoginLimit.Window));
        Assert.Equal(AuditBudget.AllStrangers,
            Enumerable.Range(0, 5000).Count(i => budget.Spend(null, $"10.1.{i / 250}.{i % 250}", Morning + (2 * LoginLimit.Window)).Write));
        Assert.True(budget.Spend("李工", "10.0.0.5", Morning + (2 * LoginLimit.Window)).Write);
    }

    [Fact]
    public void What_changed_something_is_written_whatever_else_was_tried()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("yugong-audit-").FullName, "audit.ndjson");
        using (var log = new AuditLog(path, TimeProvider.System))
        {
            var context = new DefaultHttpContext();
            for (var i = 0; i < 2 * AuditBudget.PerAccount; i++)
            {
                log.Write(context, "王编", isKnown: true, new("undo-refused"));
            }

            log.WriteChange(context, "王编", new("persistEntry", "stories/a", ["input/stories/a/index.md"], Changes: true));
        }

        var lines = File.ReadAllLines(path);
        Assert.Equal(AuditBudget.PerAccount + 1, lines.Length);
        Assert.Contains("\"files\":[\"input/stories/a/index.md\"]", lines[^1]);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
