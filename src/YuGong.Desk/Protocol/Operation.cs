namespace YuGong.Desk;

/// <summary>Who asks, from which open page.</summary>
internal sealed record DeskRequest(Editor Editor, string? Tab);

/// <summary>A request that was read and not yet done.</summary>
/// <param name="Demands">What the table of rights must allow.</param>
/// <param name="Turns">What it has to itself meanwhile: a draft, the main branch; nothing for what only reads.</param>
internal sealed record Operation(IReadOnlyList<Demand> Demands, IReadOnlyList<string> Turns, Func<DeskRequest, DeskAnswer> Run)
{
    /// <summary>The name of the main branch's turn, taken after a draft's.</summary>
    public const string Main = "\0main";

    public static Operation Reading(Func<DeskRequest, DeskAnswer> run, params IEnumerable<string> paths) =>
        new([.. paths.Select(p => new Demand(DeskAction.Read, Branch.None, p))], [], run);

    public static Operation OnMain(IEnumerable<Demand> demands, Func<DeskRequest, DeskAnswer> run) => new([.. demands], [Main], run);

    /// <param name="draft">The draft's name.</param>
    public static Operation OnDraft(string draft, IEnumerable<Demand> demands, Func<DeskRequest, DeskAnswer> run) =>
        new([.. demands], [draft], run);
}
