using Xunit;
using YuGong.Pages;

namespace YuGong.Tests.Sites;

/// <summary>Names on sketch maps stand beside their marks and over nothing.</summary>
public sealed class MapLabelsTests
{
    [Fact]
    public void Names_of_marks_that_crowd_together_never_meet_and_one_without_room_is_left_out()
    {
        var labels = new MapLabels(1000, 700);
        List<LabelBox> placed = [];
        var left = 0;
        for (var i = 0; i < 24; i++)
        {
            if (labels.Place(480 + (i % 5 * 12), 340 + (i / 5 * 12), "人民大礼堂") is not { } label)
            {
                left++;
                continue;
            }

            placed.Add(new(label.Left, label.Y - 22, label.Left + 110, label.Y + 5));
        }

        Assert.True(left > 0);
        Assert.DoesNotContain(placed, a => placed.Any(b => a != b && a.Meets(b)));
    }

    [Fact]
    public void A_name_stays_on_the_sheet() =>
        Assert.Equal("end", new MapLabels(1000, 700).Place(960, 300, "白鹤梁")!.Anchor);
}
