using System.CommandLine;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>Filters that several commands take.</summary>
internal sealed class LeadsFilter
{
    private readonly Option<string?> state =
        new("--state") { Description = "状态:received verified shortlisted selected interviewed published returned declined withdrawn,或中文" };
    private readonly Option<string?> channel = new("--channel") { Description = "渠道:unit 单位推荐 | self 自荐 | other 他荐" };
    private readonly Option<string?> batch = new("--batch") { Description = "批次的 id" };
    private readonly Option<string?> direction = new("--direction") { Description = "方向的 id" };
    private readonly Option<string?> district = new("--district") { Description = "区县的 id" };

    public Option[] All => [state, channel, batch, direction, district];

    /// <summary>Null, with a word on the error stream, when a state or channel is none.</summary>
    public LeadFilter? Read(ParseResult parsed, string? text = null)
    {
        var (s, c) = (parsed.GetValue(state), parsed.GetValue(channel));
        var (stateOf, channelOf) = (s is null ? null : LeadLabels.StateOf(s), c is null ? null : LeadLabels.ChannelOf(c));
        if ((s is not null && stateOf is null) || (c is not null && channelOf is null))
        {
            Console.Error.WriteLine(stateOf is null && s is not null
                ? $"没有状态“{s}”。有:{string.Join("、", Enum.GetValues<LeadState>().Select(x => $"{LeadLabels.Id(x)} {LeadLabels.Of(x)}"))}。"
                : $"没有渠道“{c}”。有:unit 单位推荐、self 自荐、other 他荐。");
            return null;
        }

        return new(stateOf, channelOf, parsed.GetValue(batch), parsed.GetValue(direction), parsed.GetValue(district), text);
    }
}

/// <summary><c>leads list</c>: the register as a table.</summary>
internal static class LeadsList
{
    private static readonly string[] Head = ["编号", "收到", "状态", "渠道", "批次", "方向", "区县", "姓名", "单位"];

    public static Command Create()
    {
        var filter = new LeadsFilter();
        var find = new Option<string?>("--find") { Description = "只列任何一栏里有这些字的" };
        var limit = WholeNumber.Option("--limit", "终端里最多列几行,0 不限", 0, int.MaxValue, 60);
        return LeadsOptions.Command(
            "list", "列出线索,可按状态、渠道、批次、方向、区县和文字筛选。",
            (parsed, request) => filter.Read(parsed, parsed.GetValue(find)) is { } said ? Run(request, said, parsed.GetValue(limit)) : 2,
            changes: false, final: false, [.. filter.All, find, limit]);
    }

    private static int Run(LeadsRequest request, LeadFilter filter, int limit) => LeadsSession.With(request, (register, _) =>
    {
        var lines = register.List(filter);
        if (request.Json)
        {
            LeadsSession.Print(lines.Select(l => new
            {
                number = l.Row.Number, received = l.Row.Received, state = l.Row.State, since = l.Row.Since, channel = l.Row.Channel,
                batch = l.Row.Batch, direction = l.Row.Direction, district = l.Row.District,
                person = l.Person, unit = l.Unit,
            }));
            return 0;
        }

        var terminal = !Console.IsOutputRedirected;
        var shown = terminal && limit > 0 ? lines.Take(limit) : lines;
        Console.Write(LeadsTable.Format(Head, [.. shown.Select(l => Cells(l, terminal))], terminal));
        if (terminal)
        {
            Console.WriteLine(limit > 0 && lines.Count > limit ? $"共 {lines.Count} 条,列了前 {limit} 条(--limit 0 全列)。" : $"共 {lines.Count} 条。");
        }

        return 0;
    });

    private static IReadOnlyList<string> Cells(LeadLine l, bool terminal) =>
    [
        l.Row.Number.ToString(), l.Row.Received.ToString("yyyy-MM-dd"), LeadLabels.Of(l.Row.State),
        l.Row.Channel is { } c ? LeadLabels.Of(c) : "–", l.Row.Batch ?? "–", l.Row.Direction ?? "–",
        l.Row.District ?? "–", terminal ? LeadsTable.Cut(l.Person, 16) : l.Person, terminal ? LeadsTable.Cut(l.Unit, 32) : l.Unit,
    ];
}
