namespace YuGong.Desk;

/// <summary>A step of a draft.</summary>
/// <param name="Word">As forms and branches call it.</param>
/// <param name="Status">As the entry's front matter says it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Action">What the table of rights calls going there.</param>
internal sealed record DraftStep(string Word, string Status, string Name, DeskAction Action)
{
    /// <summary>What the history calls it when somebody read a draft letter by letter; the draft stays where it is.</summary>
    public const string Proofread = "校对";

    public static DraftStep Draft { get; } = new("draft", "draft", "草稿", DeskAction.Recall);

    public static DraftStep Review { get; } = new("pending_review", "review", "审核中", DeskAction.Submit);

    public static DraftStep Ready { get; } = new("pending_publish", "ready", "就绪", DeskAction.Approve);

    public static IReadOnlyList<DraftStep> All { get; } = [Draft, Review, Ready];

    public static DraftStep? Find(string word) => All.FirstOrDefault(s => s.Word == word);
}
