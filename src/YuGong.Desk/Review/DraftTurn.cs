using YuGong.Content;

namespace YuGong.Desk;

/// <summary>Whose turn a draft is, by what its history says.</summary>
public sealed record DraftTurn
{
    /// <summary>As <see cref="WaitingDraft.Step"/>.</summary>
    public required string Step { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Writers { get; init; } = [];

    /// <summary>The review that comes next; null where the settings name none.</summary>
    public ReviewStep? Next { get; init; }

    /// <summary>Who passed it in a review before, as it is.</summary>
    public IReadOnlyList<string> PassedBy { get; init; } = [];

    /// <summary>Who read it letter by letter, as it is.</summary>
    public IReadOnlyList<string> ProofreadBy { get; init; } = [];

    /// <summary>
    /// The next review asks for its role, and for somebody who neither wrote it nor passed it; what was called ready waits for whoever
    /// publishes, and what came back for its writers.
    /// </summary>
    public bool IsFor(Editor editor) => Step switch
    {
        "pending_publish" => editor.May(DeskAction.Publish, Branch.Main),
        "pending_review" => !editor.OneOfSeveral || IsReviewedBy(editor),
        _ => Writers.Contains(editor.Name),
    };

    private bool IsReviewedBy(Editor editor)
    {
        var mayPass = Next is { } next ? editor.MayPass(next) : editor.May(DeskAction.Approve, Branch.Draft);
        return (mayPass && !Writers.Contains(editor.Name) && !PassedBy.Contains(editor.Name))
            || (editor.May(DeskAction.Proofread, Branch.Draft) && !ProofreadBy.Contains(editor.Name));
    }
}
