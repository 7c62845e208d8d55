using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Where a lead stands. Which may follow which is said in <c>Workflow/LeadSteps.cs</c>.</summary>
public enum LeadState
{
    Received,
    Verified,
    Shortlisted,
    Selected,
    Interviewed,
    Published,

    /// <summary>Sent back to the recommender for more.</summary>
    Returned,
    Declined,

    /// <summary>Was published and was taken out again.</summary>
    Withdrawn,
}

/// <summary>How it came (通知 四（一）).</summary>
public enum Channel
{
    Unit,
    Self,
    Other,
}

/// <summary>A row of the register without anything private: what statistics and the experts' sheets may be made of.</summary>
public sealed record LeadRow
{
    public required long Id { get; init; }

    public required LeadNumber Number { get; init; }

    public required DateOnly Received { get; init; }

    public required LeadState State { get; init; }

    /// <summary>The day it came into this state.</summary>
    public required DateOnly Since { get; init; }

    public required Channel? Channel { get; init; }

    /// <summary>Id in <c>taxonomies/batches</c>, or null.</summary>
    public required string? Batch { get; init; }

    /// <summary>Id in <c>taxonomies/directions</c>; null until somebody says.</summary>
    public required string? Direction { get; init; }

    /// <summary>Id in <c>taxonomies/districts</c>; null until somebody says.</summary>
    public required string? District { get; init; }
}

/// <summary>A whole lead, opened with the key.</summary>
/// <param name="Links">Other leads of perhaps the same person.</param>
public sealed record Lead(LeadRow Row, LeadForm Form, IReadOnlyList<LeadNumber> Links)
{
    public LeadNumber Number => Row.Number;
}

/// <summary>The words for states and channels, as commands take them and tables show them.</summary>
public static class LeadLabels
{
    private static readonly string[] States = ["收到", "已核实", "初选", "入选", "已采访", "已发布", "退回", "未采用", "已撤回"];
    private static readonly string[] Channels = ["单位推荐", "自荐", "他荐"];

    private static readonly Dictionary<string, LeadState> StatesByWord = ByWord<LeadState>(States, Id);
    private static readonly Dictionary<string, Channel> ChannelsByWord = ByWord<Channel>(Channels, Id);

    public static string Of(LeadState state) => States[(int)state];

    public static string Of(Channel channel) => Channels[(int)channel];

    /// <summary>In English a state is called by its id.</summary>
    public static Phrase Words(LeadState state) => new(Of(state), Id(state));

    public static Phrase Words(Channel channel) => new(Of(channel), Id(channel));

    /// <summary>What may be written, for those who wrote something else.</summary>
    public static Phrase AllStates { get; } = AsChoices(Enum.GetValues<LeadState>());

    public static Phrase AsChoices(IEnumerable<LeadState> states) => Phrase.List(
        [.. states.Select(s => new Phrase($"{Id(s)} {Of(s)}", Id(s)))]);

    public static string Id(LeadState state) => state.ToString().ToLowerInvariant();

    public static string Id(Channel channel) => channel.ToString().ToLowerInvariant();

    /// <summary>By its English id or its Chinese word.</summary>
    public static LeadState? StateOf(string word) => StatesByWord.TryGetValue(word, out var state) ? state : null;

    public static Channel? ChannelOf(string word) => ChannelsByWord.TryGetValue(word, out var channel) ? channel : null;

    private static Dictionary<string, T> ByWord<T>(string[] chinese, Func<T, string> id)
        where T : struct, Enum =>
        Enum.GetValues<T>().SelectMany((value, i) => new[] { (Word: chinese[i], value), (Word: id(value), value) })
            .ToDictionary(x => x.Word, x => x.value, StringComparer.OrdinalIgnoreCase);
}
