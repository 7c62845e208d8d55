namespace YuGong.Desk;

/// <summary>Something that was asked for and is not done yet.</summary>
/// <param name="Demands">What the table of rights must allow.</param>
/// <param name="Turns">What it has to itself meanwhile: a draft, the main branch.</param>
internal sealed record Operation(IReadOnlyList<Demand> Demands, IReadOnlyList<string> Turns, Func<Editor, DeskAnswer> Run)
{
    /// <summary>The name of the main branch's turn, taken after a draft's.</summary>
    public const string Main = "\0main";

    public static Operation OnMain(IEnumerable<Demand> demands, Func<Editor, DeskAnswer> run) => new([.. demands], [Main], run);

    /// <param name="draft">The draft's name.</param>
    public static Operation OnDraft(string draft, IEnumerable<Demand> demands, Func<Editor, DeskAnswer> run) =>
        new([.. demands], [draft], run);
}
