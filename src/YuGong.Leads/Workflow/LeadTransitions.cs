namespace YuGong.Leads;

/// <summary>Which state may follow which (通知 六): forward one step at a time; back, out and down only with a reason.</summary>
public static class LeadTransitions
{
    private static readonly Dictionary<LeadState, LeadState[]> Next = new()
    {
        [LeadState.Received] = [LeadState.Verified, LeadState.Returned, LeadState.Declined],
        [LeadState.Verified] = [LeadState.Shortlisted, LeadState.Received, LeadState.Returned, LeadState.Declined],
        [LeadState.Shortlisted] = [LeadState.Selected, LeadState.Verified, LeadState.Declined],
        [LeadState.Selected] = [LeadState.Interviewed, LeadState.Shortlisted, LeadState.Declined],
        [LeadState.Interviewed] = [LeadState.Published, LeadState.Selected, LeadState.Declined],
        [LeadState.Published] = [LeadState.Withdrawn],
        [LeadState.Returned] = [LeadState.Received, LeadState.Declined],
        [LeadState.Declined] = [LeadState.Received],
        [LeadState.Withdrawn] = [LeadState.Interviewed],
    };

    public static IReadOnlyList<LeadState> From(LeadState state) => Next[state];

    /// <summary>Whether a lead in this state may be written up as a story.</summary>
    public static bool MayBecomeStory(LeadState state) => state is LeadState.Selected or LeadState.Interviewed;

    public static bool NeedsReason(LeadState from, LeadState to) =>
        to is LeadState.Returned or LeadState.Declined or LeadState.Withdrawn || (to < from && from is not LeadState.Returned)
            || from == LeadState.Withdrawn;
}
