using System.Globalization;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// <c>input/withdrawn.txt</c>: addresses that were taken down for good, with their day, one a line: <c>2026-12-01 /people/x/</c>.
/// Such an address answers with a neutral page and, where the server can, with 410 Gone (RFC 9110, 15.5.11).
/// </summary>
public sealed class WithdrawnLedger
{
    public const string FileName = "withdrawn.txt";

    private const string Head = "# 撤下的地址和日期,由 yugong withdraw 写。本人再次同意后才可以删去一行。\n";

    private readonly IReadOnlyList<(DateOnly Day, string Address, SourceSpan Span)> lines;

    private WithdrawnLedger(IReadOnlyList<(DateOnly, string, SourceSpan)> lines) => this.lines = lines;

    public IReadOnlyList<string> Addresses => [.. lines.Select(l => l.Address).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Each address with the day it was taken down.</summary>
    public IEnumerable<(DateOnly Day, string Address)> Days => lines.Select(l => (l.Day, l.Address)).DistinctBy(l => l.Address);

    /// <summary>The ledger in an input folder; empty where there is none.</summary>
    public static WithdrawnLedger In(string inputFolder, string inputName, Diagnostics diagnostics)
    {
        var path = Path.Combine(inputFolder, FileName);
        return Parse(TextFile.Ledger(path, $"{inputName}/{FileName}", diagnostics), diagnostics);
    }

    public static WithdrawnLedger Parse(SourceFile file, Diagnostics diagnostics)
    {
        var (read, start) = (new List<(DateOnly, string, SourceSpan)>(), 0);
        foreach (var raw in file.Text.Split('\n'))
        {
            var text = raw.Trim();
            var span = file.Span(start + raw.IndexOf(text), text.Length);
            start += raw.Length + 1;
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text.Split(' ') is [var written, ['/', .., '/'] address]
                && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && OutputPath.IsAddress(address))
            {
                read.Add((day, address, span));
            }
            else
            {
                diagnostics.Report(PublishingRules.NoWithdrawal, span, text);
            }
        }

        return new(read);
    }

    /// <summary>Reports every address of the ledger that has a page again.</summary>
    public void Check(IReadOnlySet<string> living, Diagnostics diagnostics)
    {
        foreach (var (_, address, span) in lines.Where(l => living.Contains(l.Address)))
        {
            diagnostics.Report(PublishingRules.CameBack, span, address);
        }
    }

    /// <summary>Adds addresses that are not in it yet; the file is whole before and after.</summary>
    public static void Append(string inputFolder, DateOnly day, IEnumerable<string> addresses)
    {
        var path = Path.Combine(inputFolder, FileName);
        var before = File.Exists(path) ? PlainFile.Text(path).ReplaceLineEndings("\n") : Head;
        var known = Parse(new(path, before), new()).Addresses;
        AtomicFile.Write(path, before.TrimEnd('\n') + "\n" + string.Concat(addresses.Except(known).Order(StringComparer.Ordinal)
            .Select(a => $"{day:yyyy-MM-dd} {a}\n")));
    }
}
