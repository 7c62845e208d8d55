using System.Text.Json.Nodes;
using Xunit;

namespace YuGong.Tests.Desk;

/// <summary>A large file goes up in parts, and a line that drops, or a desk that is started anew, costs one of them.</summary>
public sealed class UploadPartsTests
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_file_goes_on_where_it_stopped()
    {
        await using var desk = await DeskTrial.StartAsync();
        Assert.Equal(20, await HaveAsync(desk, 0, 20));
        Assert.Equal(20, await HaveAsync(desk, 0, 20)); // nobody heard the answer
        Assert.Equal(20, await HaveAsync(desk, 40, 20)); // a part too early
        await desk.CloseAsync();
        await desk.OpenAsync();
        Assert.Equal(40, await HaveAsync(desk, 20, 20));
        var last = await PartAsync(desk, 40, Png.Length - 40);
        Assert.Equal("a.png", (string?)last.Body!["name"]);
        using var client = new HttpClient();
        Assert.Equal(Png, await client.GetByteArrayAsync(new Uri(desk.Address, "/desk/write/stories/yu-gong/file/a.png"),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Limits_hold_for_the_whole_and_what_is_no_picture_is_not_taken()
    {
        await using var desk = await DeskTrial.StartAsync();
        Assert.Contains("最多 100 MB", (await PartAsync(desk, 0, 20, size: (100 << 20) + 1)).Error, StringComparison.Ordinal);
        Assert.Contains("最多 100 MB", (await PartAsync(desk, 0, 0, size: 0)).Error, StringComparison.Ordinal);
        var said = await desk.AskAsync("yu-gong", "upload", new()
        {
            ["name"] = "b.png", ["size"] = 9, ["at"] = 0, ["content"] = Convert.ToBase64String("no picture"u8[..9]),
        });
        Assert.Contains("YG703", said.Error, StringComparison.Ordinal);
    }

    private static async Task<long> HaveAsync(DeskTrial desk, int at, int length) =>
        (long)(await PartAsync(desk, at, length)).Fine().Body!["have"]!;

    private static Task<Said> PartAsync(DeskTrial desk, int at, int length, long? size = null) =>
        desk.AskAsync("yu-gong", "upload", new JsonObject
        {
            ["name"] = "a.png", ["size"] = size ?? Png.Length, ["stamp"] = "1", ["at"] = at,
            ["content"] = Convert.ToBase64String(Png, at, Math.Min(length, Png.Length - at)),
        });
}
