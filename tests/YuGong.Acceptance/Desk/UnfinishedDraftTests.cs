using Xunit;

namespace YuGong.Tests.Desk;

/// <summary>Half a text may be saved; calling it ready asks for the other half.</summary>
public sealed class UnfinishedDraftTests
{
    private const string New = "input/stories/xin-ren/index.md";

    private const string Half = "---\nid: xin-ren\nstatus: draft\nname: 新人\n---\n\n只写了一句。\n";

    [Fact]
    public async Task A_draft_is_saved_half_written_and_is_ready_only_when_it_is_whole()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, Half)).Fine();
        Assert.Contains("只写了一句。", desk.Read(New), StringComparison.Ordinal);
        Assert.Equal(422, (await desk.SaveAsync(New, Half.Replace("draft", "ready", StringComparison.Ordinal))).Status);
        Assert.Equal(422, (await desk.SaveAsync(New, Half + "电话 13812345678。\n")).Status);
    }

    [Fact]
    public async Task In_the_workflow_the_step_to_ready_says_what_is_missing()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync(New, Half, workflow: true)).Fine();
        (await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_review")).Fine();
        var said = await desk.StepAsync("updateUnpublishedEntryStatus", "xin-ren", "pending_publish");
        Assert.Equal(422, said.Status);
        Assert.Contains("缺少", said.Error, StringComparison.Ordinal);
        Assert.Contains("status: review", desk.Git("show", $"cms/stories/xin-ren:{New}"), StringComparison.Ordinal);
    }
}
