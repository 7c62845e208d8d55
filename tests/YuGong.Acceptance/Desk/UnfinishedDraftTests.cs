using Xunit;

namespace YuGong.Tests.Desk;

/// <summary>Half a text may be saved; calling it ready asks for the other half.</summary>
public sealed class UnfinishedDraftTests
{
    private const string Half = "---\nid: xin-ren\nstatus: draft\nname: 新人\n---\n\n只写了一句。\n";

    [Fact]
    public async Task A_draft_is_saved_half_written_and_the_step_to_ready_says_what_is_missing()
    {
        await using var desk = await DeskTrial.StartAsync();
        (await desk.SaveAsync("xin-ren", Half)).Fine();
        (await desk.StepAsync("xin-ren", "pending_review")).Fine();
        var said = await desk.StepAsync("xin-ren", "pending_publish");
        Assert.Equal(422, said.Status);
        Assert.Contains("缺少", said.Error, StringComparison.Ordinal);
        Assert.Contains("status: review", desk.Draft("xin-ren"), StringComparison.Ordinal);
        Assert.Equal(422, (await desk.SaveAsync("xin-ren", Half + "电话 13812345678。\n")).Status);
        Assert.Contains("只写了一句。\n", desk.Draft("xin-ren"), StringComparison.Ordinal);
    }
}
