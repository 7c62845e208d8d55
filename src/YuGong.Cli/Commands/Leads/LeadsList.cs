using System.CommandLine;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>Filters that several commands take.</summary>
internal sealed class LeadsFilter
{
    private readonly Option<string?> state =
        new("--state") { Description =
            Terminal.Words("状态:received verified shortlisted selected interviewed published returned declined withdrawn,或中文",
            "State: received verified shortlisted selected interviewed published returned declined withdrawn") };
    private readonly Option<string?> channel = new("--channel") { Description = Terminal.Words("渠道:unit 单位推荐 | self 自荐 | other 他荐",
        "Channel: unit (by an employer), self, other") };
    private readonly Option<string?> batch = new("--batch") { Description = Terminal.Words("批次的 id", "Id of the batch") };
    private readonly Option<string?> direction = new("--direction") { Description = Terminal.Words("方向的 id", "Id of the direction") };
    private readonly Option<string?> district = new("--district") { Description = Terminal.Words("区县的 id", "Id of the district") };

    public Option[] All => [state, channel, batch, direction, district];

    /// <summary>Null, with a word on the error stream, when a state or channel is none.</summary>
    public LeadFilter? Read(ParseResult parsed, string? text = null)
    {
        var (s, c) = (parsed.GetValue(state), parsed.GetValue(channel));
        var (stateOf, channelOf) = (s is null ? null : LeadLabels.StateOf(s), c is null ? null : LeadLabels.ChannelOf(c));
        if ((s is not null && stateOf is null) || (c is not null && channelOf is null))
        {
            Terminal.Warn(stateOf is null && s is not null
                ? new($"没有状态“{s}”。有:{LeadLabels.AllStates.Zh}。", $"There is no state '{s}'. There are: {LeadLabels.AllStates.En}.")
                : new($"没有渠道“{c}”。有:unit 单位推荐、self 自荐、other 他荐。", $"There is no channel '{c}'. There are: unit, self, other."));
            return null;
        }

        return new(stateOf, channelOf, parsed.GetValue(batch), parsed.GetValue(direction), parsed.GetValue(district), text);
    }
}

/// <summary><c>leads list</c>: the register as a table.</summary>
internal static class LeadsList
{
    private static readonly Phrase[] Head =
    [
        new("编号", "number"), new("收到", "received"), new("状态", "state"), new("渠道", "channel"), new("批次", "batch"),
        new("方向", "direction"), new("区县", "district"), new("姓名", "name"), new("单位", "employer"),
    ];

    public static Command Create()
    {
        var filter = new LeadsFilter();
        var find = new Option<string?>("--find") { Description = Terminal.Words("只列任何一栏里有这些字的",
            "Only those with this text in any field") };
        var limit = WholeNumber.Option("--limit", new("终端里最多列几行,0 不限",
            "At most so many rows on a terminal, 0 for all"), 0, int.MaxValue, 60);
        return LeadsOptions.Command(
            "list", new("列出线索,可按状态、渠道、批次、方向、区县和文字筛选。", "List leads, by state, channel, batch, direction, district or text."),
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
        Terminal.Write(LeadsTable.Format(Head, [.. shown.Select(l => Cells(l, terminal))], terminal));
        if (terminal)
        {
            Terminal.Say(limit > 0 && lines.Count > limit
                ? new($"共 {lines.Count} 条,列了前 {limit} 条(--limit 0 全列)。",
                    $"{lines.Count} leads, the first {limit} shown (--limit 0 shows all).")
                : new($"共 {lines.Count} 条。", $"{Phrase.Count(lines.Count, "lead")}."));
        }

        return 0;
    });

    private static IReadOnlyList<string> Cells(LeadLine l, bool terminal) =>
    [
        l.Row.Number.ToString(), l.Row.Received.ToString("yyyy-MM-dd"), Terminal.Words(LeadLabels.Words(l.Row.State)),
        l.Row.Channel is { } c ? Terminal.Words(LeadLabels.Words(c)) : "–", l.Row.Batch ?? "–", l.Row.Direction ?? "–",
        l.Row.District ?? "–", terminal ? LeadsTable.Cut(l.Person, 16) : l.Person, terminal ? LeadsTable.Cut(l.Unit, 32) : l.Unit,
    ];
}
