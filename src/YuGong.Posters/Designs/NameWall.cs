using YuGong.Posters.Fonts;
using YuGong.Posters.Scenes;
using YuGong.Posters.Typesetting;

namespace YuGong.Posters.Designs;

/// <summary>Names engraved in columns, rows of columns from the right: as many to a row as keeps the rows even.</summary>
internal static class NameWall
{
    private const double Pitch = 1.9;
    private const double RowGap = 1.1;

    /// <summary>Null when the names do not fit at the least size.</summary>
    public static IReadOnlyList<(TextLayout Set, Rect Place)>? Arrange(IReadOnlyList<string> names, NamesBox box, FontStack stack)
    {
        if (names.Count == 0)
        {
            return [];
        }

        // Names of two characters are spread to the height of three, as in printed lists of names; long ones are set smaller.
        var tall = Math.Clamp(names.Max(n => n.Length), 3, 4);
        foreach (var size in box.Sizes.Downwards())
        {
            var perRow = Math.Min(names.Count, (int)((box.Box.Width + ((Pitch - 1) * size)) / (Pitch * size)));
            if (perRow < 1)
            {
                continue;
            }

            var rows = (names.Count + perRow - 1) / perRow;
            if (((rows * tall) + ((rows - 1) * RowGap)) * size > box.Box.Height + 1e-6)
            {
                continue;
            }

            return [.. Place(names, box.Box, stack, size, rows, (names.Count + rows - 1) / rows, tall)];
        }

        return null;
    }

    private static IEnumerable<(TextLayout Set, Rect Place)> Place(
        IReadOnlyList<string> names, Rect box, FontStack stack, double size, int rows, int perRow, int tall)
    {
        var (pitch, height) = (perRow > 1 ? Math.Min(Pitch * 1.6 * size, (box.Width - size) / (perRow - 1)) : 0, tall * size);
        var wide = ((perRow - 1) * pitch) + size;
        var line = rows > 1 ? Math.Min(height + (RowGap * 2.2 * size), (box.Height - height) / (rows - 1)) : 0;
        var top = box.CentreY - ((((rows - 1) * line) + height) / 2);
        for (var i = 0; i < names.Count; i++)
        {
            var (row, column) = (i / perRow, i % perRow);
            var right = box.CentreX + (wide / 2) - (column * pitch);
            var style = new TextStyle { Direction = WritingMode.Vertical, Align = Align.Start,
                Tracking = names[i].Length == 2 ? tall - 2 : 0,
                MostLines = 1 };
            var set = Typesetter.Fit(names[i], stack, style, new(size / 4, size), size, height);
            yield return (set, new(right - size + ((size - set.Size) / 2), top + (row * line), set.Size, height));
        }
    }
}
