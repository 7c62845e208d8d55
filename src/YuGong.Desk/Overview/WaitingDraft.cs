namespace YuGong.Desk;

/// <summary>An entry that was saved and is not published: it lies on a branch, and neither the folder nor the site knows it.</summary>
/// <param name="Slug">As the form client addresses it: <c>xin-ren/index</c>.</param>
/// <param name="Step">As the workflow calls it: draft, pending_review, pending_publish.</param>
public sealed record WaitingDraft(string Collection, string Slug, string Title, string Step, string By, DateTimeOffset At);
