namespace YuGong.Text.Intake;

/// <summary>A text as it stands in its file, and the way back to it from the text that was taken from it.</summary>
/// <param name="Text">As in the file.</param>
/// <param name="Shifts">In order: from this offset of the taken text on, until the next, the file's offset runs beside it.</param>
public sealed record OriginalText(string Text, IReadOnlyList<Shift> Shifts)
{
    /// <summary>The file's offset of an offset in the taken text, both in UTF-16 units.</summary>
    public int OffsetOf(int taken)
    {
        var low = 0;
        var high = Shifts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Shifts[middle].Taken <= taken)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var found = low == 0 ? taken : Shifts[low - 1].Original + taken - Shifts[low - 1].Taken;
        return Math.Min(found, low < Shifts.Count ? Shifts[low].Original : Text.Length);
    }

    /// <summary>The other way: where a place of the file is in the taken text; of what was dropped, where it would be.</summary>
    public int TakenOf(int original)
    {
        var last = default(Shift);
        foreach (var shift in Shifts)
        {
            if (shift.Original > original)
            {
                return Math.Min(last.Taken + original - last.Original, shift.Taken);
            }

            last = shift;
        }

        return last.Taken + original - last.Original;
    }
}

/// <param name="Taken">UTF-16 offset in the taken text.</param>
/// <param name="Original">The same place in the file.</param>
public readonly record struct Shift(int Taken, int Original);
