using System.Text.Json;
using Xunit;

namespace YuGong.Tests.Media;

/// <summary>
/// IIIF Image API 3.0, level 0: what info.json promises is there. Addresses are worked out here after the standard's own formulas, not by
/// our grid.
/// </summary>
public sealed class LevelZeroTests(OddSite odd)
{
    public static TheoryData<int, int> Sizes => [.. OddPictures.Sizes.Select(s => new TheoryDataRow<int, int>(s.Width, s.Height))];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_address_that_a_client_may_build_holds_a_picture_of_the_right_size(int width, int height)
    {
        var root = $"iiif/objects/{OddPictures.IdOf(width, height)}/plan";
        using var info = JsonDocument.Parse(odd.Site.Text($"{root}/info.json"));
        var said = info.RootElement;
        Assert.Equal((width, height), (said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        Assert.Equal("level0", said.GetProperty("profile").GetString());
        Assert.Equal($"https://yugong.example.org/{root}", said.GetProperty("id").GetString());

        var asked = Tiles(said, width, height).Concat(Wholes(said, width, height)).ToList();
        Assert.NotEmpty(said.GetProperty("tiles")[0].GetProperty("scaleFactors").EnumerateArray());
        foreach (var (path, w, h) in asked)
        {
            Assert.True(odd.Site.Has($"{root}/{path}"), path);
            Assert.Equal((path, w, h), (path, JpegSize.Of(odd.Site.Bytes($"{root}/{path}")).Width,
                JpegSize.Of(odd.Site.Bytes($"{root}/{path}")).Height));
        }

        // And nothing that nobody could ask for.
        Assert.Equal(asked.Select(a => $"{root}/{a.Path}").ToHashSet(),
            odd.Site.Files.Where(f => f.StartsWith(root + "/", StringComparison.Ordinal) && f.EndsWith(".jpg", StringComparison.Ordinal))
            .ToHashSet());
    }

    /// <summary>The implementation notes of section 4 for each scale factor s of a tile w × h.</summary>
    private static IEnumerable<(string Path, int Width, int Height)> Tiles(JsonElement info, int width, int height)
    {
        var tile = info.GetProperty("tiles")[0];
        var (tw, th) = (tile.GetProperty("width").GetInt32(), tile.GetProperty("height").GetInt32());
        foreach (var s in tile.GetProperty("scaleFactors").EnumerateArray().Select(f => f.GetInt32()))
        {
            for (var x = 0; x * (long)tw * s < width; x++)
            {
                for (var y = 0; y * (long)th * s < height; y++)
                {
                    var (xr, yr) = ((long)x * tw * s, (long)y * th * s);
                    var (wr, hr) = (Math.Min((long)tw * s, width - xr), Math.Min((long)th * s, height - yr));
                    var (ws, hs) = ((int)((wr + s - 1) / s), (int)((hr + s - 1) / s));
                    yield return ($"{xr},{yr},{wr},{hr}/{ws},{hs}/0/default.jpg", ws, hs);
                }
            }
        }
    }

    private static IEnumerable<(string Path, int Width, int Height)> Wholes(JsonElement info, int width, int height)
    {
        foreach (var size in info.GetProperty("sizes").EnumerateArray())
        {
            var (w, h) = (size.GetProperty("width").GetInt32(), size.GetProperty("height").GetInt32());
            yield return ($"full/{w},{h}/0/default.jpg", w, h);
        }

        var (most, highest) = info.TryGetProperty("maxWidth", out var limit)
            ? (limit.GetInt32(), info.GetProperty("maxHeight").GetInt32()) : (width, height);
        yield return ("full/max/0/default.jpg", most, highest);
    }
}
