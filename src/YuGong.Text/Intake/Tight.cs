namespace YuGong.Text.Intake;

/// <summary>
/// Where a line that somebody wrapped by hand goes on without a blank: Chinese is written without blanks between words
/// (CLREQ 3.2; CSS Text 4, 4.1.3 segment break transformation).
/// </summary>
public static class Tight
{
    /// <summary>Both sides are Han or Chinese marks, or one is and the other is a mark.</summary>
    public static bool Joins(char before, char after) => IsWide(before) && IsWide(after);

    /// <summary>Han, kana, Chinese punctuation and full-width forms; quotation marks, dashes and dots of Chinese text.</summary>
    public static bool IsWide(char c) => c is (>= '\u2E80' and <= '\u9FFF' and not '\u3000') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF01' and <= '\uFF60') or (>= '\uD840' and <= '\uD888') or (>= '\uDC00' and <= '\uDFFF')
        or '\u2014' or '\u2026' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u00B7';
}
