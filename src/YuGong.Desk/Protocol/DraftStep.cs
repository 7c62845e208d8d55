using YuGong.Content.Writing;

namespace YuGong.Desk;

/// <summary>A step of a draft.</summary>
/// <param name="Word">As the protocol calls it.</param>
/// <param name="Status">As the entry's front matter says it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Action">What the table of rights calls going there.</param>
internal sealed record DraftStep(string Word, string Status, string Name, int Rank, DeskAction Action)
{
    private const int Published = 3;
    private const string PublishedStatus = "published";

    public static DraftStep Draft { get; } = new("draft", "draft", "草稿", 0, DeskAction.Recall);

    public static DraftStep Review { get; } = new("pending_review", "review", "审核中", 1, DeskAction.Submit);

    public static DraftStep Ready { get; } = new("pending_publish", "ready", "就绪", 2, DeskAction.Approve);

    public static DraftStep[] All { get; } = [Draft, Review, Ready];

    public static DraftStep? Find(string word) => Array.Find(All, s => s.Word == word);

    /// <summary>How far a standing text has come; a page that never said it is published, any other entry a draft.</summary>
    public static int RankIn(string path, string text) =>
        FrontMatterPatcher.ValueOf(text, "status") is { } said
            ? RankOf(said) : path.Split('/') is [_, "pages", ..] ? Published : Draft.Rank;

    /// <summary>How far a <c>status</c> has come; what is no status has not begun.</summary>
    public static int RankOf(string? status) => status == PublishedStatus ? Published : Array.Find(All, s => s.Status == status)?.Rank ?? 0;

    public static bool IsStatus(string word) => word == PublishedStatus || Array.Exists(All, s => s.Status == word);
}
