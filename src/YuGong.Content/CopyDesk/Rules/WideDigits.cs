namespace YuGong.Content.CopyDesk;

/// <summary>２０１１, ＫＶ.</summary>
internal static class WideDigits
{
    private const int Shift = '０' - '0';

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && IsWide(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                pass.Report(CopyRules.WideDigits, passage, at, end - at,
                    string.Concat(text[at..end].ToString().Select(c => (char)(c - Shift))));
                at = end;
            }

            bool IsWide(char c) => c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');
        }
    }
}
