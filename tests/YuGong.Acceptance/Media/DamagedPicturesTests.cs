using System.Text.RegularExpressions;
using Xunit;
using YuGong.Imaging.Vips;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Media;

/// <summary>Files whose heads are whole and whose pixels are not, many at once, as when a disk or a transfer failed.</summary>
public sealed partial class DamagedPicturesTests
{
    private const int Each = 8;

    [Fact]
    public async Task Each_damaged_picture_is_told_with_its_own_reason_and_nothing_is_published()
    {
        using var project = CompleteContent.Small(Project.OfRealSite());
        var names = Enumerable.Range(0, Each).SelectMany(i => (string[])[$"broken-{i}-jpg", $"broken-{i}-png"]).ToList();
        project.Edit("input/stories/plain-one/index.md", "objects: [plain-one-thing]",
            $"objects: [plain-one-thing, {string.Join(", ", names)}]");
        foreach (var name in names)
        {
            var (number, suffix) = (name[7] - '0', name[^3..]);
            project.Write($"input/objects/{name}/a.{suffix}", suffix == "jpg" ? Jpeg(400 + number) : Png(400 + number));
            OddPictures.Object(project, name, "a." + suffix, person: "plain-one");
        }

        var said = await project.BuildAsync("--jobs", "4");
        Assert.True(said.Code == 1, said.Out + said.Err);
        var told = Reasons().Matches(said.Err).ToDictionary(m => m.Groups["id"].Value, m => m.Groups["reason"].Value);
        Assert.Equal(names.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(told, t => Assert.Contains(t.Key[^3..] == "jpg" ? "jpeg" : "png", t.Value, StringComparison.OrdinalIgnoreCase));
        Assert.False(Directory.Exists(project.Output));
        Assert.Empty(Directory.EnumerateDirectories(project.At(".cache/pictures"), "making-*"));
    }

    [GeneratedRegex(@"input/objects/(?<id>[\w-]+)/index\.md:\d+:\d+: error YG542: a\.\w+ 读不完:(?<reason>[^\n]+)")]
    private static partial Regex Reasons();

    /// <summary>The first half, with the mark that ends a whole one.</summary>
    private static byte[] Jpeg(int width)
    {
        using var grain = new Raster(width, 300, 3, 96);
        var random = (uint)width * 7;
        foreach (ref var value in grain.Pixels)
        {
            random = (random * 1664525) + 1013904223;
            value = (byte)(random >> 24);
        }

        var whole = grain.Jpeg();
        return [.. whole[..(whole.Length / 2)], 0xFF, 0xD9];
    }

    private static byte[] Png(int width)
    {
        var rows = new byte[300 * (width + 1)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i % (width + 1) == 0 ? (byte)0 : (byte)(i * 2654435761u >> 24);
        }

        var packed = OddPictures.Deflated(rows);
        return OddPictures.Png(width, 300, 8, 0, packed[..(packed.Length / 2)]);
    }
}
